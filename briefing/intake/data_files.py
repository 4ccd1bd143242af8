"""Detects data and source code, which are not opened as articles."""

import re
from itertools import islice
from pathlib import PurePath

SOURCES = {
    "source": (
        *(".py", ".pyw", ".js", ".mjs", ".cjs", ".ts", ".tsx", ".jsx", ".c", ".h", ".cc", ".cpp", ".hpp", ".cs"),
        *(".java", ".kt", ".go", ".rs", ".rb", ".php", ".pl", ".pm", ".lua", ".swift", ".scala", ".m", ".r", ".jl"),
        *(".sh", ".bash", ".zsh", ".fish", ".ps1", ".bat", ".cmd", ".sql", ".css", ".scss", ".less", ".vue", ".dart"),
    ),
    "settings": (".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".properties", ".plist", ".reg"),
    "csv": (".csv", ".tsv"),
    "json": (".json", ".jsonl", ".ndjson", ".geojson", ".ipynb", ".jsonld"),
    "xml": (".xml", ".xsd", ".xsl", ".kml", ".gpx"),
}
"""What a file is by its suffix, where its content does not say."""

_KINDS = {suffix: kind for kind, suffixes in SOURCES.items() for suffix in suffixes}
_LEAST_ROWS = 4
_LEAST_COLUMNS = 3
_CELL = re.compile(r'"(?:[^"]|"")*"')
_PROSE = re.compile(r"[.!?][\"”’)]?\s+[A-ZÀ-Þ]")


def data_kind(data: bytes, name: str) -> str:
    """What kind of data or source a file of text is ("csv"); empty for a text to be read."""
    head = data[:20_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    suffix = PurePath(name).suffix.lower()
    if head.startswith(b"#!") and b"/" in head[:80].split(b"\n")[0]:
        return "source"
    if head.startswith(b"<?php"):
        return "source"
    if head[:1] in (b"{", b"[") and _is_json(data):
        return "json"
    if head.startswith(b"<?xml"):
        return "xml"
    return _KINDS.get(suffix) or ("csv" if _is_table(head.decode("utf-8", "replace")) else "")


def _is_json(data: bytes) -> bool:
    import msgspec

    data = data.removeprefix(b"\xef\xbb\xbf").strip()
    for piece in (data, data.split(b"\n", 1)[0]):
        try:
            return isinstance(msgspec.json.decode(piece), dict | list)
        except (ValueError, RecursionError):
            continue
    return False


def _is_table(head: str) -> bool:
    """Whether the first lines have the same columns throughout, and are no sentences."""
    lines = [line for line in head.split("\n")[:-1] or head.split("\n") if line.strip()]
    if len(lines) < _LEAST_ROWS or _PROSE.search("\n".join(islice(lines, 50))):
        return False
    for mark in (",", ";", "\t", "|"):
        columns = {_CELL.sub("", line).count(mark) for line in lines[:200]}
        if len(columns) == 1 and columns.pop() + 1 >= _LEAST_COLUMNS:
            return True
    return False
