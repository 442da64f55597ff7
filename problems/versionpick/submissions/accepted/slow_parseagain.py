def parse(v):
    if "-rc" in v:
        nums, rc = v.split("-rc")
        rc = int(rc)
        real = 0
    else:
        nums = v
        rc = 0
        real = 1
    parts = []
    for x in nums.split("."):
        parts.append(int(x))
    while len(parts) < 4:
        parts.append(0)
    return parts + [real, rc]

n, q = map(int, input().split())
releases = []
for i in range(n):
    lib, v = input().split()
    releases.append((lib, v))
for i in range(q):
    lib, low, high = input().split()
    best = None
    best_trial = None
    count = 0
    for name, v in releases:
        if name != lib:
            continue
        if parse(low) <= parse(v) < parse(high):
            count += 1
            if "-rc" in v:
                if best_trial is None or parse(v) > parse(best_trial):
                    best_trial = v
            else:
                if best is None or parse(v) > parse(best):
                    best = v
    if best is not None:
        print(best, count)
    elif best_trial is not None:
        print(best_trial, count)
    else:
        print("none")
