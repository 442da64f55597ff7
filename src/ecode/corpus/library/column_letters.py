"""Name spreadsheet columns by their numbers."""

from ecode.corpus.kernel import Ints, Kernel, Strs

KERNEL = Kernel(
    title="Column letters",
    statement="The columns of a table are named A, B, ..., Z, AA, AB, ..., AZ, BA, ..., ZZ, AAA and so on. For each number in $a$ (the first column has the number 1) find the name of the column.",
    inputs=(Ints("a", 1, 60000),),
    output=Strs("names", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    output_text="the name of each column",
    tags=("strings", "number systems"),
    difficulty=1000,
    sizes=(5, 40, 500),
)


def generate(rng, size):
    top = rng.choice([26, 702, 60000]) if size < 100 else rng.randint(50000, 60000)
    a = [rng.randint(1, top) for _ in range(size)]
    a[rng.randrange(size)] = min(top, rng.choice([26, 27, 702, 703]))
    return (a,)


def write_all_names(a):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = list(letters)
    i = 0
    while len(names) < max(a):
        for letter in letters:
            names.append(names[i] + letter)
        i += 1
    return [names[x - 1] for x in a]


def count_up_like_a_meter(numbers):
    biggest = max(numbers)
    wanted = set(numbers)
    name_of = {}
    wheel = [0]
    for number in range(1, biggest + 1):
        k = len(wheel) - 1
        wheel[k] += 1
        while wheel[k] > 26:
            wheel[k] = 1
            if k == 0:
                wheel.insert(0, 1)
            else:
                k -= 1
                wheel[k] += 1
        if number in wanted:
            name_of[number] = "".join(chr(64 + d) for d in wheel)
    return [name_of[number] for number in numbers]


def digits_from_the_right(a):
    out = []
    for n in a:
        name = ""
        while n:
            n, r = divmod(n - 1, 26)
            name = chr(65 + r) + name
        out.append(name)
    return out


def length_of_name_first(a):
    from string import ascii_uppercase as U

    res = []
    for n in a:
        n -= 1
        size, block = 1, 26
        while n >= block:
            n -= block
            block *= 26
            size += 1
        name = []
        for _ in range(size):
            name.append(U[n % 26])
            n //= 26
        res.append("".join(reversed(name)))
    return res


WAYS = ((count_up_like_a_meter, write_all_names), (digits_from_the_right, length_of_name_first))
