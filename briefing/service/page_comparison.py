"""What came of a page that was fetched again: the same article, a changed one, a wall before it, or another page."""

from enum import Enum
from urllib.parse import urlsplit

from briefing.library import fingerprints, likeness
from briefing.model import Article

_CUT = 0.7
"""Share of an article's words below which what a wall leaves of it is no version of it."""


class Seen(Enum):
    """What a page shows beside what was kept of it."""

    SAME = "same"
    """The article; what stands around it may have changed."""

    CHANGED = "changed"
    WALLED = "walled"
    """The beginning of the article, and that the rest is for those who sign in."""

    ANOTHER = "another"
    """Nothing of the article."""


def seen_of(before: Article, after: Article) -> Seen:
    """What a page shows now of which this article was kept."""
    from briefing.intake.access_walls import wall_in

    former, words = _own_words(before), _own_words(after)
    if fingerprints.fingerprint(former).wording == fingerprints.fingerprint(words).wording:
        return Seen.SAME
    if len(words.split()) < _CUT * len(former.split()) and wall_in(after.text) and not wall_in(before.text):
        return Seen.WALLED
    is_alike = likeness.share_kept(before.text, fingerprints.runs_of(after.text)) >= likeness.LEAST_ALIKE
    return Seen.CHANGED if is_alike else Seen.ANOTHER


def leads_elsewhere(asked: str, found: str) -> bool:
    """Whether the second address is another one; not if it is but written otherwise."""
    return _place(asked) != _place(found)


def _own_words(article: Article) -> str:
    """The words of an article without those around it, such as teasers, counters and the time of reading."""
    return "\n".join(block.span.of(article.text) for block in article.blocks if block.analysed) or article.text


def _place(address: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    path = parts.path.rstrip("/").removesuffix("/index.html")
    return (parts.netloc.lower().removeprefix("www.").removeprefix("m."), path, parts.query)
