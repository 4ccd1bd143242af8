"""Articles, findings and notes that the tests of the library share."""

from datetime import UTC, datetime
from hashlib import sha256

from briefing.library import Library
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Annotation,
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Evidence,
    KeptArticle,
    Origin,
    Polarity,
    SourceKind,
    Span,
    Status,
    Voice,
    anchor,
)

NOW = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)
FERRY = "The ferry will sail on Monday, Captain Ada Quill said. The port authority denied it."
FERRY_LATER = "Update. The ferry will sail on Monday, Captain Ada Quill said. The port authority now confirms it."


def article(text: str = FERRY, **origin: str) -> Article:
    """An article of one paragraph."""
    digest = sha256(text.encode() + origin.get("address", "").encode()).hexdigest()
    told = {"title": "The ferry", "outlet": "The Harbour Post", "published": "2026-04-30", "language": "en", **origin}
    return Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), Origin(**{"digest": digest, **told}))


def keep(library: Library, text: str = FERRY, **origin: str) -> KeptArticle:
    """Keep an article and give what the list shows of it."""
    kept, _ = library.keep_article(article(text, **origin), (text + origin.get("address", "")).encode())
    return kept


def read_again(original: bytes, origin: Origin) -> list[Article]:
    """The article that `keep` keeps with these bytes, as a reader of files would read it."""
    words = original.decode().removesuffix(origin.address)
    return [Article(words, (Block(BlockKind.PARAGRAPH, Span(0, len(words))),), origin)]


def span(words: str, text: str = FERRY) -> Span:
    """Where these words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def note(number: int = 1, words: str = "sail on Monday", note: str = "Says who?", text: str = FERRY) -> Annotation:
    """A note on these words."""
    where = anchor(text, span(words, text))
    return Annotation(f"00000000-0000-4000-8000-{number:012}", where, NOW, NOW, note=note, tags=("ferry",))


def analysis(text: str = FERRY, status: Status = Status.CLAIMED, engine: str = "test 1") -> Analysis:
    """One claim by Ada Quill, and the port authority, who says nothing."""
    quill = Actor("a1", "Ada Quill", ActorKind.PERSON, ("Captain Ada Quill", "Ada Quill"), (span("Ada Quill", text),))
    authority = Actor(
        "a2", "Port Authority", ActorKind.ORGANIZATION, ("The port authority",), (span("The port", text),)
    )
    content = span("The ferry will sail on Monday", text)
    hop = Attribution((span("Captain Ada Quill", text),), (span("said", text),), ("a1",), SourceKind.PERSON)
    evidence = (Evidence((span("said", text),), "claimed.alone", "Only she says so."),)
    claim = Claim("c1", (content,), (hop,), Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE, status, evidence)
    return Analysis(engine, "en", (quill, authority), (claim,))
