"""SQL is written where a library is kept; all others ask in our own words."""

import ast
import re
from pathlib import Path

import briefing

SQL = re.compile(
    r"\b(SELECT\s.+?\sFROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA \w+|"
    r"(CREATE|DROP|ALTER) (TABLE|INDEX|VIEW))\b",
    re.DOTALL,
)


def _texts(path: Path) -> list[str]:
    """All texts that a module writes down, its docstrings among them."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _modules_with_sql() -> set[str]:
    (package,) = briefing.__path__
    root = Path(package)
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if any(SQL.search(text) for text in _texts(path))
    }


def test_sql_is_written_in_the_parts_of_the_library_that_are_a_store() -> None:
    found = _modules_with_sql()
    assert len(found) > 20
    assert {name for name in found if not name.startswith(("library/sqlite/", "library/postgres/"))} == set()
