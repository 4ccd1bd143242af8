"""A brief as PDF, set by Typst from data: tagged, with bookmarks, to PDF/UA-1 and PDF/A-3a.

What the reader wrote and the claims lie in it as JSON-LD too, so that other programs can read them from the file.
"""

import json
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typst

from briefing.export import linked_data
from briefing.export.export_errors import TemplateFault
from briefing.export.export_formats import Rendered
from briefing.export.labels import Labels
from briefing.export.missing_glyphs import characters, missing_characters, named, private_characters, told
from briefing.export.style_folder import SHIPPED_FACES, printed_style
from briefing.export.typst_data import Json, picture_file, printed
from briefing.export.typst_sandbox import TIME, Confined, Unset, set_confined
from briefing.export.user_templates import LOGO_FILE, Staged, fault_in, is_own, shipped_parts, staged
from briefing.model import Brief
from briefing.model.message import Message
from briefing.records import dataclass
from briefing.resources import resource

if TYPE_CHECKING:
    from typst import PDFStandard

ATTEMPTS = 5
"""How often a brief is set: with the shipped fonts, with the system's, with missing characters named, and so on."""

LONG = 50_000
"""Characters of all articles from which on a brief takes long to set."""

REMEMBERED = 11
"""How many settings Typst remembers the parts of, and one."""

_NO_FONT = "unknown font family"

