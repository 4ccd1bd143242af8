"""Measure an act and the first page of a search in a large library of a desk, each beside the same in bare SQL.

    python tests/benchmarks/desk_library.py [ARTICLES [TURNS]]

A server of its own, with a disk that is waited for, gets ARTICLES (1,000,000) of 120 words each: a thousand are kept by
the program, all others are copies of their rows that the server makes. TURNS (200) acts and searches are then measured
turn by turn beside bare SQL, so that what else the machine does falls on both. The bare act writes the rows that the
program writes, and commits; the bare search ranks, takes fifty, and reads their rows and texts. Ends with 1 if the
95th of 100 of the program's takes longer than `MOST` times that of bare SQL.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "library"))

import psycopg
from desk_server import programs, running
from library_samples import NOW
from synthetic_library import Generator

from briefing.library import AddAnnotation, Library, open_library, queries
from briefing.library.reader_rows import annotation_row
from briefing.model import Annotation, Article, Block, BlockKind, Origin, Span, anchor

MOST = 1.5
BASES, WORDS, PAGE = 1000, 120, 50
SETTINGS = (
    "shared_buffers=1GB",
    "maintenance_work_mem=1GB",
    "max_wal_size=16GB",
    "wal_level=minimal",
    "max_wal_senders=0",
    "checkpoint_timeout=30min",
)

_COPIED = {
    "article": (
        "id, work, version, newest, digest, address, file, sorting, outlet, published, origin, found, words, length, "
        "added, state, place, wording, claims, statuses",
        "id + n * {bases}, id + n * {bases}, version, newest, md5(id || '-' || n) || md5(n || '-' || id), '', '', "
        "sorting || n, outlet, to_char(date '2001-01-01' + (n * 7 + id)::integer % 9000, 'YYYY-MM-DD'), origin, found, "
        "words, length, added, state, place, wording + n, claims, statuses",
    ),
    "body": ("article_id, text, blocks, sketch", "article_id + n * {bases}, text, blocks, sketch"),
    "words": ("article_id, place, piece, words", "article_id + n * {bases}, place, piece, words"),
}

_BARE_SEARCH = (
    "SELECT article.id, article.origin, body.text FROM (SELECT words.article_id, "
    "sum(ts_rank(words.words, %(asked)s::tsquery) * CASE words.place WHEN 'title' THEN 5 ELSE 1 END) AS weight "
    "FROM words "
    "JOIN article ON article.id = words.article_id WHERE words.place IN ('title', 'text') "
    "AND words.words @@ %(asked)s::tsquery AND removed IS NULL AND newest GROUP BY words.article_id "
    "ORDER BY weight DESC, words.article_id DESC LIMIT 50) AS best JOIN article ON article.id = best.article_id "
    "JOIN body ON body.article_id = article.id ORDER BY weight DESC, article.id DESC"
)


def fill(address: str, articles: int) -> None:
    """Keep a thousand articles, and have the server copy them."""
    library = open_library(address)
    generator = Generator()
    with library.together():
        for number in range(BASES):
            text = f"Report {number}. {' '.join(generator.words(WORDS))}"
            origin = Origin(digest=f"{number:064}", title=text[:40], outlet=f"Outlet {number % 50}", published="2026")
            library.keep_article(
                Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), origin), text.encode()
            )
    library.close()
    with psycopg.connect(address, autocommit=True) as link:
        link.execute("SET session_replication_role = replica")
        link.execute("SET synchronous_commit = off")
        for table, (columns, values) in _COPIED.items():
            indexes = link.execute(
                "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexname NOT LIKE '%%_pkey' "
                "AND indexname NOT LIKE '%%_key'",
                (table,),
            ).fetchall()
            for name, _ in indexes:
                link.execute(f"DROP INDEX {name}")
            link.execute(
                f"INSERT INTO {table} ({columns}) SELECT {values.format(bases=BASES)} "
                f"FROM generate_series(1, {articles // BASES - 1}) AS n CROSS JOIN {table} "
                f"WHERE {table}.{'id' if table == 'article' else 'article_id'} <= {BASES}"
            )
            for _, made in indexes:
                link.execute(made)
            print(f"{table} copied", flush=True)
        link.execute("SELECT setval(pg_get_serial_sequence('article', 'id'), (SELECT max(id) FROM article))")
        link.execute("VACUUM ANALYZE")
        link.execute("CHECKPOINT")


class Acts:
    """The same note by the program and by bare SQL."""

    def __init__(self, library: Library, link: "psycopg.Connection[Any]", articles: int) -> None:
        self._library, self._link, self._articles = library, link, articles
        self._number = 0

    def _note(self) -> tuple[int, Annotation]:
        self._number += 1
        article_id = random.randrange(1, self._articles)
        text = self._library.ask(queries.WholeArticle(article_id)).text
        where = anchor(text, Span(0, text.index(" ")))
        return article_id, Annotation(f"n{self._number}", where, NOW, NOW, note="Who says so?", tags=("ferry",))

    def program(self) -> Callable[[], object]:
        operation = AddAnnotation(*self._note())
        return lambda: self._library.perform(operation)

    def bare(self) -> Callable[[], object]:
        article_id, note = self._note()
        content = json.dumps(annotation_row(note))
        words = "INSERT INTO words VALUES (%s, %s, 0, %s::tsvector) ON CONFLICT DO NOTHING"

        def act() -> None:
            with self._link.transaction():
                self._link.execute(
                    "INSERT INTO annotation (id, article_id, content, has_note, tags, modified) "
                    "VALUES (%s, %s, %s, true, %s, %s)",
                    (note.id, article_id, content, ["ferry"], NOW.isoformat()),
                )
                self._link.execute(words, (article_id, "notes", "'who':1 'says':2 'so':3"))
                self._link.execute(words, (article_id, "tags", "'ferry':1"))
                self._link.execute("DELETE FROM words_due WHERE article_id = %s", (article_id,))
                self._link.execute("SELECT nextval('acts')")

        return act


class Searches:
    """The same words looked for by the program and by bare SQL."""

    def __init__(self, library: Library, link: "psycopg.Connection[Any]", words: list[str]) -> None:
        self._library, self._link, self._words = library, link, words

    def _asked(self) -> list[str]:
        return random.sample(self._words, random.choice((1, 2)))

    def program(self) -> Callable[[], object]:
        typed = " ".join(f'"{word}"' for word in self._asked())
        return lambda: self._library.ask(queries.Search(typed, 0, PAGE))

    def bare(self) -> Callable[[], object]:
        asked = " & ".join(f"'{word}'" for word in self._asked())
        return lambda: self._link.execute(_BARE_SEARCH, {"asked": asked}).fetchall()


def measured(turns: int, program: Callable[[], Callable[[], object]], bare: Callable[[], Callable[[], object]]) -> Any:
    """The times of both, in the order of their length, in milliseconds."""
    times: dict[str, list[float]] = {"program": [], "bare": []}
    for turn in range(turns + 10):
        for name, made in (("program", program), ("bare", bare)):
            act = made()
            begun = time.perf_counter()
            act()
            if turn >= 10:  # the first ones fill the caches
                times[name].append((time.perf_counter() - begun) * 1000)
    return {name: sorted(each) for name, each in times.items()}


def main(articles: int = 1_000_000, turns: int = 200) -> int:
    """Build, measure, print; 1 if the program is too slow."""
    found = programs()
    if found is None:
        print("PostgreSQL is not installed")
        return 1
    random.seed(5)
    code = 0
    with running(found, *SETTINGS) as server:
        address = server.new_database()
        begun = time.monotonic()
        fill(address, articles)
        with psycopg.connect(address, autocommit=True) as link:
            size = link.execute("SELECT pg_database_size(current_database())").fetchone()
            print(
                f"{articles:,} articles in {time.monotonic() - begun:.0f} s, {(size or [0])[0] / 1e9:.1f} GB",
                flush=True,
            )
            words = [
                row[0]
                for row in link.execute(
                    "SELECT word FROM ts_stat($$SELECT words FROM words WHERE place = 'text' AND article_id <= 1000$$) "
                    "WHERE ndoc BETWEEN 2 AND 30 ORDER BY random() LIMIT 400"
                )
            ]
            library = open_library(address)
            acts, searches = Acts(library, link, articles), Searches(library, link, words)
            for name, both in (("act", acts), ("first page of a search", searches)):
                times = measured(turns, both.program, both.bare)
                p95 = {which: each[int(len(each) * 0.95)] for which, each in times.items()}
                p50 = {which: each[len(each) // 2] for which, each in times.items()}
                ratio = p95["program"] / p95["bare"]
                print(
                    f"{name}: p50 {p50['program']:.1f} ms (bare {p50['bare']:.1f}), "
                    f"p95 {p95['program']:.1f} ms (bare {p95['bare']:.1f}): {ratio:.2f} times as long",
                    flush=True,
                )
                code |= ratio > MOST
            library.close()
    return int(code)


if __name__ == "__main__":
    raise SystemExit(main(*map(int, sys.argv[1:])))
