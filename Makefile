# make demo   the main job, on a copy of the sample, in a virtual environment of its own
# make test   all tests
# make test-all   all tests under each Python from 3.11 on that is on this machine
# make browser  the published page in Chromium (Debian's chromium and chromium-driver), with axe-core from npm
# make torture  kill -9, many writers: what docs/trust.md promises at full size, with seeds; 20 minutes, in memory
# make lint   ruff and mypy
# make sample claims.db, from examples/kursk.jsonl
# make report docs/report.png, the page of the sample as Chromium shows it
# make bench  docs/performance.md; the databases it makes in .bench take half an hour at first, less with BENCH_CLAIMS=100000
# make docs   docs/commands.md, from --help, and the tables of docs/record.md and docs/maps.md
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test torture test-all browser lint format sample bench report docs clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(READY)
	examples/demo.sh

test: $(READY)
	$(BIN)/python -m pytest

# a killed program can't tell a disk from memory, and memory is faster; SEED=N repeats what a run found
SEED ?= $(shell date +%s)
torture: $(READY)
	TMPDIR=$(firstword $(wildcard /dev/shm) /tmp) $(BIN)/python -m tests.torture.kills $(SEED) 2000
	TMPDIR=$(firstword $(wildcard /dev/shm) /tmp) $(BIN)/python -m tests.torture.writers $(SEED) 16 500

test-all: $(READY)
	.ci/test-each 3.11 3.12 3.13 3.14

browser: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'
	npm install --silent --no-save --no-package-lock axe-core@4
	$(BIN)/python -m pytest -n 1 tests/browser

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# the committed claims.db; what it holds is listed in examples/kursk.jsonl
sample: $(READY)
	$(BIN)/python examples/build_sample.py claims.db

# the picture in README.md and docs/publishing.md
report: $(READY)
	CLAIMTRACK_TODAY=2025-02-05 $(BIN)/claimtrack --db claims.db report $(VENV)/report.html --title "Kursk, as it was foretold"
	chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir=$(VENV)/chromium \
	    --window-size=1000,1150 --screenshot=docs/report.png file://$(CURDIR)/$(VENV)/report.html

# what the speed claims rest on
BENCH_CLAIMS ?= 1000000
bench: $(READY)
	$(BIN)/python benchmarks/bench.py docs/performance.md --claims $(BENCH_CLAIMS)

# the pages of docs/ that are made from the program itself
docs: $(READY)
	$(BIN)/python docs/make_reference.py docs/commands.md
	$(BIN)/python docs/make_record.py docs/record.md
	$(BIN)/python docs/make_formats.py docs/maps.md

clean:
	rm -rf $(VENV) .venv-3.*
