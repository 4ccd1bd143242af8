"""What is opened again with changed text is a new version; the same words elsewhere are a duplicate."""

import random
from pathlib import Path

import pytest
from library_samples import FERRY, FERRY_LATER, NOW, analysis, article, keep, note, span

from briefing.library import (
    AddAnnotation,
    AddCollection,
    ChangeAnnotation,
    ChangeMetadata,
    FileArticles,
    Judge,
    JudgeActors,
    Library,
    RemoveArticle,
    RestoreArticle,
    TagArticles,
    open_library,
    queries,
)
from briefing.model import (
    ActorJudgement,
    ActorVerdict,
    Collection,
    Dispute,
    Judgement,
    Metadata,
    Placing,
    Shelf,
    ShelfKind,
    Status,
    anchor,
)

ADDRESS = "https://harbour.example/ferry"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(tmp_path / "library")


def long_text(seed: int = 1, words: int = 300) -> str:
    """Words of no language, never twice the same run of three."""
    chosen = random.Random(seed)
    return " ".join("".join(chosen.choices("aeioustrnlm", k=6)) for _ in range(words)) + "."


def changed(text: str, every: int) -> str:
    """The same text with each so-many-th word another."""
    return " ".join("other" if at % every == 0 else word for at, word in enumerate(text.split(), 1))


