#!/bin/sh
# Sets up .venv from a lock file, once; does nothing where it is up to date.
# usage: scripts/venv.sh run|dev
set -eu
cd "$(dirname "$0")/.."
kind=$1
lock=requirements/$kind.txt
stamp=.venv/.stamp-$kind

# What decides: the pins, and the package's own metadata (not the settings of the checkers).
wanted=$(sed '/^\[tool/,$d' pyproject.toml | cat - "$lock" | cksum)
if [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
    exit 0
fi

fits='import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'
find_python() {
    for python in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if command -v "$python" >/dev/null 2>&1 && "$python" -c "$fits" >/dev/null 2>&1; then
            echo "$python"
            return
        fi
    done
}

if ! .venv/bin/python -c "$fits" >/dev/null 2>&1 || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    if [ -z "$python" ]; then
        echo "Musterbook needs CPython 3.11, 3.12 or 3.13 with the modules venv and ensurepip; none was found as" >&2
        echo "python3, python3.13, python3.12 or python3.11 (python3 here: $(python3 -V 2>&1 || true))." >&2
        echo "Install one (Debian, Ubuntu: apt install python3 python3-venv) or name one: make PYTHON=/path/to/python3" >&2
        exit 2
    fi
    echo "Setting up .venv with $("$python" -V) ..." >&2
    rm -rf .venv
    "$python" -m venv .venv
fi

echo "Installing what $lock pins (once; needs a package index) ..." >&2
pip() { .venv/bin/python -m pip --disable-pip-version-check "$@"; }
if ! pip install -qq --require-hashes --only-binary :all: -r "$lock" ||
    ! pip install -qq --no-deps --no-build-isolation --no-index -e .; then
    echo "Setting up failed: see pip's words above. It needs a package index once; run the same again to go on." >&2
    exit 2
fi
# So that not even the first command has to compile: the modules, and the vocabulary (kept in the user's cache folder).
.venv/bin/python -m compileall -q src/musterbook
.venv/bin/musterbook --quiet read examples/bars >/dev/null 2>&1 || test $? -eq 1
echo "$wanted" >"$stamp"
if [ "$kind" = dev ]; then
    sed '/^\[tool/,$d' pyproject.toml | cat - requirements/run.txt | cksum >.venv/.stamp-run
fi
