"""Imports whatever the installed program imports anywhere, also what it loads only when it is needed.

Run by the Python of a package: python3 -I imported_names.py. It prints what cannot be imported, and ends with 1.
"""

import ast
import importlib
import importlib.util
import sys
from pathlib import Path

OWN = "briefing"
ELSEWHERE = {"rapidocr", "winreg", "msvcrt", "_winapi", "psutil", "ctypes.wintypes"}
"""What only other systems have, only checks need, or only scans."""

CORPORA = ("procrastinate", "pyarrow", "dask")
"""What corpora need beside the program; `pip` brings it."""


def names() -> set[str]:
    """Every module that any module of the program imports, and the modules of the program themselves."""
    found = set()
    spec = importlib.util.find_spec(OWN)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    top = Path(next(iter(spec.submodule_search_locations)))
    for path in top.rglob("*.py"):
        if path.name != "__main__.py":
            parts = path.relative_to(top.parent).with_suffix("").parts
            found.add(".".join(parts).removesuffix(".__init__"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
    of_corpora = {"briefing.library.postgres.corpus_queue", "briefing.library.postgres.corpus_store"}
    of_corpora |= {"briefing.library.postgres.corpus_work"} | {name for name in found if name.startswith(CORPORA)}
    return found - ELSEWHERE - of_corpora


def main() -> int:
    """Import all of them."""
    lacking = []
    for name in sorted(names()):
        try:
            importlib.import_module(name)
        except ImportError as fault:
            lacking.append(f"{name}: {fault}")
    print("\n".join(lacking) or f"{len(names())} modules can be imported")
    return bool(lacking)


if __name__ == "__main__":
    sys.exit(main())
