"""An answer comes out of a worker's pipe as it went in, and whatever is none is refused."""

import gc
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from multiprocessing import Pipe
from pathlib import Path
from threading import Thread

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from briefing import garbage_collection
from briefing.intake import Feed, FeedEntry
from briefing.intake.source_list import Source
from briefing.library import prepared
from briefing.model import (
    Actor,
    ActorKind,
    Analysis,
    Article,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Evidence,
    Link,
    LinkKind,
    Origin,
    PagePicture,
    PlacedWord,
    Polarity,
    Span,
    Status,
    Voice,
)
from briefing.model.message import Message, verbatim
from briefing.service.analysis_delta import growth
from briefing.service.wire import LARGE, MOST, Garbage, decoded, encoded, receive, send
from briefing.service.worker_protocol import (
    Answer,
    Failed,
    HasGrown,
    WasAnalysed,
    WasCancelled,
    WasCollection,
    WasExported,
    WasOffered,
    WasPictured,
    WasRead,
    WereListed,
)

TEXT = "Mayor Ada Reed said the bridge 🌉 was safe."


def claim(number: int) -> Claim:
    return Claim(
        id=f"c{number}",
        content=(Span(20, 42),),
        attributions=(Attribution((Span(0, 14),), (Span(15, 19),), ("a1",)),),
        voice=Voice.INDIRECT,
        certainty=Certainty.CERTAIN,
        polarity=Polarity.POSITIVE,
        status=Status.CLAIMED,
        evidence=(Evidence((Span(15, 19),), "claimed.alone", arguments=(("source", ("Ada Reed", "Ida")),)),),
        links=(Link(LinkKind.REPEATS, "c0", arguments=(("other", Message("source.nobody", (("n", 2),))),)),),
    )


FINDINGS = Analysis("trial 1", "en", (Actor("a1", "Ada Reed", ActorKind.PERSON, (), ()),), (claim(0), claim(1)))
ARTICLE = Article(TEXT, (Block(BlockKind.PARAGRAPH, Span(0, 43)),), Origin(title="Bridge", digest="00"))
GROWTH = growth(FINDINGS, replace(FINDINGS, claims=(claim(0),)))

ANSWERS: list[Answer | HasGrown] = [
    WasRead(1, ARTICLE, b"\x00\xff"),
    WasOffered(2, Feed("News", "https://news.example/feed", (FeedEntry("Bridge closed", is_feed=True),))),
    WasCollection(3, Path("/in/a folder")),
    WereListed(4, (Source(Path("a.zip"), ("b.txt",)),), (("c.txt", "a.zip/c.txt", verbatim("No.")),)),
    HasGrown(WasAnalysed(5, 7, GROWTH.head, 0.5, prepared(FINDINGS, TEXT)), GROWTH),
    HasGrown(WasAnalysed(5, 7, GROWTH.head, 1.0), GROWTH),
    WasExported(6, Path("brief.pdf"), (Message.of("export.no_font", names=("a", "b")),)),
    WasPictured(9, PagePicture(1, 1, 2, bytes(8), (PlacedWord(0, 4, 0.1, 0.2, 0.3, 0.4),), ((10.0, 20.0),))),
    WasCancelled(7),
    Failed(8, verbatim("It is empty."), "Traceback"),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_an_answer_is_the_same_again(answer: Answer | HasGrown) -> None:
    assert decoded(encoded(answer)) == answer


def test_a_file_whose_name_is_no_text_is_named_all_the_same() -> None:
    answer = WasCollection(1, Path("caf\udce9"))
    assert decoded(encoded(answer)) == answer


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_an_answer_cut_anywhere_is_garbage(answer: Answer | HasGrown) -> None:
    whole = encoded(answer)
    for end in range(len(whole)):
        with pytest.raises(Garbage):
            decoded(whole[:end])


@given(some.sampled_from(ANSWERS), some.data())
def test_an_answer_with_bytes_changed_is_an_answer_or_garbage(
    answer: Answer | HasGrown, drawn: some.DataObject
) -> None:
    changed = bytearray(encoded(answer))
    for _ in range(3):
        changed[drawn.draw(some.integers(0, len(changed) - 1))] = drawn.draw(some.integers(0, 255))
    with suppress(Garbage):
        decoded(bytes(changed))


@given(some.binary(max_size=200))
def test_any_bytes_are_an_answer_or_garbage(data: bytes) -> None:
    for letter in b"rocalexf":
        with suppress(Garbage):
            decoded(bytes([letter]) + data)


def packed(letter: bytes, *values: object) -> bytes:
    return letter + msgspec.msgpack.encode(values)


@pytest.mark.parametrize(
    "data",
    [
        packed(b"x", "1"),
        packed(b"x", 1, 2),
        packed(b"f", 1, b"no text", ""),
        packed(b"c", 1, "no path"),
        packed(b"r", 1, {"text": "x", "blocks": [{"kind": "script", "span": {"start": 0, "end": 1}}]}, b""),
        packed(b"r", 1, {"text": "x", "blocks": [{"kind": "paragraph", "span": {"start": 2, "end": 1}}]}, b""),
        packed(b"a", 1, 1, {"engine": "", "language": "", "actors": [], "claims": []}, 1.0, None, [], [-1]),
        packed(b"a", 1, 1, {"engine": "", "language": "", "actors": [], "claims": []}, 1.0, None, [], [0] * (MOST + 1)),
        b"f" + b"\x93" * 100_000,
    ],
    ids=["number", "count", "text", "path", "kind", "span", "place", "many", "deep"],
)
def test_what_does_not_fit_its_kind_is_garbage(data: bytes) -> None:
    with pytest.raises(Garbage):
        decoded(data)


@pytest.fixture
def collections() -> Iterator[list[int]]:
    """The generation of each collection that was begun, from now on."""
    begun: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            begun.append(about["generation"])

    gc.callbacks.append(note)
    yield begun
    gc.callbacks.remove(note)
    garbage_collection.collect()


def long_answer() -> WereListed:
    return WereListed(1, (), tuple((str(number), "", verbatim("No.")) for number in range(LARGE)))


def received(message: Answer | HasGrown) -> Answer | HasGrown:
    ours, theirs = Pipe()
    sender = Thread(target=send, args=(theirs, message))
    sender.start()
    found = receive(ours)
    sender.join()
    return found


def test_nothing_is_collected_while_a_large_answer_is_taken_apart(collections: list[int]) -> None:
    answer = long_answer()
    collections.clear()
    assert received(answer) == answer
    # Without the pause a hundred and more; one may begin before or after it.
    assert len(collections) <= 2
    assert gc.isenabled()


def test_what_arrived_is_not_looked_through_by_the_next_collection() -> None:
    before = gc.get_freeze_count()
    kept = received(long_answer())
    assert gc.get_freeze_count() >= before + LARGE
    assert isinstance(kept, WereListed)
    garbage_collection.collect()
