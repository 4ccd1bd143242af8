"""The pictures on a page: asked for once they are seen, and decoded for as long as there is room for them."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence

from briefing.desktop.reader.article_document import Page

MOST_DECODED = 200_000_000
"""Bytes of decoded pictures; of more, those that were out of sight longest go, and come back once they are seen."""


class ShownPictures:
    """Holds what pictures came of one article, and decodes those that are seen."""

    def __init__(self) -> None:
        self._data: dict[str, bytes] = {}
        self._asked: set[str] = set()
        self._decoded: OrderedDict[str, int] = OrderedDict()
        self._in_sight: frozenset[str] = frozenset()

    def begin_article(self) -> None:
        """Forget those of the article before."""
        self._data.clear()
        self.begin_page()

    def begin_page(self) -> None:
        """Take note that the page is a new one, on which none is shown."""
        self._asked.clear()
        self._decoded.clear()

    def see(self, page: Page, digests: Sequence[str]) -> Iterator[str]:
        """Show those that are in sight; gives the digests of those that have to be asked for, each once."""
        self._in_sight = frozenset(digests)
        for digest in digests:
            if digest in self._decoded:
                self._decoded.move_to_end(digest)
            elif digest in self._data:
                self._show(page, digest)
            elif digest not in self._asked:
                self._asked.add(digest)
                yield digest

    def take(self, page: Page, digest: str, data: bytes) -> None:
        """Show one that has come."""
        self._data[digest] = data
        self._show(page, digest)

    def _show(self, page: Page, digest: str) -> None:
        self._decoded[digest] = page.show_picture(digest, self._data[digest])
        held = sum(self._decoded.values())
        for one in [one for one in self._decoded if one not in self._in_sight and one != digest]:
            if held <= MOST_DECODED:
                return
            page.hide_picture(one)
            held -= self._decoded.pop(one)
