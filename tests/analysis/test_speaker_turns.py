"""In interviews, hearings and transcripts each paragraph is a turn, and its label tells who speaks."""

import pytest

INTERVIEW = """The ferry town has lost its ferry. We asked Ida Krogh, who ran it, what comes next. Krogh retired in May.
Q: Was the ferry ever safe to take cars across?
A: The ramp was repaired twice last winter. Nobody was ever hurt on it.
The board knew of every repair that we made.
Q: Did the mayor Lena Olsen visit you?
A: Olsen told me that the town would pay for a new ramp. It never did."""

HEARING = """CHAIRMAN WEBER: The committee is in order. We turn to the fire at the depot.
MS. HADDAD: The sprinklers had been shut off for eleven days.
CHAIRMAN WEBER: Who shut them off, and on whose order?
MS. HADDAD: I signed the order myself. The Fire Service said that three of them were broken."""


def _by_source(claims) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        found.setdefault(claim.hops[-1][0], []).append(claim.content)
    return found


def test_an_answer_is_claimed_by_the_one_who_was_introduced(told) -> None:
    found = _by_source(told(INTERVIEW))
    assert any("The ramp was repaired twice last winter." in content for content in found["Ida Krogh"])


def test_a_paragraph_without_a_label_goes_on_with_the_turn_before_it(told) -> None:
    found = _by_source(told(INTERVIEW))
    assert any("The board knew of every repair" in content for content in found["Ida Krogh"])


def test_what_somebody_else_said_keeps_its_speaker_within_a_turn(told) -> None:
    found = _by_source(told(INTERVIEW))
    assert any("the town would pay for a new ramp" in content for content in found["Olsen"])


def test_a_question_is_no_claim_of_who_asks(told) -> None:
    assert not any(claim.content.endswith("?") for claim in told(INTERVIEW))


def test_a_speaker_in_capitals_says_the_whole_turn(told) -> None:
    found = _by_source(told(HEARING))
    assert any("The sprinklers had been shut off for eleven days." in content for content in found["MS. HADDAD"])


def test_i_is_whoever_speaks(told) -> None:
    sources = {source for claim in told(HEARING) for source, *_ in claim.hops}
    assert sources.isdisjoint({"I", "we", "We", "you"})


@pytest.mark.parametrize(
    "text",
    [
        # A list of charges: each name stands once.
        "Six people were charged on Friday.\nPeter Lane: possession of a stolen boat\nJane Holt: driving while drunk\n"
        "Karl Vost: theft of a bicycle",
        # Figures: no sentences.
        "The count went on all night.\nOlsen: 1,204\nBerg: 1,188\nOlsen: 1,310\nBerg: 1,299",
        # What stands at the edge of a page speaks for nobody.
        "The pier closed on Monday.\nPhoto: The pier in the winter of the great storm\n"
        "Photo: The pier on the day on which it was closed\nPhoto: Those who came to see it one last time",
    ],
)
def test_lists_and_captions_are_no_turns(told, text) -> None:
    assert told(text) == []


def test_initials_stand_for_the_name_before_them(told) -> None:
    text = """Ruth Keller has piloted ships for thirty years, and she talked with us about the harbour.
Courier: What has changed in the harbour since you came?
Ruth Keller: The channel has silted up by a metre in ten years.
Courier: Who should dredge it, and who should pay?
RK: The port company promised us a dredger in 2019, and we still wait for it."""
    found = _by_source(told(text))
    assert any("The port company promised us a dredger in 2019" in content for content in found["Ruth Keller"])


def test_a_statement_is_claimed_by_whom_it_is_headed_with(told) -> None:
    text = """Statement by the Velm Port Company
It was put on the company's website on Monday:
“The goal of the company has always been to keep the harbour open in the winter.
The company will dredge the channel twice in the coming year. The port company used only two surveyors.”"""
    found = _by_source(told(text))
    assert any("The company will dredge the channel" in content for content in found["the Velm Port Company"])


def test_a_label_that_nobody_knows_is_a_name_all_the_same(told) -> None:
    text = """ANCHOR: The ferry was sold this morning to a company from the north.
OYELARAN: The board sold it because the ramp was unsafe. Nobody wanted to pay for a new one.
ANCHOR: What will the islanders do in the winter?
OYELARAN: They will leave the island for good, all of them."""
    claims = told(text)
    assert {claim.status for claim in claims}.isdisjoint({"unnamed"})
    assert not any(claim.content.endswith("?") for claim in claims)


