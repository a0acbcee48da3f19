"""Writes `resources/sample/performance-report.pdf`, so that the sample's one binary file can be made again.

Run as a script it writes the file; the test beside it asserts that the shipped file is what this makes. A plain PDF
1.4 with the standard typefaces: no compression, no dates, so that the same words give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

WIDTH, HEIGHT, LEFT, RIGHT = 595, 842, 72, 523
FACES = {"sans": "Helvetica", "bold": "Helvetica-Bold", "serif": "Times-Roman"}
TARGET = Path(__file__).parents[2] / "resources" / "sample" / "performance-report.pdf"

YEARS = (
    ("2016", "57,940", "81"),
    ("2017", "59,215", "80"),
    ("2018", "61,048", "83"),
    ("2019", "63,874", "88"),
    ("2020", "48,102", "61"),
    ("2021", "51,336", "66"),
    ("2022", "55,780", "72"),
    ("2023", "57,461", "77"),
    ("2024", "58,897", "74"),
    ("2025", "61,312", "53"),
)


@dataclass
class Page:
    """One page, filled from the top; `number` 0 prints no foot."""

    number: int = 0
    y: float = HEIGHT - 96
    marks: list[str] = field(default_factory=list)

    def write(self, words: str, *, face: str = "serif", size: float = 11, x: float = LEFT, lead: float = 0) -> None:
        """Write one line and move down; `lead` is the distance to the next line, the size and a half when 0."""
        self.put(words, face=face, size=size, x=x)
        self.y -= lead or size * 1.5

    def put(self, words: str, *, face: str = "serif", size: float = 11, x: float = LEFT) -> None:
        """Write one line and stay."""
        raw = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.marks.append(f"BT /{face} {size} Tf {x} {self.y:.1f} Td ({raw}) Tj ET")

    def heading(self, words: str) -> None:
        """Write a heading with room around it."""
        self.y -= 14
        self.write(words, face="bold", size=14, lead=26)

    def paragraph(self, *lines: str) -> None:
        """Write the lines of a paragraph and leave a gap."""
        for line in lines:
            self.write(line, lead=16)
        self.y -= 8

    def rule(self, weight: float = 0.5) -> None:
        """Draw a line across the page."""
        self.marks.append(f"{weight} w {LEFT} {self.y + 11:.1f} m {RIGHT} {self.y + 11:.1f} l S")


def title_page() -> Page:
    """Give the first page."""
    page = Page(y=HEIGHT - 260)
    page.write("Kestrava General Hospital", face="sans", size=13, lead=34)
    page.write("Performance report 2025", face="bold", size=28, lead=40)
    page.rule(1)
    page.write("Presented to the board on 12 March 2026", face="sans", size=12, lead=60)
    page.paragraph(
        "This report gives the figures of the emergency department and of the buildings for",
        "the calendar year 2025, with those of the years before where they can be compared.",
        "It was put together by the department of quality and read by the director of nursing.",
    )
    return page


def emergency_page() -> Page:
    """Give the page on the emergency department."""
    page = Page(number=2)
    page.heading("1 Emergency department")
    page.paragraph(
        "The emergency department saw 61,312 patients in 2025, 4.1 per cent more than in 2024.",
        "The busiest year on record remains 2019, with 63,874 patients. A patient is counted",
        "once for each arrival.",
    )
    columns = (LEFT, LEFT + 120, LEFT + 240)
    for x, words in zip(columns, ("Year", "Patients", "Median wait, minutes"), strict=True):
        page.put(words, face="bold", size=9.5, x=x)
    page.y -= 18
    page.rule()
    for row in YEARS:
        for x, words in zip(columns, row, strict=True):
            page.put(words, face="sans", size=9.5, x=x)
        page.y -= 17
    page.rule()
    page.heading("2 Waiting")
    page.paragraph(
        "The median wait until a patient is first seen by a clinician was 53 minutes, against",
        "74 minutes in 2024. Clinicians are doctors and nurse practitioners. Nine patients in",
        "ten were seen within 148 minutes.",
    )
    page.paragraph("Since 3 November 2025 patients can follow their place in the queue on a phone.")
    return page


def buildings_page() -> Page:
    """Give the page on buildings and counting."""
    page = Page(number=3)
    page.heading("3 Buildings")
    page.paragraph(
        "The triage hall opened on 3 November 2025. It has sixteen examination places and an",
        "entrance of its own for ambulances. The final account is expected in autumn 2026.",
    )
    page.heading("4 How the hospital counts")
    page.paragraph(
        "Arrivals have been counted in the same way since 1994. Before that year they were",
        "counted by hand, and no year of that time came to more than 45,000.",
    )
    page.paragraph(
        "Waiting times are taken from the patient record. Patients who leave before they are",
        "seen are not part of the median.",
    )
    return page


def report() -> bytes:
    """Give the whole file."""
    pages = (title_page(), emergency_page(), buildings_page())
    fonts = " ".join(f"/{name} {3 + at} 0 R" for at, name in enumerate(FACES))
    first = 3 + len(FACES)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R /Lang (en) >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{face} /Encoding /WinAnsiEncoding >>" for face in FACES.values()
    ]
    for at, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {first + 2 * at + 1} 0 R"
            f" /Resources << /Font << {fonts} >> >> >>"
        )
        stream = "\n".join((*page.marks, *_foot(page)))
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    information = "<< /Title (Performance report 2025) /Author (Kestrava General Hospital) >>"
    return _assembled([*objects, information])


def _foot(page: Page) -> tuple[str, ...]:
    if not page.number:
        return ()
    foot = Page(y=48)
    foot.put("Kestrava General Hospital, performance report 2025", face="sans", size=8)
    foot.put(str(page.number), face="sans", size=8, x=RIGHT - 6)
    return tuple(foot.marks)


def _assembled(objects: list[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode("ascii")


if __name__ == "__main__":
    TARGET.write_bytes(report())
