"""The invented article the gallery and the tests of the reading page show."""

from __future__ import annotations

from factdesk.model.enums import BlockKind
from factdesk.model.values.text import Block, CanonicalText, Span
from factdesk.ui.widgets.page.head import Head, HeadItem
from factdesk.ui.widgets.page.marks import Mark, MarkKind
from factdesk.ui.widgets.page.view import PageView

TITLE = "Velmark hospital closes the year with a record €41.6 million deficit"
STANDFIRST = "The chief executive says no ward has closed. The union says one did."
HEAD = Head(
    ("The Velmark Courier", "Lena Ashgrove", "11 November 2026, 06:40"),
    TITLE,
    STANDFIRST,
    (
        HeadItem("history", "Version 2 of 2 · 12 Nov 14:10"),
        HeadItem("shield", "Original sealed"),
        HeadItem("", "9f3c 51ae", is_hash=True),
        HeadItem("link", "velmarkcourier.example", key="url"),
    ),
)
_H, _P = BlockKind.HEADING, BlockKind.PARAGRAPH
ARTICLE = (
    (_H, TITLE, 1),
    (_P, STANDFIRST, 0),
    (_P, "Velmark Regional Hospital ended its financial year with a deficit of €41.6 million, the largest in its "
         "63-year history, the board was told on Tuesday. Chief executive Ines Halloran blamed energy prices and the "
         "cost of agency staff.", 0),
    (_P, "“We spent 9.2 million on agency nurses, three times what we spent two years ago,” she said. “Nobody in this "
         "room thinks that can go on.”", 0),
    (_P, "Ms Halloran, who took office in March 2023, rejected the union’s charge that services had been cut by "
         "stealth. “No ward has been closed since I arrived,” she told members, “and none will be closed this "
         "winter.”", 0),
    (_P, "Tomas Redl, the region’s councillor for finance, said that every euro of the 2025 regional grant went to "
         "patient care. The audit office opened a review of the grant in September.", 0),
    (_P, "There was better news on waiting times. The average wait for a hip operation fell from 214 days to 163, "
         "according to figures shown to the board, and Velmark is the first hospital in the country to publish its "
         "waits ward by ward, Ms Halloran said.", 0),
    (_P, "The hospital hopes to hire 120 nurses by June. Its €12 million cardiac unit opened in October, four months "
         "late.", 0),
    (_P, "The next board meeting is on 14 January. The union has called a rally for the same evening.", 0),
)  # fmt: skip
BLOCKS = (
    (_H, "7. Paediatric beds", 2),
    (_P, "The chief executive presented paper 7/25. Лікарня в Яворці отримала 18,4 млн гривень. 👩‍⚕️ came too.", 0),
    (BlockKind.QUOTATION, "Ward 4B closes on 30 June; its 14 beds are not replaced. Children who need a night in "
                          "hospital go to ward 4A.", 0),
    (BlockKind.ITEM, "Admissions to the short-stay ward have fallen for three years.", 1),
    (BlockKind.ITEM, "The winter plan assumes no new agency contracts, and members asked for monthly figures.", 1),
    (BlockKind.ITEM, "A nested item.", 2),
    (BlockKind.CAPTION, "Ward 4B in May 2025. Photograph: Velmark Courier archive", 0),
    (_P, "המועצה אישרה את התקציב ביום שלישי, לאחר דיון ארוך על 41 מיליון.", 0),
)  # fmt: skip
TABLE = (("Year", "Agency nurses", "Cost"), ("2023–24", "112 full-time posts", "€3,806,000"),
         ("2025–26", "260 full-time posts, most of them on the short-stay wards", "€9,214,000"))  # fmt: skip


def canonical(parts: tuple[tuple[BlockKind, str, int], ...], table: tuple[tuple[str, ...], ...] = ()) -> CanonicalText:
    """Join parts, and the rows of a table, to a canonical text."""
    rows = [(kind, words, level, 0, 0) for kind, words, level in parts]
    for number, cells in enumerate(table, 1):
        rows.extend((BlockKind.CELL, words, 0, number, place) for place, words in enumerate(cells, 1))
    blocks: list[Block] = []
    at = 0
    for kind, words, level, line, place in rows:
        blocks.append(Block(kind, at, at + len(words), level, None, line or None, place or None))
        at += len(words) + 1
    return CanonicalText("\n".join(words for _kind, words, *_rest in rows), tuple(blocks))


