n, q = map(int, input().split())
code = input()
text = ""
num = ""
for ch in code:
    if ch in "0123456789":
        num += ch
    else:
        text += ch * int(num)
        num = ""
for _ in range(q):
    cmd = input().split()
    if cmd[0] == "at":
        print(text[int(cmd[1]) - 1])
    elif cmd[0] == "count":
        c = 0
        for i in range(int(cmd[2]) - 1, int(cmd[3])):
            if text[i] == cmd[1]:
                c += 1
        print(c)
    else:
        left = int(cmd[2])
        pos = 0
        for ch in text:
            pos += 1
            if ch == cmd[1]:
                left -= 1
                if left == 0:
                    break
        if left > 0:
            print("no")
        else:
            print(pos)
