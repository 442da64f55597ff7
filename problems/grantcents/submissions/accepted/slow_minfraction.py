import sys


class Club:
    def __init__(self, name, size, factor):
        self.name = name
        self.size = size
        self.factor = factor
        self.coins = 0

    def share(self):
        return self.coins * self.factor


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


rows = [line.split() for line in sys.stdin]
k = int(rows[0][0])
common = 1
for name, size in rows[1 : k + 1]:
    common = common * int(size) // gcd(common, int(size))
clubs = [Club(name, int(size), common // int(size)) for name, size in rows[1 : k + 1]]
for coins in rows[k + 1]:
    before = [club.coins for club in clubs]
    for _ in range(int(coins)):
        min(clubs, key=lambda club: club.share()).coins += 1
    print(*[club.coins - b for club, b in zip(clubs, before)])
clubs.sort(key=lambda club: (-club.coins, club.size, club.name))
print(clubs[0].name)
