"""Sample memos for tests and for looking at: all names, outlets and figures in them are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

from factdesk.export.document import (
    MemoCalculation,
    MemoClaim,
    MemoContact,
    MemoDocument,
    MemoEvent,
    MemoEvidence,
    MemoInput,
    MemoPlace,
    MemoQuestion,
    MemoRating,
    MemoSource,
)
from factdesk.model.enums import (
    Answer,
    BlockKind,
    Channel,
    ClaimKind,
    Credibility,
    Outcome,
    Reliability,
    Risk,
    SourceLevel,
    SourceType,
    Stance,
)
from factdesk.model.values.sources import Citation

ZONE = timezone(timedelta(hours=1))
MADE = datetime(2026, 11, 12, 16, 20, tzinfo=ZONE)
RATINGS = (
    MemoRating("true", "True", "true", "Accurate; nothing important is missing."),
    MemoRating("mostly_true", "Mostly true", "mostly_true", "Right in substance; a detail is off."),
    MemoRating("half_true", "Half true", "half_true", "Partly right; the part left out changes the picture."),
    MemoRating("mostly_false", "Mostly false", "mostly_false", "A grain of truth in a wrong statement."),
    MemoRating("false", "False", "false", "The evidence shows the opposite."),
    MemoRating(
        "unverifiable",
        "Unverifiable",
        "unverifiable",
        "No evidence can be had either way; not a verdict on the claimant.",
    ),
)
BY_KEY = {rating.key: rating for rating in RATINGS}


def digest(word: str) -> str:
    """Give a hash that stands for a file."""
    return sha256(word.encode()).hexdigest()


def at(day: int, hour: int, minute: int) -> datetime:
    """Give a time in November 2026."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def sources() -> tuple[MemoSource, ...]:
    """Give eight sources, one in Ukrainian and one confidential."""
    hospital = "Velmark Regional Hospital"
    rows = (
        (Citation(SourceType.REPORT, "Annual accounts 2025–26", hospital, issued="2026-10-24", pages="12–14",
                  url="https://velmark.example/accounts-2026.pdf"), "A", (1, 3)),
        (Citation(SourceType.DOCUMENT, "Hospital accounts 2009, ledger 114", "Regional Archive of Velmark",
                  issued="2010-03-31", pages="folio 8"), "A", (2,)),
        (Citation(SourceType.DOCUMENT, "Board minutes, 24 June 2025", hospital, issued="2025-06-24",
                  pages="page 7, item 7", url="https://velmark.example/board/2025-06-24.pdf"), "A", (4,)),
        (Citation(SourceType.DATASET, "Bed register, July 2025", "Regional Health Service", issued="2025-07",
                  url="https://beds.example/2025-07"), "A", (4,)),
        (Citation(SourceType.CALL, "E-mail to Dana Koval", f"{hospital}, press office", issued="2026-11-12T11:32"),
         "B", (4,)),
        (Citation(SourceType.BROADCAST, "Recording of the board meeting", "The Velmark Courier", issued="2026-11-10"),
         "A", (3, 4)),
        (Citation(SourceType.WEBPAGE, "Досвід Велмарка: як лікарня рахує ліжка", "Голос Яворця", issued="2025-07-08",
                  url="https://holos-yavortsia.example/velmark"), "B", (7,)),
        (Citation(SourceType.INTERVIEW, "Talk with Nora Velden", "Nora Velden", url="https://secret.example/nora"),
         "C", (6,)),
    )  # fmt: skip
    return tuple(
        MemoSource(
            number,
            citation,
            public_id=f"S-{number + 20}",
            language="uk" if number == 7 else "en",
            sha256="" if number == 2 else digest(citation.title),
            captured_at=None if number == 2 else at(12, 9, number),
            level=SourceLevel.SECONDARY if number in {6, 7} else SourceLevel.PRIMARY,
            reliability=Reliability(letter),
            is_confidential=number == 8,
            claims=claims,
        )
        for number, (citation, letter, claims) in enumerate(rows, start=1)
    )


def found(
    stance: Stance, source: int, passage: str, locator: str = "", code: str = "A1", **more: object
) -> MemoEvidence:
    """Make a piece of evidence from one of the sources."""
    cited = sources()[source - 1]
    piece = MemoEvidence(
        stance,
        source,
        passage,
        cited.language,
        locator,
        link=cited.citation.url,
        reliability=Reliability(code[0]),
        credibility=Credibility(code[1]),
        sha256=cited.sha256,
    )
    return replace(piece, **more)  # type: ignore[arg-type]


