"""The named styles of the Word memo, as rows of data, and the XML they become."""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

INK = "1D1C1A"
INK2 = "55524B"
INK3 = "6B675F"
LINE = "CFCBC2"
ACCENT = "3F3191"
DANGER = "A3123A"
SANS = "Calibri"
SERIF = "Cambria"
MONO = "Consolas"
TEXT_WIDTH = 9184  # twentieths of a point: 210 mm less twice 24 mm
LOOKS = {
    "true": ("True", "1459A8", "DFEBFA"),
    "mostly_true": ("Mostly True", "10717A", "D5F1F0"),
    "half_true": ("Half True", "664600", "FBEDB6"),
    "mostly_false": ("Mostly False", "A75003", "FFECDC"),
    "false": ("False", "8B1632", "F9DCE1"),
    "unverifiable": ("Unverifiable", "494653", "EEECF2"),
    "none": ("Open", "6B675F", "F1EFEA"),
}


@dataclass(frozen=True)
class Style:
    """One style. Sizes, lines and spaces in points; `extra` is raw XML for the end of the paragraph properties."""

    name: str
    kind: str = "paragraph"
    based_on: str = "Normal"
    following: str = ""
    font: str = ""
    size: float = 0
    bold: bool | None = None
    italic: bool = False
    caps: bool = False
    letters: float = 0
    ink: str = ""
    underline: bool = False
    line: float = 0
    before: float | None = None
    after: float | None = None
    left: float = 0
    right: float = 0
    is_contextual: bool = False
    align: str = ""
    centred: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    level: int | None = None
    borders: str = ""
    shade: str = ""
    tabs: str = ""
    priority: int = 50
    is_quick: bool = True

    @property
    def id(self) -> str:
        """Give the identifier: the name without spaces, built-in names as Word writes them."""
        if self.name.startswith("toc"):
            return self.name.upper().replace(" ", "")
        return (self.name[0].upper() + self.name[1:]).replace(" ", "")


def _twips(points: float) -> int:
    return round(points * 20)


def _border(side: str, points: float, ink: str, space: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{round(points * 8)}" w:space="{space}" w:color="{ink}"/>'


def _tab(kind: str, twips: int, leader: str = "") -> str:
    return f'<w:tab w:val="{kind}"{f" w:leader={quoteattr(leader)}" if leader else ""} w:pos="{twips}"/>'


def _paragraph(style: Style) -> str:
    """Write the paragraph properties in the order the schema wants."""
    parts = []
    if style.keep_next:
        parts.append("<w:keepNext/>")
    if style.keep_lines:
        parts.append("<w:keepLines/>")
    if style.borders:
        parts.append(f"<w:pBdr>{style.borders}</w:pBdr>")
    if style.shade:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shade}"/>')
    if style.tabs:
        parts.append(f"<w:tabs>{style.tabs}</w:tabs>")
    parts.append(_spacing(style))
    if style.left or style.right:
        parts.append(f'<w:ind w:left="{_twips(style.left)}" w:right="{_twips(style.right)}"/>')
    if style.is_contextual:
        parts.append("<w:contextualSpacing/>")
    if style.align:
        parts.append(f'<w:jc w:val="{style.align}"/>')
    if style.centred:
        parts.append('<w:textAlignment w:val="center"/>')
    if style.level is not None:
        parts.append(f'<w:outlineLvl w:val="{style.level}"/>')
    return "".join(parts)


def _spacing(style: Style) -> str:
    spacing = []
    if style.before is not None:
        spacing.append(f'w:before="{_twips(style.before)}"')
    if style.after is not None:
        spacing.append(f'w:after="{_twips(style.after)}"')
    if style.line:
        spacing.append(f'w:line="{_twips(style.line)}" w:lineRule="atLeast"')
    return f"<w:spacing {' '.join(spacing)}/>" if spacing else ""


