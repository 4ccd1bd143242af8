"""Measure what a large library costs beside a small one: opening and listing, adding an article, size on the disk.

    python tests/benchmarks/library_store.py [NUMBER [FOLDER]]

NUMBER articles (20,000, if not said) stand beside 100. A library that is in FOLDER already is used as it is.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import apsw
from synthetic_library import Generator, Synthetic, fill, keep

from briefing.library import open_library, queries
from briefing.model import Shelf, ShelfKind

SMALL = 100
ADDED = 300
ROUNDS = 25


def main(number: int, folder: Path) -> None:
    """Print each figure with the bound that the project sets itself."""
    small, large = folder / "small", folder / "large"
    for place, count in ((small, SMALL), (large, number)):
        library = open_library(place)
        if library.ask(queries.ArticleCount()) == 0:
            fill(library, count)
        library.close()
    opened = {place: _median(lambda place=place: _open_and_list(place)) for place in (small, large, small, large)}
    print(f"open and list   {opened[small]:6.2f} ms with {SMALL}, {opened[large]:6.2f} ms with {number}", end="")
    print(f"   ratio {opened[large] / opened[small]:.2f} (bound 1.2)")
    full, bare = _adding(folder)
    print(f"add an article  {full:6.2f} ms, its bare rows {bare:6.2f} ms   ratio {full / bare:.2f} (bound 3)")
    size, raw = _sizes(large)
    print(f"size            {size / 1e6:6.1f} MB, raw text {raw / 1e6:6.1f} MB   ratio {size / raw:.2f} (bound 3)")


def _open_and_list(folder: Path) -> None:
    library = open_library(folder)
    library.ask(queries.Articles(count=100))
    for kind in (ShelfKind.ALL, ShelfKind.INBOX, ShelfKind.UNREAD, ShelfKind.BIN):
        library.ask(queries.ArticleCount(Shelf(kind)))
    library.ask(queries.Collections())
    library.ask(queries.Tags())
    library.ask(queries.SavedSearches())
    library.close()


def _adding(folder: Path) -> tuple[float, float]:
    """Milliseconds an article takes to be kept, and its very rows to be inserted, with all triggers and indexes."""
    articles = list(Generator(seed=2).articles(ADDED))
    statements: list[tuple[str, Any]] = []

    def hear(_: apsw.Cursor, statement: str, values: Any) -> bool:
        if statement.startswith(("INSERT", "UPDATE")):
            statements.append((statement, values))
        return True

    with tempfile.TemporaryDirectory(dir=folder) as place:
        library = open_library(Path(place) / "heard")
        library._connection.exec_trace = hear
        _keep_all(library._connection, articles)
        library._connection.exec_trace = None
        library.close()
        times: dict[str, list[float]] = {"full": [], "bare": []}
        for round_number in range(3):
            for name, act in (
                ("full", lambda connection: _keep_all(connection, articles)),
                ("bare", lambda connection: _insert_all(connection, statements)),
            ):
                library = open_library(Path(place) / f"{name}{round_number}")
                times[name].append(_milliseconds(lambda act=act, library=library: act(library._connection)))
                library.close()
    return min(times["full"]) / ADDED, min(times["bare"]) / ADDED


def _keep_all(connection: apsw.Connection, articles: list[Synthetic]) -> None:
    with connection:
        for synthetic in articles:
            keep(connection, synthetic)


def _insert_all(connection: apsw.Connection, statements: list[tuple[str, Any]]) -> None:
    with connection:
        for statement, values in statements:
            connection.execute(statement, values)


def _sizes(folder: Path) -> tuple[int, int]:
    """Bytes of the database, and of the texts in it."""
    library = open_library(folder)
    raw = sum(row[0] for row in library._connection.execute("SELECT length FROM article"))
    library.close()
    return (folder / "library.sqlite").stat().st_size, raw


def _median(act: Callable[[], None]) -> float:
    return statistics.median(_milliseconds(act) for _ in range(ROUNDS))


def _milliseconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    if len(sys.argv) > 2:
        main(wanted, Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(wanted, Path(made))
