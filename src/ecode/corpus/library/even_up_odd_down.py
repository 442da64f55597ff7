"""Order a list: even values rising, then odd values falling."""

from ecode.corpus.kernel import Ints, Kernel

KERNEL = Kernel(
    title="Even up, odd down",
    statement="Order the elements of $a$ so that all even ones come first, in non-decreasing order, and after them all odd ones, in non-increasing order.",
    inputs=(Ints("a", 0, 10**6),),
    output=Ints("ordered"),
    output_text="the ordered list",
    tags=("sorting",),
    difficulty=900,
    sizes=(7, 50, 380),
)


def generate(rng, size):
    high = rng.choice([9, size, 10**6])
    a = [rng.randint(0, high) for _ in range(size)]
    kind = rng.randrange(8)
    if kind == 0:
        a = [x // 2 * 2 for x in a]
    elif kind == 1:
        a.sort(key=lambda x: (x % 2 == 0, x))
    return (a,)


def exchange_neighbours(a):
    n = len(a)
    for i in range(n):
        for j in range(n - 1 - i):
            x, y = a[j], a[j + 1]
            wrong = False
            if x % 2 == 1 and y % 2 == 0:
                wrong = True
            if x % 2 == 0 and y % 2 == 0 and x > y:
                wrong = True
            if x % 2 == 1 and y % 2 == 1 and x < y:
                wrong = True
            if wrong:
                a[j] = y
                a[j + 1] = x
    return a


def pick_extremes(numbers):
    even = []
    odd = []
    for num in numbers:
        if num % 2:
            odd.append(num)
        else:
            even.append(num)
    result = []
    while even:
        result.append(even.pop(even.index(min(even))))
    while odd:
        result.append(odd.pop(odd.index(max(odd))))
    return result


def sort_after_each_append(nums):
    evens, odds = [], []
    for x in nums:
        if x % 2 == 0:
            evens = sorted(evens + [x])
        else:
            odds = sorted([x] + odds, reverse=True)
    return evens + odds


def one_key(a):
    return sorted(a, key=lambda x: -x if x % 2 else x - 10**7)


def two_sorts(a):
    first = [x for x in a if not x & 1]
    second = [x for x in a if x & 1]
    first.sort()
    second.sort(reverse=True)
    return first + second


WAYS = (exchange_neighbours, (pick_extremes, sort_after_each_append), (one_key, two_sorts))
