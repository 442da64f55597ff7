"""For each team, list its best k scores."""

from ecode.corpus.kernel import Int, Kernel, Lines, Strs

KERNEL = Kernel(
    title="Best of each team",
    statement="Each line of $t$ holds a team and a score from 0 to 100000. For each team, in alphabetical order, take its $k$ largest scores (all if there are fewer), equal ones counted separately, from the largest to the smallest.",
    inputs=(Lines("t", "TEAM SCORE"), Int("k", 1, 100)),
    output=Strs("teams", "abcdefghijklmnopqrstuvwxyz:,0123456789"),
    output_text="the teams in order, each as 'team:score,score'",
    tags=("records", "grouping", "heap"),
    difficulty=1100,
    sizes=(6, 30, 420),
)


def generate(rng, size):
    kinds = rng.choice([1, 3, max(1, size // 3)]) if size < 100 else rng.choice([size // 20, size // 3])
    stock = ["".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(1, 5))) for _ in range(kinds)]
    top = rng.choice([5, 300, 100000])
    return [f"{rng.choice(stock)} {rng.randint(0, top)}" for _ in range(size)], rng.randint(1, rng.choice([2, 5, 30]))


def take_the_maximum_k_times(t, k):
    teams = sorted(set([line.split()[0] for line in t]))
    result = []
    for team in teams:
        scores = []
        for line in t:
            parts = line.split()
            if parts[0] == team:
                scores.append(int(parts[1]))
        best = []
        while scores and len(best) < k:
            top = max(scores)
            scores.remove(top)
            best.append(str(top))
        result.append(team + ":" + ",".join(best))
    return result


def keep_sorted_by_insertion(lines, k):
    names = []
    tables = []
    for line in lines:
        team, points = line.split()
        points = int(points)
        if team not in names:
            names.append(team)
            tables.append([])
        table = tables[names.index(team)]
        spot = 0
        while spot < len(table) and table[spot] >= points:
            spot += 1
        table.insert(spot, points)
    out = []
    for name in sorted(names):
        table = tables[names.index(name)][:k]
        out.append(name + ":" + ",".join(map(str, table)))
    return out


def group_then_sort(t, k):
    groups = {}
    for line in t:
        team, score = line.split()
        groups.setdefault(team, []).append(int(score))
    result = []
    for team in sorted(groups):
        scores = sorted(groups[team], reverse=True)
        result.append(f"{team}:{','.join(str(s) for s in scores[:k])}")
    return result


def small_heaps(t, k):
    from collections import defaultdict
    from heapq import heappush, heappushpop

    heaps = defaultdict(list)
    for line in t:
        team, score = line.split()
        if len(heaps[team]) < k:
            heappush(heaps[team], int(score))
        else:
            heappushpop(heaps[team], int(score))
    return [team + ":" + ",".join(map(str, sorted(heap)[::-1])) for team, heap in sorted(heaps.items())]


WAYS = (take_the_maximum_k_times, keep_sorted_by_insertion, (group_then_sort, small_heaps))
