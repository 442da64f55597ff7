k, n = map(int, input().split())
quotas = []
for i in range(k):
    a, b = input().split()
    quotas.append((a, int(b)))

files = {}

def folder_size(folder):
    total = 0
    for name in files:
        if name.startswith(folder + "/"):
            total += files[name]
    return total

for i in range(n):
    cmd = input().split()
    if cmd[0] == "put":
        name = cmd[1]
        had = name in files
        old = files.get(name)
        files[name] = int(cmd[2])
        worst = ""
        for folder, quota in quotas:
            if name.startswith(folder + "/") and folder_size(folder) > quota:
                if len(folder) > len(worst):
                    worst = folder
        if worst != "":
            print("full", worst)
            if had:
                files[name] = old
            else:
                del files[name]
    elif cmd[0] == "del":
        if cmd[1] in files:
            del files[cmd[1]]
        else:
            print("missing")
    else:
        print(folder_size(cmd[1]))
print("files", len(files), sum(files.values()))
