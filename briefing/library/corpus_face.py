"""What the rest of the program knows of a corpus: what many machines read in bulk into a desk's library."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from briefing.library.face import Library
from briefing.model import Article
from briefing.records import dataclass

MOST_TOLD = 100
"""Failures that are told at once."""


@dataclass(frozen=True, slots=True)
class NewSource:
    """Something to be read.

    Attributes:
        place: where it was found, as the article's file; empty for what is on the web.
        address: where it is on the web, or empty.
        content: its bytes; None for what is to be fetched.
        typed: whether somebody gave the address himself: only then may it lead to a machine that is not public.
        follows: whether the articles that it offers are read, too, wherever they are: it is a feed, or a list of them.
    """

    place: str = ""
    address: str = ""
    content: bytes | None = None
    typed: bool = False
    follows: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Something that waits to be read, as it was added, with its number."""

    id: int
    place: str
    address: str
    content: bytes | None
    typed: bool
    follows: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is.

    Attributes:
        waiting: sources that are not read yet.
        done: sources that are read, and kept with their findings.
        failed: sources in which nothing could be read.
        articles: those that came out of them.
        workers: machines or processes that are at work now.
        per_minute: sources that were settled in the last minute.
    """

    waiting: int
    done: int
    failed: int
    articles: int
    workers: int
    per_minute: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source in which nothing could be read, when that was seen, and why, in English."""

    place: str
    settled: datetime
    told: str


class PutBack(Exception):
    """What was begun is left to others: whoever reads was told to stop."""


class Corpus(Protocol):
    """What is read in bulk into one library; each of the methods raises `LibraryFailure` if it cannot be done."""

    @property
    def library(self) -> Library:
        """The library that it is read into."""

    def add(self, sources: Sequence[NewSource]) -> int:
        """Have these read, all or none; gives how many: what is read or waits already is left out, a failure is not."""

    def waiting(self, numbers: Iterable[int]) -> list[Source]:
        """Those of the sources that are not settled yet."""

    def keeping(self, article: Article) -> AbstractContextManager[None]:
        """Within this, all changes of `library` that keep an article with its findings stay, or none.

        Others who read keep their articles at the same time, but for what may be another version of this one, or the
        same. It is on the disk at the latest when the job is done.
        """

    def settle(self, number: int, articles: int, told: str = "") -> None:
        """Take note that a source is read, or why not; what was read is kept before."""

    def progress(self) -> Progress:
        """How far it is."""

    def unreadable(self) -> list[Unreadable]:
        """The last sources in which nothing could be read."""

    def try_again(self) -> int:
        """Have all read again in which nothing could be read; gives how many."""

    def stop(self) -> None:
        """Let all who work now end after the article in hand; what is left stays for whoever works next."""

    def close(self) -> None:
        """Let go of it; everything is on the disk already."""


class Work(Protocol):
    """One who works off what waits, together with all others who do."""

    def run(self) -> None:
        """Read until nothing waits any more, or `stop`."""

    def stop(self) -> None:
        """End after what is in hand; may be called from any thread."""
