def there(visits, minute):
    return len([1 for a, b in visits if a <= minute < b])


def main():
    n, k = map(int, input().split())
    visits = [tuple(map(int, input().split())) for _ in range(n)]
    # the number of guests only changes when somebody comes or goes
    times = sorted(set([a for a, b in visits] + [b for a, b in visits]))
    parts = []
    for i in range(len(times) - 1):
        parts.append((times[i], times[i + 1], there(visits, times[i])))
    one = sum(e - s for s, e, g in parts if g > 0)
    two = sum(e - s for s, e, g in parts if g >= k)
    most = max(g for s, e, g in parts)
    first = min(s for s, e, g in parts if g == most)
    longest = run = 0
    for s, e, g in parts:
        run = run + e - s if g >= k else 0
        longest = max(longest, run)
    print(one, two, most, first, longest)


main()
