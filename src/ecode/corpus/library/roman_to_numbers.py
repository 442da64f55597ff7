"""Turn Roman numerals into numbers."""

from ecode.corpus.kernel import Ints, Kernel, Strs

KERNEL = Kernel(
    title="Roman numerals",
    statement="Each word of $w$ is a Roman numeral from 1 to 3999 in the usual form (I 1, V 5, X 10, L 50, C 100, D 500, M 1000; IV 4, IX 9, XL 40, XC 90, CD 400, CM 900). Find the values.",
    inputs=(Strs("w", "IVXLCDM"),),
    output=Ints("values"),
    output_text="the value of each numeral",
    tags=("strings", "numerals"),
    difficulty=1000,
    sizes=(5, 30, 500),
)


def generate(rng, size):
    parts = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")]
    parts += [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    top = rng.choice([50, 3999, 3999])
    words = []
    for _ in range(size):
        number = rng.randint(1, top)
        word = ""
        for value, letters in parts:
            word += letters * (number // value)
            number %= value
        words.append(word)
    return (words,)


def search_in_written_table(w):
    ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
    hundreds = ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"]
    table = []
    for t in range(4):
        for h in hundreds:
            for z in tens:
                for e in ones:
                    table.append("M" * t + h + z + e)
    return [table.index(word) for word in w]


def peel_off_the_front(numerals):
    pairs = [("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50),
             ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)]
    results = []
    for numeral in numerals:
        total = 0
        for letters, value in pairs:
            while numeral.startswith(letters):
                total += value
                numeral = numeral[len(letters):]
        results.append(total)
    return results


def compare_with_next(w):
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    out = []
    for word in w:
        total = 0
        previous = 1000
        for letter in word:
            value = worth[letter]
            total += value
            if value > previous:
                total -= 2 * previous
            previous = value
        out.append(total)
    return out


def counts_minus_pairs(w):
    res = []
    for x in w:
        n = x.count
        value = n("M") * 1000 + n("D") * 500 + n("C") * 100 + n("L") * 50 + n("X") * 10 + n("V") * 5 + n("I")
        # a smaller sign before a bigger one counts negative
        if "IV" in x or "IX" in x:
            value -= 2
        if "XL" in x or "XC" in x:
            value -= 20
        if "CD" in x or "CM" in x:
            value -= 200
        res.append(value)
    return res


WAYS = (peel_off_the_front, search_in_written_table, (compare_with_next, counts_minus_pairs))
