"""A small local HTTP service around the judge, the races and the search. Needs the extra `[serve]`."""
