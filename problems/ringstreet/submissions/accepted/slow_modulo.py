def letters_between(street, a, b):
    count = (b - a) % len(street) + 1
    return sum(street[(a + k) % len(street)] for k in range(count))


def main():
    n, q = [int(w) for w in input().split()]
    street = [int(w) for w in input().split()]
    answers = []
    for _ in range(q):
        a, b = [int(w) for w in input().split()]
        answers.append(letters_between(street, a - 1, b - 1))
    for x in answers:
        print(x)
    print(answers.index(max(answers)) + 1)


main()
