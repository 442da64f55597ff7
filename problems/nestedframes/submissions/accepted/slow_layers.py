class Frame:
    def __init__(self, w, h, p):
        self.w = w
        self.h = h
        self.p = p
        self.inside = 0
        self.value = 0

    def fits(self, other):
        return self.w < other.w and self.h < other.h


def main():
    frames = []
    for _ in range(int(input())):
        frames.append(Frame(*map(int, input().split())))
    frames.sort(key=lambda f: f.w * f.h)
    for k, f in enumerate(frames):
        smaller = [g for g in frames[:k] if g.fits(f)]
        if smaller:
            f.inside = max(g.inside for g in smaller)
            f.value = max(g.value for g in smaller)
        f.inside += 1
        f.value += f.p
    print(max(f.inside for f in frames), max(f.value for f in frames))


main()
