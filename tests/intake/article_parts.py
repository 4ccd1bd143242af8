"""What an article is made of, in a form that tests can compare."""

from briefing.model import Article
from briefing.model.catalogue import in_english
from briefing.model.message import Message

TRACKED = in_english(Message("remark.tracked"))
"""What is told of a document with tracked changes."""


def lines_of(article: Article) -> list[tuple[str, str]]:
    """Each block as its kind and its words, with each remark above which of them it stands."""
    places = [(block.span.start, 1, block.kind.value, block.span.of(article.text)) for block in article.blocks]
    places += [(one.at, 0, "remark", in_english(one.message)) for one in article.markup.remarks]
    return [(kind, words) for _, _, kind, words in sorted(places, key=lambda place: place[:2])]


def remarks_of(article: Article) -> list[str]:
    """What the reader is told of the document, in English."""
    return [in_english(one.message) for one in article.markup.remarks]


def inlines_of(article: Article) -> list[tuple[str, str, str]]:
    """How words are set or linked: the kind, the words, and where they lead."""
    return [(one.kind.value, one.span.of(article.text), one.address) for one in article.markup.inlines]
