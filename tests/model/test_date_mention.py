"""Dates in the words of an article are told against the day on which it was published; what cannot be told is not."""

from datetime import date

import pytest

from briefing.model import Time
from briefing.model.date_mention import Precision, foremost, named_dates, names_a_date, published_day

FRIDAY = date(2025, 6, 6)


@pytest.mark.parametrize(
    ("words", "time", "day"),
    [
        ("talks in London on June 9", Time.PLANNED, date(2025, 6, 9)),
        ("talks on 9 June", Time.PRESENT, date(2025, 6, 9)),
        ("the 3rd of March", Time.PAST, date(2025, 3, 3)),
        ("a vote on December 31", Time.PAST, date(2024, 12, 31)),
        ("a vote on January 5", Time.PLANNED, date(2026, 1, 5)),
        ("signed on 14 February 2019", Time.PAST, date(2019, 2, 14)),
        ("signed on Feb. 14, 2019", Time.PAST, date(2019, 2, 14)),
        ("signed on 2019-02-14", Time.PAST, date(2019, 2, 14)),
        ("called on Thursday", Time.PAST, date(2025, 6, 5)),
        ("called on Friday", Time.PAST, FRIDAY),
        ("will meet on Monday", Time.PLANNED, date(2025, 6, 9)),
        ("called last Friday", Time.PAST, date(2025, 5, 30)),
        ("called last Monday", Time.PAST, date(2025, 6, 2)),
        ("meets next Friday", Time.PLANNED, date(2025, 6, 13)),
        ("meets this Sunday", Time.PLANNED, date(2025, 6, 8)),
        ("it rained yesterday", Time.PAST, date(2025, 6, 5)),
        ("Tomorrow it opens", Time.PLANNED, date(2025, 6, 7)),
        ("found three days ago", Time.PAST, date(2025, 6, 3)),
        ("opens in 10 days", Time.PLANNED, date(2025, 6, 16)),
        ("talks from June 9-12", Time.PLANNED, date(2025, 6, 9)),
    ],
)
def test_a_day_is_told_against_the_day_of_publication(words: str, time: Time, day: date) -> None:
    (named,) = named_dates(words, FRIDAY, time)
    assert (named.first, named.precision) == (day, Precision.DAY)


@pytest.mark.parametrize(
    ("words", "time", "first", "precision"),
    [
        ("fell in March", Time.PAST, date(2025, 3, 1), Precision.MONTH),
        ("fell in October", Time.PAST, date(2024, 10, 1), Precision.MONTH),
        ("opens in March", Time.PLANNED, date(2026, 3, 1), Precision.MONTH),
        ("opens in June", Time.PLANNED, date(2025, 6, 1), Precision.MONTH),
        ("wanted its money by December", Time.PAST, date(2025, 12, 1), Precision.MONTH),
        ("closed in May 2020", Time.PAST, date(2020, 5, 1), Precision.MONTH),
        ("last November", Time.PAST, date(2024, 11, 1), Precision.MONTH),
        ("since 2019", Time.PAST, date(2019, 1, 1), Precision.YEAR),
        ("by 2030", Time.PLANNED, date(2030, 1, 1), Precision.YEAR),
        ("last year", Time.PAST, date(2024, 1, 1), Precision.YEAR),
        ("two years ago", Time.PAST, date(2023, 1, 1), Precision.YEAR),
        ("next month", Time.PLANNED, date(2025, 7, 1), Precision.MONTH),
        ("last week", Time.PAST, date(2025, 5, 26), Precision.WEEK),
        ("two weeks ago", Time.PAST, date(2025, 5, 23), Precision.WEEK),
    ],
)
def test_weeks_months_and_years_are_told_as_such(words: str, time: Time, first: date, precision: Precision) -> None:
    (named,) = named_dates(words, FRIDAY, time)
    assert (named.first, named.precision) == (first, precision)


@pytest.mark.parametrize(
    "words",
    [
        "it may rain",
        "they march on",
        "May wants a vote",
        "2,000 people",
        "he paid 1999.50 in 2000.5 hours",
        "on the 45th of June",
        "on June 31",
        "prices fell in two years",
        "a 24-hour strike",
        "room 1984",
    ],
)
def test_what_is_no_date_is_not_taken_for_one(words: str) -> None:
    assert named_dates(words, FRIDAY, Time.PAST) == []


def test_without_the_day_of_publication_only_what_has_a_year_can_be_told() -> None:
    named = named_dates("on Monday, on June 9, last week and on 3 May 2020", None)
    assert [one.first for one in named] == [date(2020, 5, 3)]
    assert names_a_date("on Monday")
    assert not names_a_date("it may rain")


def test_the_most_exact_date_is_foremost_and_of_two_the_first() -> None:
    named = named_dates("In 2024 they agreed on March 3 to meet on March 9", FRIDAY, Time.PAST)
    found = foremost(named)
    assert found is not None
    assert (found.first, found.words) == (date(2025, 3, 3), "March 3")
    assert foremost([]) is None


@pytest.mark.parametrize(
    ("published", "day"),
    [("2025-06-06", FRIDAY), ("2025-06-06T10:00:00Z", FRIDAY), ("June 2025", None), ("", None)],
)
def test_the_day_of_publication_is_a_full_date(published: str, day: date | None) -> None:
    assert published_day(published) == day
