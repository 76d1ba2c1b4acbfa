# Two commands matter: `make demo` and `make test`. Both install what they need into .venv.
PYTHON ?= python3
BIN := .venv/bin
DEMO := corpora/demo

.PHONY: demo test lint bench pictures clean

demo: .venv/installed
	$(BIN)/xref ingest $(DEMO)/s400.jsonl --corpus $(DEMO)/demo.db
	$(BIN)/xref check $(DEMO)/article.md --corpus $(DEMO)/demo.db
	@$(BIN)/xref check $(DEMO)/article.md --corpus $(DEMO)/demo.db --format html --output reports/demo.html
	$(BIN)/xref audit Sputnik --by year --corpus $(DEMO)/demo.db
	@$(BIN)/xref audit Sputnik --by year --corpus $(DEMO)/demo.db --output reports/demo-audit.html
	@echo
	@echo "The audit as a page: reports/demo-audit.html"
	@echo "The same report as a page: reports/demo.html"
	@echo "The evidence for statement 10: $(BIN)/xref check $(DEMO)/article.md --corpus $(DEMO)/demo.db --explain 10"

test: .venv/developing
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

lint: .venv/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/interrogate xref

bench: .venv/developing
	$(BIN)/python -m benchmarks.stories
	$(BIN)/python -m benchmarks.fusion
	$(BIN)/python -m benchmarks.speed

# The README's pictures and its page of commands, anew; needs Chromium.
pictures: .venv/developing demo
	$(BIN)/python -m docs.pictures
	$(BIN)/python -m docs.commands

# pip, not uv: only pip takes the CPU build of torch where one lies at hand.
.venv/installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/developing: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@

clean:
	rm -rf .venv $(DEMO)/demo.db $(DEMO)/demo.db-shm $(DEMO)/demo.db-wal $(DEMO)/demo.db-vectors
