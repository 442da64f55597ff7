def settle(open_bills, cafe, cents):
    exact = [b for b in open_bills if b["cafe"] == cafe and b["cents"] == cents]
    if exact:
        open_bills.remove(exact[0])
        return str(exact[0]["number"])
    own = [b for b in open_bills if b["cafe"] == cafe][:2]
    if len(own) == 2 and own[0]["cents"] + own[1]["cents"] == cents:
        for b in own:
            open_bills.remove(b)
        return " ".join(str(b["number"]) for b in own)
    return "aside"


def main():
    open_bills = []
    for _ in range(int(input())):
        words = input().split()
        if words[0] == "bill":
            open_bills.append({"number": int(words[1]), "cafe": words[2], "cents": int(words[3])})
        else:
            print(settle(open_bills, words[1], int(words[2])))
    print("open", len(open_bills), sum(b["cents"] for b in open_bills))


if __name__ == "__main__":
    main()
