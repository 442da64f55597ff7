"""Order of tasks, always the smallest that is free."""

from ecode.corpus.kernel import Int, Ints, Kernel, Rows

KERNEL = Kernel(
    title="Smallest free task first",
    statement="There are tasks $1, \\ldots, n$; a row $(u, v)$ of $e$ says that $u$ must be done before $v$. Again and again the smallest task that is not done and whose predecessors are all done is done next, until there is no such task. List the tasks in the order in which they are done; the list may be shorter than $n$ or empty.",
    inputs=(Int("n", 1, 1000), Rows("e", ("u", "v"), 1, 1000, 0)),
    output=Ints("order", shortest=0),
    output_text="the tasks in this order",
    tags=("graphs", "topological order", "heaps"),
    difficulty=1500,
    sizes=(5, 25, 130),
)


def generate(rng, size):
    n = min(1000, size)
    rank = list(range(1, n + 1))
    rng.shuffle(rank)
    edges = []
    for _ in range(rng.choice([n // 2, n, 2 * n])):
        if n > 1:
            i, j = sorted(rng.sample(range(n), 2))
            edges.append((rank[i], rank[j]))
    if rng.random() < 0.2 and n > 1:
        i, j = sorted(rng.sample(range(n), 2))
        edges.append((rank[j], rank[i]))
    return n, edges


def scan_tasks_and_rows(n, e):
    order = []
    progress = True
    while progress:
        progress = False
        for task in range(1, n + 1):
            if task in order:
                continue
            free = True
            for u, v in e:
                if v == task and u not in order:
                    free = False
                    break
            if free:
                order.append(task)
                progress = True
                break
    return order


def minimum_of_free_list(n, edges):
    missing = {t: [] for t in range(1, n + 1)}
    for a, b in edges:
        missing[b].append(a)
    done = []
    free = [t for t in missing if not missing[t]]
    while free:
        t = min(free)
        free.remove(t)
        done.append(t)
        for other in missing:
            if t in missing[other]:
                missing[other] = [x for x in missing[other] if x != t]
                if not missing[other]:
                    free.append(other)
    return done


def heap_of_free_tasks(n, e):
    import heapq
    indeg = [0] * (n + 1)
    nxt = [[] for _ in range(n + 1)]
    for u, v in e:
        nxt[u].append(v)
        indeg[v] += 1
    heap = [t for t in range(1, n + 1) if indeg[t] == 0]
    res = []
    while heap:
        t = heapq.heappop(heap)
        res.append(t)
        for v in nxt[t]:
            indeg[v] -= 1
            if indeg[v] == 0:
                heapq.heappush(heap, v)
    return res


WAYS = (scan_tasks_and_rows, minimum_of_free_list, heap_of_free_tasks)
