# after C coins in all everybody has a number that does not depend on the months:
# find the level by bisection, then the last few coins by sorting
from fractions import Fraction

k, m = map(int, input().split())
clubs = []
for _ in range(k):
    a, b = input().split()
    clubs.append((a, int(b)))
members = [b for a, b in clubs]
whole = sum(members)


def after(coins):
    # everybody got its j-th coin at the moment (j - 1) / members
    rounds, rest = divmod(coins, whole)
    have = [rounds * b for b in members]
    lo, hi = 0, 1 << 20
    # the largest level x / 2^20 such that all coins given at a moment below it fit
    while hi - lo > 1:
        mid = (lo + hi) // 2
        if sum((b * mid + (1 << 20) - 1) >> 20 for b in members) <= rest:
            lo = mid
        else:
            hi = mid
    extra = [(b * lo + (1 << 20) - 1) >> 20 for b in members]
    left = rest - sum(extra)
    cand = sorted((Fraction(extra[i], members[i]), i) for i in range(k)) if left else []
    for q in range(left):
        extra[cand[q][1]] += 1
    return [h + e for h, e in zip(have, extra)]


before = [0] * k
given = 0
for coins in map(int, input().split()):
    given += coins
    now = after(given)
    print(*[x - y for x, y in zip(now, before)])
    before = now
best = max(before)
print(min((b, a) for (a, b), x in zip(clubs, before) if x == best)[1])
