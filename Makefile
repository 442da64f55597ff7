# Two commands for a newcomer: `make demo` and `make test`. Both set everything up first.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin

.PHONY: setup demo test test-all check clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml scripts/setup
	PYTHON=$(PYTHON) VENV=$(VENV) bash scripts/setup
	touch $@

demo: setup
	PATH="$(CURDIR)/$(BIN):$$PATH" bash scripts/demo

check: setup
	PATH="$(CURDIR)/$(BIN):$$PATH" bash scripts/check

test: check
	PATH="$(CURDIR)/$(BIN):$$PATH" bash scripts/test

test-all: check
	PATH="$(CURDIR)/$(BIN):$$PATH" bash scripts/test all

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache build dist
