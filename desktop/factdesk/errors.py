"""Every fault Factdesk knows: the world's (a sentence with a way out) or ours (a trace)."""

from __future__ import annotations


class FactdeskError(Exception):
    """Root of every error raised on purpose."""

    code = "error"


class UserError(FactdeskError):
    """The world's fault: shown as one sentence and a hint, never with a trace.

    `sentence` says what is wrong and names the file or thing; `hint` says what to do now.
    Both are already in the reader's language. `code` is a stable word for the command line's JSON.
    """

    code = "failed"

    def __init__(self, sentence: str, *, hint: str = "", code: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        if code:
            self.code = code

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Keep hint and code when the error crosses a worker process."""
        return (_rebuild, (type(self), self.sentence, self.hint, self.code))

    def __str__(self) -> str:
        """Give the sentence and, when there is one, the hint."""
        return f"{self.sentence} {self.hint}".strip()


def _rebuild(kind: type[UserError], sentence: str, hint: str, code: str) -> UserError:
    return kind(sentence, hint=hint, code=code)


class InputError(UserError):
    """A file, page or text that cannot be taken in."""

    code = "bad_input"


class NotFoundError(UserError):
    """An id, a quotation or a file that is not there."""

    code = "not_found"


class PlaceError(UserError):
    """A place on disk that is full, read-only, locked or gone."""

    code = "place"


class NetworkError(UserError):
    """An address that could not be reached, or may not be."""

    code = "network"


class ConflictError(UserError):
    """A deed that no longer fits what is stored."""

    code = "conflict"


class LibraryError(UserError):
    """A library that cannot be opened or made."""

    code = "library"


class NewerLibraryError(LibraryError):
    """A library written by a later Factdesk; it is left untouched."""

    code = "newer_library"


class ReadOnlyError(UserError):
    """A change asked of a library that is open for reading only."""

    code = "read_only"


class BugError(FactdeskError):
    """Our own fault: logged with its trace and offered as a report."""

    code = "bug"


class Cancelled(FactdeskError):  # noqa: N818  (control flow, not a fault)
    """The user pressed Cancel; never shown and never logged as a fault."""

    code = "cancelled"
