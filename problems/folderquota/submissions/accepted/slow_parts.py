import sys


class Drive:
    def __init__(self, quotas):
        self.quotas = quotas
        self.files = []

    def inside(self, parts, folder):
        return len(parts) > len(folder) and parts[: len(folder)] == folder

    def size(self, folder):
        return sum(size for parts, size in self.files if self.inside(parts, folder))

    def put(self, parts, size):
        before = list(self.files)
        self.remove(parts)
        self.files.append((parts, size))
        for depth in range(len(parts) - 1, 0, -1):
            folder = parts[:depth]
            for other, quota in self.quotas:
                if other == folder and self.size(folder) > quota:
                    self.files = before
                    return "/" + "/".join(folder)
        return None

    def remove(self, parts):
        rest = [f for f in self.files if f[0] != parts]
        found = len(rest) < len(self.files)
        self.files = rest
        return found


def main():
    rows = [line.split() for line in sys.stdin.read().splitlines()]
    k, n = int(rows[0][0]), int(rows[0][1])
    drive = Drive([(row[0].split("/")[1:], int(row[1])) for row in rows[1 : k + 1]])
    for row in rows[k + 1 : k + 1 + n]:
        parts = row[1].split("/")[1:]
        if row[0] == "put":
            bad = drive.put(parts, int(row[2]))
            if bad:
                print("full", bad)
        elif row[0] == "del":
            if not drive.remove(parts):
                print("missing")
        else:
            print(drive.size(parts))
    print("files", len(drive.files), sum(size for parts, size in drive.files))


main()
