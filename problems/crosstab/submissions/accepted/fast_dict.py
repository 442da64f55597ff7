import sys


def main():
    data = sys.stdin.read().split()
    cells = {}
    crops = set()
    for field, crop, grams in zip(data[1::3], data[2::3], data[3::3]):
        row = cells.get(field)
        if row is None:
            row = cells[field] = {}
        row[crop] = row.get(crop, 0) + int(grams)
        crops.add(crop)
    crops = sorted(crops)
    best = {}
    lines = []
    for field in sorted(cells):
        row = cells[field]
        for crop, total in row.items():
            if crop not in best or total > best[crop][0]:
                best[crop] = (total, field)
        lines.append((sum(row.values()), field))
    lines.sort(key=lambda x: -x[0])
    print("field", *crops, "sum")
    for total, field in lines:
        get = cells[field].get
        print(field, *[get(crop, "-") for crop in crops], total)
    print("best", *[best[crop][1] for crop in crops])


main()
