"""The only sockets: a page or file fetched by http or https, with every bound kept and every hop checked."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import SplitResult, urljoin, urlsplit

import httpx

from factdesk import __version__
from factdesk.capture import addresses, urls
from factdesk.capture.captured import Payload
from factdesk.capture.charset import known
from factdesk.capture.fetch_errors import from_httpx, from_status, no_page, too_large, took_too_long, unending
from factdesk.capture.inflate import Inflater
from factdesk.capture.limits import LIMITS, Limits
from factdesk.capture.names import safe_name
from factdesk.progress import CancelToken

USER_AGENT = f"Factdesk/{__version__} (archive and fact-check desk)"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPT = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"


def fetch(
    url: str,
    limits: Limits = LIMITS,
    *,
    allow_private: bool = False,
    cancel: CancelToken | None = None,
    transport: httpx.BaseTransport | None = None,
    resolver: addresses.Resolver = addresses.resolve,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Payload:
    """Fetch one address, following redirects by hand; NetworkError in one sentence for everything that goes wrong.

    Each hop's host is resolved once, every address it has is checked, and the connection goes to the checked address
    itself. No cookies, no credentials, no proxy, no script. Raises Cancelled when `cancel` was raised meanwhile.
    """
    token = cancel or CancelToken()
    deadline = time.monotonic() + limits.fetch_seconds
    address = urls.whole(url)
    line = transport or httpx.HTTPTransport(trust_env=False)
    try:
        for _hop in range(limits.redirects + 1):
            token.raise_if_cancelled()
            response = _ask(line, address, limits, allow_private=allow_private, resolver=resolver)
            try:
                onward = _onward(response, address)
                if not onward:
                    from_status(response.status_code, address)
                    data = _body(response, address, limits, token, deadline)
                    return _payload(response, data, address, clock())
            finally:
                response.close()
            address = onward
        raise unending(url)
    except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL) as error:
        raise from_httpx(error, address) from error
    finally:
        if transport is None:
            line.close()


def _ask(
    line: httpx.BaseTransport, address: str, limits: Limits, *, allow_private: bool, resolver: addresses.Resolver
) -> httpx.Response:
    """Ask the first checked address of the host that can be connected to."""
    parts = urlsplit(address)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    numbers = addresses.checked(parts.hostname or "", port, allow_private=allow_private, resolver=resolver)
    for number in numbers[:-1]:
        try:
            return line.handle_request(_request(parts, number, port, limits))
        except (httpx.ConnectError, httpx.ConnectTimeout):
            continue
    return line.handle_request(_request(parts, numbers[-1], port, limits))


def _request(parts: SplitResult, number: str, port: int, limits: Limits) -> httpx.Request:
    """Make a request to a numeric address, with the host's name for the server and for its certificate."""
    shown = f"[{number}]" if ":" in number else number
    return httpx.Request(
        "GET",
        f"{parts.scheme}://{shown}:{port}{parts.path or '/'}{'?' + parts.query if parts.query else ''}",
        headers={
            "Host": parts.netloc,
            "User-Agent": USER_AGENT,
            "Accept": _ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            "Connection": "close",
        },
        extensions={
            "sni_hostname": parts.hostname or "",
            "timeout": {
                "connect": limits.connect_seconds,
                "read": limits.read_seconds,
                "write": limits.read_seconds,
                "pool": limits.connect_seconds,
            },
        },
    )


def _onward(response: httpx.Response, address: str) -> str:
    """Give the address a redirect leads to, made whole and checked for its form, or "" for no redirect."""
    if response.status_code not in _REDIRECTS:
        return ""
    raw = next((value for name, value in response.headers.raw if name.lower() == b"location"), b"")
    place = raw.decode("utf-8", errors="replace").strip()
    if not place:
        raise no_page(address)
    try:
        return urls.whole(urljoin(address, place))
    except ValueError as error:
        raise no_page(address) from error


def _body(response: httpx.Response, address: str, limits: Limits, token: CancelToken, deadline: float) -> bytes:
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and (len(announced) > 15 or int(announced) > limits.fetch_bytes):
        raise too_large(address, limits.fetch_bytes)
    inflater = Inflater(response.headers.get("content-encoding", ""), address, limits.fetch_bytes)
    pieces: list[bytes] = []
    total = 0
    for piece in _pieces(response, inflater):
        token.raise_if_cancelled()
        if time.monotonic() > deadline:
            raise took_too_long(address)
        total += len(piece)
        if total > limits.fetch_bytes:
            raise too_large(address, limits.fetch_bytes)
        pieces.append(piece)
    data = b"".join(pieces)
    if not data:
        raise no_page(address)
    return data


def _pieces(response: httpx.Response, inflater: Inflater) -> Iterator[bytes]:
    for raw in response.iter_raw():
        yield from inflater.feed(raw)
    yield from inflater.end()


def _payload(response: httpx.Response, data: bytes, address: str, at: datetime) -> Payload:
    message = Message()
    message["content-type"] = response.headers.get("content-type", "") or "application/octet-stream"
    message["content-disposition"] = response.headers.get("content-disposition", "")
    charset = message.get_param("charset", "")
    return Payload(
        data,
        safe_name(message.get_filename("") or urls.file_name(address), default="page"),
        media_type=message.get_content_type() if response.headers.get("content-type") else "",
        charset=known(charset) if isinstance(charset, str) else "",
        url=address,
        fetched_at=at,
    )
