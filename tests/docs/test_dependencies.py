"""What the package declares, what it imports, and what the lock files pin are one thing."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))

# Distribution → what it is imported as, where the two differ.
IMPORTED_AS = {"pyyaml": "yaml", "pystemmer": "Stemmer"}
# Needed without being imported by name, each for a reason.
UNSEEN = {
    "lxml-html-clean": "trafilatura imports it, and old versions of pip do not install it with lxml",
    "psycopg": "SQLAlchemy loads it for postgresql:// addresses",
}


def normal(name: str) -> str:
    """A distribution's name as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def requirement(line: str) -> str:
    """The distribution's name in a requirement."""
    found = re.match(r"[A-Za-z0-9._-]+", line)
    assert found, line
    return normal(found[0])


DECLARED = {requirement(line) for line in PROJECT["dependencies"]}
EXTRAS = {requirement(x) for k, lines in PROJECT["optional-dependencies"].items() if k != "dev" for x in lines}
DEV = {requirement(line) for line in PROJECT["optional-dependencies"]["dev"]}


def imports(folder: Path) -> set[str]:
    """The top-level names that the modules below a folder import, wherever they do."""
    found = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add((node.module or "").split(".")[0])
    return found - set(sys.stdlib_module_names) - {"musterbook"}


def module(distribution: str) -> str:
    """What a distribution is imported as."""
    return IMPORTED_AS.get(distribution, distribution.replace("-", "_"))


def test_what_is_imported_is_declared() -> None:
    """The package imports nothing that came along by chance."""
    known = {module(d) for d in DECLARED | EXTRAS | DEV}
    assert imports(ROOT / "src") - known == set()


def test_what_is_declared_is_used() -> None:
    """Every dependency that a user has to install is imported, or stays for a stated reason."""
    used = imports(ROOT / "src")
    assert {d for d in DECLARED - set(UNSEEN) if module(d) not in used} == set()


def test_every_dependency_has_both_bounds() -> None:
    """A version that breaks Musterbook cannot arrive by itself."""
    lines = [*PROJECT["dependencies"], *(x for extra in PROJECT["optional-dependencies"].values() for x in extra)]
    assert [line for line in lines if not re.search(r">=[\d.]+,<[\d.]+", line)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_every_pin_has_hashes(lock: Path) -> None:
    """Each package is pinned to one version and to the hashes of its files, with no address in it."""
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE)
    entries = re.split(r"\n(?=\S)", text.replace("\\\n", " ").strip())
    assert [e[:40] for e in entries if "==" not in e or "--hash=sha256:" not in e] == []


@pytest.mark.parametrize(("lock", "needs"), [("run.txt", DECLARED | EXTRAS), ("dev.txt", DECLARED | EXTRAS | DEV)])
def test_locks_hold_what_is_declared(lock: str, needs: set[str]) -> None:
    """A dependency that was added without writing the locks anew is found here."""
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    pinned = {normal(m) for m in re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE)}
    assert needs - pinned == set()


def test_locks_agree() -> None:
    """What users run on is what the tests run on."""
    pins = [
        set(re.findall(r"^(\S+==[^\\\n]+)", (ROOT / "requirements" / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("run.txt", "dev.txt")
    ]
    assert pins[0] - pins[1] == set()
