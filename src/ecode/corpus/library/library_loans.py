"""Count the overdue days and refused loans of a library."""

from ecode.corpus.kernel import Ints, Kernel, Rows

KERNEL = Kernel(
    title="Library loans",
    statement="The rows of $r$ are in order; each says that on the day 'day' (never decreasing) the reader 'reader' asks for the book 'book' or brings it back. If nobody has the book, the reader takes it; if this reader has it, the reader brings it back; if someone else has it, the request is refused. The fee of a loan is 1 for each day after the 14th day after it was taken.",
    inputs=(Rows("r", ("day", "reader", "book"), 1, 10**5, 1),),
    output=Ints("report", 0),
    output_text="the number of refused requests, the sum of the fees of all books brought back, and the number of books still lent at the end",
    tags=("records", "simulation", "hashing"),
    difficulty=1100,
    sizes=(6, 40, 470),
)


def generate(rng, size):
    readers = rng.choice([1, 2, 5])
    books = rng.choice([2, size // 4 + 1, size]) if size < 100 else rng.choice([size // 3, size // 2, size])
    day = rng.randint(1, 9)
    rows = []
    for _ in range(size):
        rows.append((day, rng.randint(1, readers), rng.randint(1, books)))
        day += rng.choice([0, 0, 1, 3, 10])
    return (rows,)


def replay_history_of_book(r):
    def holder_before(number, book):
        who = None
        since = None
        for i in range(number):
            if r[i][2] == book:
                if who is None:
                    who = r[i][1]
                    since = r[i][0]
                elif who == r[i][1]:
                    who = None
        return who, since

    refused = 0
    fees = 0
    for n in range(len(r)):
        day, reader, book = r[n]
        who, since = holder_before(n, book)
        if who is not None:
            if who != reader:
                refused += 1
            else:
                fees += max(0, day - since - 14)
    lent = 0
    counted = []
    for row in r:
        if row[2] not in counted:
            counted.append(row[2])
            if holder_before(len(r), row[2])[0] is not None:
                lent += 1
    return [refused, fees, lent]


def list_of_loans(requests):
    loans = []
    report = [0, 0, 0]
    for day, reader, book in requests:
        current = None
        for loan in loans:
            if loan["book"] == book:
                current = loan
        if current is None:
            loans.append({"book": book, "reader": reader, "day": day})
        elif current["reader"] == reader:
            late = day - current["day"] - 14
            if late > 0:
                report[1] += late
            loans.remove(current)
        else:
            report[0] += 1
    report[2] = len(loans)
    return report


def open_loans_by_book(r):
    lent = {}
    refused = fees = 0
    for day, reader, book in r:
        if book not in lent:
            lent[book] = reader, day
        elif lent[book][0] != reader:
            refused += 1
        else:
            fees += max(0, day - lent.pop(book)[1] - 14)
    return [refused, fees, len(lent)]


def sorted_by_book(r):
    # book after book, each in the order of its days
    no, fee, out = 0, 0, 0
    last_book = None
    holder = start = 0
    for day, reader, book in sorted(r, key=lambda row: row[2]):
        if book != last_book:
            out += holder != 0
            holder = 0
            last_book = book
        if holder == 0:
            holder, start = reader, day
        elif holder == reader:
            holder = 0
            if day > start + 14:
                fee += day - start - 14
        else:
            no += 1
    out += holder != 0
    return [no, fee, out]


WAYS = (replay_history_of_book, list_of_loans, (open_loans_by_book, sorted_by_book))