def claims() -> tuple[MemoClaim, ...]:
    """Give eight claims with every verdict; the last is open."""
    rows = (
        ("ended its financial year with a deficit of €41.6 million", "The Courier", "true", ClaimKind.NUMBER,
         Risk.MINOR),
        ("the largest in its 63-year history", "The Courier", "false", ClaimKind.COMPARISON, Risk.MUST_FIX),
        ("three times what we spent two years ago", "Ines Halloran", "half_true", ClaimKind.NUMBER, Risk.RISKY),
        ("No ward has been closed since I arrived, and none will be closed this winter.", "Ines Halloran", "false",
         ClaimKind.QUOTATION, Risk.MUST_FIX),
        ("", "Tomas Redl", "mostly_false", ClaimKind.OTHER, Risk.RISKY),
        ("The average wait for a hip operation fell from 214 days to 163", "Board figures", "mostly_true",
         ClaimKind.NUMBER, Risk.MINOR),
        ("перша лікарня в країні, що показує черги за відділеннями", "Ines Halloran", "unverifiable", ClaimKind.EVENT,
         Risk.MINOR),
        ("the cardiac unit opened four months late", "The Courier", "false", ClaimKind.DATE, Risk.RISKY),
    )  # fmt: skip
    return tuple(
        MemoClaim(
            number,
            f"C-{408 + number}",
            quotation,
            language="uk" if number == 7 else "en",
            statement=_STATEMENTS[number - 1],
            claimant=claimant,
            said_when="2026-11-10" if claimant == "Ines Halloran" else "",
            said_where="board meeting" if claimant == "Ines Halloran" else "",
            kind=kind,
            place=MemoPlace(2, BlockKind.PARAGRAPH, number),
            checker="Dana Koval",
            checked_at=at(12, 13, 40 + number) if number < 8 else None,
            reviewer="Piet Vance" if number < 8 else "",
            reviewed_at=at(12, 16, 5) if number < 8 else None,
            due="2026-11-13" if number == 8 else "",
            verdict=BY_KEY[verdict],
            is_done=number < 8,
            risk=risk,
            rationale=_FINDINGS[number - 1],
            evidence=_EVIDENCE.get(number, ()),
            wording=_WORDINGS.get(number, ""),
            wording_answer=Answer.ACCEPTED if number == 2 else Answer.PROPOSED,
            contacts=_CONTACTS.get(number, ()),
        )
        for number, (quotation, claimant, verdict, kind, risk) in enumerate(rows, start=1)
    )


