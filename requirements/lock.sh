#!/bin/sh
# Writes the lock files anew. Pins that still satisfy pyproject.toml stay as they are; pass --upgrade to move them.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"${PYTHON:-python3}" -m venv "$tools"
"$tools/bin/pip" install -q "uv>=0.5"
lock() {
    "$tools/bin/uv" pip compile -q --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header "$@"
}
lock "$@" pyproject.toml requirements/build.in --extra postgres -o requirements/run.txt
lock "$@" pyproject.toml requirements/build.in --all-extras -c requirements/run.txt -o requirements/dev.txt
lock "$@" requirements/bench.in -o requirements/bench.txt
# natasha only for the weights that it carries; what it depends on no longer installs.
echo "natasha>=1.6,<2" >"$tools/weights.in"
lock --no-deps "$tools/weights.in" -o "$tools/weights.txt"
cat "$tools/weights.txt" >>requirements/bench.txt
