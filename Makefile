# Two commands matter: `make rehearse` to see it, `make test` to trust it.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: rehearse test lint lock wheel clean

rehearse: .venv/installed
	$(BIN)/callboard rehearse $(ARGS)

test: .venv/installed-dev
	$(BIN)/python -m pytest -n 2 $(ARGS)

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
	touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	touch $@

clean:
	rm -rf .venv build dist *.egg-info
