"""Modules and functions are short enough to be read at one sitting; the few that are longer say why."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import briefing

LONGEST = 500
"""Lines of a module."""

REASON = re.compile(r"^# More than 500 lines: \w.*\.$", re.MULTILINE)
"""The comment by which a longer one says why."""

LONGEST_FUNCTION = 50
"""Lines of a function, without what stands above its first act."""

TABLES = {
    "commands": "the commands of a menu, one below the other, each with what it does",
    "all_preferences": "the preferences, one below the other",
    "tour_steps": "the steps of the tour, one below the other",
}
"""Functions that are longer, and why: nothing is decided in them."""


def modules(holds: Callable[[str], bool]) -> set[str]:
    (package,) = briefing.__path__
    return {path.stem for path in Path(package).rglob("*.py") if holds(path.read_text("utf-8"))}


def test_modules_are_short_or_say_why_not() -> None:
    assert modules(lambda code: len(code.splitlines()) > LONGEST and not REASON.search(code)) == set()


def test_no_reason_outlives_the_length_that_it_explains() -> None:
    assert modules(lambda code: bool(REASON.search(code)) and len(code.splitlines()) <= LONGEST) == set()


def long_functions() -> set[str]:
    (package,) = briefing.__path__
    return {
        node.name
        for path in Path(package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length_of(node) > LONGEST_FUNCTION
    }


def length_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_functions_are_short_but_for_tables() -> None:
    assert long_functions() == TABLES.keys()
