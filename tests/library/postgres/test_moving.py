"""A library moves from a reader's machine to a desk and back, and nothing of it is lost."""

import json
import tempfile
import zipfile
from pathlib import Path

import pytest
from desk_server import Server
from hypothesis import given, settings
from hypothesis import strategies as st
from library_samples import FERRY, FERRY_LATER, NOW, analysis, article, keep, note, read_again, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    ChangeMetadata,
    FileArticles,
    GiveStoryWord,
    Judge,
    JudgeActors,
    KeepBrief,
    Library,
    Operation,
    TagArticles,
    open_library,
)
from briefing.library.archive_export import export_library
from briefing.library.archive_import import import_library
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    Annotation,
    BriefLine,
    BriefSection,
    Collection,
    Judgement,
    LineKind,
    Metadata,
    SavedSearch,
    SourceRating,
    Status,
    StoredBrief,
    anchor,
)
from briefing.model.story_word import StoryVerdict, StoryWord

pytest.importorskip("psycopg", reason="psycopg is not installed: pip install “briefing[desk]” brings it")


def fill(library: Library) -> None:
    kept = keep(library, address="https://example.org/ferry")
    library.keep_analysis(kept.id, analysis())
    claim = anchor(FERRY, span("The ferry will sail on Monday"))
    line = BriefLine("l1", LineKind.CLAIM, kept.id, claim)
    for act in (
        AddAnnotation(kept.id, note(note="\0 Says who? 😀")),
        Judge(kept.id, Judgement(claim, NOW, NOW, Status.CONFIRMED, note="Seen.")),
        JudgeActors(kept.id, ActorJudgement("w1", ActorVerdict.SAME, "Captain Quill", ("Ada Quill",), NOW)),
        TagArticles((kept.id,), ("ferry", "harbour")),
        ChangeMetadata(kept.id, Metadata(byline="Ina Holt")),
        AddCollection(Collection("c1", "Harbours")),
        AddCollection(Collection("c2", "Ferries", "c1")),
        FileArticles((kept.id,), "c2"),
        AddSavedSearch(SavedSearch("s1", "Ferries", "ferry who:quill")),
        KeepBrief(StoredBrief("b1", "For Monday", NOW, sections=(BriefSection("Ferry", (line,)),))),
        GiveStoryWord(StoryWord("y1", StoryVerdict.NAME, (article().digest,), name="Ferries", created=NOW)),
    ):
        library.perform(act)
    keep(library, FERRY_LATER, address="https://example.org/ferry")
    keep(library, "Another text altogether, about a bridge.", title="A bridge")


def content(path: Path) -> dict[str, bytes]:
    """The files of an archive but for its manifest, without when articles were kept and what was found in them."""
    with zipfile.ZipFile(path) as archive:
        found = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
    for name, data in found.items():
        if name.startswith("articles/") and name.endswith(".json"):
            found[name] = json.dumps(json.loads(data) | {"added": "", "findings": None}).encode()
    return found


def test_a_library_moves_to_a_desk_and_back_without_loss(desk: str, tmp_path: Path) -> None:
    first, at_the_desk, again = (tmp_path / f"{name}.briefing" for name in ("first", "desk", "again"))
    here, shared, back = open_library(tmp_path / "here"), open_library(desk), open_library(tmp_path / "back")
    fill(here)
    assert export_library(here, first) == 3
    assert import_library(shared, first, read_again).articles == 3
    assert export_library(shared, at_the_desk) == 3
    assert import_library(back, at_the_desk, read_again).articles == 3
    export_library(back, again)
    assert content(at_the_desk) == content(first)
    assert content(again) == content(first)
    for library in (here, shared, back):
        library.close()


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NAMES = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
PLACES = st.sampled_from(["The ferry will sail on Monday", "Ada Quill", "denied it", "The port authority"])


@st.composite
def written(draw: st.DrawFn) -> list[Operation]:
    """What a reader may write on one article, and how it may be arranged."""
    acts: list[Operation] = []
    for number in range(draw(st.integers(0, 3))):
        where = anchor(FERRY, span(draw(PLACES)))
        colour, tags = draw(st.integers(1, 8)), tuple(draw(st.lists(NAMES, unique=True, max_size=2)))
        name = f"00000000-0000-4000-8000-{number:012}"
        acts.append(AddAnnotation(1, Annotation(name, where, NOW, NOW, colour, draw(WORDS), tags)))
    for words in draw(st.lists(PLACES, unique=True, max_size=2)):
        status, rating = draw(st.sampled_from([None, *Status])), draw(st.sampled_from([None, *SourceRating]))
        judged = Judgement(anchor(FERRY, span(words)), NOW, NOW, status, rating, note=draw(WORDS), source=draw(NAMES))
        acts.append(Judge(1, judged))
    for number, name in enumerate(draw(st.lists(NAMES, max_size=3))):
        parent = f"c{number - 1}" if number and draw(st.booleans()) else None
        acts += [AddCollection(Collection(f"c{number}", name, parent)), FileArticles((1,), f"c{number}")]
    tags = draw(st.lists(NAMES, unique_by=str.lower, max_size=3))
    return [*acts, TagArticles((1,), tuple(tags))] if tags else acts


@settings(max_examples=5, deadline=None)
@given(acts=written())
def test_whatever_a_reader_wrote_moves_to_a_desk_and_back_without_loss(server: Server, acts: list[Operation]) -> None:
    address = server.new_database()
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{name}.briefing") for name in ("here", "desk", "back")]
        libraries = [open_library(place) for place in (Path(folder, "here"), address, Path(folder, "back"))]
        keep(libraries[0])
        for act in acts:
            libraries[0].perform(act)
        for library, path, source in zip(libraries, paths, [None, *paths[:-1]], strict=True):
            if source:
                import_library(library, source, read_again)
            export_library(library, path)
        for library in libraries:
            library.close()
        assert content(paths[1]) == content(paths[0])
        assert content(paths[2]) == content(paths[0])
    server.drop(address)
