"""Plain TOML is read as `tomllib` reads it, and whatever is not plain by `tomllib` itself."""

import contextlib
import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from briefing.model import flat_toml
from briefing.resources import resource

SHIPPED = [*sorted(resource("themes").glob("*.toml")), resource("templates", "statuses.toml")]

PIECES = some.sampled_from(
    [
        *"[]{}=#'\"\\,. \n\r\t-_0123456789aeNI\u00e4\u2028",
        " = ",
        '"""',
        "'''",
        "true",
        "NaN",
        "[x]\n",
        'a = "b"\n',
        "\\u00e4",
    ]
)


def read(load: Any, text: str) -> object:
    with contextlib.suppress(tomllib.TOMLDecodeError):
        return load(text)
    return None


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_a_start_reads_is_plain(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert flat_toml._tables(text) == tomllib.loads(text)


@given(some.lists(PIECES, max_size=12).map("".join))
@settings(max_examples=400)
def test_any_words_are_read_as_the_parser_of_python_reads_them(words: str) -> None:
    for text in (words, f"a = {words}", f'[x]\na = "1"\n{words}', f"a = [{words}]"):
        assert read(flat_toml.loads, text) == read(tomllib.loads, text)


@pytest.mark.parametrize(
    "text",
    [
        "a = 1979-05-27",
        "a = {b = 1}",
        "[a.b]\nc = 1",
        "a.b = 1",
        '"a" = 1',
        'a = "x" # y',
        "a = 'it''s'",
        "a = 'x\ty'",
        'a = "\\u00e4"',
        "a = [1, [2]]",
        "a = 1\na = 2",
        "[a]\n[a]",
        "[a",
        "a = null",
        "a = [NaN]",
        'a = {"b": 1}',
        "[[a]]\nb = 1",
        "a = 1_000",
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(text: str) -> None:
    assert read(flat_toml.loads, text) == read(tomllib.loads, text)
