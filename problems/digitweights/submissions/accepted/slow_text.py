DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

def write(x, base):
    text = ""
    while x:
        text = DIGITS[x % base] + text
        x //= base
    return text

def main():
    q = int(input())
    for _ in range(q):
        a, b, base, k = [int(w) for w in input().split()]
        values = {}
        for i in range(36):
            values[DIGITS[i]] = i
        hits = [x for x in range(a, b + 1) if sum([values[c] for c in write(x, base)]) % k == 0]
        if len(hits) > 0:
            print(len(hits), hits[0])
        else:
            print(0, -1)

main()
