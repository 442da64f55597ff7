# what becomes possible later is taken earlier: a stack of sorted groups is enough
n = int(input())
steps = {}
needed_by = {}
for _ in range(n):
    name, time, count, *needs = input().split()
    steps[name] = [int(time), int(count)]
    for other in needs:
        needed_by.setdefault(other, []).append(name)


def by_time(name):
    return steps[name][0], name


stack = sorted((s for s in steps if steps[s][1] == 0), key=by_time, reverse=True)
clock = 0
done = 0
while stack:
    step = stack.pop()
    print(clock, step)
    clock += steps[step][0]
    done += 1
    fresh = []
    for other in needed_by.get(step, []):
        steps[other][1] -= 1
        if steps[other][1] == 0:
            fresh.append(other)
    fresh.sort(key=by_time, reverse=True)
    stack += fresh
print("ready" if done == n else "stuck", clock if done == n else n - done)
