"""Count the different folders visited by change commands."""

from ecode.corpus.kernel import Int, Kernel, Strs

KERNEL = Kernel(
    title="Visited folders",
    statement="A walk begins in the root folder. Each word of $c$ is a command: '/' goes to the root, '..' goes to the folder above (at the root nothing happens), and a name goes into the subfolder of this name of the current folder. Count the different folders visited, the root included.",
    inputs=(Strs("c", "abcdefghijklmnopqrstuvwxyz./"),),
    output=Int("folders", 1),
    output_text="the number of different folders",
    tags=("strings", "trees", "simulation"),
    difficulty=1200,
    sizes=(7, 50, 1150),
)


def generate(rng, size):
    names = ["".join(rng.choice("abcxyz") for _ in range(rng.randint(1, 5))) for _ in range(rng.choice([1, 3, 30]))]
    up = rng.choice([0.2, 0.4, 0.5])
    commands = []
    for _ in range(size):
        x = rng.random()
        commands.append("/" if x < 2 / (size + 10) else ".." if x < up else rng.choice(names))
    return (commands,)


def rebuild_path_text(c):
    path = "/"
    seen = [path]
    for command in c:
        if command == "/":
            path = "/"
        elif command == "..":
            parts = path.split("/")[1:-1]
            path = "/"
            for part in parts[:-1]:
                path += part + "/"
        else:
            path += command + "/"
        if path not in seen:
            seen.append(path)
    return len(seen)


def copies_of_lists(commands):
    here = []
    visited = [[]]
    for word in commands:
        if word == "/":
            here = []
        elif word == "..":
            here = here[:-1]
        else:
            here = here + [word]
        known = False
        for folder in visited:
            if folder == here:
                known = True
                break
        if not known:
            visited.append(here)
    return len(visited)


def set_of_paths(c):
    path = ""
    seen = {path}
    for x in c:
        if x == "/":
            path = ""
        elif x == "..":
            path = path.rpartition("/")[0]
        else:
            path = path + "/" + x
        seen.add(path)
    return len(seen)


def numbered_folders(c):
    child = {}
    above = [0]
    here = 0
    for word in c:
        if word == "/":
            here = 0
        elif word == "..":
            here = above[here]
        else:
            key = (here, word)
            if key not in child:
                child[key] = len(above)
                above.append(here)
            here = child[key]
    return len(above)


def nested_dictionaries(words):
    root = {}
    trail = [root]
    count = 1
    for word in words:
        if word == "..":
            if len(trail) > 1:
                trail.pop()
        elif word == "/":
            trail = [root]
        else:
            if word not in trail[-1]:
                trail[-1][word] = {}
                count += 1
            trail.append(trail[-1][word])
    return count


WAYS = ((rebuild_path_text, copies_of_lists), (set_of_paths, numbered_folders, nested_dictionaries))
