import sys
from collections import deque


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, t = data[0], data[1]
    come = data[2::2]
    need = data[3::2]
    done = [0] * n
    queue = deque()
    now = nxt = most = 0
    while nxt < n or queue:
        if not queue:
            now = max(now, come[nxt])
        while nxt < n and come[nxt] <= now:
            queue.append(nxt)
            nxt += 1
        if len(queue) > most:
            most = len(queue)
        i = queue.popleft()
        if need[i] <= t:
            now += need[i]
            done[i] = now
        else:
            now += t
            need[i] -= t
            while nxt < n and come[nxt] <= now:
                queue.append(nxt)
                nxt += 1
            queue.append(i)
    print("\n".join(map(str, done)))
    print(most)


main()
