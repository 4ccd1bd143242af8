"""The registry of formats: a new one is one module with `render` and one line here."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from briefing.model import Brief
from briefing.model.message import Message, verbatim
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """A brief as the bytes of a file, with messages on what could not be kept."""

    data: bytes
    warnings: tuple[Message, ...] = ()


class _Renderer(Protocol):
    def __call__(self, brief: Brief) -> Rendered: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Attributes:
        suffix: of its files, with the dot.
        title: its name for the reader.
        module: the module whose `render` makes it; imported only when needed.
    """

    suffix: str
    title: Message
    module: str

    def render(self, brief: Brief) -> Rendered:
        """The brief in this format."""
        return cast(_Renderer, import_module(self.module).render)(brief)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": Format(".pdf", verbatim("PDF"), "briefing.export.pdf_writer"),
        "md": Format(".md", verbatim("Markdown"), "briefing.export.markdown_writer"),
        "html": Format(".html", Message("format.html"), "briefing.export.html_writer"),
        "docx": Format(".docx", Message("format.docx"), "briefing.export.docx_writer"),
        "csv": Format(".csv", Message("format.csv"), "briefing.export.csv_writer"),
        "xlsx": Format(".xlsx", Message("format.xlsx"), "briefing.export.xlsx_writer"),
        "jsonld": Format(".jsonld", Message("format.jsonld"), "briefing.export.linked_data"),
        "schema": Format(".schema.jsonld", Message("format.schema"), "briefing.export.schema_claims"),
        "bib": Format(".bib", verbatim("BibTeX"), "briefing.export.bibliography"),
        "csl": Format(".csl.json", verbatim("CSL-JSON"), "briefing.export.csl"),
    }
)

COPIES: Mapping[str, Format] = MappingProxyType(
    {"annotated-pdf": Format(".annotated.pdf", Message("format.annotated_pdf"), "briefing.export.annotated_pdf")}
)
"""Formats that are copies of an article's own original; `BriefArticle.original` holds it for them."""
