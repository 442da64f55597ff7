def percentile(values, p):
    rest = list(values)
    rank = (p * len(values) + 99) // 100
    smallest = None
    for _ in range(rank):
        smallest = min(rest)
        rest.remove(smallest)
    return smallest


def main():
    requests = []
    for _ in range(int(input())):
        page, ms = input().split()
        requests.append((page, int(ms)))
    report = []
    for page in set(p for p, _ in requests):
        values = [ms for p, ms in requests if p == page]
        report.append((page, len(values), percentile(values, 50), percentile(values, 90), percentile(values, 99)))
    report.sort()
    report.sort(key=lambda row: row[3], reverse=True)
    for row in report:
        print(" ".join(map(str, row)))


main()
