"""Name the leader after each vote."""

from ecode.corpus.kernel import Kernel, Strs

KERNEL = Kernel(
    title="Leader after each vote",
    statement="The words of $w$ are votes for names, counted in order. After each vote the leader is the name with the most votes so far; among equals the one that got a vote most recently.",
    inputs=(Strs("w"),),
    output=Strs("leaders"),
    output_text="the leader after each vote",
    tags=("records", "counting"),
    difficulty=1000,
    sizes=(6, 40, 330),
)


def generate(rng, size):
    kinds = rng.choice([2, 5, size // 3 + 1, size])
    stock = ["".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(1, 6))) for _ in range(kinds)]
    return ([rng.choice(stock) for _ in range(size)],)


def recount_after_each(w):
    leaders = []
    for end in range(1, len(w) + 1):
        votes = {}
        last = {}
        for i in range(end):
            votes[w[i]] = votes.get(w[i], 0) + 1
            last[w[i]] = i
        best = None
        for name in votes:
            if best is None or (votes[name], last[name]) > (votes[best], last[best]):
                best = name
        leaders.append(best)
    return leaders


def search_all_names(votes):
    score = {}
    moment = {}
    result = []
    for time, name in enumerate(votes):
        score[name] = score.get(name, 0) + 1
        moment[name] = time
        result.append(max(score, key=lambda x: (score[x], moment[x])))
    return result


def only_the_voted_can_lead(w):
    count = {}
    leader, most = "", 0
    out = []
    for name in w:
        count[name] = count.get(name, 0) + 1
        if count[name] >= most:
            leader, most = name, count[name]
        out.append(leader)
    return out


def height_of_piles(names):
    from collections import defaultdict

    height = defaultdict(int)
    piles = []
    leaders = []
    for name in names:
        # piles[h] is the newest name that reached h + 1 votes
        h = height[name]
        height[name] += 1
        if h == len(piles):
            piles.append(name)
        else:
            piles[h] = name
        leaders.append(piles[-1])
    return leaders


WAYS = (recount_after_each, search_all_names, (only_the_voted_can_lead, height_of_piles))
