n, k, w = map(int, input().split())
log = []
alarms = []
for i in range(n):
    t, user, res = input().split()
    t = int(t)
    log.append([t, user, res])
    if res == "fail":
        # count the failures that still count, walking through the log
        count = 0
        for entry in log:
            if entry[1] == user:
                if entry[2] == "fail":
                    if entry[0] > t - w:
                        count += 1
                else:
                    count = 0
        if count >= k:
            print(t, user)
            alarms.append(user)
            # mark this as a fresh start
            log[-1][2] = "alarm"
print("alarms", len(alarms), len(set(alarms)))
