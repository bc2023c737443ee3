# `make chat` and `make test` need nothing done before them: they set up .venv the first time.
# Choose another Python with PYTHON=python3.12, pass options on with ARGS="--port 8000".

PYTHON ?= python3
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
SET_UP := pyproject.toml constraints.txt setup.py scripts/set-up.sh scripts/cpu-torch.sh

# A library of the shipped digests alone, and runs that `make clean` leaves, so that the report shows how they went on.
NIGHTLY := DISCLOSURE_LIBRARY=build/nightly/library DISCLOSURE_RUNS=runs $(BIN)/disclosure eval

.DEFAULT_GOAL := help
.PHONY: help chat test check nightly bundle clean
# One thing at a time under -j too: all of them write to the same .venv.
.NOTPARALLEL:

help: ## list these words
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "  %-12s %s\n", $$1, $$2}'

chat: $(VENV)/.runtime ## open the chat page in the browser
	@$(BIN)/disclosure chat $(ARGS)

test: check ## run all checks, then the tests
	$(BIN)/pytest $(ARGS)

nightly: test ## all checks and tests, then all evaluation cases: bars, baseline, a report
	$(NIGHTLY) stale
	$(NIGHTLY) gate; passed=$$?; $(NIGHTLY) report && exit $$passed

check: $(VENV)/.development ## format, lint, types and import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-logo

bundle: $(VENV)/.runtime ## pack everything for an office without internet, into dist/
	@sh scripts/bundle.sh

clean: ## remove what these commands made
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find assistant index evals tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps make every later run start at once.
$(VENV)/.runtime: $(SET_UP)
	@PYTHON="$(PYTHON)" sh scripts/set-up.sh runtime

$(VENV)/.development: $(SET_UP)
	@PYTHON="$(PYTHON)" sh scripts/set-up.sh development
