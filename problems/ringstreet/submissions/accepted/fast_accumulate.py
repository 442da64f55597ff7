from itertools import accumulate

n, q = map(int, input().split())
upto = [0, *accumulate(map(int, input().split()))]
all_letters = upto[n]
sums = []
for _ in range(q):
    a, b = map(int, input().split())
    # a round over the end is the whole street less the gap
    sums.append(upto[b] - upto[a - 1] + (all_letters if b < a else 0))
print(*sums, sep="\n")
print(sums.index(max(sums)) + 1)
