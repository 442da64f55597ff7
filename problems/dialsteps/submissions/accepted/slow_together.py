# all dials are turned at the same time
m, a, b, q = [int(w) for w in input().split()]
cases = []
for i in range(q):
    x, t = [int(w) for w in input().split()]
    cases.append((t, i, x))
cases.sort()
answer = [0] * q
A, B = 1, 0
turn = 0
for t, i, x in cases:
    while turn < t:
        A = A * a % m
        B = (B * a + b) % m
        turn += 1
    answer[i] = (A * x + B) % m
for y in answer:
    print(y, sum(map(int, list(str(y)))))
