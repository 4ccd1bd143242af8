"""The registry of formats: a new one is one module with `render` and one line here."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from briefing.model import Brief
from briefing.model.message import Message
from briefing.model.terms import translatable
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
    title: str
    module: str

    def render(self, brief: Brief) -> Rendered:
        """The brief in this format."""
        return cast(_Renderer, import_module(self.module).render)(brief)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "pdf": Format(".pdf", "PDF", "briefing.export.pdf_writer"),
        "md": Format(".md", "Markdown", "briefing.export.markdown_writer"),
        "html": Format(".html", translatable("Web page"), "briefing.export.html_writer"),
        "docx": Format(".docx", translatable("Word, with comments"), "briefing.export.docx_writer"),
        "csv": Format(".csv", translatable("CSV (table of claims)"), "briefing.export.csv_writer"),
        "xlsx": Format(".xlsx", translatable("Excel (table of claims)"), "briefing.export.xlsx_writer"),
        "jsonld": Format(".jsonld", translatable("W3C annotations (JSON-LD)"), "briefing.export.linked_data"),
        "schema": Format(
            ".schema.jsonld", translatable("schema.org claims (JSON-LD)"), "briefing.export.schema_claims"
        ),
        "bib": Format(".bib", "BibTeX", "briefing.export.bibliography"),
        "csl": Format(".csl.json", "CSL-JSON", "briefing.export.csl"),
    }
)

COPIES: Mapping[str, Format] = MappingProxyType(
    {
        "annotated-pdf": Format(
            ".annotated.pdf", translatable("Copy of the PDF with your notes"), "briefing.export.annotated_pdf"
        )
    }
)
"""Formats that are copies of an article's own original; `BriefArticle.original` holds it for them."""
