"""Small files of every kind, made here byte by byte, for the tests of capture."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from factdesk.capture.captured import Captured, Payload
from factdesk.capture.readers import read

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
PACKAGE_RELATIONS = (
    f'{RELATIONS}<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def captured(data: bytes, name: str = "sample", **parts: str) -> Captured:
    """Read bytes as a file of this name would be read."""
    return read(Payload(data, name, **parts))


def kept(read_text: Captured) -> list[tuple[str, str]]:
    """Give kind and words of each kept block."""
    return [
        (block.block.kind.value, read_text.text[block.block.start : block.block.end])
        for block in read_text.blocks
        if block.is_kept
    ]


def words(read_text: Captured) -> list[str]:
    """Give the words of each kept block."""
    return [said for _kind, said in kept(read_text)]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack parts into a zip archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def docx(body: str, *, styles: str = "", core: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """Make a Word document of the inner XML of its body; `parts` are more parts by name."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in ("styles", "footnotes", "endnotes")
    )
    more = dict(parts or {})
    relations += more.pop("relations", "")
    return zipped(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": PACKAGE_RELATIONS,
            "word/_rels/document.xml.rels": f"{RELATIONS}{relations}</Relationships>",
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
            "docProps/core.xml": (
                '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
                ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
                f"{core}</cp:coreProperties>"
            ),
            **more,
        }
    )


def paragraph(said: str, style: str = "", properties: str = "") -> str:
    """Make a Word paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t xml:space="preserve">{said}</w:t></w:r></w:p>'


def style(name: str, *, style_id: str = "", base: str = "", properties: str = "") -> str:
    """Make a Word paragraph style."""
    below = f'<w:basedOn w:val="{base}"/>' if base else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id or name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f"{below}<w:pPr>{properties}</w:pPr></w:style>"
    )


@dataclass(frozen=True)
class Put:
    """Words put on a PDF page: the place of their first letter in points from the lower left, and their size."""

    said: str
    x: float = 72.0
    y: float = 700.0
    size: float = 11.0


def lines_of(said: Sequence[str], *, top: float = 720.0, size: float = 11.0, x: float = 72.0) -> list[Put]:
    """Put lines below each other."""
    return [Put(line, x, top - number * size * 1.25, size) for number, line in enumerate(said)]


def pdf(pages: Sequence[Sequence[Put]], *, info: str = "", tail: bytes = b"") -> bytes:
    """Make a PDF in any script: each letter gets a code of its own and a ToUnicode map says what it is."""
    letters = sorted({letter for page in pages for put in page for letter in put.said})
    codes = {letter: number for number, letter in enumerate(letters, start=1)}
    objects: list[bytes] = []
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(b"<</Type/Catalog/Pages 2 0 R>>")
    objects.append(f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode())
    widths = " ".join("500" for _letter in range(256))
    objects.append(
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 0/LastChar 255/ToUnicode 4 0 R"
        + f"/Widths[{widths}]>>".encode()
    )
    objects.append(_stream(_unicode_map(codes)))
    objects.append(f"<<{info}>>".encode())
    for number, page in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
            + f"/Contents {7 + 2 * number} 0 R>>".encode()
        )
        objects.append(_stream("".join(_drawn(put, codes) for put in page).encode()))
    return _file(objects) + tail


def _drawn(put: Put, codes: Mapping[str, int]) -> str:
    shown = "".join(f"{codes[letter]:02x}" for letter in put.said)
    return f"BT /F {put.size} Tf 1 0 0 1 {put.x} {put.y} Tm <{shown}> Tj ET\n"


def _unicode_map(codes: Mapping[str, int]) -> bytes:
    lines = "\n".join(
        f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>"
        for letter, code in sorted(codes.items(), key=lambda i: i[1])
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{lines}\nendbfchar endcmap end end"
    ).encode()


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _file(objects: Sequence[bytes]) -> bytes:
    written = b"%PDF-1.7\n"
    places: list[int] = []
    for number, held in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            table,
            len(objects) + 1,
            len(written),
        )
    )


ENGLISH = (
    "The regional hospital ended its financial year with a deficit of forty-one million, the largest in its history, "
    "the board was told on Tuesday. The chief executive said that no ward had been closed since she arrived."
)
UKRAINIAN = (
    "Обласна лікарня завершила рік із дефіцитом у сорок один мільйон, найбільшим за всю її історію, повідомили раді "
    "у вівторок. Головна лікарка сказала, що жодного відділення не закрили; п’ятдесят ліжок лишилися."
)
RUSSIAN = (
    "Областная больница завершила год с дефицитом в сорок один миллион, крупнейшим за всю её историю, сообщили совету "
    "во вторник. Главный врач сказала, что ни одного отделения не закрыли."
)
POLISH = (
    "Szpital wojewódzki zakończył rok z deficytem czterdziestu jeden milionów, największym w całej swojej historii, "
    "poinformowano radę we wtorek. Dyrektorka powiedziała, że żadnego oddziału nie zamknięto."
)
