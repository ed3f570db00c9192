"""Documents that the tests make for themselves."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

settings.register_profile("documents", deadline=None)  # first calls import whole libraries
settings.load_profile("documents")


@pytest.fixture(scope="session")
def make() -> ModuleType:
    """The module that builds PDFs, mails and archives."""
    path = Path(__file__).parents[1] / "intake" / "documents.py"
    spec = importlib.util.spec_from_file_location("intake_documents", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
