"""Report a player's place in the table after each game."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Place after each game",
    statement="All players start with 0 points. Each row of $g$ adds 'points' to the total of 'player'. After each row find the place of this player: 1 plus the number of other players whose total is greater at this moment.",
    inputs=(Rows("g", ("player", "points"), 0, 10**4, 1),),
    output=Ints("places", 1),
    output_text="the place after each row",
    tags=("records", "binary search", "ranking"),
    difficulty=1400,
    sizes=(6, 40, 400),
)


def generate(rng, size):
    players = rng.choice([2, size // 3 + 1, size]) if size < 100 else rng.choice([size // 2, size, 4 * size])
    top = rng.choice([2, 100, 9999])
    return ([(rng.randint(1, players), rng.randint(0, top)) for _ in range(size)],)


def total_from_the_beginning(g):
    places = []
    for n in range(1, len(g) + 1):
        totals = {}
        for player, points in g[:n]:
            totals[player] = totals.get(player, 0) + points
        mine = totals[g[n - 1][0]]
        place = 1
        for player in totals:
            if totals[player] > mine:
                place += 1
        places.append(place)
    return places


def sort_the_table(games):
    table = {}
    result = []
    for player, points in games:
        table[player] = table.get(player, 0) + points
        ranking = sorted(table.values(), reverse=True)
        result.append(ranking.index(table[player]) + 1)
    return result


def count_the_better(g):
    total = {}
    out = []
    for who, plus in g:
        total[who] = total.get(who, 0) + plus
        mine = total[who]
        out.append(1 + sum([x > mine for x in total.values()]))
    return out


def sorted_totals_kept(g):
    from bisect import bisect_left, bisect_right, insort

    total = {}
    in_order = []
    places = []
    for player, points in g:
        if player in total:
            del in_order[bisect_left(in_order, total[player])]
            total[player] += points
        else:
            total[player] = points
        mine = total[player]
        places.append(len(in_order) - bisect_right(in_order, mine) + 1)
        insort(in_order, mine)
    return places


WAYS = (total_from_the_beginning, (sort_the_table, count_the_better), sorted_totals_kept)
