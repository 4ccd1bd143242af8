"""The registry of formats, and the one way to write a brief in any of them."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from briefing.export.failures import ExportFailure
from briefing.export.writing import write_whole
from briefing.model import Brief

Renderer = Callable[[Brief], tuple[bytes, list[str]]]

FORMATS: dict[str, str] = {
    "pdf": "briefing.export.pdf",
    "md": "briefing.export.markdown",
    "csv": "briefing.export.tables",
}
"""Name and suffix of each format, and the module that renders it; a module is loaded when it is needed."""


def export_brief(brief: Brief, path: Path, format_name: str = "pdf") -> list[str]:
    """Write `brief` to `path`, whole or not at all.

    Returns:
        Sentences about what could not be set as wished; empty if all could.

    Raises:
        ExportFailure: if it was not written, or there is no such format.
    """
    if format_name not in FORMATS:
        raise ExportFailure(path, f"There is no format “{format_name}”; there are {', '.join(FORMATS)}.")
    render: Renderer = import_module(FORMATS[format_name]).render
    content, warnings = render(brief)
    write_whole(path, content)
    return warnings
