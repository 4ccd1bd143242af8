"""What the program says stands in its catalogues: no sentence is left in the code of the layers below the window.

The window's own texts go through translation; `tests/desktop/test_interface_language.py` proves them.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import briefing

FEWEST = 3
"""Words from which on a text reads like a sentence or a part of one."""

_WORDS = re.compile(r"(?<![\w.\-/])[A-Za-z][a-z’']*(?![\w\-/])")
_RUNNING = re.compile(r"(?<![\w\-])[a-z]{2,} [a-z]{2,}(?![\w\-])")
_CODE = re.compile(
    r"\\[a-zA-Z]|\(\?|</?[a-z]|^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|WITH|PRAGMA|FROM|WHERE|AND)\b|[a-z]=\{"
)
_LIST = re.compile(r"\s*(?:[a-z0-9]+\s+){6,}[a-z0-9]+\s*")
"""Words one after the other, to be taken apart: no sentence of so many is without a comma, a capital or an end."""
_FAULT = re.compile(r"(Error|Timeout)$|^Garbage$")
"""Names of exceptions of which no reader hears: what they say is for whoever mends the program."""

ALLOWED: dict[str, int] = {
    "analysis/claims/claim_features.py": 2,
    "export/pdf_writer.py": 1,
    "intake/captions.py": 1,
    "intake/evernote.py": 1,
    "intake/fetch.py": 1,
    "intake/highlights.py": 1,
    "intake/link_lists.py": 1,
    "intake/mail.py": 1,
    "intake/pdf.py": 2,
    "intake/pptx.py": 1,
    "intake/text_recognition.py": 2,
    "intake/word_passages.py": 1,
    "intake/xlsx.py": 2,
    "library/archive_import.py": 1,
    "service/library_admin.py": 1,
}
"""Texts that stand in modules for now. The numbers may only become smaller: new sentences go into the catalogues.

In `intake/` they are what stands in brackets in the text of an article, which is the same whoever reads it; in
`library/` the tag by which articles are found of which the text is not proved.
"""


def sentences_in(code: str) -> Iterator[tuple[int, str]]:
    """Texts that read like sentences, with their lines: no docstrings, and nothing that only a mender reads."""
    tree = ast.parse(code)
    passed_over = set(map(id, _unread(tree)))
    for node in ast.walk(tree):
        if id(node) in passed_over:
            continue
        words = _text(node)
        if _LIST.fullmatch(words) or _CODE.search(words):
            continue
        if len(_WORDS.findall(words)) >= FEWEST and _RUNNING.search(words):
            yield getattr(node, "lineno", 0), words


def _unread(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            yield from (one.value for one in body if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
        if isinstance(node, ast.JoinedStr):
            yield from (part for part in ast.walk(node) if part is not node)
        if isinstance(node, ast.Call) and _FAULT.search(getattr(node.func, "attr", getattr(node.func, "id", ""))):
            yield from ast.walk(node)
        # A list of words that is written as one text.
        if isinstance(node, ast.Attribute) and node.attr == "split":
            yield node.value


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        return "".join(part for part in parts if isinstance(part, str))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


@cache
def _found() -> dict[str, list[tuple[int, str]]]:
    (package,) = briefing.__path__
    modules = {path.relative_to(package).as_posix(): path for path in sorted(Path(package).rglob("*.py"))}
    read = {name: list(sentences_in(path.read_text("utf-8"))) for name, path in modules.items()}
    return {name: found for name, found in read.items() if found and not name.startswith("desktop/")}


def test_sentences_stand_in_the_catalogues() -> None:
    found = _found()
    new = {name: told for name, told in found.items() if len(told) > ALLOWED.get(name, 0)}
    assert new == {}, "Put them into resources/messages, and a Message in their place."


def test_the_list_of_what_is_left_becomes_shorter() -> None:
    found = _found()
    assert {name: number for name, number in ALLOWED.items() if len(found.get(name, ())) < number} == {}


def test_a_sentence_is_told_from_code() -> None:
    code = '"""Here is a docstring."""\nfail("The file is not there.")\nfail(f"{a} could not be read.")\n'
    assert [line for line, _ in sentences_in(code)] == [2, 3]
    assert list(sentences_in('DAYS = "monday tuesday wednesday thursday friday saturday sunday today"')) == []
    assert list(sentences_in('x = "SELECT a FROM b WHERE it is so"\nraise ValueError("this is no such thing")')) == []


def test_the_window_tells_messages_in_its_language() -> None:
    """`Telling.sentence` is English, for logs: the window must take the message itself."""
    (package,) = briefing.__path__
    taken = re.compile(r"case \w+\([^)]*\bsentence=|event\.sentence")
    english = [path.name for path in Path(package, "desktop").rglob("*.py") if taken.search(path.read_text("utf-8"))]
    assert english == []
