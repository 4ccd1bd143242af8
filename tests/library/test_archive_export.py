"""A library goes out as one file and comes in again without change; bad files change nothing."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from library_samples import FERRY, FERRY_LATER, NOW, analysis, article, keep, note, read_again, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    ChangeAnnotation,
    ChangeMetadata,
    FileArticles,
    Judge,
    JudgeActors,
    KeepBrief,
    LibraryFailure,
    SetReadingState,
    TagArticles,
    open_library,
    queries,
)
from briefing.library.archive_export import export_library
from briefing.library.archive_format import opened
from briefing.library.archive_import import Imported, import_library
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    BriefLine,
    BriefSection,
    Collection,
    Dispute,
    Judgement,
    LineKind,
    Locator,
    Metadata,
    ReadingState,
    SavedSearch,
    SourceRating,
    Status,
    StoredBrief,
    anchor,
)


@pytest.fixture
def library(tmp_path: Path):
    """A library with all that a reader makes."""
    library = open_library(tmp_path / "here")
    kept = keep(library, address="https://example.org/ferry")
    library.keep_analysis(kept.id, analysis())
    library.perform(AddAnnotation(kept.id, note()))
    claim = anchor(FERRY, span("The ferry will sail on Monday"))
    disputes = (Dispute("The port authority", anchor(FERRY, span("denied it"))), Dispute("Oda Fenwick"))
    word = Judgement(claim, NOW, NOW, Status.CONFIRMED, SourceRating.B, 2, note="Seen.", disputed_by=disputes)
    library.perform(Judge(kept.id, word))
    word = ActorJudgement("w1", ActorVerdict.SAME, "Captain Quill", ("Ada Quill",), NOW)
    library.perform(JudgeActors(kept.id, word))
    library.perform(TagArticles((kept.id,), ("ferry", "harbour")))
    library.perform(ChangeMetadata(kept.id, Metadata(byline="Ina Holt")))
    library.perform(AddCollection(Collection("c1", "Harbours")))
    library.perform(AddCollection(Collection("c2", "Ferries", "c1")))
    library.perform(FileArticles((kept.id,), "c2"))
    library.perform(AddSavedSearch(SavedSearch("s1", "Ferries", "ferry who:quill")))
    line = BriefLine("l1", LineKind.CLAIM, kept.id, claim)
    library.perform(KeepBrief(StoredBrief("b1", "For Monday", NOW, sections=(BriefSection("Ferry", (line,)),))))
    library.perform(SetReadingState((kept.id,), ReadingState.READ))
    keep(library, FERRY_LATER, address="https://example.org/ferry")
    keep(library, "Another text altogether, about a bridge.", title="A bridge")
    yield library
    library.close()


@pytest.fixture
def other(tmp_path: Path):
    library = open_library(tmp_path / "there")
    yield library
    library.close()


def content(path: Path) -> dict[str, bytes]:
    """The files of an archive but for its manifest, without when articles were kept and what was found in them."""
    with zipfile.ZipFile(path) as archive:
        found = {name: archive.read(name) for name in archive.namelist() if name != "manifest.json"}
    for name, data in found.items():
        if name.startswith("articles/") and name.endswith(".json"):
            found[name] = json.dumps(json.loads(data) | {"added": "", "findings": None}).encode()
    return found


def test_a_library_comes_in_again_without_change(library, other, tmp_path):
    first, second = tmp_path / "first.briefing", tmp_path / "second.briefing"
    assert export_library(library, first) == 3
    assert import_library(other, first, read_again) == Imported(articles=3, known=0, annotations=1, judgements=1)
    export_library(other, second)
    assert content(second) == content(first)


def test_importing_twice_adds_nothing(library, other, tmp_path):
    path = tmp_path / "library.briefing"
    export_library(library, path)
    import_library(other, path, read_again)
    assert import_library(other, path, read_again) == Imported(articles=0, known=3, annotations=0, judgements=0)
    assert len(other.ask(queries.Articles())) == len(library.ask(queries.Articles()))


def test_of_two_notes_with_one_identity_the_newer_one_stays_and_the_other_is_kept_beside_it(library, other, tmp_path):
    path = tmp_path / "library.briefing"
    export_library(library, path)
    import_library(other, path, read_again)
    kept = next(one for one in other.ask(queries.Articles()) if other.ask(queries.AnnotationsOn(one.id)))
    (mine,) = other.ask(queries.AnnotationsOn(kept.id))
    newer = note(note="Mine, and newer.")
    newer = type(newer)(
        newer.id, mine.anchor, newer.created, newer.modified.replace(year=2027), note=newer.note, tags=newer.tags
    )
    other.perform(ChangeAnnotation(kept.id, newer))
    import_library(other, path, read_again)
    assert {one.note for one in other.ask(queries.AnnotationsOn(kept.id))} == {"Mine, and newer.", mine.note}
    assert import_library(other, path, read_again).annotations == 0


def test_only_some_articles_bring_only_their_collections(library, other, tmp_path):
    path = tmp_path / "bridge.briefing"
    (bridge,) = [kept for kept in library.ask(queries.Articles()) if kept.origin.title == "A bridge"]
    assert export_library(library, path, [bridge.id]) == 1
    import_library(other, path, read_again)
    assert [kept.origin.title for kept in other.ask(queries.Articles())] == ["A bridge"]
    assert other.ask(queries.Collections()) == ()
    assert other.ask(queries.Briefs()) == ()


def test_an_export_that_fails_leaves_what_was_there(library, tmp_path):
    path = tmp_path / "gone" / "library.briefing"
    with pytest.raises(LibraryFailure, match="could not be written"):
        export_library(library, path)
    assert not path.parent.exists()


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None], prove: bool = True) -> None:
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    if prove:
        manifest = json.loads(files["manifest.json"])
        manifest["files"] = {name: sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"}
        files["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def an_original(files: dict[str, bytes]) -> str:
    return next(name for name in files if name.startswith("originals/"))


def drop_manifest(files: dict[str, bytes]) -> None:
    del files["manifest.json"]


def climb_out(files: dict[str, bytes]) -> None:
    files["../../evil.json"] = b"{}"


def swap_original(files: dict[str, bytes]) -> None:
    files[an_original(files)] = b"something else"


def blow_up(files: dict[str, bytes]) -> None:
    files[an_original(files)] = bytes(100 * 2**20)


def nonsense(files: dict[str, bytes]) -> None:
    files["arrangement.json"] = b'{"collections": 3}'


def bad_brief(files: dict[str, bytes]) -> None:
    arrangement = json.loads(files["arrangement.json"])
    arrangement["briefs"] = [{"id": "b9", "title": "No more than that"}]
    files["arrangement.json"] = json.dumps(arrangement).encode()


def bad_members(files: dict[str, bytes]) -> None:
    arrangement = json.loads(files["arrangement.json"])
    arrangement["collections"][0]["articles"] = 7
    files["arrangement.json"] = json.dumps(arrangement).encode()


def no_json(files: dict[str, bytes]) -> None:
    files["arrangement.json"] = b"\xff\xfe not JSON"


def wrong_article(files: dict[str, bytes]) -> None:
    name = next(name for name in files if name.startswith("articles/") and name.endswith(".json"))
    files[name] = b"{}"


def from_the_future(files: dict[str, bytes]) -> None:
    manifest = json.loads(files["manifest.json"]) | {"version": 99}
    files["manifest.json"] = json.dumps(manifest).encode()


@pytest.mark.parametrize(
    ("change", "prove"),
    [
        (drop_manifest, False),
        (climb_out, True),
        (swap_original, True),
        (swap_original, False),
        (blow_up, True),
        (nonsense, True),
        (bad_brief, True),
        (bad_members, True),
        (no_json, True),
        (wrong_article, True),
        (from_the_future, True),
    ],
)
def test_a_bad_file_gets_one_sentence_and_changes_nothing(library, other, tmp_path, change, prove):
    path = tmp_path / "bad.briefing"
    export_library(library, path)
    rewritten(path, change, prove)
    with pytest.raises(LibraryFailure) as failure:
        import_library(other, path, read_again)
    assert "bad.briefing" in failure.value.sentence
    assert "\n" not in failure.value.sentence
    assert other.ask(queries.Articles()) == []
    assert not (tmp_path / "evil.json").exists()


@pytest.mark.parametrize("kept", [0, 10, 1000])
def test_a_cut_off_file_is_refused(library, other, tmp_path, kept):
    path = tmp_path / "cut.briefing"
    export_library(library, path)
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(LibraryFailure, match=r"cut\.briefing is no whole"):
        import_library(other, path, read_again)
    assert other.ask(queries.Articles()) == []


def test_a_file_that_is_not_there_is_named(other, tmp_path):
    with pytest.raises(LibraryFailure, match=r"gone\.briefing could not be read"):
        import_library(other, tmp_path / "gone.briefing", read_again)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_python_would_unpack_without_limit_is_refused(library, other, tmp_path, method):
    path = tmp_path / "odd.briefing"
    export_library(library, path)
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    with pytest.raises(LibraryFailure, match=r"odd\.briefing is packed as no"):
        import_library(other, path, read_again)
    assert other.ask(queries.Articles()) == []


def test_the_pages_of_an_article_go_out_and_come_in(tmp_path: Path) -> None:
    here, there = open_library(tmp_path / "here"), open_library(tmp_path / "there")
    pages = (Locator(0, 1, "iv"), Locator(20, 2))
    told = replace(article(), locators=pages)
    here.keep_article(told, FERRY.encode())
    export_library(here, tmp_path / "all.briefing")
    with opened(tmp_path / "all.briefing") as archive:
        assert archive.article(archive.prove()[0]).article.locators == pages
    import_library(there, tmp_path / "all.briefing", lambda *_: [told])
    assert [there.ask(queries.WholeArticle(kept.id)).locators for kept in there.ask(queries.Articles())] == [pages]
