from collections import deque


def main():
    n, g = map(int, input().split())
    pots = sorted(map(int, input().split()))
    outer = deque()
    for pot in pots:
        if outer and outer[0] + g <= pot:
            outer.popleft()
        outer.append(pot)
    tower = [pots[0]]
    for pot in pots:
        if pot >= tower[-1] + g:
            tower.append(pot)
    print(len(outer), len(tower))


main()
