def main():
    first_line = input().split()
    n = int(first_line[0])
    limit = int(first_line[1])
    water = [int(i) for i in input().split()]
    for word in input().split():
        k = int(word)
        calm = 0
        answer = (99999, 0)
        for start in range(0, n - k + 1):
            highest = lowest = water[start]
            for day in range(start + 1, start + k):
                if water[day] > highest:
                    highest = water[day]
                elif water[day] < lowest:
                    lowest = water[day]
            if highest - lowest <= limit:
                calm += 1
            answer = min(answer, (highest - lowest, start + 1))
        print(calm, answer[0], answer[1])


main()
