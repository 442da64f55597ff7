xs = []
while True:
    xs.append("x" * 10**6 + str(len(xs)))
