import difflib
a, b = map(int, input().split())
old = [input() for _ in range(a)]
new = [input() for _ in range(b)]
for v in (new, [" ".join(x.split()[::-1]) for x in new]):
    m = difflib.SequenceMatcher(None, old, v, autojunk=False)
    k = sum(x.size for x in m.get_matching_blocks())
    print(k, a - k, b - k)
