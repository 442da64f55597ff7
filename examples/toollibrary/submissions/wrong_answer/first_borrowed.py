# Among equally popular tools it names the one that was borrowed first, not the first in the alphabet.
from collections import Counter, defaultdict

loans = defaultdict(list)
for _ in range(int(input())):
    member, tool, days = input().split(",")
    loans[member].append((tool, int(days)))
for member in sorted(loans):
    mine = loans[member]
    favourite = Counter(tool for tool, _ in mine).most_common(1)[0][0]
    cents = sum(15 * max(0, days - 7) for _, days in mine)
    print(member, len(mine), sum(days for _, days in mine), favourite, f"{cents // 100}.{cents % 100:02d}")
counts = Counter(tool for mine in loans.values() for tool, _ in mine)
print("idle", sum(count == 1 for count in counts.values()))
