# Two commands matter: `make rehearse` to see it, `make test` to trust it.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: rehearse test soak bench lint lock wheel clean

rehearse: .venv/installed
	$(BIN)/callboard rehearse $(ARGS)

test: .venv/installed-dev
	$(BIN)/python -m pytest -n 2 $(ARGS)

# The long form of what `make test` does in a few seconds: a thousand kills, and deeper stories. Again with SEED=….
SEED := $(or $(SEED),$(shell od -An -N3 -tu4 /dev/urandom | tr -d ' '))
KILLS ?= 1000
EXAMPLES ?= 200
soak: .venv/installed-dev
	@echo "make soak SEED=$(SEED) KILLS=$(KILLS) EXAMPLES=$(EXAMPLES)"
	CALLBOARD_SEED=$(SEED) CALLBOARD_KILLS=$(KILLS) CALLBOARD_EXAMPLES=$(EXAMPLES) HYPOTHESIS_PROFILE=deep \
		$(BIN)/python -m pytest -n 2 --dist worksteal --hypothesis-seed=$(SEED) \
		tests/test_kill.py tests/test_machine_any.py tests/test_show_any.py tests/test_fuzz.py \
		tests/test_dates_any.py tests/test_security.py tests/long_browser.py $(ARGS)

# Every figure of docs/performance.md in one run, peers beside it, in about five minutes; `ARGS=start` plays one scene.
bench: .venv/installed .venv/peers/installed
	$(BIN)/python -m tests.bench $(ARGS)

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

wheel: .venv/installed-dev
	$(BIN)/python -m build --wheel --outdir dist .

# The locks name versions only, never where they came from.
lock: .venv/installed-dev
	$(BIN)/pip install --quiet "pip-tools>=7.6"
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --no-emit-index-url --no-emit-find-links --no-header --no-annotate --extra dev --output-file requirements-dev.lock pyproject.toml

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	$(BIN)/python -m compileall -q -j 0 bot flows
	touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	touch $@

# The peers have an environment of their own: what they need contradicts what we need.
.venv/peers/installed: tests/bench/peers.lock
	$(PYTHON) -m venv .venv/peers
	.venv/peers/bin/python -m pip install --quiet --disable-pip-version-check -r tests/bench/peers.lock
	touch $@

clean:
	rm -rf .venv build dist *.egg-info
