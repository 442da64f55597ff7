import sys


def main():
    data = list(map(int, sys.stdin.buffer.read().split()))
    n, m = data[0], data[1]
    parent = list(range(n + 1))
    size = [1] * (n + 1)
    bare = [True] * (n + 1)
    districts = lonely = n
    largest = 1
    joined = 0
    out = []
    for year in range(1, m + 1):
        a, b = data[2 * year], data[2 * year + 1]
        if a != b:
            if bare[a]:
                bare[a] = False
                lonely -= 1
            if bare[b]:
                bare[b] = False
                lonely -= 1
            while parent[a] != a:
                parent[a] = a = parent[parent[a]]
            while parent[b] != b:
                parent[b] = b = parent[parent[b]]
            if a != b:
                if size[a] < size[b]:
                    a, b = b, a
                parent[b] = a
                size[a] += size[b]
                largest = max(largest, size[a])
                districts -= 1
        if districts == 1 and not joined:
            joined = year
        out.append(f"{districts} {largest} {lonely}")
    out.append(str(joined))
    print("\n".join(out))


main()
