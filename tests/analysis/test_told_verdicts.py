"""Who passes a verdict on what another said denies it, whatever he calls it and wherever the verdict stands."""

import pytest


def disputed(told, text):
    return [claim.content for claim in told(text) if claim.status == "disputed"]


@pytest.mark.parametrize(
    "text",
    [
        "The Herald said on Monday that senator Amy Poole had met the oil lobbyist three times. Poole labelled the "
        "story fake news.",
        "A former aide, Lisa Moss, wrote in a book that the governor slept through the crisis meeting. His office "
        "described her account as fiction.",
        "Two clerks have accused chairman Erik Stang of hiding a spill. Stang told reporters that the story was made "
        "up.",
        "The actor Tom Sayer has been accused by three women of groping them at parties. Through his publicist, Sayer "
        "called the accusations “hurtful and completely untrue”.",
        "A report by the charity Open Hand says that guards in Lesna took bribes from migrants. The interior ministry "
        "called the report one-sided.",
        "The Post reported that the general had met arms dealers in Dubai. A spokeswoman for the general said the "
        "report was inaccurate and that he had been on holiday.",
        "Campaign chief Ron Dale accused the mayor of rigging the count. The mayor, Ines Costa, said the accusation "
        "was pathetic and false.",
        "The weekly Spiegel reported that minister Otto Hahn had paid no tax on his flat. Hahn called the report "
        "“pure fantasy”.",
    ],
)
def test_a_verdict_on_what_was_said_denies_it(told, text):
    assert len(disputed(told, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A woman said the singer had pushed her down the stairs. “It never happened,” the singer, Dan Hart, told "
        "reporters. “I was not even in the town.”",
        "Ex-driver Tom Vale said that he had delivered cash to the palace. “None of that happened,” said palace "
        "spokeswoman Ana Ruiz.",
        "Activists say officers beat two prisoners with cables. The prison's governor, Lars Holm, said no beatings "
        "had taken place.",
    ],
)
def test_what_never_happened_is_denied(told, text):
    assert len(disputed(told, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Officials said Oksuz was a leader of the plot. Oksuz said he had nothing to do with it.",
        "Police say that Marek Lund planned the robbery. Lund said that he was not involved in the robbery.",
        "Lawmaker Rosa Kent said the president knew of the payments. The president has said he knew nothing about "
        "them.",
        "Two investors say that they were defrauded by Orr's fund. Orr's lawyer said that the allegations had no "
        "substance.",
    ],
)
def test_who_had_no_part_in_it_denies_it(told, text):
    assert len(disputed(told, text)) == 2


def test_a_verdict_meets_the_word_of_whom_it_names(told):
    text = (
        "Senator Marco Rossi said that Ted Cole wants to let criminals stay in the country. Former senator Rick Sand "
        "said that Cole was no conservative. Cole's spokeswoman, Ada Fry, said that Rossi's claim that Cole is in "
        "favour of criminals is “simply not true”."
    )
    assert [claim.status for claim in told(text)] == ["disputed", "claimed", "disputed"]


@pytest.mark.parametrize(
    "text",
    [
        "President Cole said there was widespread fraud in the mail-in ballots. State election officials said there "
        "was no evidence of widespread fraud.",
        "The vaccine had caused four deaths, lawyer Ina Berg said. The medicines agency said there was nothing to "
        "suggest that the vaccine had caused any death.",
    ],
)
def test_that_there_is_nothing_to_show_it_denies_it(told, text):
    assert len(disputed(told, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Herald reported that the senator had met a lobbyist. The senator called the weather in the capital "
        "pathetic.",
        "The mayor said the budget report was flawed. Union chief Rita Orr said the bus timetable was flawed.",
        "The ministry said there was no sign of an early election. Analyst Bo Ek said an election might come in May.",
        "Police said there was no sign of forced entry. Neighbour Ada Sims said that she had heard a loud bang.",
        "A woman said the singer had pushed her. “Christmas never happened in our house,” the singer's mother told "
        "reporters.",
        "Police say that Marek Lund won the race. Lund said that he was not involved in the race's planning.",
        "The campaign said that she never would have sent secret papers. The department said it found no evidence that "
        "the document was ever sent.",
        "Rapper Jo Reyes said the album was made of old songs. Producer Al Roy called the deal a hoax.",
    ],
)
def test_a_verdict_on_another_thing_denies_nothing(told, text):
    assert disputed(told, text) == []


def test_who_chides_others_for_setting_them_against_one_another_is_not_disputed(told):
    text = "Senator Ted Cole chided the media for “the little game” of pitting members against one another."
    assert disputed(told, text) == []
    assert disputed(told, "The two mayors accused each other of lying.") != []
