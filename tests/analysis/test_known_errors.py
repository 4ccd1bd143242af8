"""The errors that extractors of quotations are known for, each with a sentence that none of them may get wrong."""

import pytest

from briefing.analysis import Analyser
from briefing.model import Analysis, Article, BlockKind, Span, Status, words_of
from tests.analysis.paragraphs import paragraphs


def read(analyser: Analyser, text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Analysis:
    *_, analysis = analyser.analyse(Article(text, paragraphs(text, kind)))
    return analysis


def said(analyser: Analyser, text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[tuple[str, str, str]]:
    """(source, cue, content) of the innermost hop of each claim, pieces joined by " / "."""

    def pieces(spans: tuple[Span, ...]) -> str:
        return " / ".join(words_of((span,), text) for span in spans)

    return [
        (pieces(claim.innermost.source), pieces(claim.innermost.cue), pieces(claim.content))
        for claim in read(analyser, text, kind).claims
        if claim.innermost
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The union refused to accept the pay offer, and drivers fear that more stops will close.",
            [
                ("The union", "refused", "to accept the pay offer"),
                ("drivers", "fear", "that more stops will close"),
            ],
        ),
        (
            "The harbour board refused to accept the minister's offer, and ferrymen fear that the quay will close.",
            [("ferrymen", "fear", "that the quay will close")],
        ),
    ],
)
def test_attitude_and_noun_cues_are_seen(analyser, text, expected):
    found = said(analyser, text)
    assert all(entry in found for entry in expected)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            "Critics took offence at the minister's plan to sell the harbour.",
            "took offence at",
            "the minister's plan to sell the harbour",
        ),
        (
            "The council took the view that the bridge needed new cables.",
            "took the view",
            "that the bridge needed new cables",
        ),
    ],
)
def test_cues_of_several_words_are_one_cue(analyser, text, cue, content):
    assert (cue, content) in [entry[1:] for entry in said(analyser, text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A survey of 1,200 farmers found that two thirds had lost part of their harvest.",
            "A survey of 1,200 farmers",
        ),
        ("The audit report says that the fund lost nine million euros.", "The audit report"),
    ],
)
def test_polls_and_documents_are_sources(analyser, text, source):
    assert source in [entry[0] for entry in said(analyser, text)]


def test_a_passive_has_a_content_and_no_source(analyser):
    found = said(analyser, "The pilot is believed to have survived, and the cargo is thought to have been lost.")
    assert ("", "is believed", "The pilot / to have survived") in found
    assert ("", "is thought", "the cargo / to have been lost") in found


def test_both_halves_of_a_split_quotation_are_kept(analyser):
    text = "“The roof was old,” site manager Nora Lindt said, “and nobody had checked it for years.”"
    assert said(analyser, text) == [
        ("site manager Nora Lindt", "said", "“The roof was old,” / “and nobody had checked it for years.”")
    ]


def test_a_mixed_quotation_is_more_than_its_quoted_words(analyser):
    ((_, _, content),) = said(analyser, "Coach Iris Brandt said the team was “tired but proud” on Sunday.")
    assert content.startswith("the team was “tired but proud”")


@pytest.mark.parametrize(
    "content",
    [
        "that the U.S. Army Corps of Engineers would rebuild St. Mary's pier by Dec. 4",
        "that the ferry, which had sunk in March — the third loss in a year — would not be raised",
        "that the driver, who had not slept, lost the road",
    ],
)
def test_abbreviations_dashes_and_inner_clauses_do_not_cut_a_content(analyser, content):
    assert [entry[2] for entry in said(analyser, f"Governor Paul Reyes said {content}.")] == [content]


def test_a_content_does_not_run_on_into_the_next_sentence(analyser):
    found = said(analyser, "The mayor said the ferry would not be raised. The harbour was calm on Sunday.")
    assert [entry[2] for entry in found] == ["the ferry would not be raised"]


@pytest.mark.parametrize(
    "quoted", ["''We will not sign,''", "‘We will not sign,’", "«We will not sign,»", '"We will not sign,"']
)
def test_any_kind_of_quotation_mark_will_do(analyser, quoted):
    ((source, cue, content),) = said(analyser, f"{quoted} the delegate Omar Haddad said.")
    assert (source, cue) == ("the delegate Omar Haddad", "said")
    assert "We will not sign" in content


def test_the_inner_speaker_of_nested_speech_speaks_only_within_his_own_quotation(analyser):
    found = said(analyser, "“He told me ‘the money is gone’ and hung up,” Clara Stein said.")
    assert ("Clara Stein", "said", "“He told me ‘the money is gone’ and hung up,”") in found
    assert ("He", "said", "the money is gone") not in found


def test_the_pronoun_beside_the_verb_speaks_and_not_the_nearest_name(analyser):
    assert said(analyser, "Clara Stein met Lena Olsen on Friday. She said the money was gone.") == [
        ("She", "said", "the money was gone")
    ]


def test_a_name_inside_the_content_is_not_the_speaker(analyser):
    found = said(analyser, "Lena Olsen said the money had been taken by Tom Berg, a former clerk.")
    assert [entry[0] for entry in found] == ["Lena Olsen"]


def test_each_speaker_keeps_his_own_cue(analyser):
    text = "Police chief Dana Cole said three men were held. Airport director Hugo Marin denied that flights were late."
    assert said(analyser, text) == [
        ("Police chief Dana Cole", "said", "three men were held"),
        ("Airport director Hugo Marin", "denied", "that flights were late"),
    ]


def test_a_denial_of_something_else_disputes_nothing(analyser):
    text = "Police chief Dana Cole said three men were held. Airport director Hugo Marin denied that flights were late."
    first, _ = read(analyser, text).claims
    assert first.links == ()
    assert first.status.value == "claimed"


