"""Turn a brief into a file, one module a format."""

from dataclasses import replace
from pathlib import Path

from briefing.export.atomic_write import file_name_for, write_whole
from briefing.export.composed_sections import gone_lines
from briefing.export.exclusions import adjusted, lines_left_out
from briefing.export.export_errors import CannotAnnotate, ExportFailure, TemplateFault
from briefing.export.export_formats import COPIES, FORMATS, Format
from briefing.export.style_folder import SHIPPED_FACES, keep_style, kept_style
from briefing.export.user_templates import own_folder, start_template, template_named, templates
from briefing.model import Brief
from briefing.model.message import Message

__all__ = [
    "COPIES",
    "FORMATS",
    "SHIPPED_FACES",
    "ExportFailure",
    "Format",
    "export_brief",
    "file_name_for",
    "keep_style",
    "kept_style",
    "own_folder",
    "start_template",
    "template_named",
    "templates",
]


def export_brief(brief: Brief, path: Path, format: str = "pdf") -> list[Message]:  # noqa: A002
    """Write `brief` to `path`; give messages on what could not be kept, usually none.

    Raises:
        ExportFailure: if there is no such format, or the file could not be made or written.
    """
    formats = {**FORMATS, **COPIES}
    if format not in formats:
        raise ExportFailure(path, Message.of("export.no_format", format=format, formats=tuple(sorted(formats))))
    if any(_is_file(path, entry.article.origin.file) for entry in brief.articles):
        raise ExportFailure(path, Message.of("export.over_article", name=path.name))
    try:
        rendered = formats[format].render(replace(adjusted(brief), style=kept_style()))
    except (TemplateFault, CannotAnnotate) as fault:
        raise ExportFailure(path, Message.of("export.failed", name=path.name, fault=fault.message)) from fault
    write_whole(path, rendered.data)
    return [*rendered.warnings, *_told(gone_lines(brief), lines_left_out(brief))]


def _is_file(path: Path, file: str) -> bool:
    """Whether a brief would take the place of the very file that an article was read from."""
    try:
        return bool(file) and path.samefile(file)
    except (OSError, ValueError):
        return False


def _told(gone: int, notes: int) -> list[Message]:
    """Messages on lines of a composed brief that are not in the file."""
    told = []
    if gone:
        told.append(Message.of("export.lines_gone", n=gone))
    if notes:
        told.append(Message.of("export.lines_of_notes", n=notes))
    return told
