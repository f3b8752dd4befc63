"""Root opens what is closed to everyone else; a test of closed files lays that power down for a while."""

from __future__ import annotations

import ctypes
import os
from contextlib import contextmanager

# capabilities(7): to pass over the permissions of a file, and to read and search everywhere
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1, 2
_VERSION_3 = 0x20080522


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("thread", ctypes.c_int))  # thread 0 is this one


class _Set(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


@contextmanager
def without_roots_powers():
    """The permissions of files hold for this thread, whoever it runs as."""
    if os.geteuid() != 0:
        yield
        return
    header, sets = _Header(_VERSION_3, 0), (_Set * 2)()
    _call("capget", header, sets)
    before = sets[0].effective
    sets[0].effective &= ~(1 << _CAP_DAC_OVERRIDE | 1 << _CAP_DAC_READ_SEARCH)
    _call("capset", header, sets)
    try:
        yield
    finally:
        sets[0].effective = before
        _call("capset", header, sets)


def _call(name, header, sets):
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(ctypes.byref(header), sets):
        raise OSError(ctypes.get_errno(), name)
