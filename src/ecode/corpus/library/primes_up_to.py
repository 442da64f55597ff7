"""List the primes up to a limit."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Primes up to a limit",
    statement="List all prime numbers that are not greater than $n$, in increasing order. The list is empty for $n = 1$.",
    inputs=(Int("n", 1, 6000),),
    output=Ints("primes", shortest=0),
    output_text="the primes up to $n$ in increasing order",
    tags=("number theory", "sieve"),
    difficulty=900,
    sizes=(20, 200, 5500),
)


def generate(rng, size):
    size = min(size, 6000)
    return (rng.choice([size, rng.randint(max(1, size // 2), size), rng.randint(max(1, size * 4 // 5), size)]),)


def any_smaller_divisor(n):
    primes = []
    for candidate in range(2, n + 1):
        is_prime = True
        for p in primes:
            if candidate % p == 0:
                is_prime = False
                break
        if is_prime:
            primes.append(candidate)
    return primes


def trial_up_to_root(limit):
    def isPrime(x):
        if x < 2:
            return False
        d = 2
        while d * d <= x:
            if x % d == 0:
                return False
            d += 1
        return True

    found = [x for x in range(limit + 1) if isPrime(x)]
    return found


def plain_sieve(N):
    flags = [True] * (N + 1)
    out = []
    for i in range(2, N + 1):
        if flags[i]:
            out.append(i)
            for j in range(i + i, N + 1, i):
                flags[j] = False
    return out


def sliced_sieve(n):
    from itertools import compress
    # one byte for each odd number 1, 3, 5, ...
    half = (n + 1) // 2
    odd = bytearray([1]) * half
    i = 3
    while i * i <= n:
        if odd[i // 2]:
            start = i * i // 2
            odd[start::i] = bytes(len(range(start, half, i)))
        i += 2
    res = [2] if n >= 2 else []
    if half > 0:
        odd[0] = 0
    res.extend(compress(range(1, n + 1, 2), odd))
    return res


WAYS = (any_smaller_divisor, trial_up_to_root, plain_sieve, sliced_sieve)
