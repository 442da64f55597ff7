# near miss: tie-break; pages with equal 90th percentiles come in reverse alphabetical order
import sys
from collections import defaultdict


def main():
    data = sys.stdin.read().split()
    by_page = defaultdict(list)
    for page, ms in zip(data[1::2], data[2::2]):
        by_page[page].append(int(ms))
    table = []
    for page, v in by_page.items():
        v.sort()
        m = len(v)
        p50, p90, p99 = (v[(p * m + 99) // 100 - 1] for p in (50, 90, 99))
        table.append((p90, page, f"{page} {m} {p50} {p90} {p99}"))
    table.sort(reverse=True)
    print("\n".join(line for _, _, line in table))


main()
