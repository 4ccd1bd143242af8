"""Numbers and dates look as in the spreadsheet."""

from datetime import date, datetime, time, timedelta

import pytest

from briefing.intake.number_format import shown

CASES = [
    (1234.5, "General", "1234.5"),
    (12, "General", "12"),
    (1 / 3, "General", "0.3333333333"),
    (0.1 + 0.2, "General", "0.3"),
    (1e15, "General", "1E+15"),
    (1234.5, "0", "1235"),
    (2.5, "0", "3"),
    (1.005, "0.00", "1.01"),
    (1234567.891, "#,##0.00", "1,234,567.89"),
    (0.125, "0.0%", "12.5%"),
    (0.5, "0%", "50%"),
    (1200, '"$"#,##0', "$1,200"),
    (-1200, '"$"#,##0_);("$"#,##0)', "($1,200)"),
    (-3, "0", "-3"),
    (1200.5, "#,##0.00\\ [$€-407]", "1,200.50 €"),
    (0, '0;-0;"none"', "none"),
    (1500000, '0.0,,"M"', "1.5M"),
    (12345, "0.00E+00", "1.23E+04"),
    (7, "000", "007"),
    (1.5, "0.##", "1.5"),
    (2, "#.##", "2."),
    (True, "General", "TRUE"),
    ("words", "0.00", "words"),
    (datetime(2024, 6, 3, 10, 5), "yyyy-mm-dd hh:mm", "2024-06-03 10:05"),
    (datetime(2024, 6, 3, 15, 5), "d mmmm yyyy, h:mm AM/PM", "3 June 2024, 3:05 PM"),
    (date(2024, 6, 3), "mm-dd-yy", "06-03-24"),
    (date(2024, 6, 3), "ddd d. mmm", "Mon 3. Jun"),
    (time(9, 7, 5), "h:mm:ss", "9:07:05"),
    (timedelta(hours=26, minutes=3), "[h]:mm", "26:03"),
]


@pytest.mark.parametrize(("value", "form", "words"), CASES)
def test_a_cell_shows_what_its_format_says(value: object, form: str, words: str) -> None:
    assert shown(value, form) == words
