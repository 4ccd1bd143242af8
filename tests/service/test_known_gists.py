"""What articles are about is read once, and of what came since; what changed otherwise is read anew."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from briefing.analysis.stories.story_article import Floats
from briefing.analysis.stories.vector_codes import WIDTH, packed
from briefing.library import Library, RemoveArticle, open_library
from briefing.library.kept_statements import VERSION, KeptStatements
from briefing.model import Article, Origin
from briefing.model.identifiers import digest_of
from briefing.service.known_gists import KnownGists


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = open_library(tmp_path)
    yield library
    library.close()


def _direction(number: int) -> Floats:
    direction = np.zeros(WIDTH, dtype=np.float32)
    direction[number] = 1.0
    return direction


def _placed(library: Library, number: int) -> int:
    """An article about that, in a story of its own."""
    text = f"The council of Marl met for the {number}th time."
    kept, _ = library.keep_article(Article(text, (), Origin(digest=digest_of(text.encode()))), text.encode())
    _say(library, kept.id, number)
    library.place_in_story(kept.id, kept.id)
    return kept.id


def _say(library: Library, article_id: int, number: int) -> None:
    gist = packed(_direction(number)[None, :])
    library.keep_statements(article_id, KeptStatements(VERSION, gist, b"", b"", b"", b""))


def _nearest(library: Library, known: KnownGists, number: int) -> int:
    return known.nearest(library, _direction(number), 1)[0][0]


def test_what_came_since_is_found(library: Library) -> None:
    known = KnownGists()
    first = _placed(library, 1)
    assert _nearest(library, known, 1) == first
    second = _placed(library, 2)
    assert (_nearest(library, known, 2), _nearest(library, known, 1)) == (second, first)


def test_what_lies_in_the_bin_is_not_found_until_it_is_taken_out(library: Library) -> None:
    known = KnownGists()
    first, second = _placed(library, 1), _placed(library, 2)
    assert _nearest(library, known, 1) == first
    removed = library.perform(RemoveArticle(first))
    assert known.nearest(library, _direction(1), 5)[0][0] == second
    library.perform(removed.inverse)
    assert _nearest(library, known, 1) == first


def test_what_is_read_anew_is_about_what_it_says_then(library: Library) -> None:
    known = KnownGists()
    first, second = _placed(library, 1), _placed(library, 2)
    assert _nearest(library, known, 1) == first
    _say(library, first, 3)
    known.forget(first)
    assert _nearest(library, known, 3) == first
    assert _nearest(library, known, 2) == second
