"""What a reader of one kind of file declares of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factdesk.capture.captured import Captured, Payload
from factdesk.capture.limits import Limits


@dataclass(frozen=True, slots=True)
class Reader:
    """One importer: its key, the media types it takes, and the function that reads them.

    `read` gets the payload, its sniffed media type and the limits; it raises InputError for everything it cannot take.
    """

    key: str
    media: tuple[str, ...]
    read: Callable[[Payload, str, Limits], Captured]
