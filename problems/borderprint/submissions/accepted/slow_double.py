def roller_length(t):
    # a word is found in its double at its shortest rotation
    return (t + t).find(t, 1)


def main():
    n = int(input())
    border = input()
    text = ""
    regular = []
    for letter in border:
        text += letter
        p = roller_length(text)
        if p < len(text):
            regular.append((len(text), p))
    print(len(regular))
    if len(regular) == 0:
        print("0 0")
    else:
        print(regular[-1][0], regular[-1][1])
    answer = 0
    for a, b in regular:
        answer += a // b
    print(answer)


main()
