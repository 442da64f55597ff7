with open("notes.txt", "w") as f:
    f.write("x")
assert open("notes.txt").read() == "x"
input()
print(sum(map(int, input().split())))
