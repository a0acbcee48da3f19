"""HTTP bodies unpacked piece by piece, so that a small answer cannot become a large one in memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from factdesk.capture.fetch_errors import broken_answer, odd_packing

_PIECE = 256 * 1024


class Inflater:
    """Unpacks one level of gzip or deflate (RFC 9110, 8.4.1), or passes bytes through; pieces of 256 KiB at most."""

    def __init__(self, encoding: str, address: str, limit: int) -> None:
        self._address = address
        self._limit = limit
        self._given = 0
        name = encoding.strip().casefold()
        if name in {"", "identity"}:
            self._stream: zlib._Decompress | None = None
        elif name in {"gzip", "x-gzip", "deflate"}:
            self._stream = zlib.decompressobj(zlib.MAX_WBITS | 32)
        else:
            raise odd_packing(address)
        self._may_be_raw = name == "deflate"

    def feed(self, raw: bytes) -> Iterator[bytes]:
        """Unpack what came; stops giving once more than the limit was given (the caller then refuses)."""
        if self._stream is None:
            yield raw
            return
        waiting = raw
        while waiting and self._given <= self._limit:
            piece = self._unpack(waiting)
            waiting = self._stream.unconsumed_tail
            self._given += len(piece)
            if piece:
                yield piece
            elif not waiting:
                return

    def end(self) -> Iterator[bytes]:
        """Give what is left; NetworkError when the packed body was cut short."""
        if self._stream is None:
            return
        rest = self._stream.flush()
        if rest:
            yield rest
        if not self._stream.eof:
            raise broken_answer(self._address)

    def _unpack(self, waiting: bytes) -> bytes:
        assert self._stream is not None
        try:
            return self._stream.decompress(waiting, _PIECE)
        except zlib.error as error:
            if self._may_be_raw and not self._given:
                # Some servers send deflate without the zlib header; browsers take it, and so do we.
                self._may_be_raw = False
                self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
                return self._unpack(waiting)
            raise broken_answer(self._address) from error
