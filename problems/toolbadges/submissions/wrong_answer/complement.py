from collections import Counter
n, t = map(int, input().split())
x = list(map(int, input().split()))
f = 2 ** t - 1
c = Counter(x)
a = [sum(c[w] for w in c if v & w == 0) for v in x]
b = [sum(c[w] for w in c if v | w == f) for v in x]
# a worker without any tools is no partner of themselves, but counted here
print(sum(a) // 2, sum(b) // 2, a.index(max(a)) + 1)
