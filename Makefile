# Each target is a few portable commands; README and CONTRIBUTING list the same commands without make.
PYTHON ?= python3
VENV ?= .venv
NEWEST ?= .venv-newest
BIN := $(VENV)/bin
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade --annotation-style line \
	--custom-compile-command "make update"

.PHONY: run dev test quick sweep check js fix chart atlas words docs bench paint soak crowd update newest
run: $(VENV)/.kept
	$(BIN)/streamlit run app.py

dev: $(VENV)/.dev
	$(BIN)/streamlit run app.py --server.fileWatcherType=auto

test: quick
	$(BIN)/python -m pytest tests/browser --numprocesses 3 --dist loadfile

quick: $(VENV)/.dev
	$(BIN)/python -m pytest --ignore=tests/browser --numprocesses auto --dist loadfile

sweep: $(VENV)/.dev
	$(BIN)/python -m pytest -m sweep --numprocesses 3 --dist loadfile

check: $(VENV)/.dev js
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports && $(BIN)/python -m bodymap check

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

chart: $(VENV)/.user
	$(BIN)/python -m bodymap.body.build

atlas: $(VENV)/.user
	$(BIN)/python -m bodymap.tell.atlas

words: $(VENV)/.user
	$(BIN)/python -m bodymap.tell.catalogue

docs: $(VENV)/.dev
	$(BIN)/python -m cogapp -r -I docs -p "from written import *" README.md docs/*.md

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench

paint: $(VENV)/.dev
	$(BIN)/python -m tests.bench.painting

soak: $(VENV)/.dev
	$(BIN)/python -m tests.bench.soak

crowd: $(VENV)/.dev
	$(BIN)/python -m tests.bench.crowd

update: $(VENV)/.dev
	$(LOCK) requirements.txt --output-file requirements.lock
	$(LOCK) --constraints requirements.lock requirements-dev.txt --output-file requirements-dev.lock

newest:
	$(PYTHON) -m venv --clear $(NEWEST)
	$(NEWEST)/bin/python -m pip install --quiet --requirement requirements-dev.txt
	$(NEWEST)/bin/python -m pytest

# The checks of the JavaScript need npm, which only contributors have; a machine of CI must have it.
ifneq ($(wildcard package.json),)
ifneq ($(shell command -v npm),)
js: node_modules/.installed
	npm run check && npm test
else
js:
	@echo "npm is not installed (on Debian: apt-get install npm): the JavaScript is not checked"; test -z "$$CI"
endif
endif

node_modules/.installed: package.json package-lock.json
	npm ci --ignore-scripts --no-fund --no-audit
	touch $@

$(VENV)/.user: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	touch $@

$(VENV)/.kept: $(VENV)/.user $(wildcard data/*.yaml data/*.bib data/body/*.geojson)
	$(BIN)/python -m components.keep
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.user
	$(BIN)/python -m pip install --quiet --requirement requirements-dev.lock
	touch $@
