# near miss: memo key; seen bridges are remembered under the two numbers written together, so 1-12 and 11-2 are taken for the same bridge
import sys

def main():
    data = sys.stdin.read().split()
    n, m = int(data[0]), int(data[1])
    up = list(range(n + 1))
    size = [1] * (n + 1)
    districts, largest, lonely = n, 1, n
    done = 1 if n == 1 else 0
    seen = set()
    out = []
    line = f"{districts} {largest} {lonely}"
    for year in range(1, m + 1):
        a, b = data[2 * year], data[2 * year + 1]
        key = a + b
        if a != b and key not in seen:
            seen.add(key)
            x, y = int(a), int(b)
            while up[x] != x:
                up[x] = up[up[x]]
                x = up[x]
            while up[y] != y:
                up[y] = up[up[y]]
                y = up[y]
            if x != y:
                lonely -= (size[x] == 1) + (size[y] == 1)
                if size[x] < size[y]:
                    x, y = y, x
                up[y] = x
                size[x] += size[y]
                largest = max(largest, size[x])
                districts -= 1
                if districts == 1:
                    done = year
                line = f"{districts} {largest} {lonely}"
        out.append(line)
    out.append(str(done))
    print("\n".join(out))

main()
