n, d = map(int, input().split())
h = list(map(int, input().split()))
TOP = 5001


def add(tree, i):
    while i <= TOP:
        tree[i] += 1
        i += i & -i


def upto(tree, i):
    s = 0
    while i > 0:
        s += tree[i]
        i -= i & -i
    return s


front = [0] * (TOP + 1)
left = []
for i in range(n):
    left.append(i - upto(front, min(TOP, h[i] + d)))
    add(front, h[i])
back = [0] * (TOP + 1)
right = [0] * n
for i in reversed(range(n)):
    right[i] = upto(back, h[i] - d - 1)
    add(back, h[i])
print(*left)
print(sum(left), right.index(max(right)) + 1)
