"""Every bound on what capture takes in: bytes, seconds, depth, counts; no other module here holds such a number."""

from __future__ import annotations

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading. Sizes are bytes, `…_chars` code points, `…_seconds` seconds."""

    file_bytes: int = 256 * MIB
    markup_bytes: int = 32 * MIB
    plain_bytes: int = 64 * MIB
    text_chars: int = 20_000_000
    block_chars: int = 2_000_000
    blocks: int = 200_000
    left_out_blocks: int = 40
    field_chars: int = 500
    name_chars: int = 150

    html_elements: int = 40_000
    html_depth: int = 240
    article_bytes: int = 6 * MIB

    pages: int = 5_000
    page_chars: int = 200_000
    pdf_seconds: float = 60.0

    zip_entries: int = 20_000
    zip_part_bytes: int = 96 * MIB
    zip_total_bytes: int = 2048 * MIB
    zip_ratio: int = 250
    zip_ratio_floor: int = 24 * MIB
    xml_depth: int = 250

    mail_parts: int = 1_000
    mail_depth: int = 500
    mail_header_chars: int = 2_000

    redirects: int = 10
    connect_seconds: float = 10.0
    read_seconds: float = 20.0
    fetch_seconds: float = 90.0
    fetch_bytes: int = 64 * MIB

    folder_depth: int = 20
    folder_files: int = 20_000


LIMITS = Limits()
