"""Fixtures that every test may use: a database on a fixed day, and nothing of the user's own environment."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.builders import a_database
from tests.local_site import Site
from tests.privileges import without_roots_powers

# Where it is set, a program that loses what waits in its buffers passes all the same.
os.environ.pop("PYTHONUNBUFFERED", None)

# A file is made for each example, which on a busy machine takes longer than hypothesis expects.
settings.register_profile("files", deadline=None, derandomize=True)
settings.load_profile("files")


@pytest.fixture(autouse=True)
def _nobody_in_particular(monkeypatch):
    """The tests see none of the variables that the program reads."""
    for name in ("CLAIMTRACK_DB", "CLAIMTRACK_TODAY", "CLAIMTRACK_USER"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def told():
    """What the person was told, in order."""
    return []


@pytest.fixture
def db(tmp_path, told):
    """A database that is not there yet, on 2025-02-05, with a clock that ticks."""
    with a_database(tmp_path / "claims.db", told=told) as database:
        yield database


@pytest.fixture
def as_anyone():
    """A file that is closed is closed to this test as well, though it may be run by root."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has no permissions that close a file to its owner")
    with without_roots_powers():
        yield


@pytest.fixture
def site():
    """A web site on this machine."""
    with Site() as running:
        yield running
