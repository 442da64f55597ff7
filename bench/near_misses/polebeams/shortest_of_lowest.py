# near miss: tie-break; among equally low poles the one with the shortest beam is taken instead of the leftmost
def limits(h):
    # for each pole the number of poles before it that its beam covers
    out, stack = [], []
    for i, x in enumerate(h):
        while stack and h[stack[-1]] <= x:
            stack.pop()
        out.append(i - stack[-1] - 1 if stack else i)
        stack.append(i)
    return out


n = int(input())
h = list(map(int, input().split()))
left = limits(h)
right = limits(h[::-1])[::-1]
beam = [a + b + 1 for a, b in zip(left, right)]
top = max(beam)
rest = sorted((x, w, i) for i, (x, w) in enumerate(zip(h, beam), 1) if w < top)
print(*beam)
print(rest[0][2] if rest else 0, sum(beam))
