"""Any sequence of the reader's acts, undone, gives back the same library, row by row."""

import tempfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import apsw
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library import (
    AddAnnotation,
    ChangeAnnotation,
    Judge,
    Library,
    LibraryFailure,
    Operation,
    RemoveAnnotation,
    RemoveArticle,
    RestoreArticle,
    Several,
    WithdrawJudgement,
)
from briefing.model import Annotation, Article, Judgement, Origin, Span, Status, anchor

TEXT = "The ferry will sail, its captain said."
NOW = datetime(2026, 5, 1, tzinfo=UTC)
PLACES = [anchor(TEXT, Span(0, 9)), anchor(TEXT, Span(4, 19))]

numbers = st.sampled_from(["n1", "n2"])
places = st.sampled_from(PLACES)
notes = st.builds(Annotation, numbers, places, st.just(NOW), st.just(NOW), note=st.sampled_from(["", "Why?", "😀"]))
verdicts = st.builds(Judgement, places, st.just(NOW), st.just(NOW), status=st.sampled_from([None, Status.CONFIRMED]))
here = st.just(1)
single: st.SearchStrategy[Operation] = st.one_of(
    st.builds(AddAnnotation, here, notes),
    st.builds(ChangeAnnotation, here, notes),
    st.builds(RemoveAnnotation, here, numbers),
    st.builds(Judge, here, verdicts),
    st.builds(WithdrawJudgement, here, places),
    st.builds(RemoveArticle, here),
    st.builds(RestoreArticle, here),
)
operations = single | st.builds(Several, st.just("Both"), st.tuples(single, single))


def rows(folder: Path) -> list[tuple[object, ...]]:
    connection = apsw.Connection(str(folder / "library.sqlite"))
    found = [
        row
        for table in ("article", "annotation", "judgement")
        for row in connection.execute(f"SELECT '{table}', * FROM {table} ORDER BY 2, 3, 4")
    ]
    connection.close()
    return found


@settings(max_examples=60, deadline=None)
@given(st.lists(operations, max_size=10))
def test_undone_in_turn_each_step_gives_back_what_was_before_it(acts: list[Operation]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        library = Library.open(folder)
        digest = sha256(TEXT.encode()).hexdigest()
        library.keep_article(Article(TEXT, (), Origin(digest=digest)), TEXT.encode())
        library.perform(AddAnnotation(1, Annotation("n1", PLACES[0], NOW, NOW, note="first")))
        states, inverses = [rows(folder)], []
        for act in acts:
            try:
                inverses.append(library.perform(act).inverse)
            except LibraryFailure:
                assert rows(folder) == states[-1]
            else:
                states.append(rows(folder))
        for inverse in reversed(inverses):
            states.pop()
            library.perform(inverse)
            assert rows(folder) == states[-1]
        library.close()
