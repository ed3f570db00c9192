#!/bin/sh
# Reads examples/ into a new book, prints what it found, and writes the report.
set -eu
cd "$(dirname "$0")/.."
musterbook() { .venv/bin/musterbook --book demo.db "$@"; }
rm -f demo.db demo.db-wal demo.db-shm
# So few reports are read by one process as fast as by two: each would compile the vocabulary for itself.
# 1 means done, with problems that the book keeps; 2 is a fault.
musterbook add examples/bars --workers 1 --manifest examples/bars/manifest.jsonl || test $? -eq 1
musterbook --quiet report -o demo-report.html &
report=$!
musterbook findings
wait "$report"
echo
echo "The book is demo.db, the report is demo-report.html. Ask on, for instance:"
echo "  .venv/bin/musterbook --book demo.db claims --type pay.amount"
echo "  .venv/bin/musterbook --book demo.db problems"
echo "  .venv/bin/musterbook --book demo.db verify"
