"""Reads every file of a folder within limits of time and memory, and prints what became of each as a line of JSON."""

from __future__ import annotations

import json
import resource
import signal
import sys
import time
from pathlib import Path

from factdesk.capture.files import read_file
from factdesk.capture.readers import read
from factdesk.errors import UserError

MEMORY = 1536 * 1024**2
SECONDS = 30


def outcome(path: Path) -> dict[str, object]:
    """Read one file. Anything but a text or a UserError ends this process, and so fails the test."""
    begun = time.perf_counter()
    signal.alarm(SECONDS)
    try:
        found = read(read_file(path))
        said: dict[str, object] = {"kind": "text", "chars": len(found.text), "blocks": len(found.blocks)}
    except UserError as error:
        said = {"kind": "refusal", "code": error.code, "sentence": error.sentence, "hint": error.hint}
    signal.alarm(0)
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"name": path.name, "seconds": seconds, "memory": memory, **said}


def main() -> None:
    """Read the files named on the standard input, one a line in JSON."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for line in sys.stdin:
        print(json.dumps(outcome(Path(json.loads(line)))), flush=True)


if __name__ == "__main__":
    main()
