"""What a source says begins with the clause that the words of saying stand in, and not with the sentence."""

import pytest


def contents(told, text):
    return [claim.content for claim in told(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The lorry hit the barrier; about 40 litres of oil, officials said, ran into the river near Marden.",
            "about 40 litres of oil / ran into the river near Marden",
        ),
        (
            "The plant closed in May; its owner, according to the steelworkers' union, owes 3 million euros in wages.",
            "its owner / owes 3 million euros in wages",
        ),
        (
            "The ship left Hull on Monday — its captain, the company said, had been replaced in March.",
            "its captain / had been replaced in March",
        ),
        (
            "The drug was approved in 2015, and sales, the company said on Tuesday, have doubled since.",
            "sales / have doubled since",
        ),
        (
            "The court fined the bank, and the regulator, according to two lawyers, wanted a higher sum.",
            "the regulator / wanted a higher sum",
        ),
        (
            "Flights were cancelled while the airport, its director said, remained open.",
            "the airport / remained open",
        ),
        (
            "He built schools and clinics and, according to a United Nations report, was praised across the region.",
            "He / was praised across the region",
        ),
        (
            "Nora Hale won the seat in 2010 and, her office said, will not run again.",
            "Nora Hale / will not run again",
        ),
        (
            "The town paid its debts and, according to Reuters, became the first in the valley to ban cars.",
            "The town / became the first in the valley to ban cars",
        ),
    ],
)
def test_the_clause_before_is_the_article_s_own(told, text, content):
    assert content in contents(told, text)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The bridge, officials said, was unsafe; it will be rebuilt next year.", "The bridge"),
        ("Prices rose in June; they will fall by autumn, the central bank said.", "Prices rose"),
        ("The fire, which began at noon, the brigade said, killed two horses.", "The fire"),
        ("“We fought hard; we won,” Karl Vost said, “and we will win again.”", "“We fought"),
        (
            "The yacht — a gift from the sheikh — was, according to the filing, never declared.",
            "The yacht",
        ),
        (
            "The strike, which closed three ports and cost millions, was, according to the finance ministry, illegal.",
            "The strike",
        ),
        ("Fire and smoke, the brigade said, filled the hall.", "Fire and smoke"),
    ],
)
def test_one_clause_stays_whole(told, text, start):
    (content, *_) = contents(told, text)
    assert content.startswith(start)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Harbour master Ole Lund said on Tuesday morning the quay itself, which sank in 2004, will be closed.",
            "the quay itself, which sank in 2004, will be closed",
        ),
        (
            "Council leader Priya Nair said yesterday the bridge, which carries 9,000 cars a day, would have to go.",
            "the bridge, which carries 9,000 cars a day, would have to go",
        ),
        (
            "While some villagers spoke of a tiger, according to ranger Anil Rao no tracks have been found.",
            "no tracks have been found",
        ),
    ],
)
def test_a_clause_keeps_its_subject_and_takes_no_other_clause_before_it(told, text, content):
    assert contents(told, text) == [content]
