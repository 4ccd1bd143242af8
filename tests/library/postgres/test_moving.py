"""A library moves from a reader's machine to a desk and back, and nothing of it is lost."""

import json
import zipfile
from pathlib import Path

import pytest
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
    TagArticles,
    open_library,
)
from briefing.library.archive_export import export_library
from briefing.library.archive_import import import_library
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    BriefLine,
    BriefSection,
    Collection,
    Judgement,
    LineKind,
    Metadata,
    SavedSearch,
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
