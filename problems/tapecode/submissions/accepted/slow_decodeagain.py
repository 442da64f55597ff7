def decode(code):
    stitches = []
    digits = ""
    for ch in code:
        if ch.isdigit():
            digits += ch
        else:
            for _ in range(int(digits)):
                stitches.append(ch)
            digits = ""
    return stitches

def main():
    n, q = map(int, input().split())
    code = input().strip()
    for _ in range(q):
        question = input().split()
        stitches = decode(code)
        if question[0] == "at":
            print(stitches[int(question[1]) - 1])
        elif question[0] == "count":
            part = stitches[int(question[2]) - 1:int(question[3])]
            print(part.count(question[1]))
        else:
            places = [i for i, s in enumerate(stitches, 1) if s == question[1]]
            k = int(question[2])
            print(places[k - 1] if k <= len(places) else "no")

main()
