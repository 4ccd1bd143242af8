"""Each message that the code makes is in the catalogues with the places that it fills, and no entry is left over."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter

import briefing
from briefing.export.labels import LINES, TEXTS
from briefing.model.catalogue import WRITTEN, catalogue

ENTRIES = catalogue(WRITTEN).entries
ANYTHING = "[a-z0-9_.]+"
AREAS = {"text": TEXTS, "line": LINES, "_help": "help", "told": "help", "fact": f"{TEXTS}.fact"}
"""Functions that give an entry of one area, by its name."""

SAID_ELSEWHERE = re.compile(r"language\.name|brief_text\..*|certainty\..*")
"""Texts of briefs are named in the templates of Typst, too; a certainty by the field of a claim that changed."""


@cache
def _nodes() -> list[tuple[str, ast.AST]]:
    """The nodes of all modules, with the names of these."""
    (package,) = briefing.__path__
    return [
        (path.relative_to(package).as_posix(), node)
        for path in sorted(Path(package).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call | ast.Constant)
    ]


def _calls() -> list[tuple[str, ast.Call]]:
    return [(name, node) for name, node in _nodes() if isinstance(node, ast.Call) and node.args]


def _patterns(node: ast.expr) -> Iterator[str]:
    """Regular expressions of the codes that an argument may be."""
    match node:
        case ast.Constant(value=str(words)):
            yield re.escape(words)
        case ast.JoinedStr(values=parts):
            yield "".join(re.escape(str(one.value)) if isinstance(one, ast.Constant) else ANYTHING for one in parts)
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_patterns(body), *_patterns(orelse))


def _codes(call: ast.Call) -> list[str]:
    """Of a code that is put together the area at least is told; others are put together by functions of `AREAS`."""
    return [pattern for pattern in _said_by(call) if re.match("[a-z]", pattern)]


def _said_by(call: ast.Call) -> Iterator[str]:
    match call.func:
        case ast.Name(id="Message") | ast.Attribute(value=ast.Name(id="Message"), attr="of"):
            yield from _patterns(call.args[0])
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in AREAS:
            yield from (f"{re.escape(AREAS[name])}[._]{one}" for one in _patterns(call.args[0]))


@cache
def _matching(pattern: str) -> list[str]:
    return [code for code in ENTRIES if re.fullmatch(pattern, code)]


def _places(code: str) -> set[str]:
    entry = ENTRIES[code]
    forms = entry.values() if isinstance(entry, Mapping) else (entry,)
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def test_each_message_is_in_the_catalogues() -> None:
    made = [(name, code) for name, call in _calls() if _is_message(call) for code in _codes(call)]
    assert len(made) > 400
    assert [
        (name, code) for name, code in made if code and not _matching(code) and code not in ("verbatim", "together")
    ] == []


def _is_message(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id="Message") | ast.Attribute(value=ast.Name(id="Message"), attr="of"):
            return True
    return False


def test_a_message_fills_the_places_of_its_entry() -> None:
    wrong = []
    for name, call in _calls():
        filled = {one.arg for one in call.keywords}
        is_whole = _is_message(call) and None not in filled and len(call.args) == 1
        for code in _codes(call) if is_whole else ():
            # A code that is put together may be one of several, with other places.
            wrong += [(name, one) for one in _matching(code) if ANYTHING not in code and not _places(one) <= filled]
    assert wrong == []


def test_no_entry_is_left_over() -> None:
    literal = {node.value for _, node in _nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    patterns = {code for _, call in _calls() for code in _codes(call)}
    made = re.compile("|".join(f"(?:{one})" for one in patterns if one))
    left = [code for code in ENTRIES if code not in literal and not made.fullmatch(code)]
    assert [code for code in left if not SAID_ELSEWHERE.fullmatch(code)] == []
