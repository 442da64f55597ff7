class Watcher:
    def __init__(self, limit, window):
        self.limit = limit
        self.window = window
        self.events = []
        self.raised = []

    def forget(self, account):
        self.events = [e for e in self.events if e[1] != account]

    def fail(self, second, account):
        self.events = self.events + [(second, account)]
        recent = list(filter(lambda e: e[1] == account and e[0] > second - self.window, self.events))
        if len(recent) >= self.limit:
            self.raised.append((second, account))
            self.forget(account)


def main():
    n, k, w = [int(x) for x in input().split()]
    watcher = Watcher(k, w)
    for _ in range(n):
        second, account, result = input().split()
        if result == "ok":
            watcher.forget(account)
        else:
            watcher.fail(int(second), account)
    for second, account in watcher.raised:
        print(second, account)
    accounts = []
    for second, account in watcher.raised:
        if account not in accounts:
            accounts.append(account)
    print("alarms", len(watcher.raised), len(accounts))


if __name__ == "__main__":
    main()
