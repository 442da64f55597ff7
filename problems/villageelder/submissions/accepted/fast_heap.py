import sys
from heapq import heappop, heappush


def main():
    lines = sys.stdin.read().split("\n")
    heap = []
    gone = set()
    out = []
    for line in lines[1 : int(lines[0]) + 1]:
        p = line.split()
        what = p[1]
        if what == "born":
            heappush(heap, (p[0], p[2]))
        elif what == "came":
            heappush(heap, (p[3], p[2]))
        elif what != "elder":
            gone.add(p[2])
        else:
            while heap and heap[0][1] in gone:
                heappop(heap)
            if heap:
                birth, name = heap[0]
                age = int(p[0][:4]) - int(birth[:4]) - (p[0][5:] < birth[5:])
                out.append(f"{name} {age}")
            else:
                out.append("nobody")
    print("\n".join(out))


main()
