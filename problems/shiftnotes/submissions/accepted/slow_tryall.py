n, q = map(int, input().split())
words = input().split()

def shift_back(text, k):
    result = ""
    for ch in text:
        if ch == " ":
            result += " "
        else:
            result += chr((ord(ch) - ord("a") - k) % 26 + ord("a"))
    return result

appeared = []
for _ in range(q):
    note = input().strip()
    best = (0, 0)
    best_k = -1
    for k in range(26):
        text = shift_back(note, k)
        count = 0
        letters = 0
        for w in text.split():
            if w in words:
                count += 1
                letters += len(w)
        if (count, letters) > best:
            best = (count, letters)
            best_k = k
    if best_k == -1:
        print("?", note)
    else:
        text = shift_back(note, best_k)
        print(best_k, text)
        for w in text.split():
            if w in words:
                appeared.append(w)
if appeared == []:
    print("none 0")
else:
    top = words[0]
    for w in words:
        if appeared.count(w) > appeared.count(top):
            top = w
    print(top, appeared.count(top))
