"""Keeps stories up to date: what articles say is read while nothing else waits, and each is placed in its story."""

import itertools
from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing.library import Library, queries
from briefing.library.kept_statements import VERSION
from briefing.service.events import Event, OperationFailed, StoriesChanged
from briefing.service.judgements import judged_analysis
from briefing.service.worker_protocol import ReadStatements, StatementsRead
from briefing.service.write_queue import Enqueue, keep_if_possible

if TYPE_CHECKING:
    from briefing.analysis.stories.comparisons import Comparisons
    from briefing.service.known_gists import KnownGists


class StoryUpdates:
    """The stories of one library.

    Args:
        numbers: gives numbers of jobs.
        enqueue: has something done with the library.
        read: has what an article says read; answered by `StatementsRead`.
        is_busy: whether the process that reads it has other work.
        tell: gets every event.
    """

    def __init__(
        self,
        numbers: "itertools.count[int]",
        enqueue: Enqueue,
        read: Callable[[ReadStatements], None],
        is_busy: Callable[[], bool],
        tell: Callable[[Event], None],
    ) -> None:
        self._numbers = numbers
        self._enqueue = enqueue
        self._read = read
        self._is_busy = is_busy
        self._emit = tell
        self._looked = False
        self._due: deque[int] = deque()
        self._unreadable: set[int] = set()
        self._known: KnownGists | None = None
        self._compared: Comparisons | None = None

    def look_again(self, article_ids: Sequence[int] | None = None) -> None:
        """There may be articles again of which is not kept what they say: these, or any."""
        if article_ids is None:
            self._looked = False
        else:
            self._due.extendleft(article_ids)

    def leave_out(self, article_id: int) -> None:
        """Read an article no more whose statements could not be read."""
        self._unreadable.add(article_id)

    def read_next(self, library: Library) -> None:
        """Let what one analysed article says be read, so that it is placed in a story, while nothing else waits."""
        if (self._looked and not self._due) or library.read_only or self._is_busy():
            return
        if not self._looked:
            # To ask of all takes long in a large library.
            self._due = deque(library.ask(queries.WithoutStatements(VERSION)))
            self._looked = True
            self._place_others(library)
        while self._due:
            number = self._due.popleft()
            if number in self._unreadable or not library.ask(queries.WithoutStatements(VERSION, (number,))):
                continue
            analysis = judged_analysis(library, number)
            if analysis is not None:
                self._read(
                    ReadStatements(next(self._numbers), number, library.ask(queries.WholeArticle(number)), analysis)
                )
                return

    def _place_others(self, library: Library) -> None:
        """Place what is read and in no story: another window, or a library that was merged, may have taken it out."""
        if library.ask(queries.WithoutStory()):
            from briefing.service.story_library import place_articles

            placed: list[int] = []
            keep_if_possible(library, lambda: placed.extend(place_articles(library)))
            if placed:
                self._emit(StoriesChanged(0, tuple(placed)))

    def keep(self, answer: StatementsRead) -> None:
        """Keep what an article says, place it in its story, and go on with the next; told by `StoriesChanged`."""

        def act(library: Library) -> None:
            from briefing.analysis.stories.comparisons import Comparisons
            from briefing.service.known_gists import KnownGists
            from briefing.service.story_library import place_articles, told_story

            self._known = known = self._known or KnownGists()
            self._compared = compared = self._compared or Comparisons()
            keep_if_possible(library, lambda: library.keep_statements(answer.article_id, answer.kept))
            known.forget(answer.article_id)
            placed: list[int] = []
            keep_if_possible(library, lambda: placed.extend(place_articles(library, known)))
            # Worked out now, the story is there at once when the reader asks for it.
            touched = (answer.article_id, *placed)
            stories = {story for number in touched if (story := library.ask(queries.StoryOf(number))) is not None}
            told_anew = any(library.ask(queries.StoryTold(story_id)) is None for story_id in stories)
            for story_id in stories:
                told_story(library, story_id, compared)
                # What its other articles say may not be kept, and is read anew.
                self.look_again(library.ask(queries.StoryArticles(story_id)))
            if placed or told_anew:
                self._emit(StoriesChanged(answer.job, tuple(dict.fromkeys(touched))))
            self.read_next(library)

        self._enqueue(answer.job, act, lambda message: OperationFailed(answer.job, message))

    def place_again(self, library: Library, article_ids: tuple[int, ...]) -> None:
        """Let the stories be as the reader said; told by `StoriesChanged`."""
        from briefing.service.story_library import place_articles

        keep_if_possible(library, lambda: place_articles(library))
        self._emit(StoriesChanged(0, article_ids))
        # Of what stood alone before it may not be kept what it says.
        self.look_again()
        self.read_next(library)
