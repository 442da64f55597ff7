# near miss: tie-break; of steps that became possible together and are equally quick the last name is taken first
import sys


def main():
    rows = sys.stdin.read().splitlines()
    n = int(rows[0])
    length = {}
    open_needs = {}
    after = {}
    for row in rows[1:n + 1]:
        part = row.split()
        step = part[0]
        length[step] = int(part[1])
        open_needs[step] = len(part) - 3
        for need in part[3:]:
            after.setdefault(need, []).append(step)

    # newest on top of the stack, the quickest of a group above the others
    stack = sorted(s for s in length if not open_needs[s])
    stack.sort(key=length.get, reverse=True)
    minute = 0
    lines = []
    while stack:
        step = stack.pop()
        lines.append(f"{minute} {step}")
        minute += length[step]
        group = []
        for other in after.get(step, []):
            open_needs[other] -= 1
            if not open_needs[other]:
                group.append(other)
        group.sort()
        group.sort(key=length.get, reverse=True)
        stack.extend(group)
    left = n - len(lines)
    lines.append(f"stuck {left}" if left else f"ready {minute}")
    print("\n".join(lines))


main()
