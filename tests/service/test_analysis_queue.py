"""What is being read is analysed first; imported articles follow one at a time, and none is lost."""

import itertools

from briefing.model import Article
from briefing.service.analysis_queue import AnalysisOrder
from briefing.service.worker_protocol import Analyse


class Process:
    """Stands where the analysing process does: notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.cancelled: list[int] = []
        self.loading: list[tuple[int, int]] = []
        self.order = AnalysisOrder(
            itertools.count(100),
            lambda request: self.asked.append(request.article_id),
            self.cancelled.append,
            lambda job, article_id: self.loading.append((job, article_id)),
        )

    def load(self) -> int:
        job, article_id = self.loading.pop(0)
        self.order.send_later(Analyse(job, article_id, Article("", ())))
        return job


def request(job: int, article_id: int) -> Analyse:
    return Analyse(job, article_id, Article("", ()))


def test_imported_articles_are_asked_one_at_a_time() -> None:
    process = Process()
    process.order.later([1, 2, 3])
    for wanted in ([1], [1, 2], [1, 2, 3]):
        job = process.load()
        assert process.asked == wanted
        assert process.loading == []
        assert not process.order.ended(job)
    assert process.order.waiting == 0


def test_an_opened_article_takes_the_turn_of_an_imported_one_which_follows_after() -> None:
    process = Process()
    process.order.later([1, 2])
    first = process.load()
    process.order.at_once(request(7, 9))
    assert (process.asked, process.cancelled) == ([1, 9], [first])
    assert process.order.ended(first)
    assert process.loading == []
    assert not process.order.ended(7)
    process.load()
    assert process.asked == [1, 9, 1]


def test_an_article_opened_while_it_waits_is_not_analysed_twice() -> None:
    process = Process()
    process.order.later([1, 2])
    first = process.load()
    process.order.at_once(request(7, 2))
    process.order.ended(first)
    process.order.ended(7)
    process.order.ended(process.load())
    assert process.asked == [1, 2, 1]
    assert process.order.waiting == 0


def test_an_article_opened_while_it_is_being_loaded_is_asked_once() -> None:
    process = Process()
    process.order.later([1])
    process.order.at_once(request(7, 1))
    process.load()
    assert process.asked == [1]
    process.order.ended(7)
    assert process.order.waiting == 0


def test_how_far_it_is_and_how_long_it_takes_is_told_after_each() -> None:
    told: list[tuple[int, int, bool]] = []
    process = Process()
    process.order._emit = lambda done, of, remaining: told.append((done, of, remaining is not None))
    process.order.later([1, 2, 3, 4])
    process.order.ended(process.load())
    # What the reader opens himself is none of those.
    process.order.at_once(request(7, 4))
    process.order.ended(7)
    # The first of these had been taken back for it.
    for _ in range(3):
        process.order.ended(process.load())
    assert told == [(0, 4, False), (1, 4, False), (2, 3, False), (3, 3, True)]
    # What is imported later is counted anew.
    process.order.later([5, 6])
    assert told[-1] == (0, 2, False)
