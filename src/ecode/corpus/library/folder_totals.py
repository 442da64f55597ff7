"""Sum the sizes of files for every folder."""

from ecode.corpus.kernel import Kernel, Lines, Strs

KERNEL = Kernel(
    title="Totals of folders",
    statement="Each line of $t$ holds the path of a file, made of folder names and the file name with slashes between them, and its size. The total of a folder is the sum of the sizes of all lines whose files lie in it or in folders inside it. List all folders that occur, by their paths in alphabetical order of the path strings; the slash comes before all letters.",
    inputs=(Lines("t", "PATH SIZE"),),
    output=Strs("totals", "abcdefghijklmnopqrstuvwxyz/=0123456789."),
    output_text="the folders, each as 'path=total', or a single dot if there is no folder",
    tags=("records", "trees", "hashing"),
    difficulty=1300,
    sizes=(4, 25, 190),
)


def generate(rng, size):
    names = ["".join(rng.choice("abcdefgh") for _ in range(rng.randint(1, 3))) for _ in range(rng.choice([2, 6, 12]))]
    deepest = rng.choice([0, 1, 3, 6]) if size < 100 else rng.choice([3, 5, 6])
    lines = []
    for _ in range(size):
        path = [rng.choice(names) for _ in range(rng.randint(0, deepest))] + [rng.choice(names) + "x"]
        lines.append("/".join(path) + " " + str(rng.randint(0, 999)))
    return (lines,)


def rescan_for_each_folder(t):
    folders = []
    for line in t:
        parts = line.split()[0].split("/")
        for k in range(1, len(parts)):
            folder = "/".join(parts[:k])
            if folder not in folders:
                folders.append(folder)
    folders.sort()
    result = []
    for folder in folders:
        total = 0
        for line in t:
            if line.startswith(folder + "/"):
                total += int(line.split()[1])
        result.append(folder + "=" + str(total))
    if not result:
        result = ["."]
    return result


def list_of_entries(lines):
    entries = []
    for line in lines:
        path, size = line.split(" ")
        for i, ch in enumerate(path):
            if ch == "/":
                for entry in entries:
                    if entry[0] == path[:i]:
                        entry[1] += int(size)
                        break
                else:
                    entries.append([path[:i], int(size)])
    return [f"{name}={total}" for name, total in sorted(entries)] or ["."]


def climb_to_the_top(t):
    from collections import defaultdict

    total = defaultdict(int)
    for line in t:
        path, size = line.split()
        folder = path.rpartition("/")[0]
        while folder:
            total[folder] += int(size)
            folder = folder.rpartition("/")[0]
    return [f"{folder}={total[folder]}" for folder in sorted(total)] or ["."]


def children_added_to_parents(t):
    direct = {}
    for line in t:
        path, size = line.split()
        folder = path[:path.rfind("/") + 1]
        direct[folder] = direct.get(folder, 0) + int(size)
    # the deepest folders first; each hands its sum to the one above
    levels = {}
    for folder in direct:
        levels.setdefault(folder.count("/"), []).append(folder)
    for depth in range(max(levels), 0, -1):
        for folder in levels.get(depth, []):
            above = folder[:folder.rfind("/", 0, -1) + 1]
            if above not in direct:
                direct[above] = 0
                levels.setdefault(depth - 1, []).append(above)
            direct[above] += direct[folder]
    direct.pop("", None)
    return [name[:-1] + "=" + str(direct[name]) for name in sorted(direct, key=lambda n: n[:-1])] or ["."]


WAYS = (rescan_for_each_folder, list_of_entries, (climb_to_the_top, children_added_to_parents))
