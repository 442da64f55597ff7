def near(a, b, k):
    # can a be turned into b with at most k steps?
    if a == b:
        return True
    if k == 0:
        return False
    if a == "" or b == "":
        return len(a) + len(b) <= k
    if a[0] == b[0] and near(a[1:], b[1:], k):
        return True
    return near(a[1:], b[1:], k - 1) or near(a[1:], b, k - 1) or near(a, b[1:], k - 1)

n, q = map(int, input().split())
lst = []
for i in range(n):
    lst.append(input())
s = 0
for i in range(q):
    t = input()
    ans = None
    for k in range(3):
        for w in lst:
            if near(t, w, k):
                ans = (w, k)
                break
        if ans:
            break
    if ans:
        print(ans[0], ans[1])
        s += ans[1]
    else:
        print("none")
print(s)
