#!/bin/sh
# Reads examples/ into a new book, prints what it found, and writes the report.
set -eu
cd "$(dirname "$0")/.."
musterbook() { .venv/bin/musterbook --book demo.db "$@"; }
rm -f demo.db demo.db-wal demo.db-shm
# 1 means done, with problems that the book keeps; 2 is a fault.
musterbook add examples/bars --manifest examples/bars/manifest.jsonl || test $? -eq 1
musterbook findings
musterbook report -o demo-report.html
echo
echo "The book is demo.db, the report is demo-report.html. Ask on, for instance:"
echo "  .venv/bin/musterbook --book demo.db claims --type pay.amount"
echo "  .venv/bin/musterbook --book demo.db problems"
echo "  .venv/bin/musterbook --book demo.db verify"
