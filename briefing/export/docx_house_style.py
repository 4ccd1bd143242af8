"""The house style of a brief in a Word document: its face and colours as styles, the logo and the name at its head."""

import io

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor

from briefing.model.house_style import HouseStyle

_HEADINGS = ("Title", *(f"Heading {level}" for level in range(1, 5)))
_SLOTS = ("ascii", "hAnsi", "cs", "eastAsia")


def set_house_style(document: WordDocument, style: HouseStyle) -> None:
    """Set the styles of a document that is still empty, and begin it with logo and name."""
    for name in _HEADINGS if style.heading else ():
        document.styles[name].font.color.rgb = RGBColor.from_string(style.heading.removeprefix("#").upper())
    if style.accent:
        document.styles["Subtitle"].font.color.rgb = RGBColor.from_string(style.accent.removeprefix("#").upper())
    for name in ("Normal", *_HEADINGS, "Subtitle") if style.face else ():
        _set_face(document, name, style.face)
    if not (style.logo or style.name):
        return
    paragraph = document.add_paragraph()
    if style.logo:
        shape = paragraph.add_run().add_picture(io.BytesIO(style.logo), height=Cm(1.1))
        shape._inline.docPr.set("descr", style.name or "Logo")
    if style.name:
        paragraph.add_run(f"  {style.name}" if style.logo else style.name).bold = True


def _set_face(document: WordDocument, name: str, face: str) -> None:
    """The face of a style for all scripts; the one of the theme, which Word would take before it, goes."""
    properties = document.styles[name].element.get_or_add_rPr()
    for known in properties.findall(qn("w:rFonts")):
        properties.remove(known)
    fonts = OxmlElement("w:rFonts")
    for slot in _SLOTS:
        fonts.set(qn(f"w:{slot}"), face)
    properties.insert(0, fonts)
