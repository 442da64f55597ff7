# moves the note back by one place again and again
abc = "abcdefghijklmnopqrstuvwxyz"
n, q = map(int, input().split())
L = input().split()
C = [0] * n
for _ in range(q):
    note = input().split()
    now = note
    tries = []
    for k in range(26):
        good = [w for w in now if L.count(w) > 0]
        tries.append((-len(good), -len("".join(good)), k, now))
        now = ["".join(abc[abc.index(c) - 1] for c in w) for w in now]
    a, b, k, text = min(tries)
    if a == 0:
        print("?", *note)
    else:
        print(k, *text)
        for i in range(n):
            C[i] += text.count(L[i])
if sum(C) == 0:
    print("none 0")
else:
    print(L[C.index(max(C))], max(C))
