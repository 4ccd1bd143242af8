"""Annotations come in from W3C JSON-LD and from Hypothesis, onto their own words or among the orphans."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from library_samples import FERRY, FERRY_LATER, NOW, keep, note, span

from briefing.library import AddAnnotation, Judge, Library, LibraryFailure, RemoveAnnotation, open_library, queries
from briefing.library.annotation_import import Taken, holds_annotations, import_annotations
from briefing.library.archive_export import annotations_page
from briefing.model import Dispute, Judgement, Placing, SourceRating, Status, anchor

ADDRESS = "https://example.org/ferry"


def _library(folder: Path, address: str = ADDRESS) -> tuple[Library, int]:
    library = open_library(folder)
    return library, keep(library, address=address).id


def _file(folder: Path, content: Any, name: str = "notes.jsonld") -> Path:
    path = folder / name
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def _hypothesis(exact: str, uri: str = ADDRESS, **more: Any) -> dict[str, Any]:
    """An annotation as the Hypothesis client exports it."""
    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": ""}
    return {
        "id": f"h-{exact}",
        "created": "2026-03-01T10:00:00+00:00",
        "updated": "2026-03-01T10:00:00+00:00",
        "uri": uri,
        "text": "Says who?",
        "tags": ["ferry"],
        "target": [{"source": uri, "selector": [quote]}],
        **more,
    }


def test_what_goes_out_as_json_ld_comes_in_elsewhere_the_same(tmp_path: Path) -> None:
    here, number = _library(tmp_path / "here")
    claim = anchor(FERRY, span("The ferry will sail on Monday"))
    disputes = (Dispute("The mayor", anchor(FERRY, span("Monday"))), Dispute("Oda Fenwick"))
    said = Judgement(
        claim, NOW, NOW, Status.CONFIRMED, SourceRating.B, 2, True, "Quill", note="Seen.", disputed_by=disputes
    )
    here.perform(AddAnnotation(number, note()))
    here.perform(Judge(number, said))
    path = _file(tmp_path, annotations_page(here, here.ask(queries.ListedArticle(number))))
    there, other = _library(tmp_path / "there")
    assert import_annotations(there, path) == Taken(annotations=1, judgements=1)
    assert there.ask(queries.AnnotationsOn(other)) == here.ask(queries.AnnotationsOn(number))
    assert there.ask(queries.JudgementsOn(other)) == here.ask(queries.JudgementsOn(number)) == [said]
    assert import_annotations(there, path) == Taken(known=2)


def test_a_judgement_that_is_a_note_alone_stays_a_judgement(tmp_path: Path) -> None:
    here, number = _library(tmp_path / "here")
    said = Judgement(anchor(FERRY, span("The ferry will sail on Monday")), NOW, NOW, note="Ask the harbour.")
    here.perform(Judge(number, said))
    there, other = _library(tmp_path / "there")
    import_annotations(there, _file(tmp_path, annotations_page(here, here.ask(queries.ListedArticle(number)))))
    assert there.ask(queries.JudgementsOn(other)) == [said]
    assert there.ask(queries.AnnotationsOn(other)) == []


def test_what_is_about_an_older_version_lands_on_the_newest_one(tmp_path: Path) -> None:
    library, older = _library(tmp_path / "library")
    newer = keep(library, FERRY_LATER, address=ADDRESS).id
    source = f"urn:sha256:{library.ask(queries.ListedArticle(older)).origin.digest}"
    taken = import_annotations(library, _file(tmp_path, [_hypothesis("sail on Monday", source)]))
    assert taken == Taken(annotations=1)
    assert [one.anchor.exact for one in library.ask(queries.AnnotationsOn(newer))] == ["sail on Monday"]


def test_what_hypothesis_exports_lands_on_its_own_words(tmp_path: Path) -> None:
    library, number = _library(tmp_path / "library")
    words = "The ferry will sail on Monday"
    exported = {"export_date": "2026-03-02", "annotations": [_hypothesis(words, "http://www.example.org/ferry/#top")]}
    taken = import_annotations(library, _file(tmp_path, exported, "hypothesis.json"))
    assert taken == Taken(annotations=1)
    (found,) = library.ask(queries.AnnotationsOn(number))
    assert (found.anchor.exact, found.note, found.tags) == (words, "Says who?", ("ferry",))
    assert found.anchor.span.of(FERRY) == words


def test_words_that_stand_nowhere_become_an_orphan_and_pages_that_are_not_here_are_left_out(tmp_path: Path) -> None:
    library, number = _library(tmp_path / "library")
    rows = [
        _hypothesis("an airship lands on the roof of the town hall at noon"),
        _hypothesis("anything", "https://example.org/elsewhere"),
        {"id": "page", "uri": ADDRESS, "text": "On the whole page", "target": [{"source": ADDRESS}]},
    ]
    taken = import_annotations(library, _file(tmp_path, {"rows": rows}))
    assert taken == Taken(annotations=1, orphans=1, elsewhere=2)
    assert [one.placing for one in library.ask(queries.AnnotationsOn(number))] == [Placing.ORPHAN]
    assert "2 left out" in taken.sentence


def test_all_of_a_file_is_one_step_and_a_thrown_away_note_stays_away(tmp_path: Path) -> None:
    library, number = _library(tmp_path / "library")
    rows = [_hypothesis("The ferry"), _hypothesis("will sail on Monday")]
    before = library.ask(queries.AnnotationsOn(number))
    path = _file(tmp_path, rows)
    import_annotations(library, path)
    kept = library.ask(queries.AnnotationsOn(number))
    assert len(kept) == len(before) + 2
    library.perform(RemoveAnnotation(number, kept[0].id))
    assert import_annotations(library, path) == Taken(known=2)
    assert len(library.ask(queries.AnnotationsOn(number))) == len(before) + 1


def test_of_two_with_one_identity_the_newer_stays_and_the_words_of_each_are_kept(tmp_path: Path) -> None:
    library, number = _library(tmp_path / "library")
    library.perform(AddAnnotation(number, note()))
    page = annotations_page(library, library.ask(queries.ListedArticle(number)))
    page["items"][0]["body"][0]["value"] = "Older."
    page["items"][0]["modified"] = (NOW - timedelta(days=9)).isoformat()
    assert import_annotations(library, _file(tmp_path, page)) == Taken(annotations=1)
    assert import_annotations(library, _file(tmp_path, page)) == Taken(known=1)
    page["items"][0]["body"][0]["value"] = "Newer."
    page["items"][0]["modified"] = (NOW + timedelta(days=9)).isoformat()
    assert import_annotations(library, _file(tmp_path, page)) == Taken(annotations=1)
    assert {one.note for one in library.ask(queries.AnnotationsOn(number))} == {"Newer.", "Older.", "Says who?"}


def test_of_two_with_one_identity_in_one_file_the_words_of_both_come_in(tmp_path: Path) -> None:
    library, number = _library(tmp_path / "library")
    other = keep(
        library, "Nothing of all that is said here was denied by anybody.", address="https://example.org/other"
    )
    one, another = _hypothesis("The ferry"), _hypothesis("The ferry", text="Says nobody.")
    elsewhere = {**_hypothesis("Nothing of all", "https://example.org/other", text="Says me."), "id": one["id"]}
    path = _file(tmp_path, [one, another, elsewhere])
    assert import_annotations(library, path) == Taken(annotations=3)
    assert {found.note for found in library.ask(queries.AnnotationsOn(number))} == {"Says who?", "Says nobody."}
    assert [found.note for found in library.ask(queries.AnnotationsOn(other.id))] == ["Says me."]
    assert import_annotations(library, path) == Taken(known=3)


def test_a_judgement_on_a_claim_that_stands_nowhere_is_kept_as_a_note(tmp_path: Path) -> None:
    here, number = _library(tmp_path / "here")
    claim = anchor(FERRY, span("The ferry will sail on Monday"))
    here.perform(Judge(number, Judgement(claim, NOW, NOW, Status.CONFIRMED, source="Quill", note="Ask the harbour.")))
    path = _file(tmp_path, annotations_page(here, here.ask(queries.ListedArticle(number))))
    there = open_library(tmp_path / "there")
    other = keep(there, "Nothing of all that is said here, and nobody denied anything. " * 9, address=ADDRESS)
    assert import_annotations(there, path) == Taken(annotations=1, orphans=1)
    (kept,) = there.ask(queries.AnnotationsOn(other.id))
    assert kept.note.startswith("Ask the harbour.")
    assert "confirmed" in kept.note
    assert "Quill" in kept.note
    assert import_annotations(there, path) == Taken(known=1)


def test_of_two_articles_with_one_address_that_is_meant_in_which_the_words_stand(tmp_path: Path) -> None:
    library, number = _library(tmp_path / "library")
    other = keep(library, "Nothing of all that is said here, and nobody denied anything. " * 9, address=ADDRESS)
    path = _file(tmp_path, [_hypothesis("The ferry will sail on Monday")])
    assert import_annotations(library, path) == Taken(annotations=1)
    assert (len(library.ask(queries.AnnotationsOn(number))), len(library.ask(queries.AnnotationsOn(other.id)))) == (
        1,
        0,
    )


HOSTILE = {
    "dated in the future": {"updated": "9999-01-01T00:00:00+00:00"},
    "dated at the beginning": {"created": "0001-01-01T00:00:00+23:59"},
    "tags a number": {"tags": 5},
    "tags of lists": {"tags": [[], {}, None, 7]},
    "text an object": {"text": {"a": 1}},
    "identity a list": {"id": ["x"]},
    "identity a path": {"id": "urn:uuid:../../x"},
    "position huge": {"target": [{"source": ADDRESS, "selector": [
        {"type": "TextQuoteSelector", "exact": "The ferry"},
        {"type": "TextPositionSelector", "start": 10**30, "end": -1}]}]},
    "rating of no end": {"motivation": "assessing", "body": {
        "purpose": "assessing", "briefing:informationRating": 10**30}},
    "source a list": {"motivation": "assessing", "body": {"purpose": "assessing", "briefing:source": ["a"]}},
    "status a list": {"motivation": "assessing", "body": {"purpose": "assessing", "briefing:status": ["confirmed"]}},
    "words without place": {"motivation": "assessing", "body": {"purpose": "assessing", "briefing:words": {
        "type": "TextQuoteSelector", "exact": "xxxxxxxxxx"}}},
}  # fmt: skip


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_that_a_file_says_overwrites_a_note_or_stops_the_import(tmp_path: Path, change: dict[str, Any]) -> None:
    library, number = _library(tmp_path / "library")
    library.perform(AddAnnotation(number, note()))
    mine = {"id": f"urn:uuid:{note().id}"}
    rows = [_hypothesis("The ferry") | mine | change, _hypothesis("The ferry") | {"id": "second"} | change]
    taken = import_annotations(library, _file(tmp_path, rows))
    assert taken.elsewhere + taken.known + taken.annotations + taken.judgements >= 1
    assert note() in library.ask(queries.AnnotationsOn(number))
    assert all(1970 <= one.modified.astimezone().year < 9999 for one in library.ask(queries.AnnotationsOn(number)))
    assert len(library.ask(queries.JudgementsOn(number))) <= 1


WRONG = [
    '{"first": ' * 900 + "1" + "}" * 900,
    '[{"target": Infinity}]',
    '[{"target": "\\ud800"}]',
    '{"items": [{"target": ',
    '{"items": [' + "[]," * 9_000_000,
]


@pytest.mark.parametrize("content", WRONG)
def test_what_is_no_json_of_annotations_is_refused(tmp_path: Path, content: str) -> None:
    library, number = _library(tmp_path / "library")
    path = tmp_path / "notes.jsonld"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LibraryFailure, match="as it was"):
        import_annotations(library, path)
    assert library.ask(queries.AnnotationsOn(number)) == []


NO_ANNOTATIONS = ["", "{", "[]", "{}", '{"items": 3}', "[" * 100_000, '"target"', '{"items": [{"a": 1}]}']


@pytest.mark.parametrize("content", NO_ANNOTATIONS)
def test_a_file_without_annotations_gets_one_sentence_and_changes_nothing(tmp_path: Path, content: str) -> None:
    library, number = _library(tmp_path / "library")
    path = tmp_path / "notes.jsonld"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LibraryFailure) as failed:
        import_annotations(library, path)
    assert str(path) in failed.value.sentence
    assert "as it was" in failed.value.sentence
    assert library.ask(queries.AnnotationsOn(number)) == []


def test_a_json_file_is_one_of_annotations_by_what_it_holds(tmp_path: Path) -> None:
    assert holds_annotations(_file(tmp_path, [_hypothesis("x")], "a.json"))
    assert not holds_annotations(_file(tmp_path, {"title": "x", "items": ["y"]}, "b.json"))
    assert not holds_annotations(_file(tmp_path, {"target": "x"}, "c.txt"))


TOO_MUCH = {
    "note": {"text": "x" * 1_000_001},
    "note of another program": {"text": "", "body": [{"type": "TextualBody", "value": "x" * 1_000_001}]},
    "judgement": {"motivation": "assessing", "body": {"purpose": "assessing", "value": "x" * 1_000_001}},
    "tag": {"tags": ["x" * 1_001]},
    "tags": {"tags": [f"tag {number}" for number in range(1_001)]},
}


@pytest.mark.parametrize("more", TOO_MUCH.values(), ids=TOO_MUCH.keys())
def test_words_that_are_too_many_are_refused_and_never_left_out_in_silence(
    tmp_path: Path, more: dict[str, Any]
) -> None:
    library, number = _library(tmp_path / "library")
    before = library.ask(queries.AnnotationsOn(number))
    path = _file(tmp_path, [_hypothesis("The ferry"), _hypothesis("will sail on Monday", **more)])
    with pytest.raises(LibraryFailure, match=r"notes\.jsonld was not taken in: it holds .* the library is as it was"):
        import_annotations(library, path)
    assert library.ask(queries.AnnotationsOn(number)) == before


def test_a_note_as_long_as_any_may_be_comes_in_whole(tmp_path: Path) -> None:
    library, number = _library(tmp_path / "library")
    import_annotations(library, _file(tmp_path, [_hypothesis("The ferry", text="word " * 200_000)]))
    assert [len(one.note) for one in library.ask(queries.AnnotationsOn(number))] == [1_000_000]
