#!/bin/sh
# Speed and memory, beside other people's tools in an environment of their own.
# usage: scripts/bench.sh [--quick]
set -eu
cd "$(dirname "$0")/.."
stamp=.bench-venv/.stamp
wanted=$(cksum <requirements/bench.txt)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$wanted" ]; then
    echo "Setting up .bench-venv from requirements/bench.txt (once; about 400 MB) ..." >&2
    rm -rf .bench-venv
    .venv/bin/python -m venv .bench-venv
    .bench-venv/bin/python -m pip --disable-pip-version-check install -qq --no-deps --require-hashes --only-binary :all: \
        -r requirements/bench.txt
    echo "$wanted" >"$stamp"
fi
exec .venv/bin/python tests/bench/run_all.py --others .bench-venv/bin/python --out bench.json "$@"
