"""Whom the source of a claim means: all who speak together, and the one whom a pronoun stands for."""

import pytest


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Mayor Per Lund and union leader Mei Tan said the bridge would be rebuilt.", "Per Lund and Mei Tan"),
        ("Per Lund and Mei Tan announced jointly that the bridge would be rebuilt.", "Per Lund and Mei Tan"),
        ("Per Lund, together with Mei Tan, announced that the bridge would be rebuilt.", "Per Lund and Mei Tan"),
        ("Ana Ruiz and her neighbour Jon Falk said that the alarm had failed.", "Ana Ruiz and Jon Falk"),
        ("Ruth Keller of the Patients' League and Per Lund said the ward was full.", "Ruth Keller and Per Lund"),
        (
            "The Ministry of Transport met the Dock Workers' Union. The ministry and the union said it was over.",
            "Ministry of Transport and Dock Workers' Union",
        ),
        (
            "Per Lund runs the port and Mei Tan leads the union. Lund and Tan announced jointly that it would close.",
            "Per Lund and Mei Tan",
        ),
    ],
)
def test_all_who_speak_together_are_actors_of_the_hop(told, text, actors):
    assert told(text)[-1].hops[0][2] == actors


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Per Lund and Mei Tan said the ward was full.",
        "Supporters of Per Lund and Mei Tan said the ward was full.",
    ],
)
def test_whom_others_speak_for_does_not_speak(told, text):
    assert told(text)[-1].hops[0][2] == ""


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Teachers, nurses and the mayor, Per Lund, said the school would stay open.", "claimed"),
        ("Residents and Mayor Per Lund said the ward was full.", "claimed"),
        ("Residents and nurses said the ward was full.", "unnamed"),
    ],
)
def test_who_is_named_among_others_who_are_not_speaks(told, text, status):
    claim = told(text)[-1]
    assert (claim.hops[0][2], claim.status) == ("Per Lund" if status == "claimed" else "", status)


def test_who_is_set_off_by_commas_is_one(told):
    (claim,) = told("Mei Tan, chair of Acme Corp. and Norvane Inc., said the merger was dead.")
    assert claim.hops[0][2] == "Mei Tan"


@pytest.mark.parametrize(
    ("text", "source", "actor"),
    [
        ("Mayor Lena Olsen came on Monday.\nThe pier was shut.\nShe said the roof was unsafe.", "She", "Lena Olsen"),
        (
            "According to police chief Dana Cole, three men were held. Airport director Hugo Marin met the press. "
            "She said the case was closed.",
            "She",
            "Dana Cole",
        ),
        ("Norvane Inc. will close two plants. It said 400 jobs would go.", "It", "Norvane Inc."),
    ],
)
def test_a_pronoun_speaks_for_whom_it_means(told, text, source, actor):
    hop = told(text)[-1].hops[0]
    assert (hop[0], hop[2]) == (source, actor)


MAYOR = "The mayor of Holm, Kari Aune, opened the school."
LADY = "The First Lady, Grace Mwangi, opened the clinic. The governor, Susan Kihika, was there."
PAIR = "Tom King and Harriet Weeks were abducted in April. They are engineers with the firm Delta Ore."
SISTERS = "Anna Lund and her sister, Vera Lund, run the factory. Anna sews."


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # An office in the place of a name, with a capital or not.
        (f"{LADY} The First Lady said she knew nothing about roads.", "Grace Mwangi"),
        ("The Minister of Roads, Adaeze Bello, came. The Minister said that tolls would rise.", "Adaeze Bello"),
        (f"{MAYOR} Kari Aune said that it had cost too much.", "Kari Aune"),
        # Two who were named in one breath.
        (f"{PAIR} Both said that they had been treated well.", "Tom King and Harriet Weeks"),
        (f"{PAIR} Both engineers said that they had been treated well.", "Tom King and Harriet Weeks"),
        # Somebody's relative who has a name.
        (f"{SISTERS} Her sister said that they had sold 4,000 umbrellas.", "Vera Lund"),
        ("Ana Marsh lied. Her son, Ben Marsh, was there. Her son said that he had seen it.", "Ben Marsh"),
        # The short name of a firm.
        ("Chen works for Kestrel Devices. Kestrel said that it had lost the file.", "Kestrel Devices"),
    ],
)
def test_roles_relatives_and_pairs_are_whom_they_mean(told, text, actors):
    assert told(text)[-1].hops[0][2] == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Anna Lund met Per Falk. Her brother said that the factory was closed.", ""),
        (f"{SISTERS} Her cousin said that they had sold 4,000 umbrellas.", ""),
        (f"{PAIR} Both banks said that they had lost money.", ""),
    ],
)
def test_who_was_never_named_stays_open(told, text, actors):
    assert told(text)[-1].hops[0][2] == actors


@pytest.mark.parametrize("number", ["4/ ", "12. ", "(3) "])
def test_the_number_of_a_paragraph_is_no_part_of_a_name(told, number):
    text = f"{number}Governor Ann Reese claims that the levee was never counted."
    assert told(text)[-1].hops[0][0] == "Governor Ann Reese"


@pytest.mark.parametrize(
    "text",
    [
        "A reporter asked if schools would close.",
        "Journalists asked whether the mayor would resign.",
    ],
)
def test_a_question_of_the_press_is_no_claim(told, text):
    assert told(text) == []


def test_whoever_says_something_is_nobody(told):
    claims = told("“Whoever told you that is mistaken,” Per Lund told a reporter from the Sun.")
    assert [claim.hops[-1][0] for claim in claims] == ["Per Lund"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Deputy Mayor, Luc Bastien, came. The Deputy Mayor said it would feed the quarter.", "Luc Bastien"),
        ("The supermarket, Fairfield Foods, had argued that the rule protected food.", "Fairfield Foods"),
    ],
)
def test_an_office_or_a_trade_before_a_name_is_whom_it_means(told, text, actors):
    assert told(text)[-1].hops[0][2] == actors


def test_whoever_answers_is_not_the_one_who_asks(told):
    text = "Per Lund took questions. A reporter asked if it would close. “There is no such plan at all,” he replied."
    assert told(text)[-1].hops[0][2] in ("Per Lund", "")


def test_a_surname_of_two_is_that_of_whom_the_article_is_about(told):
    text = (
        "Donald Trumbo met voters. Trumbo said taxes would fall. Trumbo said wages would rise. "
        "Mary Trumbo wrote a book. Biden promised jobs. Trumbo encouraged public schools to reopen."
    )
    assert {hop[2] for claim in told(text) for hop in claim.hops if hop[0] == "Trumbo"} == {"Donald Trumbo"}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("“It is late,” said Brett O’Donnell. “It is taxing,” O’Donnell said.", "Brett O’Donnell"),
        ("Rosa D’Angelo met Ann O’Neill. O’Neill denied that it was late.", "Ann O’Neill"),
    ],
)
def test_a_surname_with_a_prefix_and_an_apostrophe_is_one_word(told, text, actor):
    assert told(text)[-1].hops[0][2] == actor
