# make demo   set up, then read the two bundled samples into tables and a page
# make test   set up, then run all tests
# make check  format, lint, types, layers, resources, tests
# make docs   write the reference pages that follow from code and resources
# make bench  side by side with other libraries (installs them in an environment of their own)

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check docs bench clean

demo: $(READY)
	$(BIN)/comity demo --out demo-output

test: $(READY)
	$(BIN)/python -m pytest -n auto

check: $(READY)
	$(BIN)/ruff format --check src tests benchmarks docs
	$(BIN)/ruff check src tests benchmarks docs
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/comity resources check
	$(BIN)/python -m pytest -n auto

docs: $(READY)
	$(BIN)/python docs/generate.py

bench: $(READY) .bench-peers
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/dates.py
	$(BIN)/python benchmarks/measures.py --only peer,size

.bench-peers:
	-$(BIN)/python -m pip install --quiet --disable-pip-version-check --target .bench-peers dateparser jionlp networkx

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "comity needs Python 3.11 or newer; $(PYTHON) is older or missing."; \
	  echo "Install one and name it: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	  echo "The venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(READY)

clean:
	rm -rf $(VENV) .bench-peers demo-output
