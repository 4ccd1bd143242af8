"""Sets of tags and words have one owner: what two modules ask for stands in `syntax/word_classes.py`."""

import ast
from collections import defaultdict
from pathlib import Path

import briefing.analysis


def sets_by_module() -> dict[frozenset[str], set[str]]:
    (package,) = briefing.analysis.__path__
    found: dict[frozenset[str], set[str]] = defaultdict(set)
    for path in Path(package).rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
                continue
            for value in node.value.args:
                if isinstance(value, ast.Set) and all(isinstance(one, ast.Constant) for one in value.elts):
                    found[frozenset(ast.literal_eval(value))].add(path.stem)
    return found


def test_no_set_of_words_stands_in_two_modules() -> None:
    twice = {tuple(sorted(words)): modules for words, modules in sets_by_module().items() if len(modules) > 1}
    assert twice == {}, "Put it into briefing/analysis/syntax/word_classes.py."
