"""Several windows and a command line write to one library at once: nothing is lost, and nobody is turned away."""

import os
import subprocess
import sys
import textwrap
import threading
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from library_samples import NOW, keep, note

from briefing.library import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    KeepBrief,
    Library,
    RemoveArticle,
    WithdrawJudgement,
    open_library,
    queries,
)
from briefing.model import BriefLine, BriefSection, Judgement, LineKind, Status, StoredBrief

WRITER = """
    import sys
    from pathlib import Path
    from library_samples import FERRY, analysis, keep, note
    from briefing.library import (AddAnnotation, AddCollection, ChangeAnnotation, FileArticles, Several,
                                  TagArticles, open_library, queries)
    from briefing.model import Collection
    folder, window, articles = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    library = open_library(folder)
    library.perform(AddCollection(Collection(f"k{window}", f"Window {window}")))
    for number in range(1, articles + 1):
        text = f"{FERRY} Report {number} of window {window}."
        kept = keep(library, text, title=f"{window}/{number}")
        library.keep_analysis(kept.id, analysis(text))
        made = note(window * 10_000 + number, text=text)
        library.perform(Several((
            AddAnnotation(kept.id, made),
            FileArticles((kept.id,), f"k{window}"),
            TagArticles((kept.id,), ("shared", f"w{window}")),
        )))
        for query in (queries.Articles(count=20), queries.Search("ferry", 0, 5), queries.Tags()):
            library.ask(query)
    library.close()
"""


def start(folder: Path, window: int, articles: int) -> subprocess.Popen[str]:
    paths = [str(Path(__file__).parent), *sys.path]
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WRITER), str(folder), str(window), str(articles)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )


def test_three_that_write_at_once_from_the_first_moment_lose_nothing(tmp_path: Path) -> None:
    # They also make the library at once: the folder is empty.
    numbers = [30, 30, 30]
    writers = [start(tmp_path, window, number) for window, number in enumerate(numbers, 1)]
    assert [writer.communicate()[1] for writer in writers] == ["", "", ""]
    library = open_library(tmp_path)
    assert library.ask(queries.ArticleCount()) == sum(numbers)
    assert {tag.name: (tag.articles, tag.annotations) for tag in library.ask(queries.Tags())} == {
        "ferry": (0, sum(numbers)),
        "shared": (sum(numbers), 0),
        **{f"w{window}": (number, 0) for window, number in enumerate(numbers, 1)},
    }
    assert [found.articles for found in library.ask(queries.Collections())] == numbers
    assert library.ask(queries.AnnotationCount()) == sum(numbers)
    connection = apsw.Connection(str(tmp_path / "library.sqlite"))
    assert connection.pragma("integrity_check") == "ok"


def test_what_another_window_wrote_is_noticed(tmp_path: Path) -> None:
    first, second = open_library(tmp_path), open_library(tmp_path)
    kept = keep(first)
    second.ask(queries.ListedArticle(kept.id))
    assert not first.changed_elsewhere()
    second.perform(AddAnnotation(kept.id, note()))
    assert first.changed_elsewhere()
    assert not first.changed_elsewhere()
    first.perform(RemoveArticle(kept.id))
    assert not first.changed_elsewhere()


@pytest.mark.parametrize("act", [AddAnnotation(1, note()), RemoveArticle(1)])
def test_what_the_reader_does_is_synchronised_in_full(tmp_path: Path, act: AddAnnotation | RemoveArticle) -> None:
    library = open_library(tmp_path)
    keep(library)
    modes: list[int] = []
    connection = library._connection
    connection.set_commit_hook(lambda: bool(modes.append(connection.pragma("synchronous"))))
    library.perform(act)
    assert modes == [2]


def test_a_window_waits_while_another_writes(tmp_path: Path) -> None:
    library = open_library(tmp_path)
    kept = keep(library)
    other = apsw.Connection(str(tmp_path / "library.sqlite"))
    other.execute("BEGIN IMMEDIATE")
    done: list[str] = []

    def commit() -> None:
        done.append("other")
        other.execute("COMMIT")

    threading.Timer(0.3, commit).start()
    library.perform(AddAnnotation(kept.id, note()))
    done.append("own")
    assert done == ["other", "own"]
    assert len(library.ask(queries.AnnotationsOn(kept.id))) == 1


