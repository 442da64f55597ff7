# near miss: memo key; the weight of the leading digits is cached over all queries without the base
import sys

cache = {0: 0}


def prefix_weight(x, base):
    got = cache.get(x)
    if got is None:
        got, y = 0, x
        while y:
            y, r = divmod(y, base)
            got += r
        cache[x] = got
    return got


def main():
    rows = sys.stdin.read().split('\n')
    for row in rows[1:int(rows[0]) + 1]:
        a, b, base, k = map(int, row.split())
        total, smallest = 0, -1
        x = a
        while x <= b:
            head, last = divmod(x, base)
            # last digits that complete the weight: need, need + k, ...
            end = min(base - 1, last + b - x)
            need = -prefix_weight(head, base) % k
            if need < last:
                need += (last - need + k - 1) // k * k
            if need <= end:
                total += (end - need) // k + 1
                if smallest < 0:
                    smallest = head * base + need
            x = (head + 1) * base
        print(total, smallest)


main()