def test_the_same_address_with_other_words_is_a_new_version_and_the_former_stays_as_it_was(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    second = keep(library, FERRY_LATER, address=ADDRESS)
    assert (second.version, second.former, second.newest) == (2, first.id, True)
    assert [kept.id for kept in library.ask(queries.Versions(first.id))] == [first.id, second.id]
    assert library.ask(queries.WholeArticle(first.id)) == article(FERRY, address=ADDRESS)
    assert [kept.id for kept in library.ask(queries.Articles())] == [second.id]
    assert library.ask(queries.ArticleCount()) == 1


def test_a_file_that_names_the_address_of_another_page_takes_nothing_of_it(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    library.perform(AddAnnotation(first.id, note(1)))
    library.perform(TagArticles((first.id,), ("boats",)))
    other = keep(library, long_text(), address=ADDRESS, file="evil.html")
    assert (other.version, other.former, other.tags, other.annotations) == (1, None, (), 0)
    assert library.ask(queries.ListedArticle(first.id)).newest
    assert [annotation.placing for annotation in library.ask(queries.AnnotationsOn(first.id))] == [Placing.PLACED]
    later = keep(library, FERRY_LATER, address=ADDRESS)
    assert (later.former, later.annotations) == (first.id, 1)
    again = keep(library, changed(long_text(), 9), address=ADDRESS)
    assert again.former == other.id


def test_a_report_that_grew_from_a_few_lines_is_the_next_version_of_them(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    library.perform(AddAnnotation(first.id, note(1)))
    whole = keep(library, f"{FERRY} {long_text()}", address=ADDRESS)
    assert (whole.version, whole.former, whole.annotations) == (2, first.id, 1)
    stub = keep(library, "More follows.", address=f"{ADDRESS}/stub")
    other = keep(library, f"More follows. {long_text(2)}", address=f"{ADDRESS}/stub")
    assert (other.former, library.ask(queries.ListedArticle(stub.id)).newest) == (None, True)


def test_the_search_finds_the_newest_version_only(library: Library) -> None:
    keep(library, FERRY, address=ADDRESS)
    second = keep(library, FERRY_LATER, address=ADDRESS)
    assert [found.article.id for found in library.ask(queries.Search("ferry")).found] == [second.id]


def test_the_same_address_with_the_same_words_is_the_same_article(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    again, new = library.keep_article(article(FERRY, address=ADDRESS, digest="f" * 64), b"<p>another advertisement</p>")
    assert (again.id, new) == (first.id, False)


def test_what_the_reader_wrote_goes_with_the_newest_version_and_shows_in_each(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    library.perform(AddAnnotation(first.id, note(1)))
    library.perform(AddAnnotation(first.id, note(2, "denied it")))
    library.perform(AddCollection(Collection("k", "Harbour")))
    library.perform(FileArticles((first.id,), "k"))
    library.perform(TagArticles((first.id,), ("boats",)))

    second = keep(library, FERRY_LATER, address=ADDRESS)

    placed, lost = sorted(library.ask(queries.AnnotationsOn(second.id)), key=lambda annotation: annotation.id)
    assert (placed.placing, placed.anchor.span.of(FERRY_LATER)) == (Placing.MOVED, "sail on Monday")
    assert lost.placing is Placing.ORPHAN
    assert [annotation.placing for annotation in library.ask(queries.AnnotationsOn(first.id))] == [Placing.PLACED] * 2
    assert [kept.id for kept in library.ask(queries.Articles(Shelf(ShelfKind.COLLECTION, "k")))] == [second.id]
    assert (second.tags, second.annotations) == (("boats",), 2)
    assert library.ask(queries.Collections())[0].articles == 1


def test_an_orphan_is_placed_again_by_hand(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    library.perform(AddAnnotation(first.id, note(1, "denied it")))
    second = keep(library, FERRY_LATER, address=ADDRESS)
    library.perform(ChangeAnnotation(second.id, note(1, "confirms it", text=FERRY_LATER)))
    (placed,) = library.ask(queries.AnnotationsOn(second.id))
    assert (placed.placing, placed.anchor.exact) == (Placing.PLACED, "confirms it")


def test_a_judgement_stands_in_the_next_version_where_its_words_do(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    sails = Judgement(anchor(FERRY, span("will sail on Monday")), NOW, NOW, status=Status.CONFIRMED)
    denied = Judgement(anchor(FERRY, span("denied it")), NOW, NOW, dismissed=True)
    library.perform(Judge(first.id, sails))
    library.perform(Judge(first.id, denied))
    second = keep(library, FERRY_LATER, address=ADDRESS)
    (carried,) = library.ask(queries.JudgementsOn(second.id))
    assert (carried.claim.span.of(FERRY_LATER), carried.status) == ("will sail on Monday", Status.CONFIRMED)
    assert len(library.ask(queries.JudgementsOn(first.id))) == 2


def test_who_disputes_a_claim_does_so_in_the_next_version_by_the_same_words_or_by_name(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    quill, authority = anchor(FERRY, span("Captain Ada Quill said")), anchor(FERRY, span("denied it"))
    disputes = (Dispute("Ada Quill", quill), Dispute("The port authority", authority), Dispute("", authority))
    library.perform(Judge(first.id, Judgement(anchor(FERRY, span("sail on Monday")), NOW, NOW, disputed_by=disputes)))
    second = keep(library, FERRY_LATER, address=ADDRESS)
    (carried,) = library.ask(queries.JudgementsOn(second.id))
    moved = anchor(FERRY_LATER, span("Captain Ada Quill said", FERRY_LATER))
    assert carried.disputed_by == (
        Dispute("Ada Quill", moved),
        Dispute("The port authority: “denied it”"),
        Dispute("“denied it”"),
    )


def test_actors_merged_in_one_version_are_merged_in_the_next(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    same = ActorJudgement("w1", ActorVerdict.SAME, "Officials", ("Ada Quill", "Port Authority"), NOW)
    library.perform(JudgeActors(first.id, same))
    second = keep(library, FERRY_LATER, address=ADDRESS)
    library.keep_analysis(second.id, analysis(FERRY_LATER))
    assert [each.article_id for each in library.ask(queries.ClaimsBy("officials"))] == [second.id]
    (carried,) = library.ask(queries.ActorJudgementsOn(second.id))
    assert (carried.names, carried.id != "w1") == (same.names, True)


def test_a_corrected_outlet_stays_corrected_where_the_same_is_found_again(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS, outlet="harbour.example")
    library.perform(ChangeMetadata(first.id, Metadata(outlet="The Harbour Post", title="Ferry to sail")))
    second = keep(library, FERRY_LATER, address=ADDRESS, outlet="harbour.example", title="Ferry cancelled")
    assert (second.origin.outlet, second.origin.title) == ("The Harbour Post", "Ferry cancelled")
    assert library.ask(queries.FoundMetadata(second.id)).outlet == "harbour.example"


def test_all_versions_go_into_the_bin_and_come_back_together(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    second = keep(library, FERRY_LATER, address=ADDRESS)
    library.perform(RemoveArticle(second.id))
    assert library.ask(queries.Articles()) == []
    library.perform(RestoreArticle(second.id))
    assert [kept.removed for kept in library.ask(queries.Versions(first.id))] == [None, None]


def test_what_was_done_before_a_new_version_came_is_undone_after_it(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    library.perform(AddCollection(Collection("k", "Harbour")))
    acts = (AddAnnotation(first.id, note(1)), FileArticles((first.id,), "k"), TagArticles((first.id,), ("boats",)))
    done = [library.perform(act) for act in acts]
    second = keep(library, FERRY_LATER, address=ADDRESS)
    for performed in reversed(done):
        library.perform(performed.inverse)
    assert (library.ask(queries.AnnotationsOn(second.id)), library.ask(queries.ListedArticle(second.id)).tags) == (
        [],
        (),
    )
    assert library.ask(queries.Collections())[0].articles == 0
    again = [library.perform(act) for act in acts]
    assert [performed.article_ids for performed in again] == [(second.id,)] * 3
    assert library.ask(queries.ListedArticle(second.id)).tags == ("boats",)


def test_a_new_version_of_what_lies_in_the_bin_takes_it_out(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    library.perform(RemoveArticle(first.id))
    second = keep(library, FERRY_LATER, address=ADDRESS)
    assert [kept.id for kept in library.ask(queries.Articles())] == [second.id]
    assert library.ask(queries.ListedArticle(first.id)).removed is None


def test_a_file_saved_again_is_a_version_but_another_text_under_its_name_is_not(library: Library) -> None:
    text = long_text()
    first = keep(library, text, file="/home/ada/ferry.docx")
    second = keep(library, changed(text, 50), file="/home/ada/ferry.docx")
    third = keep(library, long_text(2), file="/home/ada/ferry.docx")
    assert (second.version, second.former) == (2, first.id)
    assert (third.version, third.former) == (1, None)


def test_the_same_words_from_elsewhere_are_kept_and_named_a_duplicate(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    second = keep(library, FERRY.upper(), address="https://other.example/copy")
    assert second.duplicate_of == first.id
    assert [kept.id for kept in library.ask(queries.Duplicates(first.id))] == [second.id]
    assert [kept.id for kept in library.ask(queries.Duplicates(second.id))] == [first.id]


def test_duplicates_are_shown_in_their_newest_version_and_not_from_the_bin(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    second = keep(library, FERRY.upper(), address="https://other.example/copy")
    third = keep(library, FERRY.lower(), address="https://third.example/copy")
    newer = keep(library, FERRY_LATER, address=ADDRESS)
    assert [kept.id for kept in library.ask(queries.Duplicates(second.id))] == [third.id, newer.id]
    assert [kept.id for kept in library.ask(queries.Duplicates(newer.id))] == [second.id, third.id]
    library.perform(RemoveArticle(newer.id))
    assert [kept.id for kept in library.ask(queries.Duplicates(second.id))] == [third.id]
    assert library.ask(queries.ListedArticle(second.id)).duplicate_of is None
    assert first.duplicate_of is None


@pytest.mark.parametrize(("every", "near"), [(12, True), (3, False)])
def test_nearly_the_same_words_are_a_duplicate_and_half_of_them_are_not(
    library: Library, every: int, near: bool
) -> None:
    text = long_text()
    first = keep(library, text, address="https://agency.example/1")
    second = keep(library, changed(text, every), address="https://paper.example/2")
    assert second.duplicate_of == (first.id if near else None)


def test_what_lies_in_the_bin_is_no_duplicate_and_short_texts_are_only_if_the_same(library: Library) -> None:
    removed = keep(library, long_text(), address="https://a.example")
    library.perform(RemoveArticle(removed.id))
    assert keep(library, changed(long_text(), 50), address="https://b.example").duplicate_of is None
    assert keep(library, "The dam will hold, she said.", address="https://c.example").duplicate_of is None
    assert keep(library, "The dam will hold, he said.", address="https://d.example").duplicate_of is None


def test_a_number_is_never_given_twice(library: Library) -> None:
    first = keep(library, FERRY)
    library.perform(RemoveArticle(first.id))
    library.empty_bin()
    assert keep(library, FERRY_LATER).id > first.id


def test_an_older_version_is_analysed_on_its_own(library: Library) -> None:
    first = keep(library, FERRY, address=ADDRESS)
    library.keep_analysis(first.id, analysis())
    second = keep(library, FERRY_LATER, address=ADDRESS)
    assert second.claims is None
    assert library.ask(queries.ListedArticle(first.id)).claims == 1