_STATEMENTS = (
    "Velmark Regional Hospital closed 2025–26 with a deficit of €41.6 million.",
    "No earlier year of the hospital ended with a larger deficit.",
    "Spending on agency staff tripled between 2023–24 and 2025–26.",
    "No ward of Velmark Regional Hospital has closed since 3 March 2023.",
    "every euro of the 2025 regional grant went to patient care",
    "The average wait for a hip operation fell from 214 to 163 days within a year.",
    "Жодна інша лікарня країни не публікує черг за відділеннями.",
    "The cardiac unit opened four months after the promised date.",
)
_FINDINGS = (
    "The audited accounts give €41,612,000 before the one-off land sale. The story’s figure is that number, rounded.",
    "The ledger of 2009 shows a loss of €44.3 million in the prices of that year, which is more even without "
    "inflation. The hospital’s own annual report of 2010 calls it “the deepest in our history”.",
    "Agency staff cost €3.1 million in 2023–24 and €9.4 million in 2025–26, so the factor is right. The sentence "
    "speaks of all spending on staff, which rose by 11 per cent.",
    "Ward 4B, the children’s short-stay ward, closed on 30 June 2025 and its 14 beds were not replaced. The board "
    "approved this on 24 June by nine votes to two, on a paper that Ms Halloran presented. The hospital now calls it a "
    "merger with ward 4A, but its own minutes use the word “closes”, and 4A has the same 22 beds as before.",
    "The letter of the audit office names €0.8 million of the grant that paid for a car park.",
    "The figures are those of the board; they leave out operations moved to other hospitals.",
    "Ми не знайшли переліку лікарень, які публікують такі дані.",
    "",
)
_EVIDENCE = {
    1: (found(Stance.SUPPORTS, 1, "Deficit for the year: 41,612", "page 12, table 3"),),
    2: (
        found(Stance.REFUTES, 2, "Loss carried forward: 44,300,000", "folio 8"),
        found(Stance.CONTEXT, 1, "the second deficit above forty million since 1963", "page 13", "A2"),
    ),
    3: (
        found(
            Stance.SUPPORTS,
            1,
            "Agency staff 9,412 (3,127)",
            "page 14, note 6",
            calculation=MemoCalculation(
                "How many times the spending of two years before?",
                (
                    MemoInput("a", "agency staff 2025–26", "9.412", "million €", 1),
                    MemoInput("b", "agency staff 2023–24", "3.127", "million €", 1),
                ),
                "a ÷ b",
                "3.01",
            ),
        ),
        found(Stance.CONTEXT, 6, "I mean the agencies, not the payroll", "00:41:07", "A2"),
    ),
    4: (
        found(
            Stance.REFUTES,
            3,
            "Ward 4B closes on 30 June; its 14 beds are not replaced. Children who need a night in hospital "
            "go to ward 4A.",
            "page 7, item 7",
        ),
        found(Stance.REFUTES, 4, "4B · children’s short stay · 0 beds in use", "row 4B", "A2"),
        found(
            Stance.CONTEXT,
            5,
            "4B was merged with 4A. Ms Halloran was referring to wards closed in full.",
            "",
            "B3",
            note="Sent four hours after our question; it does not answer whether beds were lost.",
        ),
    ),
    5: (found(Stance.REFUTES, 6, "eight hundred thousand went into the car park", "01:12:40", "A2"),),
    6: (found(Stance.SUPPORTS, 8, "The mean is right, the list is not whole.", "call of 11 November", "C2"),),
}
_WORDINGS = {
    2: "the second largest in its 63-year history",
    4: "Ms Halloran said no whole ward had closed since she took over, “not counting the merger on the fourth floor”. "
    "The board closed ward 4B, with 14 beds, in June 2025.",
}
_CONTACTS = {
    4: (
        MemoContact(
            at(12, 7, 30), Channel.EMAIL, "Press office", Outcome.ANSWERED, "Merged, not closed.", "Dana Koval", 5
        ),
        MemoContact(at(11, 17, 2), Channel.PHONE, "Ines Halloran", Outcome.NO_ANSWER, "", "Dana Koval"),
    ),
    6: (MemoContact(at(11, 10, 0), Channel.PHONE, "Nora Velden", Outcome.ANSWERED, "", "Oleh Savchuk", 8),),
}


def english() -> MemoDocument:
    """Give the memo that the pictures of the design show, and one open claim."""
    return MemoDocument(
        "M-93",
        "Velmark desk",
        "Velmark hospital closes the year with a record €41.6 million deficit",
        MADE,
        made_by="Dana Koval",
        recipient="Ruth Amsel, editor",
        article_public_id="A-12",
        article_language="en",
        outlet="The Velmark Courier",
        authors=("Lena Ashgrove",),
        published="2026-11-11T06:40",
        version=2,
        version_count=2,
        captured_at=at(12, 14, 10),
        link="https://velmarkcourier.example/hospital-deficit",
        original_name="hospital-deficit.html",
        original_sha256=digest("original"),
        text_sha256=digest("text"),
        checkers=("Dana Koval", "Tilde Brandt", "Oleh Savchuk"),
        reviewers=("Piet Vance",),
        reviewed_at=at(12, 16, 5),
        coverage_percent=96,
        sentences_covered=48,
        sentences=50,
        in_short="The deficit is right, the “record” is not: the hospital lost €44.3 million in 2009. The chief "
        "executive’s statement that no ward has closed is false; the board she leads closed ward 4B on 30 June 2025. "
        "We advise a correction of claims 2 and 4 before the print edition closes at 19:00.",
        claims=claims(),
        questions=(
            MemoQuestion("When did the cardiac unit treat its first patient?", "C-416", 8, "Dana Koval", "2026-11-13"),
            MemoQuestion("Which sentence of the grant letter names the car park?", "C-413", 5, "Tomas Redl"),
        ),
        sources=sources(),
        ratings=RATINGS,
        history=(
            MemoEvent(at(11, 7, 2), "feed", "Article filed, version 1", 9317, digest("1")),
            MemoEvent(at(11, 9, 20), "Dana Koval", "8 claims marked", 9331, digest("2")),
            MemoEvent(at(12, 14, 10), "Dana Koval", "Article captured again; 2 claims touched", 9401, digest("3")),
            MemoEvent(at(12, 16, 5), "Piet Vance", "Claim 4 approved", 9409, digest("4")),
        ),
        history_line=9412,
        history_hash=digest("line"),
    )


