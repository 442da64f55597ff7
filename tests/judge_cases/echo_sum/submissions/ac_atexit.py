import atexit
out = []
atexit.register(lambda: print("".join(out)))
input()
out.append(str(sum(map(int, input().split()))))
