"""The five lanes and how many threads each has."""

from __future__ import annotations

import sys
from enum import StrEnum

from factdesk.tasks.pool import Pool


class Lane(StrEnum):
    """Where work runs; each lane keeps its own order and does not hold up another."""

    EDIT = "edit"
    READ = "read"
    BULK = "bulk"
    INDEX = "index"
    NET = "net"


THREADS = {Lane.EDIT: 1, Lane.READ: 2, Lane.BULK: 1, Lane.INDEX: 1, Lane.NET: 4}

HANDOVER = 0.0005
"""Seconds a lane may keep the interpreter while the window's thread asks for it: Qt lets go of it in many of its calls
and asks again after each, so with Python's own 5 ms a repaint beside a busy lane waits many times over."""


def make_pools() -> dict[Lane, Pool]:
    """Make the threads of each lane; they are kept, so that each keeps its database connection."""
    sys.setswitchinterval(min(HANDOVER, sys.getswitchinterval()))
    return {lane: Pool(lane.value, threads) for lane, threads in THREADS.items()}
