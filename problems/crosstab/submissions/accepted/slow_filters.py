import sys


class Table:
    def __init__(self, records):
        self.records = records

    def fields(self):
        return sorted(set(r[0] for r in self.records))

    def crops(self):
        return sorted(set(r[1] for r in self.records))

    def row(self, field):
        return [r for r in self.records if r[0] == field]

    def cell(self, field, crop):
        weights = [int(r[2]) for r in self.row(field) if r[1] == crop]
        return sum(weights) if weights else None

    def total(self, field):
        return sum(int(r[2]) for r in self.row(field))

    def best(self, crop):
        winner = None
        for field in self.fields():
            value = self.cell(field, crop)
            if value is not None and (winner is None or value > self.cell(winner, crop)):
                winner = field
        return winner


table = Table([line.split() for line in sys.stdin.read().splitlines()[1:]])
print("field", *table.crops(), "sum")
totals = sorted((-table.total(f), f) for f in table.fields())
for total, field in totals:
    shown = []
    for crop in table.crops():
        value = table.cell(field, crop)
        shown.append("-" if value is None else value)
    print(field, *shown, -total)
print("best", *[table.best(crop) for crop in table.crops()])
