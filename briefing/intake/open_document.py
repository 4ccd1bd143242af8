"""Opens a file, bytes or the clipboard: limits first, then the format, then the article with its digest."""

from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePath

from briefing.intake.bundle import annotations_in, may_be_larger, offered, pieces_in
from briefing.intake.feed import Feed, FeedEntry, OffersArticles, is_feed, read_feed
from briefing.intake.format_signs import is_link_list, is_references
from briefing.intake.intake_errors import NotAnArticle, TooLarge, UnreadableFile, legible
from briefing.intake.intake_formats import format_of
from briefing.intake.text_decoder import name_of
from briefing.intake.text_metadata import title_from
from briefing.model import Annotation, Article
from briefing.model.identifiers import digest_of
from briefing.model.message import Message
from briefing.records import dataclass

LARGEST = 50_000_000
"""Bytes of the largest file that is opened."""

LARGEST_BUNDLE = 150_000_000
"""Likewise of one that holds many articles: a mailbox, an archive of the web, notes."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article with the bytes it was read from, which are kept unaltered.

    Attributes:
        annotations: that the reader made elsewhere, if it is an article of his excerpts.
    """

    article: Article
    original: bytes
    annotations: tuple[Annotation, ...] = ()


def read_file(path: Path) -> Opened:
    """Open a file.

    Raises:
        OffersArticles: if it is a feed, with what it offers.
        IntakeFailure: if it cannot be opened or holds no article; its sentence says why.
    """
    name = name_of(path)
    try:
        return _opened(bytes_of(path), name, "", PurePath(name).name)
    except OffersArticles as offer:
        raise OffersArticles(offer.name, _with_files(offer.feed, path)) from None


def read_list(data: bytes, name: str) -> Opened:
    """Open a list of links as what it is, and not for what it leads to.

    Raises:
        IntakeFailure: if it leads nowhere.
    """
    from briefing.intake.link_lists import read

    shown = PurePath(name).name
    _check(data, shown)
    opened = _signed(read(data, shown), data, title_from(shown))
    return replace(opened, article=replace(opened.article, origin=replace(opened.article.origin, file=name)))


def read_bytes(data: bytes, name: str = "", address: str = "", plain: bytes | None = None) -> Opened:
    """Open bytes that came from anywhere, for instance from the web.

    Args:
        data: the original bytes, which are kept.
        name: of the file; by default the address.
        address: where they were found.
        plain: the same text in a character set that shows by itself, if somebody knew better than the bytes tell.

    Raises:
        OffersArticles: if they are a feed, with what it offers.
        IntakeFailure: if they hold no article; its sentence says why.
    """
    try:
        opened = _opened(data if plain is None else plain, name or address, address, name or address)
    except OffersArticles as offer:
        raise OffersArticles(offer.name, _with_files(offer.feed, None)) from None
    return opened if plain is None else _signed(opened.article, data, "")


def read_clipboard(text: str, html: str = "") -> Opened:
    """Open what was pasted: the HTML if it holds an article, else the plain text.

    Raises:
        IntakeFailure: if it holds no words.
    """
    from briefing.intake.clipboard import article_of

    original = (html if html.strip() and not text.strip() else text).encode("utf-8", "replace")
    return _signed(article_of(text, html), original, "")


def load_page_readers() -> None:
    """Load what reading a web page needs, which takes a good part of a second, before anybody waits for it."""
    for name in ("lxml.html", "nh3", "trafilatura"):
        import_module(name)


def _opened(data: bytes, name: str, address: str, shown: str) -> Opened:
    _check(data, shown)
    # The entries of a feed on the web are to be fetched from where they are.
    pieces = () if address and is_feed(data) else pieces_in(data, shown)
    if len(pieces) > 1 and address:
        raise NotAnArticle(shown, Message.of("intake.several", name=legible(shown), n=len(pieces)))
    if len(pieces) > 1:
        raise OffersArticles(shown, offered(pieces, shown))
    if pieces:
        data = pieces[0].data
    elif is_feed(data):
        raise OffersArticles(shown, read_feed(data, shown, address))
    elif is_link_list(data):
        from briefing.intake.link_lists import read_links

        raise OffersArticles(shown, read_links(data, shown))
    elif is_references(data):
        from briefing.intake.references import read_references

        raise OffersArticles(shown, read_references(data, shown))
    article = format_of(data, shown).read(data, shown, address)
    if not any(block.analysed for block in article.blocks):
        raise NotAnArticle(shown, Message.of("intake.no_words", name=legible(shown)))
    opened = _signed(article, data, title_from(shown))
    origin = replace(opened.article.origin, file=name if name != address else "")
    noted = annotations_in(data, shown, opened.article)
    return replace(opened, article=replace(opened.article, origin=origin), annotations=noted)


def _with_files(feed: Feed, path: Path | None) -> Feed:
    """What a list offers, with those files alone that lie beside it or in a folder beside it; no list, no files."""
    if not any(entry.file for entry in feed.entries):
        return feed
    folder = path.parent.resolve() if path else None

    def checked(entry: FeedEntry) -> FeedEntry:
        found = (folder / entry.file).resolve() if folder and entry.file else None
        is_there = folder and found and found.is_relative_to(folder) and found.is_file()
        return entry if is_there else replace(entry, file="")

    return replace(feed, entries=tuple(map(checked, feed.entries)))


def _signed(article: Article, original: bytes, title: str) -> Opened:
    origin = replace(article.origin, digest=digest_of(original), title=article.origin.title or title)
    return Opened(replace(article, origin=origin), original)


def _check(data: bytes, shown: str) -> None:
    if len(data) > (most := _most(data[:4096], shown)):
        raise _too_large(shown, len(data), most)
    if not data.strip():
        raise NotAnArticle(shown, Message.of("intake.empty", name=legible(shown)))


def bytes_of(path: Path) -> bytes:
    """The bytes of a file that is to be opened.

    Raises:
        UnreadableFile: if it is missing or locked.
        TooLarge: if it is larger than an article can be.
    """
    shown = legible(path.name or str(path))
    name = name_of(path)
    try:
        if path.is_dir():
            raise UnreadableFile(name, Message.of("intake.is_folder", name=shown))
        if path.exists() and not path.is_file():
            raise UnreadableFile(name, Message.of("intake.no_file", name=shown))
        if (size := path.stat().st_size) > LARGEST:
            with path.open("rb") as file:
                most = _most(file.read(4096), path.name)
            if size > most:
                raise _too_large(path.name, size, most)
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise UnreadableFile(name, Message.of("intake.not_found", name=shown)) from fault
    except PermissionError as fault:
        raise UnreadableFile(name, Message.of("intake.forbidden", name=shown)) from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or Message("intake.invalid_name")
        raise UnreadableFile(name, Message.of("intake.unreadable", name=shown, reason=reason)) from fault


def _most(head: bytes, name: str) -> int:
    """Bytes that a file that begins so may have."""
    return LARGEST_BUNDLE if may_be_larger(head, name) else LARGEST


def _too_large(shown: str, size: int, most: int) -> TooLarge:
    return TooLarge(
        shown,
        Message.of("intake.too_large", name=legible(shown), size=size // 1_000_000, most=most // 1_000_000),
    )