@pytest.mark.parametrize(
    "text",
    [
        "The motion was supported by 42 per cent of members.",
        "The bridge supports the road, and the figures speak for themselves.",
        "The film, which tells the story of a miner, opens on Friday.",
        "The road calls at four villages before it reaches the sea.",
    ],
)
def test_words_of_saying_in_another_sense_say_nothing(analyser, text):
    assert said(analyser, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Storm Will Hit Coast, Governor Says", ("Governor", "Says", "Storm Will Hit Coast")),
        ("MINISTER SAYS TAXES WILL FALL", ("MINISTER", "SAYS", "TAXES WILL FALL")),
        ("Brandt: we will win", ("Brandt", ":", "we will win")),
    ],
)
def test_headlines_speak_too(analyser, text, expected):
    assert expected in said(analyser, text, BlockKind.HEADING)


def test_the_speaker_is_carried_over_paragraphs_of_one_quotation(analyser):
    text = "“We begin on Monday,” Lena Olsen said. “The rest follows in June.\n“Nobody will lose a job.”"
    analysis = read(analyser, text)
    assert {analysis.source_names(claim) for claim in analysis.claims} == {("Lena Olsen",)}
    assert "Nobody will lose a job" in " ".join(words_of(claim.content, text) for claim in analysis.claims)


def test_scare_quotes_and_titles_are_no_claims(analyser):
    assert said(analyser, "The “smart” bins were emptied. Readers liked “The Long Night”, a novel.") == []


@pytest.mark.parametrize(
    "text", ["Who told the council that the bridge may close?", "What suggests that the ferry will sail on Friday?"]
)
def test_a_question_who_said_it_names_no_speaker(analyser, text):
    assert [source for source, _, _ in said(analyser, text) if source in ("Who", "What")] == []


def test_who_behind_a_name_still_speaks(analyser):
    assert "Lena Olsen" in str(said(analyser, "Lena Olsen, who said that the bridge may close, left early."))


@pytest.mark.parametrize(
    "text",
    [
        "Harbour chief Lena Olsen said the quay would be sold. Mayor Per Lund rejected the offer.",
        "Senator Anna Brandt said the ferry was late. Governor Tom Hill rejected her invitation.",
        "Union leader Ines Prado said wages had fallen. Minister Ola Berg rejected the request.",
        "Coach Rita Sand said the pitch was wet. Club president Jan Moe rejected the bid.",
        "Judge Clara Stein said the case was closed. Prosecutor Hugo Marin rejected the proposal.",
        "Mayor Diaz said the bridge was safe. Engineer Paula Reyes endorsed the plan.",
        "Mayor Diaz said the bridge was unsafe. Parliament has repeatedly denied funding for the bridge.",
        "Lawyer Nora Hale said Tom Berg was ill. Judge Clara Stein denied him bail.",
        "Reporter Anna Brandt said the camp was full. The ministry of Governor Tom Hill denied access to the camp.",
        "Pilot Jens Aune said the plane was late. Minister Ola Berg denied entry to the plane.",
        "Union leader Ines Prado said the strike was lawful. Judge Hugo Marin denied an injunction against the strike.",
    ],
)
def test_what_is_turned_down_or_endorsed_is_no_answer(analyser, text):
    analysis = read(analyser, text)
    assert not [link for claim in analysis.claims for link in claim.links]
    assert not {claim.status for claim in analysis.claims} & {Status.DISPUTED, Status.CONFIRMED}


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors alleged that Cole forged the logs. The ship sank in May. Cole pleaded not guilty.",
        "Prosecutors charged the captain, Peter Lane, with negligence. Lane pleaded not guilty on Friday.",
        "The state accused the banker Ida Holm of fraud. On Monday Holm pleaded not guilty.",
        "Mayor Diaz accused the clerk Rosa Blanc of theft. Blanc has pleaded not guilty.",
        "Judge Clara Stein said the driver, Jan Moe, had been drunk. Moe pled not guilty.",
    ],
)
def test_a_plea_of_not_guilty_disputes_the_charge(analyser, text):
    analysis = read(analyser, text)
    assert [claim.status for claim in analysis.claims] == [Status.DISPUTED, Status.DISPUTED]


def test_a_plea_of_guilty_disputes_nothing(analyser):
    analysis = read(
        analyser, "Prosecutors charged the captain, Peter Lane, with negligence. Lane pleaded guilty on Friday."
    )
    assert Status.DISPUTED not in [claim.status for claim in analysis.claims]


def test_to_deny_having_offered_is_an_answer(analyser):
    analysis = read(
        analyser, "Mayor Diaz said Paula Reyes had offered a bribe. Reyes denied that she had offered a bribe."
    )
    assert [claim.status for claim in analysis.claims] == [Status.DISPUTED, Status.DISPUTED]


@pytest.mark.parametrize(
    "text",
    [
        "“It will open,” the harbour master, Ana Ruiz, said, and the mayor, Per Lund, denied it.",
        "Clerk Rosa Blanc said the vault was empty. Director Ulf Dahl denies it.",
        "Nurse Mei Tan said the ward was closed. Minister Ola Berg disputed that.",
        "Pilot Jens Aune said the engine had failed. Chief engineer Paula Reyes denied this.",
        "Teacher Lucy Hart said the pupils were cold. Mayor Omar Haddad has denied the claim.",
    ],
)
def test_a_short_denial_disputes_what_was_said_before(analyser, text):
    analysis = read(analyser, text)
    assert [claim.status for claim in analysis.claims] == [Status.DISPUTED, Status.DISPUTED]
