# Needs python3 (3.11 to 3.13) and make; the first run sets up .venv from the lock file.
.POSIX:
.NOTPARALLEL:
.DEFAULT_GOAL := help
BIN := .venv/bin
JOBS ?= 2

.PHONY: help demo test lint unit bench docs reference quality lock clean env-run env-dev

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

env-run:
	@PYTHON="$(PYTHON)" sh scripts/venv.sh run

env-dev:
	@PYTHON="$(PYTHON)" sh scripts/venv.sh dev

demo: env-run ## read examples/ into a new book, print what is found, write demo-report.html
	@$(BIN)/python scripts/demo.py

test: lint docs unit ## everything that CI runs

lint: env-dev ## ruff, mypy --strict, the directions of imports
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo --no-cache >.lint-imports.log 2>&1 || { cat .lint-imports.log; exit 1; }
	@rm -f .lint-imports.log
	@echo "lint: clean"

unit: env-dev
	@$(BIN)/python -m pytest -q -n $(JOBS)

docs: env-dev ## build the documentation into site/, without a network
	@$(BIN)/mkdocs build --quiet --strict
	@echo "docs: site/index.html"

reference: env-dev ## write the generated reference pages anew
	@$(BIN)/python scripts/reference.py

quality: env-dev ## precision, recall and F1 on the project's own gold claims
	@$(BIN)/python -m pytest -q tests/quality -s

bench: env-run ## speed and memory, beside other people's tools
	@sh scripts/bench.sh

lock: ## write the lock files anew (needs a network)
	@sh requirements/lock.sh

clean: ## remove what the other targets made, .venv included
	@rm -rf .venv .bench-venv site dist demo.db demo.db-wal demo.db-shm demo-report.html .lint-imports.log
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
