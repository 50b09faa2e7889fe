# A fresh machine needs python3 (3.11 or newer) and make. Every target makes the .venv it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTEST_ARGS ?= -n auto --dist loadgroup

export PYTHONUTF8 := 1
# a shell that stands in another environment must not lend us its packages
unexport PYTHONPATH
unexport PYTHONHOME
# nor make each of hundreds of commands compile the same files anew
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo test check score fit floors docs format lock set-up

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-15s%s\n", $$1, $$2}'

demo: $(READY)  ## the main job on a small invented story
	@$(BIN)/selon demo

test: $(READY)  ## all tests
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(READY)  ## format, style, types, floors, generated files
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python tools/generate.py --check

score: $(READY)  ## every figure on the development data (SELON_DATA), kept in docs/scores.md
	@$(BIN)/python tools/score.py
	@$(BIN)/python tools/generate.py

fit: $(READY)  ## the weights of attribution anew, on the gold of each language (SELON_DATA)
	@$(BIN)/python tools/fit.py

floors: $(READY)  ## pin today's figures as floors, in tools/floors.toml
	@$(BIN)/python tools/score.py --pin

docs: $(READY)  ## schemas, generated pages and the picture of the README
	@$(BIN)/python tools/generate.py
	@$(BIN)/python tools/picture.py

format: $(READY)  ## lay the code out
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

lock: $(READY)  ## pin the versions anew, with hashes
	@$(BIN)/python tools/lock.py

set-up: $(READY)  ## only the .venv

# Made anew when a pinned version or the project's own description changed; the mark is made last, so a set-up cut short is begun again.
$(READY): requirements.lock pyproject.toml
	@sh tools/set_up.sh "$(PYTHON)" "$(VENV)"
	@touch $@
