n, k = map(int, input().split())
book = []
for i in range(n):
    line = input().lower()
    clean = ""
    for ch in line:
        if "a" <= ch <= "z":
            clean += ch
        else:
            clean += " "
    book.append(clean.split())

all_words = []
for words in book:
    for w in words:
        if w not in all_words:
            all_words.append(w)
all_words.sort()

nothing = True
for w in all_words:
    nums = []
    times = 0
    for i in range(n):
        c = book[i].count(w)
        if c > 0:
            nums.append(i + 1)
            times += c
    if len(nums) > k:
        continue
    nothing = False
    res = w + " " + str(times)
    i = 0
    while i < len(nums):
        j = i
        while j + 1 < len(nums) and nums[j + 1] == nums[j] + 1:
            j += 1
        if j - i >= 2:
            res += " " + str(nums[i]) + "-" + str(nums[j])
        else:
            for q in range(i, j + 1):
                res += " " + str(nums[q])
        i = j + 1
    print(res)
if nothing:
    print("nothing")
