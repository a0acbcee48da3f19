"""The pages of a memo, ready to be painted: values alone, so that the window need not load what writes Word files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SCALE = 4
"""Pixels of the rich text to a point, so that half points stay whole; whoever paints it scales it down."""
PAGE, COUNT = "\ue000", "\ue001"
"""Stand where the number of the page and of the pages belong in a header or footer."""
PICTURE = "picture"
"""Begins the names of pictures, "picture:<size in pixels of the rich text>:<key>"; all are PNGs as high as wide."""
SERIF, SANS = "serif-of-desk", "sans-of-desk"
"""Stand for the painter's own families."""


@dataclass(frozen=True, slots=True)
class MemoPages:
    """What a preview paints: rich text and the pictures by the names it calls them. Sizes in points.

    A header and a footer are a left and a right half.
    """

    body: str
    pictures: Mapping[str, bytes]
    header: tuple[str, str]
    footer: tuple[str, str]
    width: float
    height: float
    margins: tuple[float, float, float, float]
    header_at: float
    footer_at: float