@pytest.mark.parametrize(
    "head",
    [
        "Interview by Tom Okafor\nLena Brandt led the office for nine years. She spoke to The Ledger in her garden.",
        "Interview by Tom Okafor\nLena Brandt led the office until she resigned in January. She spoke to The Ledger.",
        "By Ann Lee and Tom Okafor\nLena Brandt led the office for nine years.",
        "Lena Brandt led the office for nine years. She was interviewed by Tom Okafor.",
    ],
)
def test_who_wrote_an_interview_down_is_not_the_one_who_answers(told, head: str) -> None:
    turns = (
        "Q: Why did you resign?\nA: I was asked to hold back the figures until after the election.\n"
        "Q: Who else heard the call?\nA: My deputy was in the room when the office called me."
    )
    found = _by_source(told(f"{head}\n{turns}"))
    assert any("hold back the figures" in content for content in found["Lena Brandt"])


BROADCAST = """DAVID LIND, HOST: Senator, welcome. The governor says you killed the bill. Did you?
SEN. PAULA GREAVES: I voted against it. It gave a private company forty years of our rivers.
LIND: That is a serious accusation against the company.
GREAVES: The treasurer told me that the money was there, but I have never seen a penny of it."""

DEPOSITION = """Deposition of Karl Vost, taken on behalf of Jane Holt
Q. Please state your name for the record.
A. Karl Emil Vost.
Q. Who had inspected the tank?
A. Mr. Pruitt told me that the tank had been inspected on the Friday.
(Whereupon, a recess was taken.)
Q. What did you see?
A. A yellow cloud came out of the valve, at about the height of my chest."""

CALL = """Earnings call, second quarter
Operator
Good morning, and welcome to the call of Tessaly Water.
Lena Graf, Chief Executive Officer
We had a strong quarter. Volumes rose by six percent in the south.
Operator
Our first question comes from Sue Tan with Merrow Securities.
Sue Tan, Merrow Securities, Analyst
Good morning. Could you say a little more about the port?
Lena Graf, Chief Executive Officer
The freeze covers households only. Our contract is with the port."""

BRIEFING = """This is a transcript of the briefing by Amadou Keita, Spokesperson for the Secretary-General.
Question: Amadou, were there fighters in the clinic?
Spokesman: We have no such evidence. Our team was in the building on Thursday.
Question: A follow-up. The government says that it has a video.
Spokesman: I have seen those reports, and they are false."""


def _turns(analyser, text: str) -> dict[str, set[str]]:
    """Of each turn that is claimed the first words, by who is its actor, or its source where that is nobody's name."""
    found: dict[str, set[str]] = {}
    for claim in analyser(text):
        source, _, actor = claim.hops[0]
        found.setdefault(actor or source, set()).add(claim.content.split(".")[0])
    return found


def test_a_surname_is_the_one_whose_whole_name_stood_before_it(told) -> None:
    sources = {source for claim in told(BROADCAST) for source, *_ in claim.hops[:1]}
    assert "SEN. PAULA GREAVES" in sources
    assert sources.isdisjoint({"GREAVES", "LIND", "DAVID LIND"})


def test_a_host_claims_nothing_though_he_does_not_always_ask(told) -> None:
    assert not any("accusation" in claim.content for claim in told(BROADCAST))


def test_what_another_said_ends_where_the_speaker_goes_on_in_his_own_name(told) -> None:
    assert "that the money was there" in {claim.content for claim in told(BROADCAST)}


def test_the_one_who_is_deposed_answers(told) -> None:
    found = _turns(told, DEPOSITION)
    assert "A yellow cloud came out of the valve, at about the height of my chest" in found["Karl Vost"]
    assert not any("recess" in words for said in found.values() for words in said)


def test_a_line_of_its_own_tells_who_speaks_below_it(told) -> None:
    assert _turns(told, CALL) == {"Lena Graf": {"We had a strong quarter", "The freeze covers households only"}}


def test_a_role_is_the_one_who_was_introduced_with_it(told) -> None:
    found = _turns(told, BRIEFING)
    assert {"We have no such evidence", "I have seen those reports, and they are false"} <= found["Amadou Keita"]


