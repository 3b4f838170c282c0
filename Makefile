# Each target is one portable command; the README lists the same commands without make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: run test check fix chart atlas bench
run: $(VENV)/.user
	$(BIN)/streamlit run app.py

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports && $(BIN)/python -m bodymap check

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

chart: $(VENV)/.user
	$(BIN)/python -m bodymap.body.build

atlas: $(VENV)/.user
	$(BIN)/python -m bodymap.tell.atlas

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench

$(VENV)/.user: requirements.txt
	$(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet --requirement requirements.txt
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.user
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.txt
	touch $@
