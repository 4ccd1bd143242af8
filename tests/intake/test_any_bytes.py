"""Whatever the bytes are, they become an article with sound blocks or one sentence."""

import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.intake import IntakeFailure, read_bytes
from briefing.model import Article

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<h1>", "<li>", "<table><tr><td>", "<br>", "<!--", "-->", "&amp"]
)


def assert_sound(article: Article) -> None:
    at = 0
    for block in article.blocks:
        assert article.text[at : block.span.start].strip() == ""
        assert block.span.of(article.text).strip()
        at = block.span.end
    assert at <= len(article.text)
    assert "\r" not in article.text


def open_soundly(data: bytes, name: str) -> None:
    with contextlib.suppress(IntakeFailure):
        assert_sound(read_bytes(data, name).article)


@SLOW
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a"]))
def test_any_bytes(data: bytes, name: str) -> None:
    open_soundly(data, name)


@SLOW
@given(st.lists(LINES, max_size=30), st.sampled_from(["a.txt", "a.md"]))
def test_any_lines(lines: list[str], name: str) -> None:
    open_soundly("\n".join(lines).encode(), name)


@settings(SLOW, max_examples=60)
@given(st.lists(TAGS | LINES, min_size=4, max_size=80))
def test_any_markup(parts: list[str]) -> None:
    open_soundly(("<html><body>" + "".join(parts)).encode(), "a.html")
