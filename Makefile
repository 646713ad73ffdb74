# `make record` compiles the example and says where the report is; `make test`
# runs the tests; `make check` runs every linter. A fresh machine needs
# Python >= 3.11, pip and make: all else comes from the locks into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CASE := build/january-2022.case
REPORT := build/january-2022.html

.PHONY: record test test-offline check format lock clean

record: $(VENV)/.run
	$(BIN)/svod compile examples/january-2022 -o $(CASE) --title "Kazakhstan, January 2022 (a composed example)"
	$(BIN)/svod report $(CASE) -o $(REPORT)
	$(BIN)/svod verify $(CASE)
	@echo "The report is $(REPORT): open it in a browser."

test: $(VENV)/.dev
	$(BIN)/pytest -n 2

# The same without any network but the loopback; needs Linux and the right to make name spaces.
test-offline: $(VENV)/.dev
	unshare --map-root-user --net sh -c "ip link set lo up; exec $(BIN)/pytest -n 2"

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# What a user needs, pinned with hashes.
$(VENV)/.run: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# What a developer needs besides.
$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

# For maintainers, after a change of dependencies; needs uv.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		pyproject.toml --group build -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf build $(VENV)
