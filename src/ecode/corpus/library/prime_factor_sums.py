"""Sum the prime factors, with repetition, of each number of a list."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Sums of prime factors",
    statement="Write each number of the list $a$ as a product of primes and add up these primes, each as often as it occurs in the product. The sum for 1 is 0.",
    inputs=(Ints("a", 1, 30000),),
    output=Ints("sums"),
    output_text="the sum of prime factors of each $a_i$, in the order of the list",
    tags=("number theory", "factorisation"),
    difficulty=1100,
    sizes=(5, 30, 400),
)


def generate(rng, size):
    top = min(30000, max(6, rng.choice([9, 12, 16]) * size))
    a = [rng.randint(1, top) for _ in range(size)]
    if rng.random() < 0.2:
        a = [2 ** rng.randint(0, 10) if rng.random() < 0.3 else v for v in a]
    return (a,)


def divide_by_everything(a):
    sums = []
    for value in a:
        left = value
        s = 0
        factor = 2
        while left > 1:
            if left % factor == 0:
                s += factor
                left //= factor
            else:
                factor += 1
        sums.append(s)
    return sums


def stop_at_root(nums):
    def factors(n):
        out = []
        f = 2
        while f * f <= n:
            while not n % f:
                out.append(f)
                n //= f
            f += 1
        if n != 1:
            out.append(n)
        return out

    ans = [0 for _ in nums]
    for idx, n in enumerate(nums):
        for f in factors(n):
            ans[idx] += f
    return ans


def short_prime_list(a):
    top = max(a)
    primes = [p for p in range(2, int(top ** 0.5) + 2) if all(p % d for d in range(2, int(p ** 0.5) + 1))]
    res = []
    for v in a:
        t = 0
        for p in primes:
            if p * p > v:
                break
            while v % p == 0:
                v //= p
                t += p
        res.append(t + v if v > 1 else t)
    return res


WAYS = (divide_by_everything, (stop_at_root, short_prime_list))
