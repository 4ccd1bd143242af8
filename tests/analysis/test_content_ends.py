"""What one source says ends before what he adds in another breath, and before what somebody else says."""

import pytest


def contents(told, text):
    return [(claim.hops[-1][0], claim.content) for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The ministry said the bridge was safe, adding that it had been inspected in May.", "the bridge was safe"),
        (
            "Harbour chief Lena Voss told the Gazette the crane was checked, also noting that “no bolt was loose”.",
            "the crane was checked",
        ),
        (
            "Kaja Rehn announced that she was leaving the party and vowed to keep her seat.",
            "that she was leaving the party",
        ),
        (
            "Premier Ivo Osk said he could close the border, which he said would protect jobs.",
            "he could close the border",
        ),
    ],
)
def test_what_the_speaker_adds_is_a_claim_of_its_own(told, text, first):
    claims = contents(told, text)
    assert len(claims) == 2
    assert claims[0][1] == first


def test_a_participle_that_reads_like_a_noun_ends_what_stands_before_it(told):
    text = 'Judge Ada Ferrer affirmed her willingness to serve, writing, "The court needs certainty and stability."'
    first, *_, last = contents(told, text)
    assert first[1] == "her willingness to serve"
    assert "certainty and stability" in last[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Ivo Brandt said the tram would run on time, while deputy Kaja Rehn warned the costs would rise.",
            [
                ("Mayor Ivo Brandt", "the tram would run on time"),
                ("deputy Kaja Rehn", "the costs would rise"),
            ],
        ),
        (
            "One farmer said the ditch had flooded and several said they feared for the harvest.",
            [("One farmer", "the ditch had flooded"), ("several", "they feared for the harvest")],
        ),
        (
            "The union said pay had fallen by a tenth; the company said it had risen.",
            [("The union", "pay had fallen by a tenth"), ("the company", "it had risen")],
        ),
    ],
)
def test_two_speakers_of_one_sentence_each_keep_their_own(told, text, expected):
    assert contents(told, text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police said the driver fled and left his car behind.", "the driver fled and left his car behind"),
        (
            "The report said that the mine, which the owner called safe, had no exits.",
            "that the mine, which the owner called safe, had no exits",
        ),
        ("Ruth Keller said the dam held while the gate was open.", "the dam held while the gate was open"),
        (
            "“I told him to stop, adding that it was late,” Ruth Keller said.",
            "“I told him to stop, adding that it was late,”",
        ),
    ],
)
def test_what_belongs_to_the_speaker_stays_whole(told, text, content):
    assert contents(told, text)[0][1] == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Magnitude 6.3 according to Geolab, it was the strongest quake in years.", "Magnitude 6.3"),
        (
            "While only a tenth of the fans own a suit according to a 2011 study, the hall was full on Monday.",
            "While only a tenth of the fans own a suit",
        ),
        (
            "The valley was rarely flooded, according to the Herald, who counted six floods in a century.",
            "The valley was rarely flooded",
        ),
        ("The mine, according to the owner, is safe.", "The mine / is safe"),
        ("On Friday, according to the court, the two men met in a bar.", "On Friday / the two men met in a bar"),
    ],
)
def test_behind_who_it_is_according_to_the_sentence_goes_on_or_another_one_begins(told, text, content):
    assert contents(told, text)[0][1] == content


def test_who_says_something_else_behind_a_quotation_is_not_quoted_with_it(told):
    assert contents(told, "“No guard was hurt on Friday.” The ministry also said the gate was repaired.") == [
        ("The ministry", "the gate was repaired")
    ]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "“The port will stay open,” Hale said, calling the reports a hoax, “and nobody will lose a job.”",
            ["“The port will stay open,” / “and nobody will lose a job.”", "the reports a hoax"],
        ),
        (
            '"We tested the water, and it is clean," Hale said, describing it as nonsense, "and we will test it."',
            ['"We tested the water, and it is clean," / "and we will test it."', "it as nonsense"],
        ),
        (
            "Hale called the plan “a mess”, describing its author as “a dreamer”.",
            ["the plan “a mess”", "its author as “a dreamer”"],
        ),
    ],
)
def test_the_second_half_of_a_quotation_is_no_part_of_what_stands_between(told, text, contents) -> None:
    assert [claim.content for claim in told(text)] == contents


def test_a_word_of_the_next_sentence_is_left_out(told):
    text = "Mr Pike, a surveyor, gave evidence that the hedge was planted in 1931. I accept his evidence."
    assert "that the hedge was planted in 1931" in [claim.content for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            'Lind attacked Voss on paying fewer taxes to which Voss claimed he paid "millions" last year.',
            "Voss on paying fewer taxes",
        ),
        ("The firm admitted the leak, to which the mayor replied that it came too late.", "the leak"),
        (
            'The bank\'s head said the use of other currencies "costs us $7 billion," further saying, "Beyond that, it '
            'also cuts trade because we lack foreign exchange."',
            'the use of other currencies "costs us $7 billion,"',
        ),
    ],
)
def test_what_another_answers_and_what_is_further_said_stand_apart(told, text, content):
    first, *others = told(text)
    assert (first.content, len(others)) == (content, 1)


def test_a_gift_that_one_told_of_stays_with_what_is_said_of_it(told):
    text = "The mayor said the fund to which Lind had said she would give money was empty."
    assert not any(claim.content == "the fund" for claim in told(text))


@pytest.mark.parametrize("marks", ["“”", "“’’", "‘‘’’"])
def test_each_quotation_is_of_the_cue_that_brings_it_in(told, marks):
    opening, closing = ("‘‘", "’’") if len(marks) == 4 else (marks[0], marks[1:])
    text = (
        f"The Electoral Office issued a statement warning that {opening}voters are entitled to honesty.{closing} "
        f"However, it pointed out that it doesn’t have {opening}a role in checking what is said.{closing}"
    )
    assert contents(told, text) == [
        ("The Electoral Office", f"that {opening}voters are entitled to honesty.{closing}"),
        ("it", f"that it doesn’t have {opening}a role in checking what is said.{closing}"),
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The league condemned the move announced on Monday by Mayor Ines Kroll.",
            "the move announced on Monday by Mayor Ines Kroll",
        ),
        (
            "The players' league appealed for the club to suspend the coach, Lena Garrett.",
            "the club to suspend the coach, Lena Garrett",
        ),
        ("The league wants to fine the keeper, Lena Garrett said.", "The league wants to fine the keeper"),
    ],
)
def test_a_content_does_not_end_before_who_is_meant(told, text, content):
    assert told(text)[0].content == content
