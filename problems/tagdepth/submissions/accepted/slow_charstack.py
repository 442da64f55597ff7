class Element:
    def __init__(self, name, depth):
        self.name = name
        self.depth = depth
        self.text = ""

def main():
    text = ""
    for _ in range(int(input())):
        text += input()
    elements = []
    open_ones = []
    inside = {}
    while text != "":
        if text[0] == "<":
            end = text.find(">")
            tag = text[1:end]
            text = text[end + 1:]
            if tag[0] == "/":
                open_ones.pop()
            else:
                open_ones.append(Element(tag, len(open_ones) + 1))
                elements.append(open_ones[-1])
        else:
            for e in open_ones:
                e.text = e.text + text[0]
            for name in set(e.name for e in open_ones):
                inside[name] = inside.get(name, 0) + 1
            text = text[1:]
    for name in sorted(set(e.name for e in elements)):
        mine = [e for e in elements if e.name == name]
        print(name, len(mine), max(len(e.text) for e in mine), max(e.depth for e in mine), inside.get(name, 0))

main()
