"""A `.briefing` file may come from anybody: it comes in as a whole or not at all, and nothing in it is believed."""

import json
import os
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from library_samples import FERRY, NOW, analysis, article, keep, note, read_again, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    AddSavedSearch,
    ChangeMetadata,
    FileArticles,
    Judge,
    KeepBrief,
    LibraryFailure,
    RemoveBrief,
    RemoveCollection,
    RemoveSavedSearch,
    RenameCollection,
    TagArticles,
    open_library,
    queries,
)
from briefing.library.annotation_import import import_annotations
from briefing.library.archive_export import export_library
from briefing.library.archive_format import DEEPEST
from briefing.library.archive_import import Unread, import_library
from briefing.library.written_remarks import with_remarks_in_text
from briefing.model import (
    BriefLine,
    BriefSection,
    Collection,
    Judgement,
    LineKind,
    Metadata,
    SavedSearch,
    Shelf,
    ShelfKind,
    Status,
    StoredBrief,
    anchor,
)
from briefing.model.markup import Markup, Remark
from briefing.model.message import Message, verbatim

Json = dict[str, Any]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library that went out."""
    folder = tmp_path_factory.mktemp("exported")
    library = open_library(folder / "library")
    kept = keep(library, address="https://example.org/ferry", file="/home/ada/secret/ferry.txt")
    library.keep_analysis(kept.id, analysis(status=Status.CONFIRMED))
    claim = anchor(FERRY, span("The ferry will sail on Monday"))
    line = BriefLine("l1", LineKind.CLAIM, kept.id, claim)
    brief = StoredBrief("b1", "Monday", NOW, template="/home/ada/own.typ", sections=(BriefSection("", (line,)),))
    for act in (
        AddAnnotation(kept.id, note()),
        Judge(kept.id, Judgement(claim, NOW, NOW, Status.DISPUTED, information_rating=2, note="Seen.")),
        TagArticles((kept.id,), ("boats",)),
        ChangeMetadata(kept.id, Metadata(byline="Ina Holt")),
        AddCollection(Collection("c1", "Harbours")),
        AddCollection(Collection("c2", "Ferries", "c1")),
        FileArticles((kept.id,), "c2"),
        AddSavedSearch(SavedSearch("s1", "Ferries", "ferry")),
        KeepBrief(brief),
    ):
        library.perform(act)
    export_library(library, folder / "all.briefing")
    library.close()
    return folder / "all.briefing"


@pytest.fixture
def library(tmp_path: Path):
    library = open_library(tmp_path / "there")
    yield library
    library.close()


def rewritten(exported: Path, path: Path, part: str, change: Callable[[Any], Any]) -> Path:
    """A copy of an archive in which one part is another, and the manifest says so."""
    with zipfile.ZipFile(exported) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    (name,) = (name for name in files if name.endswith(part) and not (part == ".json" and "articles/" not in name))
    changed = change(json.loads(files[name]))
    files[name] = changed if isinstance(changed, bytes) else json.dumps(changed).encode()
    if part != "manifest.json":
        manifest = json.loads(files["manifest.json"])
        manifest["files"] = {name: sha256(data).hexdigest() for name, data in files.items() if name != "manifest.json"}
        files["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def put(*where: str | int) -> Callable[[Any], Callable[[Any], Any]]:
    """Gives what puts a value at a place in an object."""

    def value(new: Any) -> Callable[[Any], Any]:
        def change(found: Any) -> Any:
            at = found
            for key in where[:-1]:
                at = at[key]
            at[where[-1]] = new
            return found

        return change

    return value


DEEP = b'{"collections": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"
CHAIN = [{"id": f"k{n}", "name": "x", "parent": f"k{n - 1}" if n else None, "articles": []} for n in range(2 * DEEPEST)]
MANY = [{"id": f"k{number}", "name": "x", "parent": None, "articles": []} for number in range(20_000)]
CYCLE = [
    {"id": "a", "name": "x", "parent": "b", "articles": []},
    {"id": "b", "name": "y", "parent": "a", "articles": []},
]
SELF = [{"id": "a", "name": "x", "parent": "a", "articles": []}]
HUGE = 10**30
ARTICLE, NOTES, ARRANGEMENT, MANIFEST = ".json", ".annotations.jsonld", "arrangement.json", "manifest.json"
BAD = {
    "place inf": (ARTICLE, put("place")(float("inf"))),
    "place nan": (ARTICLE, put("place")(float("nan"))),
    "place negative": (ARTICLE, put("place")(-1)),
    "place huge": (ARTICLE, put("place")(HUGE)),
    "place of words": (ARTICLE, put("place")("5")),
    "text a list": (ARTICLE, put("text")([])),
    "half a character": (ARTICLE, put("origin", "title")("\ud800")),
    "title a list": (ARTICLE, put("origin", "title")(["a"])),
    "another digest": (ARTICLE, put("origin", "digest")("0" * 64)),
    "no digest": (ARTICLE, put("origin", "digest")("../../etc")),
    "block negative": (ARTICLE, put("blocks", 0, "start")(-5)),
    "block outside": (ARTICLE, put("blocks", 0, "end")(10_000)),
    "block turned round": (ARTICLE, put("blocks", 0, "start")(85)),
    "block of no kind": (ARTICLE, put("blocks", 0, "kind")("table")),
    "tags a text": (ARTICLE, put("tags")("boats")),
    "tag too long": (ARTICLE, put("tags")(["x" * 1_000_000])),
    "too many tags": (ARTICLE, put("tags")([f"t{number}" for number in range(20_000)])),
    "no moment": (ARTICLE, put("added")("yesterday")),
    "moment of no zone": (ARTICLE, put("added")("2026-05-01T12:00:00")),
    "state unknown": (ARTICLE, put("state")("eaten")),
    "findings deep": (ARTICLE, lambda found: b'{"findings": ' + DEEP + b", " + json.dumps(found).encode()[1:]),
    "notes null": (NOTES, lambda found: None),
    "note without words": (NOTES, put("items", 0, "target", "selector")([])),
    "note of a million words": (NOTES, put("items", 0, "body", 0, "value")("word " * 1_000_000)),
    "judgement of a million words": (NOTES, put("items", 1, "body", "value")("word " * 1_000_000)),
    "note with 2,000 tags": (NOTES, put("items", 0, "tags")([f"t{number}" for number in range(2_000)])),
    "note on a novel": (NOTES, put("items", 0, "target", "selector", 1, "exact")("x" * 5_000_000)),
    "deep": (ARRANGEMENT, lambda found: DEEP),
    "cycle": (ARRANGEMENT, put("collections")(CYCLE)),
    "in itself": (ARRANGEMENT, put("collections")(SELF)),
    "chain": (ARRANGEMENT, put("collections")(CHAIN)),
    "many": (ARRANGEMENT, put("collections")(MANY)),
    "twice": (ARRANGEMENT, put("collections")([SELF[0] | {"parent": None}] * 2)),
    "collection by number": (ARRANGEMENT, put("collections", 0, "id")(7)),
    "collection without name": (ARRANGEMENT, put("collections", 0, "name")("")),
    "search of lists": (ARRANGEMENT, put("searches", 0, "typed")([])),
    "search with more": (ARRANGEMENT, put("searches", 0, "id")({"a": 1})),
    "span negative": (ARRANGEMENT, put("briefs", 0, "sections", 0, "lines", 0, "claim", "start")(-4)),
    "span turned round": (ARRANGEMENT, put("briefs", 0, "sections", 0, "lines", 0, "claim", "start")(400)),
    "span huge": (ARRANGEMENT, put("briefs", 0, "sections", 0, "lines", 0, "claim", "end")(HUGE)),
    "line of no kind": (ARRANGEMENT, put("briefs", 0, "sections", 0, "lines", 0, "kind")("link_self")),
    "version of words": (MANIFEST, put("version")("1")),
    "version zero": (MANIFEST, put("version")(0)),
    "version of the future": (MANIFEST, put("version")(2)),
    "files null": (MANIFEST, put("files")(None)),
    "files a list": (MANIFEST, put("files")([])),
    "digest of no kind": (MANIFEST, put("files", "arrangement.json")("abc")),
}  # fmt: skip


@pytest.mark.parametrize(("part", "change"), BAD.values(), ids=BAD.keys())
def test_what_is_no_such_file_is_refused_in_one_sentence(exported, library, tmp_path, part, change):
    path = rewritten(exported, tmp_path / "bad.briefing", part, change)
    with pytest.raises(LibraryFailure) as failure:
        import_library(library, path, read_again)
    assert "bad.briefing" in failure.value.sentence
    assert "\n" not in failure.value.sentence
    assert len(failure.value.sentence) < 600
    left = (
        library.ask(queries.ArticleCount()),
        library.ask(queries.Collections()),
        library.ask(queries.SavedSearches()),
        library.ask(queries.Briefs()),
    )
    assert left == (0, (), (), ())
    assert not list((tmp_path / "there" / "originals").rglob("?" * 64))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
@pytest.mark.parametrize(("name", "take"), [("all.briefing", import_library), ("notes.jsonld", import_annotations)])
def test_a_pipe_is_refused_and_nobody_waits_for_its_other_end(library, tmp_path, name, take):
    os.mkfifo(tmp_path / name)
    with pytest.raises(LibraryFailure, match=f"{name} is not a file; the library is as it was"):
        take(library, tmp_path / name, *([read_again] if take is import_library else []))


HARMLESS = {
    "address of a script": (ARTICLE, put("origin", "address")("javascript:alert(1)")),
    "address of a share": (ARTICLE, put("origin", "address")("\\\\host\\share")),
    "address of a site": (ARTICLE, put("origin", "address")("http://[fec0::1]/admin")),
    "address in disguise": (ARTICLE, put("origin", "address")("http://[::ffff:10.0.0.1]/admin")),
    "address of this machine": (ARTICLE, put("origin", "address")("http://127.0.0.1:8080/admin")),
    "a path": (ARTICLE, put("origin", "file")("../../../etc/passwd")),
    "a path of Windows": (ARTICLE, put("origin", "file")("C:\\Users\\ada\\passwd")),
    "colour": (NOTES, put("items", 0, "briefing:colour")(HUGE)),
    "colour true": (NOTES, put("items", 0, "briefing:colour")(True)),
    "identity": (NOTES, put("items", 0, "id")("urn:uuid:../../" + "x" * 5_000)),
    "rating": (NOTES, put("items", 1, "body", "briefing:informationRating")(99)),
    "rating of words": (NOTES, put("items", 1, "body", "briefing:informationRating")("good")),
    "position": (NOTES, put("items", 0, "target", "selector", 0, "start")(HUGE)),
    "moment": (NOTES, put("items", 0, "modified")("9999-12-31T23:59:59-23:59")),
    "first moment": (NOTES, put("items", 0, "created")("0001-01-01T00:00:00+23:59")),
    "tags a number": (NOTES, put("items", 0, "tags")(5)),
    "findings": (ARTICLE, put("findings")({"claims": "all"})),
    "more": (ARTICLE, put("surprise")(1)),
    "template": (ARRANGEMENT, put("briefs", 0, "template")("/tmp/read.typ")),
    "template elsewhere": (ARRANGEMENT, put("briefs", 0, "template")("..\\..\\read")),
    "paper": (ARRANGEMENT, put("briefs", 0, "paper")("#read")),
    "parent elsewhere": (ARRANGEMENT, put("collections", 1, "parent")("nowhere")),
}


@pytest.mark.parametrize(("part", "change"), HARMLESS.values(), ids=HARMLESS.keys())
def test_what_can_be_left_out_of_it_is_left_out(exported, library, tmp_path, part, change):
    path = rewritten(exported, tmp_path / "odd.briefing", part, change)
    import_library(library, path, lambda original, origin: [article(FERRY)])
    (kept,) = library.ask(queries.Articles())
    (annotation,) = library.ask(queries.AnnotationsOn(kept.id))
    assert (annotation.note, 1 <= annotation.colour <= 8, annotation.anchor.exact) == (
        "Says who?",
        True,
        "sail on Monday",
    )
    assert annotation.modified.astimezone().year < 9999
    assert len(annotation.id) < 100
    (judgement,) = library.ask(queries.JudgementsOn(kept.id))
    assert judgement.information_rating in (2, None)
    (brief,) = library.ask(queries.Briefs())
    assert (brief.template, brief.paper) == ("", "a4")
    assert kept.origin.file in ("ferry.txt", "passwd")
    assert kept.origin.address in ("https://example.org/ferry", "")
    assert library.ask(queries.NewestAnalysis(kept.id)) is None
    assert {one.name for one in library.ask(queries.Collections())} == {"Harbours", "Ferries"}


def test_no_path_of_the_machine_goes_out(exported):
    with zipfile.ZipFile(exported) as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
    assert b"/home/ada" not in content
    assert b"ferry.txt" in content


def test_the_text_is_that_of_the_original_whatever_the_file_says(exported, library, tmp_path):
    forged = "The ferry will never sail again, Captain Ada Quill said. The port authority denied it, too, twice."
    change = lambda found: found | {"text": forged, "blocks": [{"kind": "paragraph", "start": 0, "end": len(forged)}]}  # noqa: E731
    path = rewritten(exported, tmp_path / "forged.briefing", ARTICLE, change)
    import_library(library, path, read_again)
    (kept,) = library.ask(queries.Articles())
    assert library.ask(queries.WholeArticle(kept.id)).text == FERRY
    assert [one.note for one in library.ask(queries.AnnotationsOn(kept.id))] == ["Says who?"]


def test_an_article_whose_original_cannot_be_read_comes_in_as_told_and_with_all_that_was_written_on_it(
    exported, library
):
    done = import_library(library, exported, lambda original, origin: Unread(verbatim("It is no article.")))
    (kept,) = library.ask(queries.Articles(Shelf(ShelfKind.TAG, "text not verified")))
    assert library.ask(queries.WholeArticle(kept.id)).text == FERRY
    assert [one.note for one in library.ask(queries.AnnotationsOn(kept.id))] == ["Says who?"]
    assert [one.note for one in library.ask(queries.JudgementsOn(kept.id))] == ["Seen."]
    assert [len(section.lines) for brief in library.ask(queries.Briefs()) for section in brief.sections] == [1]
    assert done.sentence == (
        "1 article has the text that the file tells and the tag “text not verified”, as its original could not be read "
        "again: “The ferry” (It is no article.)"
    )
    assert import_library(library, exported, read_again).known == 1


def test_the_tag_of_an_unproved_text_is_in_the_language_of_the_reader(exported, library):
    import_library(library, exported, lambda original, origin: Unread(verbatim("It is no article.")), "de")
    (kept,) = library.ask(queries.Articles())
    assert "Text nicht geprüft" in kept.tags


def test_the_text_of_an_earlier_version_which_holds_remarks_is_proved(exported, library):
    def read(original, origin):
        (now,) = read_again(original, origin)
        at = now.blocks[-1].span.start
        return [replace(now, markup=Markup(remarks=(Remark(at, Message("remark.speaker_notes")),)))]

    written = with_remarks_in_text(read(FERRY.encode(), article().origin)[0])
    blocks = [{"kind": one.kind.value, "start": one.span.start, "end": one.span.end} for one in written.blocks]
    path = rewritten(
        exported,
        exported.with_name("old.briefing"),
        ARTICLE,
        lambda found: found | {"text": written.text, "blocks": blocks},
    )
    done = import_library(library, path, read)
    (kept,) = library.ask(queries.Articles())
    assert "[Notes of the speaker]" in library.ask(queries.WholeArticle(kept.id)).text
    assert "text not verified" not in kept.tags
    assert done.unverified == ()


def test_each_article_whose_original_cannot_be_read_is_named(tmp_path, library):
    here = open_library(tmp_path / "here")
    for number in range(3):
        keep(here, f"Ferry {number} will sail on Monday.", title=f"Ferry {number}")
    export_library(here, tmp_path / "three.briefing")

    def read(original: bytes, origin: object) -> object:
        return Unread(verbatim("No.")) if b"Ferry 1" not in original else read_again(original, origin)

    sentence = import_library(library, tmp_path / "three.briefing", read).sentence
    assert "“Ferry 0” (No.); “Ferry 2” (No.)" in sentence
    assert "Ferry 1" not in sentence


def test_a_text_that_is_taken_as_told_holds_no_sign_that_acts(exported, library, tmp_path):
    told = FERRY.replace("Monday", "M\u202eonda\x1b")
    path = rewritten(exported, tmp_path / "acting.briefing", ARTICLE, put("text")(told))
    import_library(library, path, lambda original, origin: Unread(verbatim("No.")))
    (kept,) = library.ask(queries.Articles())
    assert library.ask(queries.WholeArticle(kept.id)).text == FERRY.replace("Monday", "M onda ")


def test_no_name_in_a_file_acts_on_what_stands_beside_it(exported, library, tmp_path):
    evil = "M\u202e\u2066o\x1b[31mn\nday"
    path, named = tmp_path / "evil.briefing", re.compile(r'"(Monday|Harbours|Ferries)"')
    change = lambda found: json.loads(named.sub(lambda _: json.dumps(evil), json.dumps(found)))  # noqa: E731
    rewritten(exported, path, ARRANGEMENT, change)
    rewritten(path, path, ARTICLE, lambda found: found | {"origin": found["origin"] | {"byline": evil}, "tags": [evil]})
    import_library(library, path, read_again)
    (kept,) = library.ask(queries.Articles())
    names = [kept.origin.byline, *kept.tags, *(one.name for one in library.ask(queries.Collections()))]
    names += [
        *(one.name for one in library.ask(queries.SavedSearches())),
        *(one.title for one in library.ask(queries.Briefs())),
    ]
    assert len(names) >= 6
    assert set(names) == {"M  o [31mn day"}


def test_what_is_called_otherwise_here_keeps_its_name_and_the_other_is_told(exported, library, tmp_path):
    import_library(library, exported, read_again)
    (kept,) = library.ask(queries.Articles())
    library.perform(ChangeMetadata(kept.id, Metadata(byline="Me")))
    library.perform(RenameCollection("c1", "Quays"))
    done = import_library(library, exported, read_again)
    assert library.ask(queries.ListedArticle(kept.id)).origin.byline == "Me"
    assert {one.name for one in library.ask(queries.Collections())} >= {"Quays"}
    assert "“Me” (byline, in the file “Ina Holt”)" in done.sentence
    assert "“Quays” (collection, in the file “Harbours”)" in done.sentence


def test_a_correction_of_a_known_article_that_was_not_corrected_here_comes_in(tmp_path, library):
    keep(library)
    here = open_library(tmp_path / "here")
    here.perform(ChangeMetadata(keep(here).id, Metadata(byline="By Nora Quill")))
    export_library(here, tmp_path / "one.briefing")
    assert import_library(library, tmp_path / "one.briefing", read_again).known == 1
    assert [one.origin.byline for one in library.ask(queries.Articles())] == ["By Nora Quill"]


def test_briefs_and_searches_with_other_words_come_in_beside_mine_once(exported, library, tmp_path):
    import_library(library, exported, read_again)
    (brief,), (search,) = library.ask(queries.Briefs()), library.ask(queries.SavedSearches())
    library.perform(KeepBrief(replace(brief, purpose="Mine.", title="Mine")))
    library.perform(RemoveSavedSearch(search.id))
    library.perform(AddSavedSearch(SavedSearch("other", "Other", "other")))
    path = rewritten(exported, tmp_path / "other.briefing", ARRANGEMENT, put("searches", 0, "typed")("ship"))
    for _ in range(2):
        import_library(library, path, read_again)
        assert sorted(one.title for one in library.ask(queries.Briefs())) == ["Mine", "Monday"]
        assert sorted(one.typed for one in library.ask(queries.SavedSearches())) == ["other", "ship"]


def test_of_a_line_on_an_article_that_does_not_come_along_the_comment_stays(exported, library, tmp_path):
    change = lambda found: put("briefs", 0, "sections", 0, "lines", 0)(  # noqa: E731
        found["briefs"][0]["sections"][0]["lines"][0] | {"article": "0" * 64, "text": "Ask Ada."}
    )(found)
    path = rewritten(exported, tmp_path / "odd.briefing", ARRANGEMENT, change)
    import_library(library, path, read_again)
    ((line,),) = [section.lines for brief in library.ask(queries.Briefs()) for section in brief.sections]
    assert (line.kind, line.text) == (LineKind.TEXT, "Ask Ada.")


def test_a_text_that_is_here_already_is_not_touched(exported, library, tmp_path):
    mine = keep(library, address="https://example.org/ferry")
    change = put("text")("Something else altogether." + "x" * 100)
    path = rewritten(exported, tmp_path / "forged.briefing", ARTICLE, change)
    import_library(library, path, read_again)
    assert (library.ask(queries.ArticleCount()), library.ask(queries.WholeArticle(mine.id)).text) == (1, FERRY)


def test_where_something_of_it_cannot_be_kept_nothing_of_it_stays(exported, library, tmp_path):
    path = rewritten(exported, tmp_path / "all.briefing", ARRANGEMENT, put("searches", 0, "name")(" "))
    with pytest.raises(LibraryFailure, match=r"all\.briefing could not be imported"):
        import_library(library, path, read_again)
    assert library.ask(queries.ArticleCount()) == 0
    assert not list((tmp_path / "there" / "originals").rglob("?" * 64))


def test_what_lies_in_the_bin_here_is_not_brought_back(exported, library):
    import_library(library, exported, read_again)
    for act in (RemoveCollection("c1"), RemoveSavedSearch("s1"), RemoveBrief("b1")):
        library.perform(act)
    import_library(library, exported, read_again)
    assert (
        library.ask(queries.Collections()),
        library.ask(queries.SavedSearches()),
        library.ask(queries.Briefs()),
    ) == ((), (), ())
