def drain(events, b, r):
    yes = no = 0
    tokens = b
    last = 0
    for t, cost in events:
        for second in range(last + 1, t + 1):
            if second % r == 0 and tokens < b:
                tokens = tokens + 1
        last = t
        if tokens >= cost:
            tokens -= cost
            yes += 1
        else:
            no += 1
    return yes, no, tokens


def main():
    n, b, r = map(int, input().split())
    all_jobs = [input().split() for _ in range(n)]
    classes = sorted({job[1] for job in all_jobs})
    for name in classes:
        events = []
        for job in all_jobs:
            if job[1] == name:
                events.append((int(job[0]), int(job[2])))
        print(name, *drain(events, b, r))


main()
