"""Files that hold several articles: mailboxes, notebooks, archives of the web, feeds with their texts."""

from collections.abc import Callable, Iterable
from importlib import import_module

from briefing.intake.feed import Feed, FeedEntry, is_feed
from briefing.intake.format_signs import (
    is_evernote,
    is_hypothesis,
    is_kindle,
    is_mailbox,
    is_readwise,
    is_wacz,
    is_warc,
)
from briefing.intake.intake_errors import NotAnArticle, TooLarge, legible
from briefing.intake.text_decoder import one_line
from briefing.model import Annotation, Article
from briefing.model.message import Message
from briefing.records import dataclass

HIGHLIGHTS = "application/x-briefing-highlights"
"""What an article of excerpts counts as; no program has a media type for the files that hold them."""

LINKS = "application/x-briefing-links"
"""Likewise a list of links that is kept as such."""

MOST_PIECES = 10_000
"""Articles that one file may hold."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of several in a file.

    Attributes:
        entry: what is shown of it where the reader chooses.
        data: its bytes, which are a file of one article themselves.
    """

    entry: FeedEntry
    data: bytes


@dataclass(frozen=True, slots=True)
class _Kind:
    recognises: Callable[[bytes], bool]
    module: str
    """Of this package, with `pieces_of(data, name)`, which gives an entry and bytes for each article."""


_KINDS = (
    _Kind(is_warc, "warc"),
    _Kind(is_wacz, "wacz"),
    _Kind(is_evernote, "evernote"),
    _Kind(is_mailbox, "mailbox"),
    _Kind(is_feed, "feed_articles"),
    _Kind(is_hypothesis, "hypothesis_notes"),
    _Kind(is_readwise, "readwise"),
    _Kind(is_kindle, "kindle"),
)


def may_be_larger(head: bytes, name: str) -> bool:
    """Whether a file that begins so holds articles that are each smaller than it: it may be larger than one can be."""
    packed = head.startswith(b"PK\x03\x04") and name.lower().endswith(".wacz")
    return packed or is_warc(head) or is_evernote(head) or is_mailbox(head)


def pieces_in(data: bytes, name: str) -> tuple[Piece, ...]:
    """The articles in a file of several; none for a file of another kind, and for a feed without texts.

    Raises:
        TooLarge: if there are too many.
        NotAnArticle: if it is of such a kind, but there is no article in it.
        IntakeFailure: if it is damaged.
    """
    kind = next((known for known in _KINDS if known.recognises(data)), None)
    if kind is None:
        return ()
    found: Iterable[tuple[FeedEntry, bytes]] = import_module(f"briefing.intake.{kind.module}").pieces_of(data, name)
    pieces: list[Piece] = []
    for entry, piece in found:
        if len(pieces) == MOST_PIECES:
            raise TooLarge(name, Message.of("intake.too_many_pieces", name=legible(name), most=MOST_PIECES))
        pieces.append(Piece(entry, piece))
    if not pieces and kind.module != "feed_articles":
        raise NotAnArticle(name, Message.of("intake.no_article", name=legible(name)))
    return tuple(pieces)


def annotations_in(data: bytes, name: str, article: Article) -> tuple[Annotation, ...]:
    """What the reader noted elsewhere on an article that was read of a file of highlights; of other files nothing."""
    if article.origin.media_type != HIGHLIGHTS:
        return ()
    kind = next(known for known in _KINDS if known.recognises(data))
    found: tuple[Annotation, ...] = import_module(f"briefing.intake.{kind.module}").annotations(data, name, article)
    return found


def offered(pieces: tuple[Piece, ...], name: str) -> Feed:
    """What the reader chooses from."""
    return Feed(one_line(name), "", tuple(piece.entry for piece in pieces))
