"""The template of the memo: made by our own script, whole, and true to the looks beside it."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

from lxml import etree

from factdesk.export.formats.docx_parts.looks import look, looks
from factdesk.export.formats.docx_parts.markup import tag
from factdesk.paths import resource

ROOT = Path(__file__).resolve().parents[2]


def parts(file: Path) -> dict[str, bytes]:
    """Give the parts of a package."""
    with zipfile.ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def styles() -> dict[str, etree._Element]:
    """Give the styles of the template by their id."""
    root = etree.fromstring(parts(resource("templates/memo.docx"))["word/styles.xml"])
    return {style.get(tag("styleId")): style for style in root.iter(tag("style"))}


def test_the_script_builds_the_template_that_is_shipped(tmp_path: Path) -> None:
    target = tmp_path / "memo.docx"
    script = ROOT / "packaging" / "build_memo_template.py"
    subprocess.run([sys.executable, str(script), str(target)], check=True)
    assert parts(target) == parts(resource("templates/memo.docx"))


def test_styles_are_based_on_styles_that_exist() -> None:
    known = styles()
    for name, style in known.items():
        for kind in ("basedOn", "next", "link"):
            other = style.find(tag(kind))
            assert other is None or other.get(tag("val")) in known, name


def test_headings_are_the_ones_that_word_navigates_by() -> None:
    for level in (1, 2, 3):
        style = styles()[f"Heading{level}"]
        assert style.find(tag("name")).get(tag("val")) == f"heading {level}"
        assert style.find(f"{tag('pPr')}/{tag('outlineLvl')}").get(tag("val")) == str(level - 1)


def test_every_look_has_its_styles_its_tint_and_its_shape() -> None:
    known = styles()
    assert set(looks()) == {"true", "mostly_true", "half_true", "mostly_false", "false", "unverifiable", "none"}
    for name, one in looks().items():
        for kind in ("Rule", "Quote", "Chip", "Ink"):
            assert f"Factdesk{kind}{one.style}" in known
        fill = known[f"FactdeskChip{one.style}"].find(f"{tag('pPr')}/{tag('shd')}").get(tag("fill"))
        assert fill == one.tint
        assert one.shape.startswith(b"\x89PNG")
        assert struct.unpack(">II", one.shape[16:24]) == (54, 54)
        ink = known[f"FactdeskInk{one.style}"].find(f"{tag('rPr')}/{tag('color')}").get(tag("val"))
        assert f"#{ink}" in resource(f"templates/shapes/{name}.svg").read_text("utf-8")


def test_inks_are_read_easily_on_their_tints() -> None:
    for one in looks().values():
        ink = styles()[f"FactdeskInk{one.style}"].find(f"{tag('rPr')}/{tag('color')}").get(tag("val"))
        assert contrast(ink, one.tint) >= 4.5, one.name
        assert contrast(ink, "FFFFFF") >= 4.5, one.name


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_an_unknown_look_is_drawn_as_no_verdict() -> None:
    assert look("pants on fire") == look("none")


def test_the_page_is_a4_with_margins_of_24_millimetres() -> None:
    page = etree.fromstring(parts(resource("templates/memo.docx"))["word/document.xml"])
    size, margin = page.find(f".//{tag('pgSz')}"), page.find(f".//{tag('pgMar')}")
    assert (size.get(tag("w")), size.get(tag("h"))) == ("11906", "16838")
    assert margin.get(tag("left")) == margin.get(tag("right")) == "1361"


def test_widths_are_known_for_every_face_and_letter() -> None:
    table = json.loads(resource("templates/widths.json").read_text("utf-8"))
    letters = sum(last - first + 1 for first, last in table["ranges"])
    assert set(table["faces"]) == {"Calibri", "Calibri bold", "Cambria", "Cambria bold", "Cambria italic"}
    assert all(len(widths) == letters for widths in table["faces"].values())


NAMED = re.compile(r'"(Factdesk[A-Z]\w+|TOC\d|Heading\d|Title|Strong|Emphasis|Hyperlink)"')


def test_styles_that_code_names_are_in_the_template() -> None:
    known = set(styles())
    folder = ROOT / "desktop" / "factdesk" / "export"
    named = {name for file in folder.rglob("*.py") for name in NAMED.findall(file.read_text("utf-8"))}
    assert named
    assert named <= known
