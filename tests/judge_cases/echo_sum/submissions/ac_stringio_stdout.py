import io, os, sys
real = sys.stdout
sys.stdout = io.StringIO()
input()
print(sum(map(int, input().split())))
os.write(1, sys.stdout.getvalue().encode())
