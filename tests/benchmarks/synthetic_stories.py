"""Makes articles around one that was really read: its words changed for others as long, so that every span still holds.

Articles of one event share its names, the direction of its meaning and four of ten statements; of their other words
every third is their own.
"""

import itertools
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import apsw
import numpy as np

from briefing.analysis.stories.kept_reading import packed_gist, packed_passages, packed_terms_of
from briefing.analysis.stories.story_article import StoryArticle
from briefing.library import Library, packed_findings
from briefing.library.kept_statements import VERSION, KeptStatements
from briefing.library.sqlite import article_intake, reader_words_index, stored_findings, story_members
from briefing.model import Analysis, Article, Origin
from briefing.model.identifiers import digest_of
from briefing.service.story_library import kept_statements, told_story

LARGE_STORY = 50
"""Articles of the one large story, which are the first ones."""

SHARED = 0.1
"""Share of the articles that tell an event which an earlier one tells."""

BATCH = 1000
_CACHE, _CHECKPOINT = 600_000, 60_000
"""Kilobytes of pages that are held in memory, and pages that are written before they are put in their place."""
_WHOLE = 50
"""One article in so many at the end is kept whole though it stands alone; of earlier ones the library keeps less."""

_WORD = re.compile(r"[^\W\d_]+")
_ALIKE, _APART = 0.4, 0.09
"""Share of the statements that articles of one event share, and how far the others lie apart."""

_SHORT = 3
_OTHER = 3
_LETTERS = "eeeeeeaaaaoooiiitttnnnssshhrrrddlluucmfwygpbvk"
_KNOWN = 1500
"""Words of each length."""


@dataclass(frozen=True, slots=True)
class Real:
    """The article that was read, and what was found in it."""

    article: Article
    analysis: Analysis
    read: StoryArticle


@dataclass(frozen=True, slots=True)
class Made:
    """One article that was made around the real one; `event` is the number of the first that tells its event."""

    number: int
    event: int
    article: Article
    analysis: Analysis
    read: StoryArticle


