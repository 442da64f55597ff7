import os
print(sum(map(int, os.read(0, 1 << 20).split()[1:])))
