n = int(input())
t = list(map(int, input().split()))
a = [sum(y > x and y % x == 0 for y in t) for x in t]
b = [sum(y < x and x % y == 0 for y in t) for x in t]
print(*a)
print(*b)
print(sum(x + y == 0 for x, y in zip(a, b)))
