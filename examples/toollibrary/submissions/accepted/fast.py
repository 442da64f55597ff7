import sys
from collections import Counter, defaultdict


def main():
    lines = sys.stdin.read().split()
    loans = defaultdict(int)
    total = defaultdict(int)
    fee = defaultdict(int)
    tools = defaultdict(Counter)
    borrowed = Counter()
    for line in lines[1:]:
        member, tool, text = line.split(",")
        days = int(text)
        loans[member] += 1
        total[member] += days
        fee[member] += 15 * max(0, days - 7)
        tools[member][tool] += 1
        borrowed[tool] += 1
    out = []
    for member in sorted(loans):
        favourite = min(tools[member].items(), key=lambda item: (-item[1], item[0]))[0]
        cents = fee[member]
        out.append(f"{member} {loans[member]} {total[member]} {favourite} {cents // 100}.{cents % 100:02d}")
    out.append(f"idle {sum(1 for count in borrowed.values() if count == 1)}")
    print("\n".join(out))


main()
