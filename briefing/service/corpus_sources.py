"""What a folder, an archive or a list of feeds holds, as sources of a corpus: bytes alone, nothing is parsed here."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefing.address_scheme import is_address
from briefing.intake import IntakeFailure
from briefing.intake.addresses import address_of
from briefing.intake.format_signs import is_warc
from briefing.intake.intake_errors import UnreadableFile, legible
from briefing.intake.open_document import bytes_of
from briefing.intake.source_list import Sources, files_in, sources_in
from briefing.intake.text_decoder import name_of
from briefing.intake.zip_archive import is_archive
from briefing.library.corpus_face import Corpus, NewSource
from briefing.model.message import Message

_HEAD = 4096
_MOST_SOURCES, _MOST_BYTES = 400, 16_000_000
"""What is added at a time: few enough to be done again, and to be held in memory."""

_REMARK = "#"
_LONGEST_LIST = 50_000_000


def add_all(
    corpus: Corpus, given: Sequence[str], fail: Callable[[IntakeFailure], None], told: Callable[[int, int], None]
) -> tuple[int, int]:
    """Add all that names stand for, a part at a time; whoever is interrupted begins anew and adds nothing twice.

    Args:
        corpus: to which.
        given: folders, files, archives, addresses.
        fail: hears of what cannot be read.
        told: hears again and again how many sources were looked at, and how many of them are new.

    Returns:
        How many sources were looked at, and how many of them are new.
    """
    seen = new = size = 0
    some: list[NewSource] = []

    def add() -> None:
        nonlocal seen, new, size
        new += corpus.add(some)
        seen += len(some)
        size = 0
        some.clear()
        told(seen, new)

    for source in (source for one in given for source in each_source(one, fail)):
        some.append(source)
        size += len(source.content or b"")
        if len(some) >= _MOST_SOURCES or size >= _MOST_BYTES:
            add()
    if some:
        add()
    return seen, new


def each_source(given: str, fail: Callable[[IntakeFailure], None]) -> Iterator[NewSource]:
    """All that a name stands for: an address, a file, a folder of them, an archive of the web, a zip, or a list.

    What is named is followed if it is a list or a feed; what lies in a folder leads nowhere, as nobody has seen it.
    """
    try:
        if is_address(given):
            yield _followed(given)
            return
        path = Path(given)
        if path.is_dir():
            for file in files_in(path, fail):
                yield from _tried(file, False, fail)
        else:
            yield from _tried(path, True, fail)
    except IntakeFailure as failure:
        fail(failure)


def _tried(path: Path, follows: bool, fail: Callable[[IntakeFailure], None]) -> Iterator[NewSource]:
    try:
        yield from _in_file(path, follows, fail)
    except IntakeFailure as failure:
        fail(failure)
    except OSError as fault:
        reason = fault.strerror or Message("listing.silent")
        words = Message.of("listing.failed", name=legible(path.name), reason=reason)
        fail(UnreadableFile(name_of(path), words))


def _in_file(path: Path, follows: bool, fail: Callable[[IntakeFailure], None]) -> Iterator[NewSource]:
    if is_archive(path):
        listing = sources_in((path,))
        opened = Sources()
        try:
            for source in listing.sources:
                yield NewSource(source.place, content=opened.bytes_of(source))
        finally:
            opened.close()
        for failure in listing.failures:
            fail(failure)
    elif path.is_file() and is_warc(_head(path)):
        from briefing.intake.warc import pages_in

        with path.open("rb") as file:
            for page in pages_in(file, name_of(path)):
                yield NewSource(name_of(path), content=page)
    else:
        content = bytes_of(path)
        addresses = _addresses(content) if follows else []
        yield from map(_followed, addresses)
        if not addresses:
            yield NewSource(name_of(path), content=content, follows=follows)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def _addresses(content: bytes) -> list[str]:
    """The addresses of a plain list, one a line; none if anything else stands in it."""
    if len(content) > _LONGEST_LIST:
        return []
    lines = [line.strip() for line in content.decode("utf-8-sig", "replace").splitlines()]
    told = [line for line in lines if line and not line.startswith(_REMARK)]
    if not told or not all(is_address(line) and " " not in line for line in told):
        return []
    return list(dict.fromkeys(told))


def _followed(given: str) -> NewSource:
    address = address_of(given)
    return NewSource(address=address.url, typed=address.typed, follows=True)
