"""What every verb keeps: one transaction, one line of history, one answer; undo, redo; nothing where it may not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Clock
from factdesk.errors import NotFoundError, ReadOnlyError
from factdesk.library.library import Library
from factdesk.model.changes import Changes
from library.conftest import WHO
from library.deeds import DEEDS, Deed
from library.things import Desk, furnish, state

each_deed = pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)


def prepared(library: Library, desk: Desk, deed: Deed) -> None:
    if deed.before is not None:
        deed.before(library, desk)


@each_deed
def test_deed_is_one_line_of_history_and_one_answer(library: Library, desk: Desk, deed: Deed, clock: Clock) -> None:
    prepared(library, desk, deed)
    heard: list[Changes] = []
    library.subscribe(heard.append)
    lines = len(library.history.rows())
    at = clock.advance(minutes=7)

    changes = deed.do(library, desk)

    newest = library.history.rows()[0]
    assert len(library.history.rows()) == lines + 1
    assert (newest.verb, newest.who, newest.at) == (deed.verb, WHO, at)
    assert heard == [changes]
    assert changes.touches(deed.kind)


@each_deed
def test_undo_and_redo_bring_back_every_word(library: Library, desk: Desk, deed: Deed) -> None:
    prepared(library, desk, deed)
    before = state(library)
    deed.do(library, desk)
    after = state(library)
    assert after != before

    assert library.history.undo_words() == deed.verb.words
    library.history.undo()
    assert state(library) == before

    library.history.redo()
    assert state(library) == after
    assert library.history.verify() == ()


@each_deed
def test_deed_on_a_read_only_library_changes_nothing(folder: Path, desk: Desk, clock: Clock, deed: Deed) -> None:
    if deed.before is not None:
        library = Library.open(folder, who=WHO, clock=clock)
        deed.before(library, desk)
        library.close()
    locked = Library.open(folder, who=WHO, clock=clock, may_write=False)
    before, lines, originals = state(locked), len(locked.history.rows()), files_in(folder / "originals")

    with pytest.raises(ReadOnlyError) as refusal:
        deed.do(locked, desk)

    assert refusal.value.sentence
    assert (state(locked), len(locked.history.rows())) == (before, lines)
    assert files_in(folder / "originals") == originals
    locked.close()


def files_in(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("deed", [deed for deed in DEEDS if deed.missing], ids=lambda deed: deed.name)
def test_deed_on_what_is_not_there_is_refused_in_a_sentence(library: Library, deed: Deed) -> None:
    missing: Callable[[Library], Changes] | None = deed.missing
    assert missing is not None
    lines = len(library.history.rows())

    with pytest.raises(NotFoundError, match=r"999|C-|A-|S-") as refusal:
        missing(library)

    assert refusal.value.sentence.endswith(".")
    assert len(library.history.rows()) == lines


def test_deeds_are_undone_in_turn_across_a_restart(folder: Path, clock: Clock) -> None:
    library = Library.open(folder, who=WHO, clock=clock)
    empty = state(library)
    furnish(library)
    full, lines = state(library), len(library.history.rows())
    library.close()

    again = Library.open(folder, who=WHO, clock=clock)
    for _step in range(lines - 1):
        again.history.undo()
    assert state(again) == empty
    assert again.history.undo_words() == ""
    for _step in range(lines - 1):
        again.history.redo()
    assert state(again) == full
    again.close()
