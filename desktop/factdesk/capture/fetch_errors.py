"""What can go wrong on the network, each in one sentence with a way out."""

from __future__ import annotations

import errno
import ssl
from urllib.parse import urlsplit

import httpx

from factdesk.capture.files import size_words
from factdesk.errors import NetworkError
from factdesk.words import _

_NO_NETWORK = {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL}


def from_httpx(error: Exception, address: str) -> NetworkError:
    """Give the sentence for an exception of httpx."""
    host = _host(address)
    if isinstance(error, httpx.TimeoutException):
        return took_too_long(address)
    cause = _root(error)
    if isinstance(cause, ssl.SSLError) or "certificate" in str(error).casefold():
        return NetworkError(
            _("The secure connection to {host} failed: its certificate cannot be trusted.").format(host=host),
            hint=_("Open the page in a browser, save it, and file the saved file."),
            code="tls",
        )
    number = getattr(cause, "errno", None)
    if isinstance(error, httpx.ConnectError) and (number == errno.ECONNREFUSED or "refused" in str(error)):
        return NetworkError(
            _("{host} refused the connection.").format(host=host), hint=_("Check the address, or try again later.")
        )
    if isinstance(error, httpx.ConnectError) and (number in _NO_NETWORK or number is None):
        return NetworkError(
            _("{host} cannot be reached: there is no connection to it.").format(host=host),
            hint=_("Check the network connection."),
        )
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return no_page(address)
    return broken_answer(address)


def from_status(status: int, address: str) -> None:
    """Raise NetworkError for an HTTP status that is no page."""
    if 200 <= status < 300 and status not in {204, 205}:
        return
    host = _host(address)
    known = {
        401: (
            _("{host} wants a password for this page."),
            _("Open it in a browser, save it, and file the saved file."),
        ),
        402: (_("{host} wants payment for this page."), _("Open it in a browser, save it, and file the saved file.")),
        403: (
            _("{host} does not give this page to programs."),
            _("Open it in a browser, save it, and file that file."),
        ),
        404: (_("{host} has no such page (404)."), _("Check the address; a web archive may still have it.")),
        410: (_("{host} has taken this page down (410)."), _("A web archive may still have it.")),
        429: (_("{host} was asked too often (429)."), _("Wait some minutes and try again.")),
        451: (_("{host} may not show this page for legal reasons (451)."), _("A web archive may still have it.")),
        503: (_("{host} is not available now (503)."), _("Try again later.")),
    }
    sentence, hint = known.get(status, (_("{host} answered with an error ({status})."), _("Try again later.")))
    raise NetworkError(sentence.format(host=host, status=status), hint=hint, code=f"http_{status}")


def too_large(address: str, limit: int) -> NetworkError:
    """Give the error for a body beyond the cap."""
    return NetworkError(
        _("What {host} sends is larger than {limit}.").format(host=_host(address), limit=size_words(limit)),
        hint=_("Download it in a browser and file the part you need."),
        code="too_large",
    )


def took_too_long(address: str) -> NetworkError:
    """Give the error for a server that is too slow."""
    return NetworkError(
        _("{host} took too long to answer.").format(host=_host(address)), hint=_("Try again later."), code="timeout"
    )


def unending(url: str) -> NetworkError:
    """Give the error for redirects without an end."""
    return NetworkError(
        _("{host} sends from one address to the next without an end.").format(host=_host(url)),
        hint=_("Open it in a browser and copy the address it ends at."),
        code="redirects",
    )


def no_page(address: str) -> NetworkError:
    """Give the error for an answer that holds no page."""
    return NetworkError(
        _("{host} answered without a page.").format(host=_host(address)),
        hint=_("Open it in a browser and copy the address it ends at."),
        code="no_page",
    )


def broken_answer(address: str) -> NetworkError:
    """Give the error for an answer that breaks off or breaks the protocol."""
    return NetworkError(
        _("The answer of {host} broke off or cannot be understood.").format(host=_host(address)),
        hint=_("Try again; or open it in a browser, save it, and file the saved file."),
        code="broken",
    )


def odd_packing(address: str) -> NetworkError:
    """Give the error for a body packed in a way that was not asked for."""
    return NetworkError(
        _("{host} sends this page packed in a way that is not read.").format(host=_host(address)),
        hint=_("Open it in a browser, save it, and file the saved file."),
        code="packed",
    )


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address[:80]
    except ValueError:
        return address[:80]


def _root(error: BaseException) -> BaseException:
    """Give the innermost cause."""
    at = error
    for _step in range(10):
        inner = at.__cause__ or at.__context__
        if inner is None:
            return at
        at = inner
    return at
