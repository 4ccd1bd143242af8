"""The reader says who disputes a claim: its status and reasons follow, and the claim by which they do links to it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from briefing.model import (
    Analysis,
    Certainty,
    Claim,
    Dispute,
    Evidence,
    Judgement,
    Link,
    LinkKind,
    Polarity,
    Span,
    Status,
    Voice,
    anchor,
)
from briefing.model.analysis_json import findings_object
from briefing.model.catalogue import catalogue, in_english
from briefing.model.disputed_claims import RULES, disputer, with_disputes, without_disputes
from briefing.model.merge import merged_judgement
from briefing.model.standing import standing, status_of
from briefing.model.web_annotation import TooLong, judgement_from, judgement_object

TEXT = "The ministry said that the bridge is safe, and the mayor said that it is not."
SAFE, NOT = Span(18, 41), Span(66, 76)
NOW = datetime(2026, 5, 1, tzinfo=UTC)
BY_CLAIM, BY_NAME = Dispute("The mayor", anchor(TEXT, NOT)), Dispute("Oda Fenwick")


def claim(claim_id: str, span: Span, *links: Link) -> Claim:
    evidence = (Evidence((span,), "claimed.alone", "One source."),)
    return Claim(
        claim_id, (span,), (), Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE, Status.CLAIMED, evidence, links
    )


def judgement(*disputes: Dispute, **said: object) -> Judgement:
    return replace(Judgement(anchor(TEXT, SAFE), NOW, NOW, disputed_by=disputes), **said)


FOUND = Analysis("test 1", "en", (), (claim("c1", SAFE), claim("c2", NOT)))


def test_the_claim_by_which_it_is_disputed_denies_it() -> None:
    seen = with_disputes(FOUND, {"c1": judgement(BY_CLAIM)})
    assert [(link.kind, link.to) for link in seen.claims[1].links] == [(LinkKind.DENIES, "c1")]
    assert seen.claims[0].links == ()
    assert without_disputes(seen) == FOUND


def test_a_link_that_was_found_is_not_made_twice_and_stays_when_the_word_is_taken_back() -> None:
    found = replace(
        FOUND,
        claims=(
            FOUND.claims[0],
            claim(
                "c2", NOT, Link(LinkKind.DENIES, "c1", arguments=(("source", "The mayor"), ("other", "The ministry")))
            ),
        ),
    )
    seen = with_disputes(found, {"c1": judgement(BY_CLAIM)})
    assert seen == found
    assert without_disputes(seen) == found


def test_a_claim_cut_a_little_differently_still_disputes_and_one_that_is_gone_does_not() -> None:
    moved = replace(FOUND, claims=(FOUND.claims[0], claim("c2", Span(68, 76))))
    assert with_disputes(moved, {"c1": judgement(BY_CLAIM)}).claims[1].links
    gone = replace(FOUND, claims=FOUND.claims[:1])
    assert with_disputes(gone, {"c1": judgement(BY_CLAIM)}) == gone


def test_who_disputes_it_is_told_with_the_words_whether_they_are_a_claim_still_or_not() -> None:
    assert list(map(disputer, (BY_CLAIM, BY_NAME, Dispute("", anchor(TEXT, NOT))))) == [
        "The mayor: “it is not”",
        "Oda Fenwick",
        "“it is not”",
    ]


def test_who_disputes_it_makes_it_disputed_and_is_the_reason() -> None:
    stands = standing(FOUND.claims[0], judgement(BY_CLAIM, BY_NAME))
    assert (stands.status, stands.found) == (Status.DISPUTED, Status.CLAIMED)
    assert [(reason.rule, reason.spans, in_english(reason.message)) for reason in stands.reasons] == [
        (RULES[2], (NOT,), "Disputed by The mayor, in the reader’s word: “it is not”."),
        (RULES[0], (SAFE,), "Disputed by Oda Fenwick, in the reader’s word."),
    ]


def test_links_and_reasons_are_told_in_the_language_of_who_reads() -> None:
    german, told = catalogue("de"), {"c1": judgement(BY_CLAIM, Dispute("", anchor(TEXT, NOT)))}
    named, unnamed = standing(FOUND.claims[0], told["c1"]).reasons
    assert german.words(named.message) == "Bestritten von The mayor, nach dem Wort des Lesers: „it is not“."
    assert german.words(unnamed.message) == "Dies wird bestritten, nach dem Wort des Lesers: „it is not“."
    (link,) = with_disputes(FOUND, told).claims[1].links
    assert in_english(link.message) == "The article contradicted what the article said."


def test_a_status_that_the_reader_gives_as_such_goes_before_it() -> None:
    assert status_of(FOUND.claims[0], judgement(BY_NAME, status=Status.UNCLEAR)) is Status.UNCLEAR


def test_of_a_claim_that_was_found_disputed_the_reasons_found_stay() -> None:
    found = replace(FOUND.claims[0], status=Status.DISPUTED)
    rules = [reason.rule for reason in standing(found, judgement(BY_NAME)).reasons]
    assert rules == [RULES[0], "claimed.alone"]


def test_a_word_that_names_a_disputer_says_something() -> None:
    assert not judgement(BY_NAME).says_nothing
    assert judgement(BY_NAME).unsaid.says_nothing


def test_disputes_that_two_windows_add_are_both_kept_and_one_taken_back_is_gone() -> None:
    base = judgement(BY_NAME)
    mine, theirs = judgement(BY_NAME, BY_CLAIM), judgement(BY_NAME, Dispute("Ada Quill"))
    assert set(merged_judgement(base, mine, theirs).disputed_by) == {BY_NAME, BY_CLAIM, Dispute("Ada Quill")}
    assert merged_judgement(base, judgement(), theirs).disputed_by == (Dispute("Ada Quill"),)


def test_the_promised_object_tells_status_reasons_and_link() -> None:
    told = {"c1": judgement(BY_CLAIM)}
    first, second = findings_object(with_disputes(FOUND, told), told)["claims"]
    assert (first["status"], first["found"]["status"]) == ("disputed", "claimed")
    (reason,) = first["evidence"]
    assert (reason["spans"], reason["rule"]) == ([[66, 76]], RULES[2])
    assert reason["sentence"] == "Disputed by The mayor, in the reader’s word: “it is not”."
    assert [(link["kind"], link["to"]) for link in second["links"]] == [("denies", "c1")]


def test_a_web_annotation_holds_it() -> None:
    said = judgement(BY_CLAIM, BY_NAME)
    assert judgement_from(judgement_object(said, "urn:x")) == said


@pytest.mark.parametrize("told", [5, [5], [{}], [{"briefing:source": 5}], [{"briefing:source": ""}]])
def test_of_a_strange_web_annotation_nothing_is_taken(told: object) -> None:
    found = judgement_object(judgement(BY_NAME), "urn:x")
    found["body"]["briefing:disputedBy"] = told
    assert judgement_from(found).disputed_by == ()


def test_who_disputes_it_goes_out_and_in_again_however_long_his_name_is() -> None:
    said = judgement(Dispute("“" + "The bridge is safe. " * 400 + "”"))
    assert judgement_from(judgement_object(said, "")) == said


def test_a_name_that_is_no_name_is_refused_in_plain_words() -> None:
    told = judgement_object(judgement(Dispute("x" * 1_000_001)), "")
    with pytest.raises(TooLong, match="a name of 1,000,001 characters"):
        judgement_from(told)
