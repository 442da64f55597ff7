class Group:
    def __init__(self, word, number):
        self.number = number
        self.size = 1
        self.turns = []
        for i in range(len(word)):
            self.turns.append(word[i:] + word[:i])

    def has(self, word):
        return word in self.turns


groups = []
n = int(input())
for number in range(1, n + 1):
    word = input().strip()
    mine = [g for g in groups if g.has(word)]
    if mine:
        mine[0].size += 1
    else:
        groups.append(Group(word, number))
pairs = 0
top = groups[0]
for g in groups:
    pairs += g.size * (g.size - 1) // 2
    if g.size > top.size:
        top = g
print(len(groups), pairs, top.number)
