"""The same bytes for the same memo: zip entries without the clock and without the machine."""

from __future__ import annotations

import io
import zipfile

_DAY_ONE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def repacked(data: bytes) -> bytes:
    """Give the package again with every entry dated to the first day zip knows."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _DAY_ONE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            package.writestr(entry, source.read(name))
    return target.getvalue()
