"""Opens what is named on the command line: files, web addresses, feeds, folders and zips."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from briefing.intake import Feed, IntakeFailure, OffersArticles, Opened
from briefing.intake.intake_errors import legible
from briefing.intake.source_list import Source
from briefing.model.message import Argument, Message
from briefing.service.import_jobs import is_here, source_of
from briefing.service.reader import Reader

Read = TypeVar("Read", Opened, Opened | None)


def opened(given: str | Path, reader: Reader, number: int | None = None) -> Opened:
    """The article in a file or at a web address; of a file of several that with this number, from 1.

    Raises:
        OffersArticles: if it is a feed.
        IntakeFailure: if it cannot be fetched or read.
    """
    from briefing.address_scheme import is_address

    if isinstance(given, Path) or not is_address(given):
        return reader.file(Path(given)) if number is None else _numbered(Path(given), number, reader)
    from briefing.intake.fetch import fetch, plainly

    fetched = fetch(given)
    plain = plainly(fetched)
    return reader.page(fetched.data, None if plain is fetched.data else plain, fetched.address)


def _numbered(path: Path, number: int, reader: Reader) -> Opened:
    try:
        found = reader.file(path)
    except OffersArticles as offer:
        entries = offer.feed.entries
        if not 1 <= number <= len(entries):
            message = Message.of("import.no_such_number", name=legible(path.name), n=len(entries), number=number)
            raise IntakeFailure(path.name, message) from None
        chosen = entries[number - 1]
        if not chosen.is_here:
            address: Argument = chosen.address or Message("import.no_address")
            message = Message.of("import.not_here", title=legible(chosen.title), address=address)
            raise IntakeFailure(path.name, message) from None
        return reader.source(source_of(chosen, Source(path)))
    if number != 1:
        raise IntakeFailure(path.name, Message.of("import.one_alone", name=legible(path.name)))
    return found


def each_opened(
    given: str, reader: Reader, skip: Callable[[str], object] | None = None
) -> Iterator[Opened | Feed | IntakeFailure]:
    """All that a name stands for: an article, what a feed offers, or each article of a folder or zip; or why not.

    `skip` hears what lies there and is passed over: pictures, styles, hidden files.
    """
    from briefing.address_scheme import is_address

    if is_address(given):
        yield _tried(partial(opened, given, reader))
        return
    # What a file is, a zip of several among others, is seen where it is read.
    found = _tried(partial(reader.file_or_collection, Path(given)))
    if found is None:
        yield from _each_in(Path(given), reader, skip)
    elif isinstance(found, Feed) and is_here(found):
        reader.has_listed = True
        yield from _each_offered(found, Source(Path(given)), reader)
    else:
        yield found


def name_for(given: str) -> str:
    """A name without a suffix for what is made of a file or an address."""
    from briefing.address_scheme import is_address

    if not is_address(given):
        return Path(given).stem
    parts = urlsplit(given)
    return Path(parts.path).stem or parts.hostname or "article"


def _each_in(
    collection: Path, reader: Reader, skip: Callable[[str], object] | None
) -> Iterator[Opened | Feed | IntakeFailure]:
    try:
        listing = reader.sources(collection)
    except IntakeFailure as failure:
        yield failure
        return
    for source in listing.sources:
        found = _tried(partial(reader.source, source))
        if isinstance(found, Feed) and is_here(found):
            yield from _each_offered(found, source, reader)
        else:
            yield found
    yield from (IntakeFailure(place, message) for _, place, message in listing.failures)
    if skip is not None:
        for name in listing.skipped:
            skip(name)


def _each_offered(feed: Feed, listed: Source, reader: Reader) -> Iterator[Opened | Feed | IntakeFailure]:
    """The articles that are in a file of several or lie beside a list, and a list of those that are elsewhere."""
    for entry in feed.entries:
        if entry.is_here:
            yield _tried(partial(reader.source, source_of(entry, listed)))
    if elsewhere := tuple(entry for entry in feed.entries if not entry.is_here):
        yield replace(feed, entries=elsewhere)


def _tried(read: Callable[[], Read]) -> Read | Feed | IntakeFailure:
    try:
        return read()
    except OffersArticles as offer:
        return offer.feed
    except IntakeFailure as failure:
        return failure
