"""Modules and functions are short enough to be read at one sitting; the few that are longer say why."""

import ast
from pathlib import Path

import briefing

LONGEST = 500
"""Lines of a module."""

LONGER = {
    "attribution_rules": "the grammar of attribution, rule by rule: parted, each would need the others' helpers",
    "article_view": "the one widget of Qt whose events have to be overridden in one class",
    "library_commands": "the command line of the library: a description and an act for each command, side by side",
    "service": "the one door to the threads: what answers and what is lost meet the same tables",
    "window": "joins the panes: what a part of it would need is all of them",
}
"""Modules that are longer, and why."""

LONGEST_FUNCTION = 50
"""Lines of a function, without what stands above its first act."""

TABLES = {
    "commands": "the commands of a menu, one below the other, each with what it does",
    "all_preferences": "the preferences, one below the other",
    "tour_steps": "the steps of the tour, one below the other",
}
"""Functions that are longer, and why: nothing is decided in them."""


def lines_by_module() -> dict[str, int]:
    (package,) = briefing.__path__
    return {path.stem: len(path.read_text("utf-8").splitlines()) for path in Path(package).rglob("*.py")}


def test_modules_are_short_or_say_why_not() -> None:
    assert {name for name, lines in lines_by_module().items() if lines > LONGEST} - LONGER.keys() == set()


def test_no_reason_outlives_the_length_that_it_explains() -> None:
    lines = lines_by_module()
    assert [name for name in LONGER if lines.get(name, 0) <= LONGEST] == []


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
