"""Find the longest well-formed substring of brackets."""

from ecode.corpus.kernel import Int, Kernel, Str

KERNEL = Kernel(
    title="Longest balanced block",
    statement="Find the length of the longest substring of $s$ that is a well-formed sequence of round brackets (each opening bracket is closed later, and nothing is closed that is not open). If there is none, the length is 0.",
    inputs=(Str("s", "()"),),
    output=Int("length"),
    output_text="the length of this substring",
    tags=("strings", "brackets"),
    difficulty=1400,
    sizes=(8, 50, 330),
)


def generate(rng, size):
    mode = rng.randrange(4)
    if mode == 0:
        return ("".join(rng.choice("()") for _ in range(size)),)
    if mode == 1:
        return ((("(" * rng.randint(1, size) + ")" * rng.randint(1, size)) * size)[:size],)
    s = []
    depth = 0
    while len(s) < size:
        if rng.random() < 0.03:
            s.append(rng.choice("()"))
        elif depth and rng.random() < 0.5:
            s.append(")")
            depth -= 1
        else:
            s.append("(")
            depth += 1
    return ("".join(s),)


def erase_pairs_in_slices(s):
    longest = 0
    for i in range(len(s)):
        for length in range((len(s) - i) // 2 * 2, longest, -2):
            piece = s[i:i + length]
            while "()" in piece:
                piece = piece.replace("()", "")
            if piece == "":
                longest = length
                break
    return longest


def depth_from_each_start(s):
    best = 0
    n = len(s)
    for start in range(n):
        depth = 0
        for pos in range(start, n):
            if s[pos] == "(":
                depth += 1
            else:
                depth -= 1
            if depth < 0:
                break
            if depth == 0 and pos - start + 1 > best:
                best = pos - start + 1
    return best


def stack_of_borders(s):
    stack = [-1]
    answer = 0
    for i, c in enumerate(s):
        if c == "(":
            stack.append(i)
            continue
        stack.pop()
        if stack:
            answer = max(answer, i - stack[-1])
        else:
            stack.append(i)
    return answer


def sweep_both_directions(brackets):
    def sweep(text, opening):
        up = down = top = 0
        for ch in text:
            if ch == opening:
                up += 1
            else:
                down += 1
                if down == up:
                    if 2 * up > top:
                        top = 2 * up
                elif down > up:
                    up = down = 0
        return top

    return max(sweep(brackets, "("), sweep(brackets[::-1], ")"))


WAYS = (erase_pairs_in_slices, depth_from_each_start, (stack_of_borders, sweep_both_directions))
