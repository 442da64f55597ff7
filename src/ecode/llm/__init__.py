"""Language models of the user's own as proposers of a search: a server that speaks OpenAI's protocol, or a folder.

`choose.parse_model` makes a model of its name, `proposer.LanguageModelProposer` brings it into a search. A model gets
to see the program, its statement and what became of its earlier answers; the judge decides what those are worth.
"""