STANDARDS: "tuple[PDFStandard, ...]" = ("a-3a", "ua-1")


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a brief is set.

    Attributes:
        main: the template's file; it sees no other files than those beside and below it.
        own: a template of the reader's own with what belongs to it; None for the shipped ones.
        system_fonts: whether the fonts of this computer are used beside the shipped ones.
        standards: what the PDF keeps to.
        missing: characters to print as their code points.
        warnings: what the reader is to be told.
        style: the house style, as templates are told of it.
        words: what the templates say, by the names that they have for it.
        until: the moment, by `time.monotonic`, at which an own template is given up.
    """

    main: Path
    own: Staged | None = None
    system_fonts: bool = False
    standards: "tuple[PDFStandard, ...]" = STANDARDS
    missing: frozenset[str] = frozenset()
    warnings: tuple[Message, ...] = ()
    style: tuple[tuple[str, str], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    until: float = 0.0


def render(brief: Brief) -> Rendered:
    """The brief as PDF; the same brief gives the same bytes on the same computer.

    The shipped fonts are tried alone, so that most briefs are the same everywhere; the system's fonts join for
    other scripts; what no font can show is printed as its code point, with a warning.

    Raises:
        TemplateFault: if the template is not there or does not compile.
    """
    try:
        if not is_own(brief.template):
            with _pictured(brief) as folder:
                strange = brief.style.face not in ("", *SHIPPED_FACES)
                return _set(brief, _Setting(folder / "brief.typ", system_fonts=strange))
        with staged(brief.template, brief.style.logo) as own:
            return _set(brief, _Setting(own.main, own, until=time.monotonic() + TIME))
    finally:
        if not is_own(brief.template):
            _forget()


@contextmanager
def _pictured(brief: Brief) -> Iterator[Path]:
    """The folder of the shipped templates, or a copy of it with the pictures that the brief prints."""
    templates = resource("templates")
    pictures = {digest: data for entry in brief.articles for digest, data in entry.pictures}
    pictures = {picture_file(digest): data for digest, data in pictures.items()} if prints_text(brief) else {}
    if brief.style.logo:
        pictures[LOGO_FILE] = brief.style.logo
    if not pictures:
        yield templates
        return
    with TemporaryDirectory(prefix="briefing-") as name:
        folder = Path(name)
        for file in shipped_parts():
            shutil.copyfile(file, folder / file.name)
        for picture, data in pictures.items():
            (folder / picture).write_bytes(data)
        yield folder


def prints_text(brief: Brief) -> bool:
    """Whether the template prints the text of articles, and not only their claims and notes."""
    return brief.template == "annotated"


def _set(brief: Brief, setting: _Setting) -> Rendered:
    # No pictures of articles lie beside a template of the reader's own.
    brief = brief if setting.own is None else _without_pictures(brief)
    data = printed(brief)
    setting = replace(
        setting,
        style=tuple(printed_style(brief.style).items()),
        words=tuple(Labels(brief.language).texts().items()),
        missing=private_characters(data),
    )
    if setting.own is None and sum(len(entry.article.text) for entry in brief.articles) > LONG:
        setting = _fitting(setting, data)
    attached = {
        "annotations.jsonld": linked_data.render(brief).data.decode(),
        "claims.jsonld": linked_data.render_claims(brief).data.decode(),
    }
    for _ in range(ATTEMPTS - 1):
        try:
            return _compiled(setting, data, attached, int(brief.made.timestamp()))
        except (typst.TypstError, Unset) as fault:
            setting = _eased(setting, fault)
    try:
        return _compiled(setting, data, attached, int(brief.made.timestamp()))
    except (typst.TypstError, Unset) as fault:
        raise _fault(setting, fault) from fault


def _without_pictures(brief: Brief) -> Brief:
    bare = tuple(replace(entry, pictures=()) for entry in brief.articles)
    return replace(brief, articles=bare)


def _fitting(setting: _Setting, data: Json) -> _Setting:
    """The setting with the fonts that a long brief needs, found by its characters alone, not by setting it twice."""
    shown = sorted(characters(data) - setting.missing)
    lacking = _lacking(setting, shown)
    if not lacking:
        return setting
    setting = replace(setting, system_fonts=True)
    return replace(setting, missing=setting.missing | _lacking(setting, shown))


def _lacking(setting: _Setting, signs: Sequence[str]) -> frozenset[str]:
    """Those of some characters that stand for themselves which no font shows."""
    try:
        typst.compile(
            str(resource("templates", "signs.typ")),
            root=str(resource("templates")),
            font_paths=_fonts(setting.system_fonts),
            sys_inputs={"signs": json.dumps(signs)},
            format="pdf",
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as fault:
        return missing_characters(fault.diagnostic)
    return frozenset()


def _eased(setting: _Setting, fault: typst.TypstError | Unset) -> _Setting:
    """How to try again after a fault.

    Raises:
        TemplateFault: if there is no other way.
    """
    lacking = missing_characters(fault.diagnostic)
    if lacking and not setting.system_fonts:
        return replace(setting, system_fonts=True)
    if lacking - setting.missing:
        return replace(setting, missing=setting.missing | lacking)
    if setting.own and setting.standards and fault.message.startswith("PDF/"):
        warning = Message.of("template.standards", name=setting.main.name, fault=fault.message)
        return replace(setting, standards=(), warnings=(warning,))
    raise _fault(setting, fault) from fault


def _fault(setting: _Setting, fault: typst.TypstError | Unset) -> TemplateFault:
    return fault_in(setting.main, fault.message, fault.diagnostic)


def _compiled(setting: _Setting, data: Json, attached: Json, made: int) -> Rendered:
    words = _text(named(data, setting.missing))
    inputs = {
        "words": _text(dict(setting.words)),
        "brief": words,
        "attached": _text(attached),
        "style": _text(dict(setting.style)),
    }
    told_of = (*setting.warnings, *([told(setting.missing)] if setting.missing else []))
    if setting.own is not None:
        fonts = (resource("fonts"), setting.own.fonts)
        wanted = Confined(
            setting.main, setting.own.packages, fonts, setting.system_fonts, inputs, setting.standards, made
        )
        return Rendered(set_confined(wanted, setting.until), told_of)
    compiler = typst.Compiler(
        str(setting.main),
        root=str(setting.main.parent),
        font_paths=_fonts(setting.system_fonts),
        sys_inputs=inputs,
    )
    pdf, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=list(setting.standards), timestamp=made)
    serious = [str(warning) for warning in warnings if _NO_FONT not in str(warning)]
    if serious:
        raise TemplateFault("; ".join(serious)[:300])
    if not isinstance(pdf, bytes):
        raise TemplateFault(Message.of("template.no_pdf", name=setting.main.name))
    face = dict(setting.style).get("face", "")
    unknown = [str(warning).casefold() for warning in warnings if _NO_FONT in str(warning)]
    if face and any(face.casefold() in warning for warning in unknown):
        told_of = (*told_of, Message.of("export.no_face", face=face))
    return Rendered(pdf, told_of)


@cache
def _fonts(with_system: bool) -> typst.Fonts:
    """The shipped fonts, and the system's if wished: to look through all of these takes longer than to set a page."""
    return typst.Fonts(include_system_fonts=with_system, font_paths=[str(resource("fonts"))])


def _forget() -> None:
    """Free what Typst remembers of the brief, some 200 MB of a long one, by as many empty pages as it remembers for.

    Another setting of the same brief would be no faster for it.
    """
    empty = typst.Compiler(
        str(resource("templates", "theme.typ")),
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False),
    )
    for _ in range(REMEMBERED):
        empty.compile(format="svg")


def _text(data: Json) -> str:
    return json.dumps(data, ensure_ascii=False)
