"""Addresses made safe for a Word relationship: what is no whole http(s) or mail address gives ""."""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

LONGEST = 2_000  # Word repairs files with targets of more than 2,083 characters


def safe_address(address: str) -> str:
    """Give the address in ASCII (host by IDNA, the rest percent-encoded), or "" when it should not be opened."""
    text = address.strip()
    if any(character.isspace() or ord(character) < 32 for character in text):
        return ""
    try:
        parts = urlsplit(text)
        port = f":{parts.port}" if parts.port else ""
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        return ""
    if parts.scheme == "mailto" and "@" in parts.path:
        return f"mailto:{quote(parts.path, safe='@+._-')}"[:LONGEST]
    if parts.scheme not in {"http", "https"} or not _is_plain(host):
        return ""
    encoded = urlunsplit(
        (
            parts.scheme,
            host + port,
            quote(parts.path, safe="/%:@!$&'()*+,;=~-._"),
            quote(parts.query, safe="/%:@!$&'()*+,;=~-._?"),
            quote(parts.fragment, safe="/%:@!$&'()*+,;=~-._?"),
        )
    )
    return encoded if len(encoded) <= LONGEST else ""


def _is_plain(host: str) -> bool:
    return bool(host) and all(character.isalnum() or character in ".-_" for character in host)
