import sys


class Person:
    def __init__(self, name, birth):
        self.name = name
        self.birth = birth
        self.here = True

    def age(self, today):
        years = int(today[:4]) - int(self.birth[:4])
        return years if today[5:] >= self.birth[5:] else years - 1


def elder(book):
    here = [p for p in book if p.here]
    here.sort(key=lambda p: (p.birth, p.name))
    return here[0] if here else None


def main():
    book = []
    for line in sys.stdin.read().splitlines()[1:]:
        today, event, *rest = line.split()
        if event == "born":
            book.append(Person(rest[0], today))
        elif event == "came":
            book.append(Person(rest[0], rest[1]))
        elif event == "elder":
            p = elder(book)
            print("nobody" if p is None else f"{p.name} {p.age(today)}")
        else:
            [p for p in book if p.name == rest[0]][0].here = False


main()