def _characters(style: Style) -> str:
    """Write the run properties in the order the schema wants."""
    parts = []
    if style.font:
        # Arial has the Arabic and Hebrew letters that Calibri and Cambria lack.
        parts.append(
            f'<w:rFonts w:ascii="{style.font}" w:hAnsi="{style.font}" w:eastAsia="{style.font}" w:cs="Arial"/>'
        )
    if style.bold is not None:
        parts.append("<w:b/><w:bCs/>" if style.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>')
    if style.italic:
        parts.append("<w:i/><w:iCs/>")
    if style.caps:
        parts.append("<w:caps/>")
    if style.ink:
        parts.append(f'<w:color w:val="{style.ink}"/>')
    if style.letters:
        parts.append(f'<w:spacing w:val="{_twips(style.letters)}"/>')
    if style.size:
        parts.append(f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>')
    if style.underline:
        parts.append('<w:u w:val="single"/>')
    return "".join(parts)


def style_xml(style: Style) -> str:
    """Write one paragraph or character style."""
    default = ' w:default="1"' if style.name == "Normal" else ""
    custom = ' w:customStyle="1"' if style.name.startswith("Factdesk") else ""
    head = f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
    if style.name != "Normal":
        head += f'<w:basedOn w:val="{style.based_on}"/>'
    if style.following:
        head += f'<w:next w:val="{style.following}"/>'
    head += f'<w:uiPriority w:val="{style.priority}"/>' + ("<w:qFormat/>" if style.is_quick else "")
    paragraph = _paragraph(style) if style.kind == "paragraph" else ""
    characters = _characters(style)
    body = (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "") + (f"<w:rPr>{characters}</w:rPr>" if characters else "")
    return f"{head}{body}</w:style>"


_CHARACTER = Style("", kind="character", based_on="DefaultParagraphFont")
_FOOT = Style("", size=8.5, line=11, ink=INK2, tabs=_tab("right", TEXT_WIDTH), priority=99, is_quick=False)

PARAGRAPHS = (
    Style("Normal", font=SANS, size=10.5, ink=INK, priority=0),
    Style("Title", following="FactdeskFact", font=SERIF, size=20, bold=True, line=25, after=9.5, keep_next=True,
          keep_lines=True, priority=10),
    Style("heading 1", following="FactdeskBody", size=16, bold=True, line=20, before=22, after=8, keep_next=True,
          keep_lines=True, level=0, priority=9),
    Style("heading 2", following="FactdeskQuote", size=14, bold=True, line=18, before=2, after=5, keep_next=True,
          keep_lines=True, level=1, tabs=_tab("right", TEXT_WIDTH), priority=9),
    Style("heading 3", following="FactdeskBody", size=13, bold=True, line=16, before=15, after=6, keep_next=True,
          keep_lines=True, level=2, priority=9),
    Style("toc 1", following="Normal", size=9.5, line=16, tabs=_tab("right", TEXT_WIDTH, "dot"), priority=39,
          is_quick=False),
    Style("toc 2", following="Normal", size=9.5, line=16, left=14, tabs=_tab("right", TEXT_WIDTH, "dot"), priority=39,
          is_quick=False),
    replace(_FOOT, name="header", borders=_border("bottom", 0.75, LINE, 8)),
    replace(_FOOT, name="footer", borders=_border("top", 0.75, LINE, 7)),
    Style("Factdesk Section", based_on="Heading1", following="FactdeskBody", size=13, line=16, before=15.5, after=6),
    Style("Factdesk Kicker", following="Title", size=9.5, line=13, ink=INK2, after=4, keep_next=True),
    Style("Factdesk Body", line=15.5, after=7),
    Style("Factdesk In Short", based_on="FactdeskBody", size=10.5, line=15.75),
    Style("Factdesk Note", size=9, line=14.25, ink=INK2, before=6),
    Style("Factdesk Caps", following="FactdeskBody", size=8.5, line=12, bold=True, caps=True, letters=0.4, ink=INK2,
          before=13, after=3, keep_next=True),
    Style("Factdesk Fact Label", size=9.5, line=13, ink=INK2),
    Style("Factdesk Fact", size=9.5, line=13),
    Style("Factdesk Table Head", size=9, line=12, bold=True, ink=INK2, keep_next=True),
    Style("Factdesk Table Head Number", based_on="FactdeskTableHead", align="right"),
    Style("Factdesk Counts", size=9.5, line=15, after=2, centred=True),
    Style("Factdesk Cell", size=9.5, line=13),
    Style("Factdesk Cell Number", based_on="FactdeskCell", align="right"),
    Style("Factdesk Cell Note", based_on="FactdeskCell", size=8.5, line=12, ink=INK2),
    Style("Factdesk Verdict", based_on="FactdeskCell", bold=True, centred=True),
    Style("Factdesk Stance", size=9.5, line=15, bold=True),
    Style("Factdesk Quote", font=SERIF, size=12.5, line=18, italic=True, before=2, after=9, left=12.75,
          borders=_border("left", 2.25, INK3, 10), keep_next=True),
    Style("Factdesk Passage", font=SERIF, size=10.5, line=15),
    Style("Factdesk Citation", size=9, line=13, ink=INK2),
    Style("Factdesk Evidence Note", size=9.5, line=13.5, before=1, after=2),
    Style("Factdesk Hash Line", size=8.5, line=13),
    Style("Factdesk Calculation", size=9.5, line=13.5, before=4, after=4, is_contextual=True, left=8,
          borders=_border("left", 0.75, LINE, 6)),
    Style("Factdesk Wording", based_on="FactdeskBody", font=SERIF, size=10.5),
    Style("Factdesk Gap", size=4, line=4),
    Style("Factdesk Rule", size=2, line=3, before=16, after=6, borders=_border("top", 1.5, INK3, 0), keep_next=True),
    Style("Factdesk Chip", size=10.5, bold=True, line=13, align="center", centred=True, keep_next=True),
)  # fmt: skip
CHARACTERS = (
    replace(_CHARACTER, name="Hyperlink", ink=ACCENT, priority=99, is_quick=False),
    replace(_CHARACTER, name="Strong", bold=True, priority=22),
    replace(_CHARACTER, name="Emphasis", italic=True, priority=20),
    replace(_CHARACTER, name="Factdesk Id", size=10, bold=False, ink=INK2),
    replace(_CHARACTER, name="Factdesk Hash", font=MONO, size=8),
    replace(_CHARACTER, name="Factdesk Reference", bold=True, ink=INK),
    replace(_CHARACTER, name="Factdesk Must Fix", bold=True, ink=DANGER),
    replace(_CHARACTER, name="Factdesk Must Fix Mark", size=8.5, bold=True, ink=DANGER),
    replace(_CHARACTER, name="Factdesk Foot Hash", font=MONO, size=8),
    replace(_CHARACTER, name="Factdesk Ink Context", bold=True, ink=INK2),
    replace(_CHARACTER, name="Factdesk Proposed", bold=False, ink=INK2),
    replace(_CHARACTER, name="Factdesk Small", size=8.5, ink=INK2),
)


def _of_look(look: str) -> tuple[Style, ...]:
    """Give the styles of one verdict look: its rule, its bar beside the quotation, its chip, its ink."""
    name, ink, tint = LOOKS[look]
    return (
        Style(f"Factdesk Rule {name}", based_on="FactdeskRule", borders=_border("top", 1.5, ink, 0), is_quick=False),
        Style(f"Factdesk Quote {name}", based_on="FactdeskQuote", borders=_border("left", 2.25, ink, 10),
              is_quick=False),
        Style(f"Factdesk Quote {name} Right", based_on=f"FactdeskQuote{name.replace(' ', '')}",
              borders='<w:left w:val="nil"/>' + _border("right", 2.25, ink, 10), is_quick=False),
        Style(f"Factdesk Chip {name}", based_on="FactdeskChip", ink=ink, shade=tint,
              borders=_border("top", 3.5, tint, 0) + _border("bottom", 3.5, tint, 0), is_quick=False),
        replace(_CHARACTER, name=f"Factdesk Ink {name}", bold=True, ink=ink, is_quick=False),
    )  # fmt: skip


def _table(name: str, cells: str, borders: str = "", first_row: str = "") -> str:
    conditional = f'<w:tblStylePr w:type="firstRow">{first_row}</w:tblStylePr>' if first_row else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="50"/><w:qFormat/>'
        f"<w:tblPr>{borders}<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>{conditional}</w:style>"
    )


def _margins(top: float, left: float, bottom: float, right: float) -> str:
    sides = zip(("top", "left", "bottom", "right"), (top, left, bottom, right), strict=True)
    return "".join(f'<w:{side} w:w="{_twips(points)}" w:type="dxa"/>' for side, points in sides)


def tables_xml() -> str:
    """Write the table styles: facts without rules, lists with a rule under every row and a dark one under the head."""
    rows = f"<w:tblBorders>{_border('bottom', 0.5, LINE, 0)}{_border('insideH', 0.5, LINE, 0)}</w:tblBorders>"
    head = f"<w:tblPr/><w:tcPr><w:tcBorders>{_border('bottom', 0.75, INK, 0)}</w:tcBorders></w:tcPr>"
    return (
        _table("Factdesk Facts", _margins(1.75, 0, 1.75, 6))
        + _table("Factdesk Table", _margins(4, 0, 4, 6), rows, head)
        + _table("Factdesk Table Close", _margins(4, 0, 4, 6), rows, head)
        + _table("Factdesk Ratings", _margins(1.5, 0, 1.5, 6))
        + _table("Factdesk Evidence", _margins(4, 0, 6, 6))
    )


def styles_xml() -> str:
    """Write every style of the template."""
    looks = tuple(style for look in LOOKS for style in _of_look(look))
    return "".join(style_xml(style) for style in (*PARAGRAPHS, *CHARACTERS, *looks)) + tables_xml()
