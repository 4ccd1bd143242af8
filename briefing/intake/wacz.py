"""A packed web archive (WACZ): the pages that its maker looked at, in his order, out of the archives in it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import msgspec

from briefing.intake import warc
from briefing.intake.feed import FeedEntry
from briefing.intake.json_file import words_at
from briefing.intake.text_decoder import one_line
from briefing.intake.zip_limits import Packed


def pieces_of(data: bytes, name: str) -> Iterator[tuple[FeedEntry, bytes]]:
    """Each page with its title and its address; all pages where none is listed.

    Raises:
        UnreadableFile: if it is damaged.
        TooLarge: if it would unpack to too much.
    """
    packed = Packed(data, name)
    archives = [part for part in packed.names() if part.startswith("archive/") and ".warc" in part]
    found = [piece for part in archives for piece in warc.pieces_of(packed.read(part), name)]
    listed = _listed(packed)
    order = {address: at for at, address in enumerate(listed)}
    chosen = sorted((piece for piece in found if piece[0].address in order), key=lambda one: order[one[0].address])
    numbers = count()
    for entry, piece in chosen or found:
        title = listed.get(entry.address) or entry.title
        yield replace(entry, title=title, piece=next(numbers)), piece


def _listed(packed: Packed) -> dict[str, str]:
    """Addresses and titles of the pages that are listed, in order."""
    pages: dict[str, str] = {}
    if "pages/pages.jsonl" not in packed:
        return pages
    for line in packed.read("pages/pages.jsonl").splitlines()[:100_000]:
        try:
            page = msgspec.json.decode(line)
        except (ValueError, RecursionError):
            continue
        if address := words_at(page, "url"):
            pages.setdefault(address, one_line(words_at(page, "title")))
    return pages
