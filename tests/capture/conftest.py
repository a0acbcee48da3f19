"""A real web server on this machine, told by each test what to answer."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]


class Web:
    """A web server on the loopback address. `routes` say what each path answers; `asked` is what was asked of it."""

    def __init__(self) -> None:
        self.routes: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        web = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                web.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
                self.close_connection = True
                answer = web.routes.get(self.path.partition("?")[0])
                if answer is None:
                    web.says(404, b"no such page")(self)
                else:
                    answer(self)

            def log_message(self, *_parts: object) -> None:
                """Stay silent."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_parts: None  # type: ignore[method-assign]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()
        self.port = self._server.server_address[1]

    def url(self, path: str = "/") -> str:
        """Give the address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    @staticmethod
    def says(status: int = 200, body: bytes = b"", **headers: str) -> Answer:
        """Answer with these; header names are written with underscores."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in {"Content-Length": str(len(body)), **named}.items():
                if value:
                    handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        return answer

    @staticmethod
    def raw(sent: bytes) -> Answer:
        """Answer with bytes as they are."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(sent)
            handler.wfile.flush()

        return answer

    def close(self) -> None:
        """Stop."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def web() -> Iterator[Web]:
    """Give a running web server."""
    server = Web()
    yield server
    server.close()


@pytest.fixture
def closed_port() -> int:
    """Give a port of this machine where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
