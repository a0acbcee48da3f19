"""What a language must give: the stems of a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    """One language. `code` is ISO 639-1; `stems` takes a word in small letters with its accents
    (`folding.plain`) and gives one or more stems that its other forms give too; it is safe from any thread.
    `first_letters` says of letters that forms may begin with, with which others their stems may begin ("went", "go").
    """

    code: str
    stems: Callable[[str], tuple[str, ...]]
    first_letters: Mapping[str, str] = field(default_factory=dict)
