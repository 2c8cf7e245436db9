# Two commands are enough: `make demo` tries i-Cabinet out, `make test` checks everything.
# Both make what they need (.venv, .var, web/node_modules) and skip what is there already.

.PHONY: help demo test environment web format clean

help: ## what can be made
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /  make \1	/'

demo: environment ## a prepared meeting on this machine; options: make demo ARGS="--port 9000 --fresh"
	@exec .venv/bin/icabinet demo $(ARGS)

test: ## style, types, layers, pytest, vitest, the story in a real browser
	@PYTHON=$(PYTHON) sh .ci/python .ci/environment.py --test
	@exec .venv/bin/python .ci/check.py $(ONLY)

environment: ## the Python environment, the web app and the offline model
	@PYTHON=$(PYTHON) sh .ci/python .ci/environment.py

web: environment ## the web app again after a change, into icabinet/server/static
	@.venv/bin/python hatch_build.py

format: ## puts the sources into the one style
	@.venv/bin/ruff check --fix . && .venv/bin/ruff format . && cd web && npm run format

clean: ## everything that was made, the demonstration's data included
	rm -rf .venv .var .tools build web/node_modules web/test-results icabinet/server/static
