"""Addresses of pages: what a person typed made whole, and one spelling for the same page, for finding twins."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from factdesk.errors import NetworkError
from factdesk.words import _

_TRACKING_PREFIXES = ("utm_", "mtm_", "pk_", "hsa_", "ga_", "at_campaign", "at_medium", "oly_", "vero_", "_hs")
_TRACKING = frozenset({
    "fbclid", "gclid", "gclsrc", "dclid", "wbraid", "gbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
    "li_fat_id", "igshid", "igsh", "mc_cid", "mc_eid", "mkt_tok", "_openstat", "s_cid", "cmpid", "ns_campaign",
    "ns_mchannel", "ns_source", "ns_linkname", "ns_fee", "smid", "smtyp", "ocid", "xtor", "spm", "scm", "wt_mc",
    "wt.mc_id", "ref_src", "ref_url", "__twitter_impression", "share_source_id", "epik", "rb_clickid", "trk",
    "trkcampaign", "fb_action_ids", "fb_action_types", "fb_source", "action_object_map", "action_type_map",
    "action_ref_map", "cx_testid", "cx_testvariant", "guccounter", "guce_referrer", "guce_referrer_sig", "soc_src",
    "soc_trk", "sfnsn", "mibextid", "srsltid", "partner_ref",
})  # fmt: skip
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.\-]*:")
_BAD = re.compile(r"[\x00-\x20\x7f\\]")
_LABEL = re.compile(r"^[a-z0-9_]([a-z0-9_\-]{0,61}[a-z0-9_])?$")
_NUMBER = re.compile(r"^(\d+|0x[0-9a-f]*)$")
_PATH_SAFE = "/:@!$&'()*+,;=-._~%"


def whole(typed: str) -> str:
    """Give the http or https address a person meant ("example.org/a" gets https), in ASCII; NetworkError otherwise."""
    text = typed.strip().strip("<>").strip()
    if text.startswith("//"):
        text = f"https:{text}"
    if not _SCHEME.match(text) or re.match(r"^[^/:@]+:\d+(/|$)", text):
        text = f"https://{text}"
    if _BAD.search(text):
        text = text.replace(" ", "%20")
    if _BAD.search(text):
        raise _refused(typed)
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _refused(typed) from error
    if parts.scheme not in _DEFAULT_PORTS:
        raise NetworkError(
            _("“{url}” is not a web address.").format(url=_short(typed)),
            hint=_("Give an address that begins with http:// or https://."),
        )
    if not host or parts.username is not None or parts.password is not None:
        raise _refused(typed)
    return urlunsplit(
        (parts.scheme, _netloc(parts.scheme, host, port, typed), _path(parts.path), _query(parts.query), "")
    )


def canonical(url: str) -> str:
    """Give one spelling of an address: lower-case host, no default port, no fragment, no tracking part, sorted query.

    Meant for comparing and keeping, so it never raises: what is no address comes back as it was, stripped.
    """
    try:
        address = whole(url)
    except NetworkError:
        return url.strip()
    parts = urlsplit(address)
    pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(pair[0])]
    path = parts.path or "/"
    return urlunsplit((parts.scheme, parts.netloc, path, urlencode(sorted(pairs)), ""))


def twin_key(url: str) -> str:
    """Give what two addresses of one page share: `canonical` without scheme, "www." and the last slash."""
    parts = urlsplit(canonical(url))
    host = parts.netloc.removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def tracking_parts(url: str) -> tuple[str, ...]:
    """Name the tracking parameters of an address, in order."""
    try:
        query = urlsplit(url).query
    except ValueError:
        return ()
    return tuple(name for name, _value in parse_qsl(query, keep_blank_values=True) if _is_tracking(name))


def file_name(url: str) -> str:
    """Give the last part of the path, decoded, or the host when there is none."""
    parts = urlsplit(url)
    leaf = unquote(parts.path.rstrip("/").rsplit("/", 1)[-1])
    return leaf or parts.hostname or "page"


def _is_tracking(name: str) -> bool:
    low = name.casefold()
    return low in _TRACKING or low.startswith(_TRACKING_PREFIXES)


def _netloc(scheme: str, host: str, port: int | None, typed: str) -> str:
    try:
        ascii_host = f"[{ipaddress.IPv6Address(host)}]" if ":" in host else _ascii_host(host)
    except ValueError as error:
        raise _refused(typed) from error
    return ascii_host if port is None or port == _DEFAULT_PORTS[scheme] else f"{ascii_host}:{port}"


def _ascii_host(host: str) -> str:
    """Give a host in ASCII; ValueError for one that cannot be, or that is a number in disguise (0x7f.1, 2130706433)."""
    name = host.rstrip(".")
    if not name.isascii():
        name = _punycode(name)
    labels = name.split(".")
    if len(name) > 253 or not all(_LABEL.match(label) for label in labels):
        raise ValueError(host)
    if _NUMBER.match(labels[-1]):
        return str(ipaddress.IPv4Address(name))
    return name


def _punycode(name: str) -> str:
    import httpx  # noqa: PLC0415  (a quarter of a second to load, wanted for hosts beyond ASCII only)

    try:
        return httpx.URL(scheme="http", host=name).raw_host.decode("ascii").rstrip(".")
    except (httpx.InvalidURL, UnicodeError) as error:
        raise ValueError(name) from error


def _path(path: str) -> str:
    return quote(path, safe=_PATH_SAFE)


def _query(query: str) -> str:
    return quote(query, safe=_PATH_SAFE + "?")


def _refused(typed: str) -> NetworkError:
    return NetworkError(
        _("“{url}” is not an address that can be opened.").format(url=_short(typed)),
        hint=_("Copy it again from the browser's address line."),
    )


def _short(text: str) -> str:
    shown = "".join(char if char.isprintable() else "�" for char in text.strip())
    return shown if len(shown) <= 120 else f"{shown[:119]}…"
