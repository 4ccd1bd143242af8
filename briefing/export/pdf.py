"""A brief as PDF, set by Typst from data: tagged, with bookmarks, to PDF/UA-1 and PDF/A-3a.

What the reader wrote and the claims lie in it as JSON-LD too, so that other programs can read them from the file.
"""

import json

import typst

from briefing.export import linked_data
from briefing.export.failures import TemplateFault
from briefing.export.formats import Rendered
from briefing.export.glyphs import missing_characters, named, told
from briefing.export.printed import Json, printed
from briefing.model import Brief
from briefing.resources import resource

ATTEMPTS = 4
"""How often characters without a glyph are named and the brief set again; Typst names all of them at once."""


def render(brief: Brief) -> Rendered:
    """The brief as PDF; the same brief gives the same bytes on the same computer.

    The shipped fonts are tried alone, so that most briefs are the same everywhere; the system's fonts join for
    other scripts; what no font can show is printed as its code point, with a warning.

    Raises:
        TemplateFault: if the template does not compile.
    """
    data = printed(brief)
    attached = {
        "annotations.jsonld": linked_data.render(brief).data.decode(),
        "claims.jsonld": linked_data.render_claims(brief).data.decode(),
    }
    made = int(brief.made.timestamp())
    missing: frozenset[str] = frozenset()
    for attempt in range(ATTEMPTS):
        try:
            pdf = _compile(named(data, missing), attached, made, system_fonts=attempt > 0)
        except typst.TypstError as fault:
            lacking = missing_characters(fault.diagnostic)
            if not lacking or attempt == ATTEMPTS - 1:
                raise TemplateFault(fault.message) from fault
            # Of the shipped fonts alone nothing is missed yet: the system's may have it.
            missing |= lacking if attempt > 0 else frozenset()
        else:
            return Rendered(pdf, (told(missing),) if missing else ())
    raise AssertionError("the last attempt gives or raises")


def _compile(data: Json, attached: Json, made: int, system_fonts: bool) -> bytes:
    templates = resource("templates")
    compiler = typst.Compiler(
        str(templates / "brief.typ"),
        root=str(templates),
        font_paths=[str(resource("fonts"))],
        ignore_system_fonts=not system_fonts,
        sys_inputs={"brief": _text(data), "attached": _text(attached)},
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=made)
    serious = [str(warning) for warning in warnings if "unknown font family" not in str(warning)]
    if serious:
        raise TemplateFault("; ".join(serious))
    if not isinstance(pdf, bytes):
        raise TemplateFault("the template gave no single PDF")
    return pdf


def _text(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False)
