"""Filing: looked at first, written once; twins recognised; many at once; addresses."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from capture.conftest import Web
from factdesk.errors import InputError, NetworkError, NotFoundError, UserError
from factdesk.library.filing import article_draft
from factdesk.library.filing_values import Origin
from factdesk.library.library import Library
from factdesk.model.enums import FilingOutcome, Kind, Role, TwinChoice, TwinKind
from factdesk.model.ids import ArticleId
from factdesk.model.values.articles import ArticleDraft, FilingItem
from factdesk.model.values.text import CanonicalText
from factdesk.progress import CancelToken
from library.test_deeds import files_in
from library.things import REPORT, STORY, Desk, add_version, file_text, latest

PAGE = """<html lang="en"><head><title>Ward 4B closes</title>
<link rel="canonical" href="https://courier.example/ward-4b"><meta name="author" content="Lena Ashgrove"></head>
<body><nav>Home</nav><article><h1>Ward 4B closes</h1><p>The board closed ward 4B on Tuesday after a long debate.</p>
<p>{second}</p></article></body></html>"""


def page(second: str = "Nobody asked the nurses what they thought of the plan.") -> bytes:
    return PAGE.replace("{second}", second).encode()


def texts(folder: Path, count: int) -> list[Origin]:
    """Write texts that have little in common."""
    origins = []
    for number in range(count):
        path = folder / f"text {number}.txt"
        digits = hashlib.sha256(str(number).encode()).hexdigest()
        path.write_text("\n\n".join(f"Paragraph {digits[at : at + 8]} of text {number}." for at in range(0, 56, 8)))
        origins.append(Origin.file(path))
    return origins


def test_preview_writes_nothing(library: Library) -> None:
    before = files_in(library.folder / "originals")
    draft = library.filing.preview(Origin.text(STORY))

    assert draft.captured.title.value == "Hospital treats a record number of patients"
    assert draft.sha256 == hashlib.sha256(draft.payload.data).hexdigest()
    assert len(library.history.rows()) == 1
    assert files_in(library.folder / "originals") == before
    assert library.articles.rows() == ()


def test_filed_text_keeps_what_was_confirmed(library: Library) -> None:
    changes = file_text(library, STORY, title="Corrected", outlet="The Ledger", authors=("A", "B"), published="2026-03")
    detail = library.articles.detail(ArticleId(changes.new(Kind.ARTICLE)))

    assert (detail.row.title, detail.row.outlet, detail.row.authors) == ("Corrected", "The Ledger", ("A", "B"))
    assert (detail.row.published, detail.row.is_unread, detail.latest.number) == ("2026-03", True, 1)
    original = library.articles.original(latest(library, detail.row.id))
    assert hashlib.sha256(original.read_bytes()).hexdigest() == detail.latest.original_sha256
    assert original.stat().st_mode & 0o222 == 0


def test_pasted_rich_text_keeps_its_blocks(library: Library) -> None:
    html = "<h2>Head</h2><p>One <b>bold</b> word.</p><ul><li>first</li><li>second</li></ul>"
    captured = library.filing.preview(Origin.text("Head One bold word. first second", html)).captured
    assert [read.block.kind.value for read in captured.blocks] == ["heading", "paragraph", "item", "item"]


def test_text_without_words_is_refused(library: Library) -> None:
    draft = library.filing.preview(Origin.text(STORY))
    nothing = ArticleDraft("Title", CanonicalText("  \n", ()))
    with pytest.raises(InputError, match="holds no text to file"):
        library.filing.file(draft, nothing, TwinChoice.KEEP_BOTH, None)
    assert len(library.history.rows()) == 1


def test_same_text_is_offered_as_a_twin_and_can_be_opened(library: Library, desk: Desk) -> None:
    draft = library.filing.preview(Origin.text(STORY))
    assert [(twin.article_id, twin.claim_count) for twin in draft.twins][:1] == [(desk.article, 2)]
    assert draft.twins[0].kind in {TwinKind.BYTES, TwinKind.TEXT}
    lines = len(library.history.rows())

    changes = library.filing.file(draft, article_draft(draft.captured), TwinChoice.OPEN, draft.twins[0])

    assert changes.ids == {}
    assert len(library.history.rows()) == lines


def test_nearly_the_same_text_is_offered_with_its_likeness(library: Library, desk: Desk) -> None:
    draft = library.filing.preview(Origin.text(STORY.replace("six weeks late", "in good time")))
    assert [twin.article_id for twin in draft.twins] == [desk.article]
    assert draft.twins[0].kind is TwinKind.NEAR
    assert 0.55 <= draft.twins[0].likeness < 1


def test_other_text_has_no_twin(library: Library, desk: Desk) -> None:
    del desk
    assert library.filing.preview(Origin.text("A bus runs at night.\n\nIt is green and empty.")).twins == ()


def test_keeping_both_makes_an_article_of_its_own(library: Library, desk: Desk) -> None:
    draft = library.filing.preview(Origin.text(STORY))
    changes = library.filing.file(draft, article_draft(draft.captured), TwinChoice.KEEP_BOTH, draft.twins[0])
    assert changes.new(Kind.ARTICLE) != desk.article
    assert library.articles.detail(desk.article).row.version_count == 1


def test_same_address_with_other_words_is_a_new_version(library: Library, tmp_path: Path) -> None:
    first, second = tmp_path / "first.html", tmp_path / "second.html"
    first.write_bytes(page())
    second.write_bytes(page("The nurses were asked in the end, and most of them said no to it."))

    items = library.filing.file_many([Origin.file(first), Origin.file(second), Origin.file(second)])

    assert [item.outcome for item in items] == [FilingOutcome.FILED, FilingOutcome.NEW_VERSION, FilingOutcome.KNOWN]
    assert {item.article_id for item in items} == {1}
    assert library.articles.detail(ArticleId(1)).row.version_count == 2


def test_one_bad_file_never_stops_the_rest(library: Library, tmp_path: Path) -> None:
    origins = texts(tmp_path, 3)
    empty, cut = tmp_path / "empty.txt", tmp_path / "cut.pdf"
    empty.touch()
    cut.write_bytes(b"%PDF-1.7\n1 0 obj <<")
    origins[1:1] = [Origin.file(empty), Origin.file(cut), Origin.file(tmp_path / "gone.txt")]
    heard: list[FilingItem] = []

    items = library.filing.file_many(origins, on_item=heard.append)

    assert heard == list(items)
    assert [item.outcome is FilingOutcome.FAILED for item in items] == [False, True, True, True, False, False]
    for item, name in zip(items[1:4], ("empty.txt", "cut.pdf", "gone.txt"), strict=True):
        assert name in item.error
        assert item.article_id is None
    assert len(library.articles.rows()) == 3
    assert {row.role for row in library.articles.rows()} == {Role.REFERENCE}


def test_cancelling_keeps_what_is_done(library: Library, tmp_path: Path) -> None:
    cancel, heard = CancelToken(), []

    def on_item(item: FilingItem) -> None:
        heard.append(item)
        if len(heard) == 2:
            cancel.cancel()

    items = library.filing.file_many(texts(tmp_path, 6), cancel=cancel, on_item=on_item)

    assert [item.outcome for item in items] == [FilingOutcome.FILED, FilingOutcome.FILED]
    assert len(library.articles.rows()) == 2
    assert len(library.history.rows()) == 3


def test_item_is_safe_on_disk_when_it_is_told(library: Library, tmp_path: Path) -> None:
    seen: list[int] = []
    library.filing.file_many(texts(tmp_path, 3), on_item=lambda _item: seen.append(len(library.articles.rows())))
    assert seen == [1, 2, 3]


def test_progress_counts_files(library: Library, tmp_path: Path) -> None:
    class Told:
        def __init__(self) -> None:
            self.reports: list[tuple[int, int | None]] = []

        def report(self, done: int, total: int | None, words: str = "") -> None:
            del words
            self.reports.append((done, total))

    told = Told()
    library.filing.file_many(texts(tmp_path, 3), progress=told)
    assert told.reports == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_folders_are_walked(library: Library, tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    for name in ("in/a.txt", "in/deep/b.txt", "in/.hidden.txt", "in/~$c.docx"):
        (tmp_path / name).write_text("words")
    found = library.filing.expand([tmp_path / "in"])
    assert [path.name for path in found] == ["a.txt", "b.txt"]


@pytest.fixture
def near_web(web: Web, monkeypatch: pytest.MonkeyPatch) -> Web:
    """Give a web server on this machine that the settings allow to be asked."""
    monkeypatch.setenv("FACTDESK_ALLOW_PRIVATE", "true")
    return web


def test_address_is_fetched_and_filed(library: Library, near_web: Web) -> None:
    own = page().replace(b"https://courier.example", near_web.url().rstrip("/").encode())
    near_web.routes["/ward"] = near_web.says(200, own, Content_Type="text/html; charset=utf-8")

    (item,) = library.filing.file_many([Origin.url(near_web.url("/ward"))])

    assert item.outcome is FilingOutcome.FILED
    detail = library.articles.detail(ArticleId(item.article_id or 0))
    assert (detail.row.title, detail.canonical_url) == ("Ward 4B closes", near_web.url("/ward-4b"))
    assert detail.latest.captured_from == near_web.url("/ward")


def test_redirect_is_followed_to_where_the_text_is(library: Library, near_web: Web) -> None:
    near_web.routes["/old"] = near_web.says(301, Location="/ward")
    near_web.routes["/ward"] = near_web.says(200, page(), Content_Type="text/html")
    draft = library.filing.preview(Origin.url(near_web.url("/old")))
    assert draft.payload.url == near_web.url("/ward")


def test_private_address_is_refused_unless_allowed(library: Library, web: Web) -> None:
    web.routes["/ward"] = web.says(200, page(), Content_Type="text/html")
    with pytest.raises(NetworkError, match=r"127\.0\.0\.1|this computer|private"):
        library.filing.preview(Origin.url(web.url("/ward")))
    assert web.asked == []


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/x", "javascript:alert(1)"])
def test_redirect_out_of_the_web_is_refused(library: Library, near_web: Web, target: str) -> None:
    near_web.routes["/out"] = near_web.says(302, Location=target)
    with pytest.raises(UserError) as refusal:
        library.filing.preview(Origin.url(near_web.url("/out")))
    assert refusal.value.hint
    assert library.articles.rows() == ()


def test_endless_redirect_and_missing_page_each_fail_in_a_sentence(library: Library, near_web: Web) -> None:
    near_web.routes["/loop"] = near_web.says(302, Location="/loop")
    items = library.filing.file_many([Origin.url(near_web.url("/loop")), Origin.url(near_web.url("/gone"))])
    assert [item.outcome for item in items] == [FilingOutcome.FAILED, FilingOutcome.FAILED]
    assert all(item.error.endswith(".") and "127.0.0.1" in item.error + item.title for item in items)
    assert len(library.history.rows()) == 1


def test_fetch_broken_off_by_cancel_is_no_failure(library: Library, near_web: Web) -> None:
    cancel = CancelToken()

    def breaks_off(handler: BaseHTTPRequestHandler) -> None:
        cancel.cancel()
        near_web.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nhalf")(handler)

    near_web.routes["/slow"] = breaks_off
    items = library.filing.file_many([Origin.url(near_web.url("/slow")), Origin.text(STORY)], cancel=cancel)
    assert items == ()
    assert library.articles.rows() == ()


def test_version_of_a_thrown_away_article_is_no_twin(library: Library, desk: Desk) -> None:
    library.articles.delete(desk.article)
    draft = library.filing.preview(Origin.text(STORY))
    assert desk.article not in {twin.article_id for twin in draft.twins}


def test_file_that_is_not_there_is_named(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.pdf"):
        library.filing.preview(Origin.file(tmp_path / "gone.pdf"))


def test_missing_original_is_told_of(library: Library, desk: Desk) -> None:
    path = library.articles.original(desk.version)
    path.chmod(0o644)
    path.unlink()
    with pytest.raises(NotFoundError, match="missing from the library"):
        library.articles.original(desk.version)


def test_version_keeps_the_fields_of_its_article(library: Library, desk: Desk) -> None:
    add_version(library, desk.article, STORY.replace("six weeks late", "in good time"))
    detail = library.articles.detail(desk.article)
    assert (detail.row.outlet, detail.row.tags, detail.row.version_count) == ("The Ledger", ("hospital",), 2)


def test_report_and_its_copy_by_another_name_share_one_original(library: Library, tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (first, second):
        path.write_text(REPORT)
    draft = library.filing.preview(Origin.file(first))
    library.filing.file(draft, article_draft(draft.captured), TwinChoice.KEEP_BOTH, None)
    again = replace(library.filing.preview(Origin.file(second)), twins=())
    library.filing.file(again, article_draft(again.captured), TwinChoice.KEEP_BOTH, None)
    assert len(library.articles.rows()) == 2
    assert len(files_in(library.folder / "originals")) == 1
