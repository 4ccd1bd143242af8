"""A brief as PDF, set by Typst from data: tagged, with bookmarks, to PDF/UA-1 and PDF/A-3a where the fonts allow it.

What the reader wrote and the claims lie in it as JSON-LD too, so that other programs can read them from the file.
"""

import json

import typst

from briefing.export import linked_data
from briefing.export.failures import TemplateFault
from briefing.export.formats import Rendered
from briefing.export.printed import printed
from briefing.model import Brief
from briefing.resources import resource

UNSHOWN = (
    "Some characters of the text are in no font on this computer and show as boxes in the PDF; "
    "it does not meet the accessibility standard PDF/UA. Install a font for them and export again."
)


def render(brief: Brief) -> Rendered:
    """The brief as PDF; the same brief gives the same bytes on the same computer.

    The shipped fonts are tried alone, so that most briefs are the same everywhere; the system's fonts join for
    other scripts; what no font can show is printed as boxes, with a warning.
    """
    data = json.dumps(printed(brief), ensure_ascii=False)
    attached = json.dumps(
        {
            "annotations.jsonld": linked_data.render(brief).data.decode(),
            "claims.jsonld": linked_data.render_claims(brief).data.decode(),
        }
    )
    made = int(brief.made.timestamp())
    for system_fonts in (False, True):
        try:
            return Rendered(_compile(data, attached, made, system_fonts, accessible=True))
        except typst.TypstError as fault:
            if not _lacks_glyphs(fault):
                raise TemplateFault(str(fault)) from fault
    return Rendered(_compile(data, attached, made, system_fonts=True, accessible=False), (UNSHOWN,))


def _compile(data: str, attached: str, made: int, system_fonts: bool, accessible: bool) -> bytes:
    templates = resource("templates")
    compiler = typst.Compiler(
        str(templates / "brief.typ"),
        root=str(templates),
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=not system_fonts,
        sys_inputs={"brief": data, "attached": attached},
    )
    pdf, warnings = compiler.compile_with_warnings(
        format="pdf", pdf_standards=["a-3a", "ua-1"] if accessible else [], timestamp=made
    )
    serious = [str(warning) for warning in warnings if "unknown font family" not in str(warning)]
    if serious:
        raise TemplateFault("; ".join(serious))
    if not isinstance(pdf, bytes):
        raise TemplateFault("the template gave no single PDF")
    return pdf


def _lacks_glyphs(fault: Exception) -> bool:
    return "could not be displayed with font" in str(fault)
