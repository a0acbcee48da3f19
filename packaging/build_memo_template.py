"""Builds resources/templates/memo.docx: only what the memo needs, and nothing that Word would repair.

Run from anywhere: python packaging/build_memo_template.py [TARGET]. The same bytes come out every time.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from memo_styles import SANS, styles_xml
from memo_theme import theme_xml

TARGET = Path(__file__).resolve().parent.parent / "resources" / "templates" / "memo.docx"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "application/vnd.openxmlformats-officedocument"
NAMES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}/relationships"'
MARGIN = 1361  # 24 mm in twentieths of a point
PARTS = {
    "/word/document.xml": f"{KIND}.wordprocessingml.document.main+xml",
    "/word/styles.xml": f"{KIND}.wordprocessingml.styles+xml",
    "/word/settings.xml": f"{KIND}.wordprocessingml.settings+xml",
    "/word/fontTable.xml": f"{KIND}.wordprocessingml.fontTable+xml",
    "/word/theme/theme1.xml": f"{KIND}.theme+xml",
    "/word/header1.xml": f"{KIND}.wordprocessingml.header+xml",
    "/word/footer1.xml": f"{KIND}.wordprocessingml.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": f"{KIND}.extended-properties+xml",
}
FONTS = (
    ("Calibri", "020F0502020204030204", "swiss", "Carlito"),
    ("Cambria", "02040503050406030204", "roman", "Caladea"),
    ("Consolas", "020B0609020204030204", "modern", "DejaVu Sans Mono"),
    ("Segoe UI Emoji", "020B0502040204020203", "swiss", "Noto Color Emoji"),
    ("Arial", "020B0604020202020204", "swiss", "Liberation Sans"),
)


def _content_types() -> str:
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in PARTS.items())
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(*rows: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, start=1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def _document() -> str:
    return (
        f"{HEAD}<w:document {NAMES}><w:body><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1290" w:right="{MARGIN}" w:bottom="1361" w:left="{MARGIN}" w:header="680" w:footer="600"'
        ' w:gutter="0"/><w:cols w:space="720"/></w:sectPr></w:body></w:document>'
    )


def _styles() -> str:
    # Fonts and ink stand in Normal: LibreOffice lets defaults win over character styles inside tables.
    fonts = f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}" w:eastAsia="{SANS}" w:cs="Arial"/>'
    language = '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    return (
        f"{HEAD}<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:kern w:val="0"/><w:sz w:val="20"/><w:szCs w:val="20"/>{language}</w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        f"{styles_xml()}</w:styles>"
    )


def _settings() -> str:
    office = "http://schemas.microsoft.com/office/word"
    settings = (
        ("compatibilityMode", "15"),
        ("overrideTableStyleFontSizeAndJustification", "1"),
        ("enableOpenTypeFeatures", "1"),
        ("doNotFlipMirrorIndents", "1"),
        ("differentiateMultirowTableHeaders", "1"),
    )
    compat = "".join(f'<w:compatSetting w:name="{name}" w:uri="{office}" w:val="{value}"/>' for name, value in settings)
    return (
        f'{HEAD}<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{compat}</w:compat>'
        '<w:themeFontLang w:val="en-GB" w:bidi="ar-SA"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def _fonts() -> str:
    rows = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="{"fixed" if family == "modern" else "variable"}"/></w:font>'
        for name, panose, family, other in FONTS
    )
    return f"{HEAD}<w:fonts {NAMES}>{rows}</w:fonts>"


def _edge(tag: str, style: str) -> str:
    return f'{HEAD}<w:{tag} {NAMES}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p></w:{tag}>'


def _core() -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Fact-check memo</dc:title>'
        "<dc:creator>Factdesk</dc:creator><cp:revision>1</cp:revision>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )


def parts() -> dict[str, str]:
    """Give the parts of the template by their names in the package, in their order."""
    kinds = f"{OFFICE}/relationships"
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{kinds}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{kinds}/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            (f"{kinds}/styles", "styles.xml"),
            (f"{kinds}/settings", "settings.xml"),
            (f"{kinds}/fontTable", "fontTable.xml"),
            (f"{kinds}/header", "header1.xml"),
            (f"{kinds}/footer", "footer1.xml"),
            (f"{kinds}/theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "word/theme/theme1.xml": HEAD + theme_xml(),
        "word/header1.xml": _edge("hdr", "Header"),
        "word/footer1.xml": _edge("ftr", "Footer"),
        "docProps/core.xml": _core(),
        "docProps/app.xml": f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties">'
        "<Application>Factdesk</Application></Properties>",
    }


def build(target: Path = TARGET) -> None:
    """Write the template to `target`."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts().items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, text)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
