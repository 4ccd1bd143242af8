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
    "intake/fetch.py": 1,
    "service/library_admin.py": 1,
}
"""Texts that stand in modules for now. The numbers may only become smaller: new sentences go into the catalogues."""

SHOWN = {"Passage", "ChatMessage", "FeedEntry"}
"""What is made of words that the reader sees: none of them are the program's own."""

_WORD = re.compile(r"(?<![\\\w])[A-Za-z]{3,}")


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


def _outside_calls(node: ast.AST) -> Iterator[ast.AST]:
    """A node with what stands in it; what is handed to a function is a name of a field or the like."""
    yield node
    if not isinstance(node, ast.Call):
        for inner in ast.iter_child_nodes(node):
            yield from _outside_calls(inner)


def words_put_into_articles(code: str) -> Iterator[tuple[int, str]]:
    """Words of the program's own that are put among those of a document, with their lines."""
    tree = ast.parse(code)
    made = SHOWN | ({"Message"} if "intake.conversation import" in code else set())
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in made:
            for node in (part for one in (*call.args, *call.keywords) for part in _outside_calls(one)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and _WORD.search(node.value):
                    yield node.lineno, node.value
    for node in ast.walk(tree):
        if re.match(r"\[[A-Z][a-z]+[ :,]", _text(node)):
            yield getattr(node, "lineno", 0), _text(node)


def test_nothing_is_written_into_the_text_of_an_article() -> None:
    (package,) = briefing.__path__
    found = {
        path.name: list(words_put_into_articles(path.read_text("utf-8")))
        for path in sorted(Path(package, "intake").glob("*.py"))
    }
    assert {name: told for name, told in found.items() if told} == {}, "Tell it by a remark."


def test_words_put_into_an_article_are_found() -> None:
    code = 'Passage(KIND, f"[Not read: {name}]")\nNOTE = "[Notes of the speaker]"\nPassage(KIND, words, 0)\n'
    assert {line for line, _ in words_put_into_articles(code)} == {1, 2}


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
