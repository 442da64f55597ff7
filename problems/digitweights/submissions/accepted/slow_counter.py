class Counter:
    """A row of digit wheels that counts up."""

    def __init__(self, start, base):
        self.base = base
        self.wheels = []
        while start:
            self.wheels.append(start % base)
            start //= base
        self.wheels.append(0)

    def up(self):
        i = 0
        while self.wheels[i] == self.base - 1:
            self.wheels[i] = 0
            i += 1
            if i == len(self.wheels):
                self.wheels.append(0)
        self.wheels[i] += 1


for _ in range(int(input())):
    a, b, base, k = map(int, input().split())
    c = Counter(a, base)
    good = []
    for x in range(a, b + 1):
        if sum(c.wheels) % k == 0:
            good.append(x)
        c.up()
    print(len(good), good[0] if good else -1)
