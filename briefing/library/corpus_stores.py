"""Finds the corpus of a library by where that is kept, and whoever works it off."""

from collections.abc import Callable, Sequence

from briefing.library.corpus_face import Corpus, Work
from briefing.library.library_errors import LibraryFailure
from briefing.library.library_stores import Place
from briefing.model.message import Message


def corpus_at(place: Place) -> Corpus:
    """The corpus of a desk's library.

    Raises:
        LibraryFailure: if the library is none of a desk, or what it needs is not installed.
    """
    _refuse_folders(place)
    try:
        from briefing.library.postgres.corpus_store import DeskCorpus
    except ImportError as fault:
        raise _not_installed(fault) from fault
    return DeskCorpus(str(place))


def work_at(
    place: Place,
    read: Callable[[Sequence[int], Callable[[], bool]], None],
    give_up: Callable[[Sequence[int]], None],
    at_once: int,
    patience: float,
    stays: bool = False,
) -> Work:
    """Whoever works off what waits in a desk's library.

    Args:
        place: of the library.
        read: reads sources, in a thread of its own; asks again and again whether it is to stop, and then raises
            `PutBack`.
        give_up: hears of sources that were begun again and again, and never settled: whoever reads them dies of it.
        at_once: how often `read` is called side by side.
        patience: seconds without a sign of life after which what others have begun is begun anew.
        stays: whether it goes on when nothing is left, and waits for more.

    Raises:
        LibraryFailure: as `corpus_at`.
    """
    _refuse_folders(place)
    try:
        from briefing.library.postgres.corpus_work import DeskWork
    except ImportError as fault:
        raise _not_installed(fault) from fault
    return DeskWork(str(place), read, give_up, at_once, patience, stays)


def _refuse_folders(place: Place) -> None:
    if not isinstance(place, str):
        raise LibraryFailure(Message("corpus.desk_only"))


def _not_installed(fault: ImportError) -> LibraryFailure:
    return LibraryFailure(Message.of("corpus.not_installed", fault=str(fault)))
