"""Fields with their results filled in, so that a page is right before anything updates it."""

from __future__ import annotations

from factdesk.export.formats.docx_parts.markup import SPACE, Element, Inline, w


def field(instruction: str, result: Inline, style: str = "") -> Inline:
    """Make a complex field around the runs of its result; LibreOffice takes the style from the field's own marks."""

    def run(child: Element) -> Element:
        return w("r", w("rPr", w("rStyle", val=style)) if style else None, child)

    code = w("instrText")
    code.text = f" {instruction} "
    code.set(SPACE, "preserve")
    return [
        run(w("fldChar", fldCharType="begin")),
        run(code),
        run(w("fldChar", fldCharType="separate")),
        *result,
        run(w("fldChar", fldCharType="end")),
    ]


def number(text: str, style: str = "") -> Element:
    """Make the run of a field's result."""
    node = w("t")
    node.text = text
    properties = w("rPr", w("rStyle", val=style)) if style else None
    return w("r", properties, node)


def page() -> Inline:
    """Number the page it stands on."""
    return field("PAGE", [number("1")])


def page_count(count: Element) -> Inline:
    """Number the last page; the run `count` is shown until it is worked out."""
    return field("NUMPAGES", [count])


def page_of(bookmark: str, number: Element) -> Inline:
    """Number the page a bookmark stands on; the run `number` is shown until it is worked out."""
    return field(f"PAGEREF {bookmark} \\h", [number])


def reference(bookmark: str, text: str, style: str = "FactdeskReference") -> Inline:
    """Repeat the words of a bookmark as a link to it."""
    return field(f"REF {bookmark} \\h", [number(text, style)], style)
