# Everything is run from here: `make` lists it. Needs Python 3.11 or newer and make, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := pyproject.toml constraints.txt

# One thread for each test process: the tests share the cores among themselves.
PYTEST := OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --maxprocesses 4

.DEFAULT_GOAL := help
.PHONY: help demo chat run test check bench transcripts format style types contracts floor

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.has-demo ## watch a community teach a model (under a minute)
	@$(BIN)/python -m bot demo

chat: $(VENV)/.has-demo ## teach and ask in this terminal
	@$(BIN)/python -m bot chat

run: $(VENV)/.has-demo ## start the Discord bot
	@$(BIN)/python -m bot run

test: $(VENV)/.has-test ## run all tests
	$(PYTEST) --cov --cov-report=

check: style types contracts test floor ## run everything that has to be green before a commit

bench: $(VENV)/.has-test ## measure the learner's speed beside scikit-learn's
	$(BIN)/python -m tests.benchmarks

transcripts: $(VENV)/.has-test ## write the README's conversations anew, as the bot plays them
	$(BIN)/python -m pytest -n 0 -q --rewrite-transcripts tests/bot/discord_app/test_exchanges.py

format: $(VENV)/.has-check ## put the code into its one format
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

style: $(VENV)/.has-check
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types: $(VENV)/.has-check
	$(BIN)/mypy

contracts: $(VENV)/.has-check
	$(BIN)/lint-imports

# Reads what `make test` measured.
floor: $(VENV)/.has-test
	$(BIN)/coverage report --fail-under=92

# Stamps: what was installed once is not looked at again until the lock changes.
$(VENV)/.has-demo: $(LOCK) | $(BIN)/python
	$(call install,demo)
	@touch $@

$(VENV)/.has-test: $(LOCK) | $(BIN)/python
	$(call install,test)
	@touch $@ $(VENV)/.has-demo

$(VENV)/.has-check: $(LOCK) | $(BIN)/python
	$(call install,check)
	@touch $@ $(VENV)/.has-demo $(VENV)/.has-test

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Apprentice needs Python 3.11 or newer, not $$($(PYTHON) --version 2>&1):" \
			"name one, as in  make demo PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

define install
@echo "Installing what \`make $(1)\` needs into $(VENV): once, for a minute or two …"
@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[$(1)]"
endef