@pytest.fixture
def two(tmp_path: Path) -> tuple[Library, Library]:
    """Two windows on one library of an article with a note."""
    here, there = open_library(tmp_path), open_library(tmp_path)
    here.perform(AddAnnotation(keep(here).id, NOTE))
    return here, there


NOTE = replace(note(1, note="Why?"), tags=())
WORD = Judgement(NOTE.anchor, NOW, NOW)
BRIEF = StoredBrief("b", "Brief", NOW, sections=(BriefSection("One", (BriefLine("a", LineKind.TEXT),)),))


def test_a_note_and_tags_that_two_windows_write_are_both_kept(two: tuple[Library, Library]) -> None:
    here, there = two
    here.perform(ChangeAnnotation(1, replace(NOTE, note="Why? When?"), NOTE))
    done = there.perform(ChangeAnnotation(1, replace(NOTE, note="So: Why?", tags=("money",), colour=3), NOTE))
    (kept,) = here.ask(queries.AnnotationsOn(1))
    assert (kept.note, kept.tags, kept.colour) == ("So: Why? When?", ("money",), 3)
    there.perform(done.inverse)
    (kept,) = here.ask(queries.AnnotationsOn(1))
    assert (kept.note, kept.tags, kept.colour) == ("Why? When?", (), NOTE.colour)


def test_a_change_is_taken_back_without_what_another_window_wrote_since(two: tuple[Library, Library]) -> None:
    here, there = two
    done = here.perform(ChangeAnnotation(1, replace(NOTE, note="Why? When?"), NOTE))
    there.perform(ChangeAnnotation(1, replace(NOTE, note="So: Why? When?"), replace(NOTE, note="Why? When?")))
    here.perform(done.inverse)
    assert [one.note for one in there.ask(queries.AnnotationsOn(1))] == ["So: Why?"]


def test_words_on_a_claim_that_two_windows_say_are_both_kept(two: tuple[Library, Library]) -> None:
    here, there = two
    here.perform(Judge(1, replace(WORD, status=Status.DISPUTED), WORD))
    done = there.perform(Judge(1, replace(WORD, note="Says who?"), WORD))
    (word,) = here.ask(queries.JudgementsOn(1))
    assert (word.status, word.note) == (Status.DISPUTED, "Says who?")
    there.perform(done.inverse)
    assert [(one.status, one.note) for one in here.ask(queries.JudgementsOn(1))] == [(Status.DISPUTED, "")]


def test_a_word_on_a_claim_that_is_withdrawn_leaves_what_another_window_said(two: tuple[Library, Library]) -> None:
    here, there = two
    said = replace(WORD, note="Says who?")
    here.perform(Judge(1, said, WORD))
    there.perform(Judge(1, replace(said, status=Status.CLAIMED), said))
    here.perform(WithdrawJudgement(1, WORD.claim, said))
    assert [(one.status, one.note) for one in there.ask(queries.JudgementsOn(1))] == [(Status.CLAIMED, "")]
    there.perform(WithdrawJudgement(1, WORD.claim))
    assert here.ask(queries.JudgementsOn(1)) == []


def test_a_brief_that_two_windows_write_holds_the_words_of_both(two: tuple[Library, Library]) -> None:
    here, there = two
    here.perform(KeepBrief(BRIEF))
    line = BriefSection("One", (BriefLine("a", LineKind.TEXT, text="Mine"),))
    here.perform(KeepBrief(replace(BRIEF, sections=(line,)), BRIEF))
    done = there.perform(KeepBrief(replace(BRIEF, title="Theirs", purpose="For us"), BRIEF))
    kept = here.ask(queries.BriefOf("b"))
    assert (kept.title, kept.purpose, kept.sections) == ("Theirs", "For us", (line,))
    there.perform(done.inverse)
    kept = here.ask(queries.BriefOf("b"))
    assert (kept.title, kept.purpose, kept.sections) == ("Brief", "", (line,))
