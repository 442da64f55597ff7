def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

assert depth(990) == 990
input()
print(sum(map(int, input().split())))
