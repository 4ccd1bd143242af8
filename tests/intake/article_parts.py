"""What an article is made of, in a form that tests can compare."""

from briefing.model import Article


def lines_of(article: Article) -> list[tuple[str, str]]:
    """The kind and the words of each block."""
    return [(block.kind.value, block.span.of(article.text)) for block in article.blocks]


def inlines_of(article: Article) -> list[tuple[str, str, str]]:
    """How words are set or linked: the kind, the words, and where they lead."""
    return [(one.kind.value, one.span.of(article.text), one.address) for one in article.markup.inlines]
