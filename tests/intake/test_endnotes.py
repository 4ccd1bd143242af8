"""Notes and sources below an article are a part of it, however they are set; other lists of links are not."""

import pytest

from briefing.intake import read_bytes
from briefing.model import BlockKind

SAID = "The council voted at midnight, after a panel had fallen on the empty seats, and nobody had been asked before."
LINKS = "".join(f'<li><a href="https://a.example/{n}">Minutes of the committee, page {n}</a></li>' for n in range(3))
NOTES = {
    "links": f"<h2>References</h2><ol>{LINKS}</ol>",
    "German": f"<h3>Quellen</h3><ul>{LINKS}</ul>",
    "footnotes": '<div class="footnotes"><p><a href="#a">[1]</a> Minutes of the committee, page 0</p></div>',
    "numbered": '<div id="ftn1"><p><a href="#a">[1]</a> Minutes of the committee, page 0</p></div>',
    "lines": "<h4>Notes</h4><p><a href='#a'>1</a> Minutes of the committee, page 0</p>",
}


def kept(body: str) -> list[str]:
    page = f"<html><head><title>Why the hall was closed</title></head><body><article>{body}</article></body></html>"
    article = read_bytes(page.encode(), "page.html").article
    return [block.span.of(article.text) for block in article.blocks if block.kind is not BlockKind.BOILERPLATE]


@pytest.mark.parametrize("notes", NOTES.values(), ids=NOTES)
def test_notes_and_sources_are_read(notes: str) -> None:
    read = kept(f"<h1>Why the hall was closed</h1>{f'<p>{SAID} {SAID}</p>' * 3}{notes}")
    assert any("Minutes of the committee, page 0" in words for words in read)


def test_what_else_to_read_is_no_list_of_sources() -> None:
    more = f"<h2>More on this story</h2><ul>{LINKS}</ul>"
    assert not [words for words in kept(f"<h1>Why the hall was closed</h1><p>{SAID}</p>{more}") if "Minutes" in words]


def test_what_stands_behind_the_sources_is_none_of_them() -> None:
    behind = '<p>Categories:</p><ul><li><a href="/c">Buildings of the town</a></li></ul>'
    read = kept(f"<h1>Why the hall was closed</h1>{f'<p>{SAID}</p>' * 3}<h2>References</h2><ol>{LINKS}</ol>{behind}")
    assert "Minutes of the committee, page 2" in read
    assert "Buildings of the town" not in read
