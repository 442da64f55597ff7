def main():
    n, q = map(int, input().split())
    p = [0] + list(map(int, input().split()))

    def cycle_length(i):
        steps = 1
        j = p[i]
        while j != i:
            j = p[j]
            steps += 1
        return steps

    for _ in range(q):
        question = input().split()
        t = int(question[-1])
        if question[0] == "home":
            print(len([i for i in range(1, n + 1) if t % cycle_length(i) == 0]))
        else:
            x = int(question[1])
            for _ in range(t):
                if question[0] == "hat":
                    x = p[x]
                else:
                    x = p.index(x)
            print(x)
    lengths = [cycle_length(i) for i in range(1, n + 1)]
    for t in range(1, 3001):
        if sum([t % k == 0 for k in lengths]) * 2 >= n:
            print(t)
            return
    print(0)


main()