def ukrainian() -> MemoDocument:
    """Give a memo in Ukrainian with Arabic, Hebrew, Russian and emoji in its quotations."""
    names = ("Правда", "Здебільшого правда", "Напівправда", "Здебільшого неправда", "Неправда", "Не перевірити")
    ratings = tuple(replace(rating, name=name, definition="") for rating, name in zip(RATINGS, names, strict=True))
    by_key = {rating.key: rating for rating in ratings}
    quotations = (
        ("Лікарня втратила п’ятдесят ліжок 🏥👩‍⚕️ за рік", "uk", "true"),
        ("Ни одного отделения не закрыли с тех пор, как я пришла", "ru", "false"),
        ("لم يُغلق أي قسم منذ عام 2023 في مستشفى Velmark", "ar", "unverifiable"),
        ("המחלקה נסגרה ביוני 2025", "he", "half_true"),
    )
    made = tuple(
        MemoClaim(
            number,
            f"C-{number}",
            quotation,
            language,
            statement="Твердження простими словами.",
            claimant="Інес Галлоран",
            place=MemoPlace(1, BlockKind.PARAGRAPH, number, page=2),
            checker="Олег Савчук",
            checked_at=at(12, 13, 50),
            verdict=by_key[verdict],
            is_done=number != 4,
            risk=Risk.MUST_FIX if number == 2 else Risk.MINOR,
            rationale="Протокол ради від 24 червня каже інше.",
            evidence=(MemoEvidence(Stance.REFUTES, 1, quotation, language, "с. 7", reliability=Reliability.A),),
        )
        for number, (quotation, language, verdict) in enumerate(quotations, start=1)
    )
    return replace(
        english(),
        public_id="M-7",
        language="uk",
        article_language="uk",
        library="Голос Яворця",
        title="Лікарня у Велмарку закінчила рік із рекордною нестачею 41,6 мільйона євро",
        outlet="Голос Яворця",
        authors=("Леся Яворська",),
        recipient="Руті Амсель",
        in_short="Нестача справжня, «рекорд» — ні.",
        claims=made,
        questions=(),
        sources=(replace(sources()[6], number=1, claims=(1, 2, 3, 4)),),
        ratings=ratings,
        history=(),
    )


def empty() -> MemoDocument:
    """Give a memo of which nothing is known but its number and its title."""
    return MemoDocument("M-1", "", "A short notice", datetime(2026, 1, 2, 3, 4, tzinfo=UTC))


def bare() -> MemoDocument:
    """Give a memo with one claim of which only the words are known."""
    return replace(empty(), claims=(MemoClaim(1, "C-1", "the lights went out"),))


def large(count: int = 60) -> MemoDocument:
    """Give a memo of many claims, every one with evidence."""
    originals = claims()
    many = tuple(replace(originals[index % 7], number=index + 1, public_id=f"C-{index + 1}") for index in range(count))
    return replace(english(), claims=many, questions=())


def long_words() -> MemoDocument:
    """Give a memo whose quotation, title and passage are very long."""
    sentence = "The ward on the fourth floor was closed, opened and closed again, said the porter who had the keys. "
    first, *rest = claims()
    passage = found(Stance.REFUTES, 3, sentence * 40)
    long = replace(first, quotation=(sentence * 12).strip(), rationale=sentence * 60, evidence=(passage,))
    return replace(
        english(),
        title=sentence * 3,
        recipient="Everybody on the desk " * 8,
        library="A library with a very long name indeed " * 4,
        link="https://velmarkcourier.example/" + "a-long-way/" * 60,
        claims=(long, *rest),
    )


ALL = {
    "english": english,
    "ukrainian": ukrainian,
    "empty": empty,
    "bare": bare,
    "large": large,
    "long_words": long_words,
}
