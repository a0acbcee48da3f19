"""The theme part of the Word memo: the memo's colours in Word's colour picker, and its two families."""

from __future__ import annotations

from memo_styles import ACCENT, INK, INK2, LOOKS, SANS, SERIF

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _colours() -> str:
    accents = [LOOKS[look][1] for look in ("true", "mostly_true", "half_true", "mostly_false", "false", "unverifiable")]
    rows = {"dk1": INK, "lt1": "FFFFFF", "dk2": INK2, "lt2": "F5F4F0"}
    rows |= {f"accent{number}": ink for number, ink in enumerate(accents, start=1)}
    rows |= {"hlink": ACCENT, "folHlink": ACCENT}
    return "".join(f'<a:{name}><a:srgbClr val="{ink}"/></a:{name}>' for name, ink in rows.items())


def _family(name: str) -> str:
    return f'<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface="Arial"/>'


def theme_xml() -> str:
    """Write the theme with plain fills, lines and effects."""
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:theme xmlns:a="{DRAWING}" name="Factdesk"><a:themeElements>'
        f'<a:clrScheme name="Factdesk">{_colours()}</a:clrScheme>'
        f'<a:fontScheme name="Factdesk"><a:majorFont>{_family(SERIF)}</a:majorFont>'
        f"<a:minorFont>{_family(SANS)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Factdesk"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
