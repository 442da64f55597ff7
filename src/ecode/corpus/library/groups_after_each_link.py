"""Number of groups after each new link."""

from ecode.corpus.kernel import Int, Ints, Kernel, Rows

KERNEL = Kernel(
    title="Groups after each link",
    statement="At first $n$ people $1, \\ldots, n$ do not know each other. The rows of $e$ add links one after the other, perhaps repeated or between a person and himself. Two people are in the same group if a chain of links joins them. After each link count the groups.",
    inputs=(Int("n", 1, 1000), Rows("e", ("u", "v"), 1, 1000, 1)),
    output=Ints("groups"),
    output_text="the number of groups after each link, in order",
    tags=("graphs", "union-find"),
    difficulty=1400,
    sizes=(4, 20, 75),
)


def generate(rng, size):
    n = min(1000, max(1, size * rng.choice([1, 1, 2]) - rng.randint(0, size // 4)))
    rows = []
    for _ in range(size):
        u = rng.randint(1, n)
        rows.append((u, u if rng.random() < 0.03 else rng.randint(1, n)))
    return n, rows


def search_again_each_time(n, e):
    answers = []
    adj = {v: [] for v in range(1, n + 1)}
    for u, v in e:
        adj[u].append(v)
        adj[v].append(u)
        seen = []
        count = 0
        for s in range(1, n + 1):
            if s in seen:
                continue
            count += 1
            stack = [s]
            seen.append(s)
            while stack:
                x = stack.pop()
                for y in adj[x]:
                    if y not in seen:
                        seen.append(y)
                        stack.append(y)
        answers.append(count)
    return answers


def rewrite_all_labels(n, links):
    label = list(range(n + 1))
    result = []
    for a, b in links:
        old, new = label[a], label[b]
        for i in range(1, n + 1):
            if label[i] == old:
                label[i] = new
        result.append(len(set(label[1:])))
    return result


def merge_small_sets(n, e):
    group = {v: {v} for v in range(1, n + 1)}
    count, out = n, []
    for u, v in e:
        a, b = group[u], group[v]
        if a is not b:
            if len(a) < len(b):
                a, b = b, a
            a |= b
            for x in b:
                group[x] = a
            count -= 1
        out.append(count)
    return out


def parents_with_halving(n, e):
    parent = list(range(n + 1))
    left = n
    ans = []
    for u, v in e:
        while parent[u] != u:
            parent[u] = parent[parent[u]]
            u = parent[u]
        while parent[v] != v:
            parent[v] = parent[parent[v]]
            v = parent[v]
        if u != v:
            parent[u] = v
            left -= 1
        ans.append(left)
    return ans


WAYS = (search_again_each_time, rewrite_all_labels, (merge_small_sets, parents_with_halving))
