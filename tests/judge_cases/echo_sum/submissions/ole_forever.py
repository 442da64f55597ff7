while True:
    print("x" * 10**5)