TEXT = canonical(ARTICLE)


def spot(quote: str, text: CanonicalText = TEXT) -> Span:
    """Find a quotation's place."""
    start = text.text.index(quote)
    return Span(start, start + len(quote))


CLAIMS = (
    ("ended its financial year with a deficit of €41.6 million, the largest in its 63-year history", "true"),
    ("the largest in its 63-year history", "false"),
    ("three times what we spent two years ago", "half_true"),
    ("No ward has been closed since I arrived", "false"),
    ("every euro of the 2025 regional grant went to patient care", "mostly_false"),
    ("The average wait for a hip operation fell from 214 days to 163", "mostly_true"),
    ("the first hospital in the country to publish its waits ward by ward", "unverifiable"),
    ("opened in October, four months late", "none"),
)


def claims(kind: MarkKind = MarkKind.VERDICT) -> list[Mark]:
    """Mark the article's claims."""
    return [
        Mark(f"C-{number}", spot(quote), kind, look, number, f"Claim {number}. {look}.")
        for number, (quote, look) in enumerate(CLAIMS, 1)
    ]


def _coverage() -> list[Mark]:
    struck = ("“Nobody in this room thinks that can go on.”", "There was better news on waiting times.",
              "The hospital hopes to hire 120 nurses by June.")  # fmt: skip
    left = ("Chief executive Ines Halloran blamed energy prices and the cost of agency staff.",
            "The audit office opened a review of the grant in September.", "The next board meeting is on 14 January.",
            "The union has called a rally for the same evening.")  # fmt: skip
    current = (
        "Ms Halloran, who took office in March 2023, rejected the union’s charge that services had been cut by stealth."
    )
    marks = [Mark(f"X-{at}", spot(words), MarkKind.STRUCK) for at, words in enumerate(struck)]
    marks += [Mark(f"open-{at}", spot(words), MarkKind.OPEN) for at, words in enumerate(left)]
    return [*marks, Mark("open-now", spot(current), MarkKind.OPEN, is_current=True)]


def _compared() -> list[Mark]:
    touched = [
        Mark(mark.id, mark.span, MarkKind.TOUCHED, mark.look, mark.number, is_outlined=mark.id in ("C-4", "C-7"))
        for mark in claims()
    ]
    gone = (
        ", according to figures shown to the board, and Velmark is the first hospital in the country to publish its "
        "waits ward by ward, Ms Halloran said"
    )
    removed = Mark("gone", spot(gone), MarkKind.REMOVED)
    return [*touched, Mark("new", spot("who took office"), MarkKind.ADDED), removed]


ODD = (
    ("E-1", "its 14 beds are not replaced. Children who need a night in hospital", MarkKind.EVIDENCE, "refutes", None),
    ("E-2", "Admissions", MarkKind.EVIDENCE, "supports", None),
    ("P-1", "18,4 млн гривень", MarkKind.PROPOSAL, "none", 1),
    ("F-2", "fallen for three years", MarkKind.FINDING, "none", 2),
    ("C-1", "€9,214,000", MarkKind.VERDICT, "half_true", None),
    ("C-2", "ביום שלישי", MarkKind.VERDICT, "mostly_false", None),
    ("C-3", "👩‍⚕️ came", MarkKind.VERDICT, "true", None),
)


def fill(page: PageView, kind: str) -> None:
    """Show the article: "marks", "coverage", "compare", "find", or "blocks" for every kind of block."""
    if kind == "blocks":
        text = canonical(BLOCKS, TABLE)
        page.set_content(text)
        page.set_marks([Mark(name, spot(words, text), kind, look, number) for name, words, kind, look, number in ODD])
        page.select(spot("Photograph: Velmark", text))
        return
    page.set_content(TEXT, head=HEAD)
    if kind == "compare":
        page.set_role("compare")
        page.set_marks(_compared())
        return
    page.set_marks(claims() + (_coverage() if kind == "coverage" else []))
    if kind == "marks":
        page.select_mark("C-4", scroll=False)
