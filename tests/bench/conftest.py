"""The programs that measure are run by `make bench`, not collected."""

collect_ignore_glob = ["run_*.py", "measuring.py", "corpus.py"]
