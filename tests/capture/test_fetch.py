"""Fetching from a real server: redirects, sizes, packing, addresses, errors."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler

import httpx
import pytest

from capture.conftest import Web
from factdesk.capture.captured import Payload
from factdesk.capture.fetch import USER_AGENT, fetch
from factdesk.capture.limits import Limits
from factdesk.errors import Cancelled, NetworkError
from factdesk.progress import CancelToken

QUICK = Limits(connect_seconds=2, read_seconds=0.3, fetch_seconds=2, fetch_bytes=200_000)


def get(web: Web, path: str = "/", limits: Limits = QUICK) -> Payload:
    return fetch(web.url(path), limits, allow_private=True)


def refusal(web: Web, path: str = "/", limits: Limits = QUICK) -> NetworkError:
    with pytest.raises(NetworkError) as caught:
        get(web, path, limits)
    assert caught.value.sentence.endswith(".")
    assert "127.0.0.1" in caught.value.sentence
    assert caught.value.hint
    return caught.value


def test_a_page_comes_with_type_charset_address_and_time(web: Web) -> None:
    web.routes["/story.html"] = web.says(body="Їжак".encode("cp1251"), Content_Type="text/html; charset=windows-1251")
    noon = datetime(2026, 11, 11, 12, 0, tzinfo=UTC)
    payload = fetch(web.url("/story.html?a=1"), QUICK, allow_private=True, clock=lambda: noon)
    assert payload == Payload(
        "Їжак".encode("cp1251"), "story.html", "text/html", "cp1251", web.url("/story.html?a=1"), noon
    )


def test_a_plain_request_without_cookies_is_sent(web: Web) -> None:
    web.routes["/"] = web.says(302, Location="/next", Set_Cookie="id=1")
    web.routes["/next"] = web.says(body=b"page")
    get(web)
    assert [path for path, _headers in web.asked] == ["/", "/next"]
    for _path, headers in web.asked:
        assert headers["user-agent"] == USER_AGENT
        assert headers["host"] == f"127.0.0.1:{web.port}"
        assert not {"cookie", "referer", "authorization"} & set(headers)


def test_redirects_are_followed_and_the_last_address_is_told(web: Web) -> None:
    web.routes["/a"] = web.says(301, Location="b")
    web.routes["/b"] = web.says(307, Location=web.url("/c?x=ї").encode().decode("latin-1"))
    web.routes["/c"] = web.says(body=b"page")
    assert get(web, "/a").url == web.url("/c?x=%D1%97")


def test_ten_redirects_are_the_most(web: Web) -> None:
    web.routes["/"] = web.says(302, Location="/")
    error = refusal(web)
    assert error.code == "redirects"
    assert len(web.asked) == 11


@pytest.mark.parametrize(
    "place", ["ftp://127.0.0.1/", "javascript:alert(1)", "file:///etc/passwd", "http://me@127.0.0.1/", "http://[", ""]
)
def test_a_redirect_to_no_web_address_is_refused(web: Web, place: str) -> None:
    web.routes["/"] = web.says(302, Location=place)
    with pytest.raises(NetworkError):
        get(web)


def test_a_private_address_is_refused_before_any_connection(web: Web) -> None:
    for url in (web.url(), f"http://localhost:{web.port}/", f"http://[::1]:{web.port}/", f"http://0.0.0.0:{web.port}/"):
        with pytest.raises(NetworkError) as caught:
            fetch(url, QUICK)
        assert caught.value.code == "private_address"
    assert web.asked == []


def test_a_redirect_to_a_private_address_is_refused(web: Web) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"Location": web.url("/secret")})

    with pytest.raises(NetworkError) as caught:
        fetch(
            "http://news.example/",
            QUICK,
            transport=httpx.MockTransport(answer),
            resolver=lambda host, _port: ["8.8.8.8"] if host == "news.example" else [host],
        )
    assert caught.value.code == "private_address"
    assert asked == ["http://8.8.8.8/"]
    assert web.asked == []


def test_the_connection_goes_to_the_address_that_was_checked(web: Web) -> None:
    """A name server that answers a public address first and a private one later finds no second question."""
    answers = iter([["127.0.0.1"]])
    web.routes["/"] = web.says(body=b"page")
    payload = fetch(
        f"http://rebinding.example:{web.port}/", QUICK, allow_private=True, resolver=lambda _host, _port: next(answers)
    )
    assert payload.data == b"page"
    assert web.asked[0][1]["host"] == f"rebinding.example:{web.port}"


def test_the_servers_name_is_asked_of_its_certificate() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, stream=httpx.ByteStream(b"page"))

    fetch("https://news.example/a", QUICK, transport=httpx.MockTransport(answer), resolver=lambda _h, _p: ["8.8.8.8"])
    assert seen[0].url.host == "8.8.8.8"
    assert seen[0].extensions["sni_hostname"] == "news.example"
    assert seen[0].headers["host"] == "news.example"


@pytest.mark.parametrize(
    ("status", "code"), [(401, "http_401"), (403, "http_403"), (404, "http_404"), (503, "http_503")]
)
def test_an_error_status_is_a_sentence(web: Web, status: int, code: str) -> None:
    web.routes["/"] = web.says(status, b"sorry")
    assert refusal(web).code == code


def test_an_announced_size_beyond_the_cap_is_refused_unread(web: Web) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(2 * 1024**3))
        handler.end_headers()

    web.routes["/"] = answer
    assert refusal(web).code == "too_large"


def test_a_body_without_an_end_is_stopped_at_the_cap(web: Web) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b"x" * 65536)

    web.routes["/"] = answer
    assert refusal(web).code == "too_large"


@pytest.mark.parametrize("times", [1, 2])
def test_a_packed_bomb_is_stopped_at_the_cap(web: Web, times: int) -> None:
    bomb = b"\x00" * 40_000_000
    for _time in range(times):
        bomb = gzip.compress(bomb)
    web.routes["/"] = web.says(body=bomb, Content_Encoding=", ".join(["gzip"] * times))
    assert refusal(web).code == ("too_large" if times == 1 else "packed")


def test_packed_bodies_are_unpacked(web: Web) -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    bodies = {"gzip": gzip.compress(b"page" * 99), "deflate": zlib.compress(b"page" * 99)}
    for encoding, body in bodies.items():
        web.routes["/"] = web.says(body=body, Content_Encoding=encoding)
        assert get(web).data == b"page" * 99
    web.routes["/"] = web.says(body=raw.compress(b"page" * 99) + raw.flush(), Content_Encoding="deflate")
    assert get(web).data == b"page" * 99


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_packed_body_that_is_none_or_breaks_off_is_refused(web: Web, encoding: str) -> None:
    for body in (b"not packed at all", gzip.compress(b"page" * 9999)[:40]):
        web.routes["/"] = web.says(body=body, Content_Encoding=encoding)
        assert refusal(web).code == "broken"


def test_a_packing_that_was_not_asked_for_is_refused(web: Web) -> None:
    web.routes["/"] = web.says(body=b"x", Content_Encoding="br")
    assert refusal(web).code == "packed"


BROKEN = [
    b"",
    b"\x00\x01\x02",
    b"HTTP/9.9 abc\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
    b"HTTP/1.1 200 OK\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\nx",
]


@pytest.mark.parametrize("sent", BROKEN)
def test_an_answer_that_breaks_the_rules_is_a_sentence(web: Web, sent: bytes) -> None:
    web.routes["/"] = web.raw(sent)
    assert refusal(web).code == "broken"


def test_an_empty_page_is_a_sentence(web: Web) -> None:
    web.routes["/"] = web.says(body=b"")
    assert refusal(web).code == "no_page"
    web.routes["/"] = web.says(204)
    assert refusal(web).code == "http_204"


def test_a_silent_server_is_given_up(web: Web) -> None:
    cancel = CancelToken()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.rfile.read(1)
        cancel.cancel()

    web.routes["/"] = answer
    assert refusal(web).code == "timeout"


def test_a_server_that_drips_is_given_up(web: Web) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        for _drop in range(1000):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    web.routes["/"] = answer
    with pytest.raises(NetworkError) as caught:
        fetch(web.url(), Limits(fetch_seconds=0), allow_private=True)
    assert caught.value.code == "timeout"


def test_a_refused_connection_is_a_sentence(closed_port: int) -> None:
    with pytest.raises(NetworkError, match="refused the connection"):
        fetch(f"http://127.0.0.1:{closed_port}/", QUICK, allow_private=True)


def test_the_next_address_is_tried_when_one_cannot_be_reached(web: Web) -> None:
    web.routes["/"] = web.says(body=b"page")
    payload = fetch(
        f"http://two.example:{web.port}/", QUICK, allow_private=True, resolver=lambda _h, _p: ["127.0.0.9", "127.0.0.1"]
    )
    assert payload.data == b"page"


def test_a_plain_server_asked_for_tls_is_a_sentence(web: Web) -> None:
    web.routes["/"] = web.raw(b"hello")
    with pytest.raises(NetworkError) as caught:
        fetch(f"https://127.0.0.1:{web.port}/", QUICK, allow_private=True)
    assert caught.value.code == "tls"


def test_a_network_that_is_gone_is_a_sentence() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("unreachable", request=request) from OSError(101, "Network is unreachable")

    with pytest.raises(NetworkError, match="no connection to it"):
        fetch("http://1.1.1.1/", QUICK, transport=httpx.MockTransport(answer))


def test_cancelling_stops_a_fetch(web: Web) -> None:
    cancel = CancelToken()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(b"x" * 10)
        cancel.cancel()
        handler.wfile.write(b"x" * 10)

    web.routes["/"] = answer
    with pytest.raises(Cancelled):
        fetch(web.url(), QUICK, allow_private=True, cancel=cancel)


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="../../evil.html"', "evil.html"),
        ('attachment; filename="a\u202eb.pdf"'.encode().decode("latin-1"), "ab.pdf"),
        ("attachment; filename*=UTF-8''%D0%B7%D0%B2%D1%96%D1%82.pdf", "звіт.pdf"),
        ("", "page"),
    ],
)
def test_a_download_is_named_safely(web: Web, disposition: str, name: str) -> None:
    web.routes["/page"] = web.says(body=b"x", Content_Disposition=disposition)
    assert get(web, "/page").name == name
