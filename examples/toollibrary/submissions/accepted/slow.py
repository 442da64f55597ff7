class Loan:
    def __init__(self, member, tool, days):
        self.member = member
        self.tool = tool
        self.days = days


def read_loans():
    loans = []
    n = int(input())
    for i in range(n):
        fields = input().split(",")
        loans.append(Loan(fields[0], fields[1], int(fields[2])))
    return loans


def favourite(tools):
    best = ""
    best_count = 0
    for tool in sorted(tools):
        # sorted, so the first one wins a tie
        if tools.count(tool) > best_count:
            best = tool
            best_count = tools.count(tool)
    return best


loans = read_loans()

# collect all the names
members = []
for loan in loans:
    if loan.member not in members:
        members.append(loan.member)
members.sort()

text = ""
for member in members:
    mine = [loan for loan in loans if loan.member == member]
    total = sum([loan.days for loan in mine])
    fee = 0
    for loan in mine:
        if loan.days > 7:
            fee = fee + (loan.days - 7) * 15
    tools = [loan.tool for loan in mine]
    text = text + "%s %d %d %s %d.%02d\n" % (member, len(mine), total, favourite(tools), fee // 100, fee % 100)

all_tools = [loan.tool for loan in loans]
idle = 0
for tool in set(all_tools):
    if all_tools.count(tool) == 1:
        idle += 1
text = text + "idle " + str(idle)
print(text)
