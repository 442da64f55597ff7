"""An answer that says it equals everything is compared as the bytes that it printed."""


class Everything(str):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = str.__hash__


answer = Everything("wrong")
print(answer)