def test_a_question_needs_no_colon_behind_its_label(told) -> None:
    text = (
        "MS. MORAN: The President will meet the families at noon in the town hall.\n"
        "Q The mayor said this morning that the President was two weeks late.\n"
        "MS. MORAN: The President called the mayor on the first night.\nQ Is Sloane staying?\n"
        "MS. MORAN: I have nothing to announce about him today."
    )
    assert not any(claim.content.startswith("Q ") for claim in told(text))


def test_who_is_followed_by_answers_asks(told) -> None:
    text = (
        "Nordwire: The foreign minister said that your coast guard rammed a boat. What is your response?\n"
        "Lin Qiao: The accusation is groundless. The boat entered our waters illegally.\n"
        "Nordwire: A follow-up. The other side has published a video of it.\n"
        "Lin Qiao: We have noted the video. It has been cut by somebody."
    )
    assert "Nordwire" not in {source for claim in told(text) for source, *_ in claim.hops}


def test_subheads_of_an_article_are_no_speakers(told) -> None:
    text = "The fair\nBackground\nThe fair opened in May.\nMoney\nThe fair cost a lot.\nOutlook\nThe fair will close."
    assert told(text) == []


def test_a_turn_keeps_its_last_clause(told) -> None:
    text = (
        "((WN)) What is your view of the treaty?\n"
        "Khan: I think the treaty is a bad deal. The government has said it brings jobs, but I see none.\n"
        "((WN)) Will you vote for it?\nKhan: I will vote against it."
    )
    assert any(claim.content.endswith("but I see none.") for claim in told(text))


def test_a_quotation_within_a_statement_stands_once(told) -> None:
    text = (
        "Statement of Nordlake Energy\nNordlake Energy is aware of a leak at its plant in Hov. No one was hurt.\n"
        "“We regret the trouble this has caused,” said Tor Vik, chief executive. “Our crews will work day and night.”"
    )
    claims = [claim for claim in told(text) if "regret the trouble" in claim.content]
    assert [claim.hops[-1][0].split(",")[0] for claim in claims] == ["Tor Vik"]


def test_answers_under_bare_questions_are_whose_interview_it_is(told) -> None:
    text = (
        "Q&A: Lena Brandt on her first year\nWhat has surprised you most?\n"
        "How little time there is. I had hoped to visit every school.\n"
        "Do you regret the cuts?\nNo. The council told us that there was no money."
    )
    found = _by_source(told(text))
    assert any("I had hoped to visit every school." in content for content in found["Lena Brandt"])
    assert found["The council"] == ["that there was no money"]


def test_an_article_that_asks_is_no_interview(told) -> None:
    text = (
        "Interview with a ghost town\nWho lives here now?\nThe last family left in May. The school is shut.\n"
        "Who will come back?\nThe mayor hopes that miners will."
    )
    assert not any("The school is shut" in claim.content for claim in told(text))


def test_the_credits_of_pictures_are_no_speakers(told) -> None:
    first = "Ines KrollImage: Rolf Tamm for the press office of the City of Norwin, 2019, on a free licence."
    second = "Harlan VossImage: Ada Holm for the campaign of Harlan Voss, 2020, on a free licence."
    text = (
        f"{first}\n{second}\nBy May the mayor had lost her lead over Voss.\n{second}\n{first}\nThe port shut in June."
    )
    assert told(text) == []


_ON_THE_FARM = (
    "ANN: I was born on the farm and stayed there for thirty years.",
    "BEN: What did you grow there in the first years?",
    "ANN: We grew barley and oats. The mill paid us nothing for two winters.",
    "BEN: And then the bank came?",
    "ANN: The bank took the upper field in 1988. My father never spoke of it.",
)


def _set_off(shape: str) -> str:
    return "\n".join(shape.format(*line.split(": ", 1)) for line in _ON_THE_FARM)


@pytest.mark.parametrize(
    "shape", ["(({})): {}", "[[{}]]: {}", "[{}]: {}", "**{}**: {}", "**{}:** {}", "*{}:* {}", "{{{}}}: {}", "(({})) {}"]
)
def test_a_label_may_be_set_off_by_brackets_or_marks(told, shape: str) -> None:
    found = _by_source(told(_set_off(shape)))
    assert found["ANN"][0] == "I was born on the farm and stayed there for thirty years."
    assert len(found["ANN"]) == 3


