# Everything runs in .venv, made when it is missing and brought up to date when requirements change.

PYTHON ?= python3
PORT ?= 8501
# This machine alone; ADDRESS=0.0.0.0 for everybody who can reach it.
ADDRESS ?= localhost

# Own SQL, for whoever sits at this machine; a host says XI_SQL=on.
XI_SQL ?= $(if $(filter localhost 127.0.0.1 ::1,$(ADDRESS)),on,off)

VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-bench
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-header --no-annotate --no-emit-index-url
# Nobody edits the code under a running server, and a watcher costs each new visitor 0.1 s.
STREAMLIT := STREAMLIT_SERVER_FILE_WATCHER_TYPE=none $(BIN)/python -m streamlit

.PHONY: run serve test lint bench lock sbom

run: $(VENV)/app.stamp
	@XI_SQL=$(XI_SQL) $(STREAMLIT) run app.py --server.address $(ADDRESS) --server.port $(PORT)

# The explorer with its data addresses below /data/.
serve: $(VENV)/app.stamp
	@$(STREAMLIT) run xi_data/ui/shell/serve.py --server.address $(ADDRESS) --server.port $(PORT)

test: $(VENV)/tests.stamp
	@$(BIN)/python -m pytest -n auto --dist worksteal $(TESTS)

lint: $(VENV)/tests.stamp
	@$(BIN)/python -m ruff check
	@$(BIN)/python -m ruff format --check

# All of them, whatever the first ones say.
bench: $(VENV)/tests.stamp $(PEERS)/bench.stamp
	@failed=0; for one in bench_rerun bench_clicks bench_database "corpora 1000 0" bench_corpus bench_reader; do \
	$(BIN)/python -m tests.$$one || failed=1; done; exit $$failed

# After a change of requirements: every package that they bring, and the hashes of its files. Needs uv.
lock:
	@$(LOCK) requirements.txt -o requirements.lock
	@$(LOCK) tests/requirements.txt -c requirements.lock -o tests/requirements.lock

# A bill of materials of what the lock installs here and nothing else, with its hashes, in CycloneDX.
# Needs uv.
sbom:
	@set -e; made=$$(mktemp -d); trap 'rm -rf "$$made"' EXIT; \
	uv venv --quiet --python $(PYTHON) "$$made/app"; \
	uv pip sync --quiet --require-hashes --python "$$made/app" requirements.lock; \
	uvx --quiet --from cyclonedx-bom==7.5.0 cyclonedx-py environment --sv 1.6 "$$made/app" -o sbom.json; \
	$(PYTHON) -m tests.bill sbom.json
	@echo "sbom.json"

$(VENV)/app.stamp: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; name one: make PYTHON=python3.12")'
	@echo "Installing what the app needs into $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --only-binary :all: -r $<
	@touch $@

$(VENV)/tests.stamp: tests/requirements.lock $(VENV)/app.stamp
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install --require-hashes -r $<
	@touch $@

$(PEERS)/bench.stamp: tests/bench_requirements.txt
	@echo "Installing what the reader and the corpus page are compared with into $(PEERS) ..."
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip --quiet --disable-pip-version-check install -r tests/bench_requirements.txt
	@touch $@