class Maker:
    """Makes the articles; the same number is always the same article."""

    def __init__(self, real: Real, number: int, seed: int = 1) -> None:
        self._real = real
        chosen = random.Random(seed)
        self._events = [0, *(1 for _ in range(min(LARGE_STORY, number)))]
        for count in range(len(self._events), number + 1):
            shares = chosen.random() < SHARED
            self._events.append(self._events[chosen.randrange(LARGE_STORY, count)] if shares else count)
        words = sorted({word.lower() for word in _WORD.findall(real.article.text) if len(word) > _SHORT})
        named = {part for one in real.read.statements for name in one.names for part in name.split()}
        self._names = [word for word in words if word in named]
        self._words = [word for word in words if word not in named]
        self._stems = {
            stem: next((word for word in self._words if word.startswith(stem)), stem)
            for one in real.read.statements
            for stem, _ in one.words
        }
        sizes = sorted({len(word) for word in words})
        self._vocabulary = {size: ["".join(chosen.choices(_LETTERS, k=size)) for _ in range(_KNOWN)] for size in sizes}
        self._often = list(itertools.accumulate(1 / rank for rank in range(1, _KNOWN + 1)))

    def event_of(self, number: int) -> int:
        """The number of the first article that tells the event of this one; one more tells a known one."""
        if number < len(self._events):
            return self._events[number]
        return random.Random(number).choice(self._events[LARGE_STORY + 1 :] or self._events[1:])

    def sizes(self) -> Mapping[int, int]:
        """How many articles tell each event."""
        counts: dict[int, int] = {}
        for event in self._events[1:]:
            counts[event] = counts.get(event, 0) + 1
        return counts

    def made(self, number: int) -> Made:
        """The article of this number, from 1."""
        event = self.event_of(number)
        changed = self._changed(event, number)
        text = _told(self._real.article.text, changed)
        origin = Origin(
            title=text[:60],
            outlet=f"The {self._vocabulary[6][number % 60].title()} Post",
            published=f"2026-{event % 12 + 1:02}-{event % 28 + 1:02}",
            language="en",
            address=f"https://{number % 60}.example/{number}",
            digest=digest_of(f"{text} {number}".encode()),
            media_type="text/html",
        )
        article = Article(text, self._real.article.blocks, origin)
        actors = tuple(
            replace(one, name=_told(one.name, changed), aliases=tuple(_told(alias, changed) for alias in one.aliases))
            for one in self._real.analysis.actors
        )
        analysis = replace(self._real.analysis, actors=actors)
        return Made(number, event, article, analysis, self._read(number, event, article, changed))

    def _changed(self, event: int, number: int) -> dict[str, str]:
        of_event, own = random.Random(event), random.Random(-number)
        changed = {word: self._other(word, of_event) for word in (*self._names, *self._words)}
        changed.update((word, self._other(word, own)) for word in own.sample(self._words, len(self._words) // _OTHER))
        return changed

    def _other(self, word: str, chosen: random.Random) -> str:
        return chosen.choices(self._vocabulary[len(word)], cum_weights=self._often)[0]

    def _read(self, number: int, event: int, article: Article, changed: Mapping[str, str]) -> StoryArticle:
        read = self._real.read
        direction = np.random.default_rng(event).normal(size=read.vectors.shape[1]).astype(np.float32)
        own = np.random.default_rng(1_000_000 + number)
        noise = own.normal(size=read.vectors.shape).astype(np.float32)
        apart = np.where(own.random(len(noise)) < _ALIKE, 0.02, _APART)[:, None].astype(np.float32)
        vectors = read.vectors + direction / np.linalg.norm(direction) + apart * noise
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        stems = {stem: changed.get(word, word)[: len(stem)] for stem, word in self._stems.items()}
        statements = tuple(
            replace(
                one,
                said=_told(one.said, changed),
                names=tuple(_told(name, changed) for name in one.names),
                words=tuple((stems[word], weight) for word, weight in one.words),
                head=stems.get(one.head, one.head),
            )
            for one in read.statements
        )
        return replace(
            read,
            key=str(number),
            text=article.text,
            title=article.title,
            published=article.origin.published,
            statements=statements,
            vectors=vectors,
        )


def fill_findings(library: Library, maker: Maker, number: int) -> None:
    """Keep so many articles with their findings, hundreds in a transaction and without their original files."""
    connection = _bulk(library)
    for first in range(1, number + 1, BATCH):
        with connection:
            for made in articles(maker, first, min(BATCH, number + 1 - first)):
                article_intake.keep(connection, made.article)
                ready = packed_findings.prepared(made.analysis, made.article.text)
                stored_findings.keep(connection, made.number, ready)
            reader_words_index.settle(connection)


def fill_stories(library: Library, maker: Maker, number: int, told: Mapping[int, bytes]) -> None:
    """Keep what these articles say, and place each in its story; what the large one tells is worked out.

    Args:
        library: where they are kept.
        maker: made them.
        number: how many there are.
        told: what a story of so many articles tells; larger ones tell as much as the largest of these.
    """
    connection = _bulk(library)
    sizes = maker.sizes()
    seen: dict[int, int] = {}
    for first in range(1, number + 1, BATCH):
        with connection:
            for made in articles(maker, first, min(BATCH, number + 1 - first)):
                is_whole = sizes[made.event] > 1 or number - made.number < max(_WHOLE, number // _WHOLE)
                _keep_statements(connection, made, is_whole)
                seen[made.event] = seen.get(made.event, 0) + 1
                if made.event != 1 and seen[made.event] == sizes[made.event] > 1:
                    # As if it had been read anew what its articles say of which that was not kept.
                    for member in story_members.members(connection, made.event):
                        connection.execute("UPDATE article_sketch SET made = ? WHERE article_id = ?", (VERSION, member))
                    story_members.keep_told(connection, made.event, told[min(sizes[made.event], max(told))])
        if first == 1:
            told_story(library, 1)


def _bulk(library: Library) -> apsw.Connection:
    """The library's connection, ready to keep hundreds of articles in a transaction."""
    connection = library._connection
    connection.pragma("synchronous", "OFF")
    connection.pragma("cache_size", -_CACHE)
    connection.pragma("wal_autocheckpoint", _CHECKPOINT)
    return connection


def _keep_statements(connection: apsw.Connection, made: Made, is_whole: bool) -> None:
    if is_whole:
        kept = kept_statements(made.read)
    else:
        found = packed_gist(made.read), packed_terms_of(made.read), packed_passages(made.read)
        kept = KeptStatements(VERSION, *found, b"", b"")
    story_members.keep(connection, made.number, kept)
    story_members.place(connection, made.number, made.event)


_COPIED = {
    "article": "id",
    "body": "article_id",
    "analysis": "article_id",
    "actor": "article_id",
    "claim": "article_id",
    "actor_name": "article_id",
    "article_sketch": "article_id",
    "story_member": "article_id",
}
_CHANGED = {"digest": "digest || ' ' || :by", "work": "work + :by", "story_id": "story_id + :by"}


def multiply(library: Library, made: int, times: int) -> None:
    """Copy the rows of so many articles so often that there are `times` as many; not their words in the search."""
    connection = _bulk(library)
    connection.pragma("foreign_keys", 0)
    for by in range(made, made * times, made):
        with connection:
            for table, number in _COPIED.items():
                columns = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]
                taken = ", ".join(f"{number} + :by" if one == number else _CHANGED.get(one, one) for one in columns)
                connection.execute(
                    f"INSERT INTO {table} ({', '.join(columns)}) SELECT {taken} FROM {table} "
                    f"WHERE {number} BETWEEN 1 AND :made",
                    {"by": by, "made": made},
                )
    with connection:
        connection.execute("UPDATE story_term SET articles = articles * ?", (times,))
        connection.execute("UPDATE numbering SET last_article = ?", (made * times,))
    connection.pragma("foreign_keys", 1)


def articles(maker: Maker, first: int, count: int) -> Iterator[Made]:
    """So many articles, from this number on."""
    return map(maker.made, range(first, first + count))


def _told(text: str, changed: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: _as_written(found.group(), changed), text)


def _as_written(word: str, changed: Mapping[str, str]) -> str:
    other = changed.get(word.lower(), word)
    return other.capitalize() if word[:1].isupper() else other
