# weights of the low digits come from one table, the high part is counted apart
def weight(x, base):
    s = 0
    while x:
        s += x % base
        x //= base
    return s


for _ in range(int(input())):
    a, b, base, k = map(int, input().split())
    size = base
    low = list(range(base))
    while size * base <= 400:
        low = [v + d for d in range(base) for v in low]
        size *= base
    often = [0] * k
    for v in low:
        often[v % k] += 1
    count = 0
    first = -1
    block = a // size
    while block * size <= b:
        start = block * size
        want = -weight(block, base) % k
        if a <= start and start + size - 1 <= b:
            count += often[want]
            if first < 0 and often[want]:
                for i in range(size):
                    if low[i] % k == want:
                        first = start + i
                        break
        else:
            for i in range(max(a, start) - start, min(b, start + size - 1) - start + 1):
                if low[i] % k == want:
                    count += 1
                    if first < 0:
                        first = start + i
        block += 1
    print(count, first)