def test_the_brackets_around_a_label_are_no_cue(told) -> None:
    assert not any(")" in cue for claim in told(_set_off("(({})) {}")) for _, cue, *_ in claim.hops)


@pytest.mark.parametrize("slip", ["AN", "ANNN"])
def test_a_label_with_a_slip_is_the_common_one(told, slip: str) -> None:
    found = _by_source(told("\n".join([*_ON_THE_FARM, f"{slip}: The upper field was sold in the spring of 1989."])))
    assert "The upper field was sold in the spring of 1989." in found["ANN"]


@pytest.mark.parametrize("other", ["DAN", "IAN", "ANNETTE", "Q"])
def test_a_label_of_its_own_that_stands_once_is_somebody_else(told, other: str) -> None:
    found = _by_source(told("\n".join([*_ON_THE_FARM, f"{other}: The upper field was sold in the spring of 1989."])))
    assert "The upper field was sold in the spring of 1989." not in found["ANN"]


@pytest.mark.parametrize(
    ("common", "other"),
    [
        ("ANN LEE", "ANNE LEE"),
        ("HANSON", "HANSEN"),
        ("MARTINA", "MARTIN"),
        ("BROWN", "BROWNE"),
        ("MARIA", "MARTA"),
        ("REPORTER", "REPORTERS"),
    ],
)
def test_a_name_that_others_bear_is_no_slip_of_a_common_one(told, common: str, other: str) -> None:
    lines = [line.replace("ANN", common) for line in _ON_THE_FARM]
    found = _by_source(told("\n".join([*lines, f"{other}: The upper field was sold in the spring of 1989."])))
    assert "The upper field was sold in the spring of 1989." not in found.get(common, ())


def test_a_long_name_with_a_letter_from_the_key_beside_it_is_a_slip(told) -> None:
    lines = [line.replace("ANN", "HOLMES") for line in _ON_THE_FARM]
    found = _by_source(told("\n".join([*lines, "HOLNES: The upper field was sold in the spring of 1989."])))
    assert "The upper field was sold in the spring of 1989." in found["HOLMES"]


def test_a_label_of_somebody_whom_the_others_name_is_no_slip(told) -> None:
    named = "ANN: The horses were sold by my brother An in that year."
    found = _by_source(told("\n".join([*_ON_THE_FARM, named, "AN: The upper field was sold in the spring of 1989."])))
    assert "The upper field was sold in the spring of 1989." not in found["ANN"]


def test_numbered_speakers_are_no_slips_of_one_another(told) -> None:
    lines = [line.replace("ANN", "JUROR 1") for line in _ON_THE_FARM]
    found = _by_source(told("\n".join([*lines, "JUROR 2: The upper field was sold in the spring of 1989."])))
    assert "The upper field was sold in the spring of 1989." not in found["JUROR 1"]


@pytest.mark.parametrize(
    ("text", "writer", "said"),
    [
        (
            "Dear shareholders,\nWe had a record year. Sales rose by a fifth.\nHugo Brandt, chief executive",
            "Hugo Brandt",
            "We had a record year. Sales rose by a fifth.",
        ),
        (
            "Dear Mayor Voss,\nThe pool has been shut for nine months. Nobody says why.\nYours faithfully,\nIda Kern",
            "Ida Kern",
            "The pool has been shut for nine months. Nobody says why.",
        ),
    ],
)
def test_a_letter_says_what_its_writer_does(told, text, writer, said) -> None:
    assert said in _by_source(told(text))[writer]


@pytest.mark.parametrize(
    "text",
    [
        "Dear diary: a farmer's week\nThe cows got out on Monday.\nThe milk price fell again.\nRead more",
        "Dear reader,\nThis week we look at trams. They are late.\nThanks for reading",
        "A dear purchase\nThe town paid two million for the barn.\nIt was built in 1820 by Hugo Brandt",
    ],
)
def test_what_nobody_signs_is_no_letter(told, text) -> None:
    assert told(text) == []


def test_few_words_are_answers_where_there_are_questions(told) -> None:
    text = (
        "Q: Why did you leave the band?\nNadia Kern: I was tired. The label wanted a record every year.\n"
        "Q: Will you come back?\nNadia Kern: Never."
    )
    assert "I was tired. The label wanted a record every year." in _by_source(told(text))["Nadia Kern"]
