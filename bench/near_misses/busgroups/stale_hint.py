# near miss: memo key; a group that gets off resets the remembered first bus only for its own size, not for all sizes that fit again
import sys


def main():
    rows = sys.stdin.read().splitlines()
    b, n = map(int, rows[0].split())
    seats = [int(v) for v in rows[1].split()]
    room = list(seats)
    aboard = [{} for _ in range(b)]
    where = {}
    # start[k]: no bus before this one has k seats left
    start = [0] * 101
    walkers = 0
    out = []
    for row in rows[2:2 + n]:
        cmd = row.split()
        if cmd[0] == "on":
            k = int(cmd[2])
            i = start[k]
            while i < b and room[i] < k:
                i += 1
            start[k] = i
            if i == b:
                walkers += k
                out.append(cmd[1] + " walk")
                continue
            room[i] -= k
            aboard[i][cmd[1]] = k
            where[cmd[1]] = i
            out.append(f"{cmd[1]} {i + 1}")
        elif cmd[0] == "off":
            i = where.pop(cmd[1], None)
            if i is None:
                out.append(cmd[1] + " gone")
                continue
            k = aboard[i].pop(cmd[1])
            room[i] += k
            start[k] = min(start[k], i)
            out.append(f"{cmd[1]} {room[i]}")
        else:
            i = int(cmd[1]) - 1
            out.append(f"{len(aboard[i])} {seats[i] - room[i]}")
            for g in aboard[i]:
                del where[g]
            aboard[i] = {}
            room[i] = seats[i]
            for k in range(1, seats[i] + 1):
                if start[k] > i:
                    start[k] = i
    out.append(f"{sum(seats) - sum(room)} {walkers}")
    print("\n".join(out))


main()
