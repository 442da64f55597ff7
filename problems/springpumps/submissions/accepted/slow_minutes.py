n, q = map(int, input().split())
S = []
P = []
for i in range(n):
    s, p = map(int, input().split())
    S.append(s)
    P.append(p)
orders = [int(x) for x in input().split()]
answer = {}
done = 0
minute = 0
while len(answer) < len(set(orders)):
    minute += 1
    for i in range(n):
        if minute > S[i] and (minute - S[i]) % P[i] == 0:
            done += 1
    for b in orders:
        if b <= done and b not in answer:
            answer[b] = (minute, done)
for b in orders:
    print(*answer[b])
