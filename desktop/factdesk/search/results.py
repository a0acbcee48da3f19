"""What search gives to be shown: the pieces of a snippet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SnippetPart:
    """A piece of a snippet; `is_hit`: it is one of the words looked for."""

    text: str
    is_hit: bool = False
