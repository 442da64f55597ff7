# builds the table bit by bit from the two halves of the list
n, t = map(int, input().split())
x = list(map(int, input().split()))
size = 2 ** t


def inside(values):
    table = [0] * size
    for v in values:
        table[v] += 1
    step = 1
    while step < size:
        for base in range(0, size, 2 * step):
            low = table[base:base + step]
            table[base + step:base + 2 * step] = [a + b for a, b in zip(low, table[base + step:base + 2 * step])]
        step *= 2
    return table


def pairs(values, table):
    return [table[size - 1 - v] - (1 if v == 0 else 0) for v in values]


a = pairs(x, inside(x))
# complete workers are independent in what they may not use
y = [size - 1 - v for v in x]
b = pairs(y, inside(y))
print(sum(a) // 2, sum(b) // 2, a.index(max(a)) + 1)
