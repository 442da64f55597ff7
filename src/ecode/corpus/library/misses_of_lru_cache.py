"""Count the misses of a cache that drops the least recently used page."""

from ecode.corpus.kernel import Int, Ints, Kernel

KERNEL = Kernel(
    title="Misses of a cache",
    statement="A cache holds at most $k$ pages and is empty at first. The pages of $p$ are asked for in order. If a page is not in the cache this is a miss: it is put there, and if there would be more than $k$ pages, the one whose last use is longest ago is dropped.",
    inputs=(Ints("p", 1, 10**6), Int("k", 1, 1000)),
    output=Int("misses"),
    output_text="the number of misses",
    tags=("simulation", "caches"),
    difficulty=1200,
    sizes=(8, 60, 600),
)


def generate(rng, size):
    kinds = rng.choice([2, size // 3 + 1, size]) if size < 200 else rng.choice([60, 100, 140])
    skewed = rng.random() < 0.5
    pages = [min(rng.randint(1, kinds), rng.randint(1, kinds) if skewed else kinds) for _ in range(size)]
    k = rng.randint(1, max(1, min(kinds, 1000))) if size < 200 else rng.randint(kinds // 2, kinds)
    return pages, k


def oldest_searched_in_past(p, k):
    cache = []
    misses = 0
    for i in range(len(p)):
        if p[i] in cache:
            continue
        misses += 1
        if len(cache) == k:
            oldest = None
            oldest_time = i
            for page in cache:
                j = i - 1
                while p[j] != page:
                    j -= 1
                if j < oldest_time:
                    oldest_time = j
                    oldest = page
            cache.remove(oldest)
        cache.append(p[i])
    return misses


def times_of_last_use(pages, capacity):
    last = {}
    missed = 0
    for now, page in enumerate(pages):
        if page not in last:
            missed += 1
            if len(last) == capacity:
                victim = min(last, key=lambda x: last[x])
                del last[victim]
        last[page] = now
    return missed


def list_front_to_back(p, k):
    shelf = []
    count = 0
    for page in p:
        if page in shelf:
            shelf.remove(page)
        else:
            count += 1
            if len(shelf) >= k:
                shelf.pop(0)
        shelf.append(page)
    return count


def ordered_dictionary(p, k):
    from collections import OrderedDict

    cache = OrderedDict()
    misses = 0
    for page in p:
        if page in cache:
            cache.move_to_end(page)
        else:
            misses += 1
            cache[page] = True
            if len(cache) > k:
                cache.popitem(last=False)
    return misses


def plain_dict_order(p, k):
    # a dict remembers the order of insertion
    cache = {}
    misses = 0
    for page in p:
        if page in cache:
            del cache[page]
        else:
            misses += 1
            if len(cache) == k:
                del cache[next(iter(cache))]
        cache[page] = None
    return misses


WAYS = (oldest_searched_in_past, (times_of_last_use, list_front_to_back), (ordered_dictionary, plain_dict_order))
