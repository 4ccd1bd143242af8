"""The service reads, keeps, analyses and exports in the background, and survives the death of its processes."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import pypdfium2
import pytest

from briefing.library import AddAnnotation, JudgeActors, TagArticles
from briefing.model import ActorJudgement, ActorVerdict, Annotation, Span, anchor
from briefing.resources import sample_article
from briefing.service import (
    AnalysisFailed,
    AnalysisFinished,
    ArticleChanged,
    ArticleOpened,
    ArticlesListed,
    BriefExported,
    Event,
    ExportFailed,
    OpeningFailed,
    OperationPerformed,
    Service,
    SharedWorkers,
    StoriesChanged,
    StoryTold,
    WorkerRestarted,
)
from briefing.service.article_queries import ListArticles
from briefing.service.story_queries import TellStory
from briefing.service.worker import STEP_BACK

AnyEvent = TypeVar("AnyEvent", bound=Event)

PATIENCE = 120.0
"""Seconds that a busy machine may take to load the language model."""


class Listener:
    """Collects a service's events and waits for those that a test is about."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._changed = threading.Condition()

    def __call__(self, event: Event) -> None:
        with self._changed:
            self.events.append(event)
            self._changed.notify_all()

    def wait_for(self, kind: type[AnyEvent], holds: Callable[[AnyEvent], bool] = lambda event: True) -> AnyEvent:
        with self._changed:
            assert self._changed.wait_for(lambda: self._find(kind, holds) is not None, PATIENCE), self.events
        found = self._find(kind, holds)
        assert found is not None
        return found

    def _find(self, kind: type[AnyEvent], holds: Callable[[AnyEvent], bool]) -> AnyEvent | None:
        return next((event for event in self.events if isinstance(event, kind) and holds(event)), None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library")


@pytest.fixture(scope="module")
def listener() -> Listener:
    return Listener()


@pytest.fixture(scope="module")
def service(folder: Path, listener: Listener) -> Iterator[Service]:
    service = Service(folder, listener)
    yield service
    service.close()


def article_file(tmp_path: Path, name: str = "bridge.txt") -> Path:
    path = tmp_path / name
    path.write_text(
        f"Bridge closed ({tmp_path.name})\n\nThe bridge will stay closed until May, Mayor Ada Reed said on Monday.\n",
        encoding="utf-8",
    )
    return path


def note_on(opened: ArticleOpened, words: str) -> Annotation:
    start = opened.article.text.index(words)
    now = datetime.now(UTC)
    where = anchor(opened.article.text, Span(start, start + len(words)))
    return Annotation(str(uuid4()), where, now, now, note="Ask the mayor.")


def test_the_article_is_there_before_its_analysis_and_the_analysis_is_kept(
    service: Service, listener: Listener
) -> None:
    job = service.open_file(sample_article())
    opened = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    finished = listener.wait_for(AnalysisFinished, lambda event: event.job == job)
    assert opened.newly_kept
    assert opened.analysis is None
    assert listener.events.index(opened) < listener.events.index(finished)
    assert finished.analysis.claims
    again = service.open_kept(opened.kept.id)
    assert listener.wait_for(ArticleOpened, lambda event: event.job == again).analysis == finished.analysis


def test_the_same_article_opened_twice_is_one_article(service: Service, listener: Listener) -> None:
    first, second = service.open_file(sample_article()), service.open_file(sample_article())
    opened = [listener.wait_for(ArticleOpened, lambda event, job=job: event.job == job) for job in (first, second)]
    assert opened[0].kept.id == opened[1].kept.id
    assert not opened[1].newly_kept


def test_merged_actors_are_one_in_every_view_and_outlive_a_new_analysis(
    service: Service, listener: Listener, tmp_path: Path
) -> None:
    path = tmp_path / "merge.txt"
    path.write_text("Mayor Ada Reed said the bridge was safe. Ina Holt said the tolls would fall.\n", encoding="utf-8")
    job = service.open_file(path)
    opened = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    found = listener.wait_for(AnalysisFinished, lambda event: event.job == job).analysis
    assert {actor.name for actor in found.actors} == {"Ada Reed", "Ina Holt"}
    word = ActorJudgement(str(uuid4()), ActorVerdict.SAME, "Ada Reed-Holt", ("Ada Reed", "Ina Holt"), datetime.now(UTC))
    job = service.perform(JudgeActors(opened.kept.id, word))
    performed = listener.wait_for(OperationPerformed, lambda event: event.job == job).performed
    merged = listener.wait_for(
        AnalysisFinished, lambda event: [actor.name for actor in event.analysis.actors] == ["Ada Reed-Holt"]
    ).analysis
    assert {merged.source_names(claim) for claim in merged.claims} == {("Ada Reed-Holt",)}
    job = service.reanalyse(opened.kept.id)
    assert listener.wait_for(AnalysisFinished, lambda event: event.job == job).analysis == merged
    service.perform(performed.inverse)
    job = service.open_kept(opened.kept.id)
    assert listener.wait_for(ArticleOpened, lambda event: event.job == job).analysis == found


def test_a_file_that_is_not_there_gets_one_sentence_that_names_it(
    service: Service, listener: Listener, tmp_path: Path
) -> None:
    job = service.open_file(tmp_path / "gone.txt")
    failed = listener.wait_for(OpeningFailed, lambda event: event.job == job)
    assert "gone.txt" in failed.sentence
    assert "\n" not in failed.sentence


def test_a_note_survives_a_new_start_and_its_inverse_takes_it_away(
    service: Service, folder: Path, listener: Listener, tmp_path: Path, shared_workers: SharedWorkers
) -> None:
    job = service.open_file(article_file(tmp_path))
    opened = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    note = note_on(opened, "closed until May")
    job = service.perform(AddAnnotation(opened.kept.id, note))
    performed = listener.wait_for(OperationPerformed, lambda event: event.job == job)
    assert [annotation.note for annotation in performed.annotations] == ["Ask the mayor."]
    later = Listener()
    other = Service(folder, later, shared_workers)
    try:
        job = other.open_kept(opened.kept.id)
        assert later.wait_for(ArticleOpened, lambda event: event.job == job).annotations == performed.annotations
    finally:
        other.close()
    job = service.perform(performed.performed.inverse)
    assert listener.wait_for(OperationPerformed, lambda event: event.job == job).annotations == ()


def test_pasted_text_becomes_an_article(service: Service, listener: Listener) -> None:
    job = service.open_text("The river is clean again, a spokeswoman for the city said on Tuesday in a statement.")
    assert "river" in listener.wait_for(ArticleOpened, lambda event: event.job == job).article.text


def test_a_change_of_several_articles_is_told_of_each(service: Service, listener: Listener) -> None:
    texts = ("The market opens at nine, the mayor said.", "The market closes at five, the mayor said.")
    jobs = [service.open_text(text) for text in texts]
    numbers = [listener.wait_for(ArticleOpened, lambda event, job=job: event.job == job).kept.id for job in jobs]
    service.perform(TagArticles(tuple(numbers), ("market",)))
    for number in numbers:
        listener.wait_for(
            ArticleChanged, lambda event, number=number: event.kept.id == number and event.kept.tags == ("market",)
        )


def test_the_brief_holds_the_article_and_the_notes(service: Service, listener: Listener, tmp_path: Path) -> None:
    job = service.open_file(article_file(tmp_path))
    opened = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    listener.wait_for(AnalysisFinished, lambda event: event.job == job)
    service.perform(AddAnnotation(opened.kept.id, note_on(opened, "closed until May")))
    brief = tmp_path / "brief.pdf"
    job = service.export(opened.kept.id, brief)
    listener.wait_for(BriefExported, lambda event: event.job == job)
    with pypdfium2.PdfDocument(brief) as pages:
        text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert "Ask the mayor." in text
    assert "Ada Reed" in text


def test_an_export_into_a_folder_that_is_not_there_fails_with_a_sentence(
    service: Service, listener: Listener, tmp_path: Path
) -> None:
    job = service.open_file(article_file(tmp_path))
    opened = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    job = service.export(opened.kept.id, tmp_path / "nowhere" / "brief.pdf")
    assert listener.wait_for(ExportFailed, lambda event: event.job == job).sentence


def test_the_library_lists_what_was_opened(service: Service, listener: Listener) -> None:
    job = service.open_file(sample_article())
    listener.wait_for(ArticleOpened, lambda event: event.job == job)
    job = service.ask(ListArticles())
    listed = listener.wait_for(ArticlesListed, lambda event: event.job == job)
    assert any("Rare Earth" in kept.origin.title for kept in listed.articles)


def test_when_the_analysing_process_is_killed_the_reader_is_told_and_the_next_article_is_analysed(
    service: Service, listener: Listener, tmp_path: Path
) -> None:
    job = service.open_file(article_file(tmp_path))
    opened = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    listener.wait_for(AnalysisFinished, lambda event: event.job == job)
    told = sum(isinstance(event, WorkerRestarted) for event in listener.events)
    os.kill(service.worker_pids[1], signal.SIGKILL)
    listener.wait_for(
        WorkerRestarted,
        lambda event: sum(isinstance(other, WorkerRestarted) for other in listener.events) > told,
    )
    job = service.reanalyse(opened.kept.id)
    assert listener.wait_for(AnalysisFinished, lambda event: event.job == job).analysis.claims


def test_an_article_whose_analysis_was_killed_is_marked_and_stays_readable(
    service: Service, listener: Listener, tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    sentence = "The bridge will stay closed until May, Mayor Ada Reed said on Monday. "
    long.write_text("\n\n".join(sentence * 8 for _ in range(600)), encoding="utf-8")
    job = service.open_file(long)
    listener.wait_for(ArticleOpened, lambda event: event.job == job)
    os.kill(service.worker_pids[1], signal.SIGKILL)
    failed = listener.wait_for(AnalysisFailed, lambda event: event.job == job)
    assert "unharmed" in failed.sentence


def test_closing_waits_for_what_the_reader_wrote(folder: Path, tmp_path: Path) -> None:
    listener = Listener()
    service = Service(folder, listener)
    job = service.open_file(article_file(tmp_path, "late.txt"))
    opened = listener.wait_for(ArticleOpened, lambda event: event.job == job)
    job = service.perform(AddAnnotation(opened.kept.id, note_on(opened, "closed until May")))
    service.close()
    assert any(isinstance(event, OperationPerformed) and event.job == job for event in listener.events)
    deadline = time.monotonic() + PATIENCE
    while any(_alive(pid) for pid in service.worker_pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in service.worker_pids)


def priorities_of(pid: int) -> set[int]:
    """Those of all threads of a process, against ours."""
    threads = [int(one.name) for one in Path(f"/proc/{pid}/task").iterdir()]
    own = os.getpriority(os.PRIO_PROCESS, 0)
    return {os.getpriority(os.PRIO_PROCESS, number) - own for number in threads}


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="there nobody can look at the threads of another")
def test_the_analysis_steps_back_behind_others_once_the_reader_has_something_to_read(tmp_path: Path) -> None:
    listener = Listener()
    service = Service(tmp_path / "kept", listener, SharedWorkers(wait=True))
    try:
        job = service.open_file(article_file(tmp_path))
        listener.wait_for(ArticleOpened, lambda event: event.job == job)
        while not (process := service.worker_pids[1]):
            time.sleep(0.01)
        assert priorities_of(process) == {0}
        listener.wait_for(AnalysisFinished, lambda event: event.job == job)
        deadline = time.monotonic() + PATIENCE
        while priorities_of(process) != {STEP_BACK} and time.monotonic() < deadline:
            time.sleep(0.05)
        assert priorities_of(process) == {STEP_BACK}
    finally:
        service.close()


def _alive(pid: int) -> bool:
    if not pid:
        # It does not run; to the system, 0 is whoever asks.
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_articles_are_placed_in_stories_once_they_are_analysed(tmp_path: Path, shared_workers: SharedWorkers) -> None:
    listener = Listener()
    service = Service(tmp_path / "kept", listener, shared_workers)
    texts = (
        "A fire destroyed the grain depot in Port Almond on Monday night. Mayor Ines Prado said it was arson.",
        "The grain depot in Port Almond was destroyed by a fire on Monday. Owner Piet Rask said it was no arson.",
    )
    numbers = []
    for text in texts:
        job = service.open_text(text)
        numbers.append(listener.wait_for(ArticleOpened, lambda event, job=job: event.job == job).kept.id)
    listener.wait_for(StoriesChanged, lambda event: numbers[-1] in event.article_ids)
    listener.wait_for(StoriesChanged, lambda event: numbers[0] in event.article_ids)
    job = service.ask(TellStory(numbers[0]))
    told = listener.wait_for(StoryTold, lambda event: event.job == job)
    assert told.story is not None
    assert [kept.id for kept in told.articles] == numbers
    service.close()
