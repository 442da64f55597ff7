# -*- coding: latin-1 -*-
# café
input()
print(sum(map(int, input().split())))
