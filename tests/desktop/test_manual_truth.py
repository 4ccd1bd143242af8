"""What the manual says is so: its examples have the status beside them, and its numbers are those of the program."""

import re

import pytest

from briefing.analysis import Analyser
from briefing.desktop.manual.pages import read_page
from briefing.desktop.model_labels import status_label
from briefing.desktop.theme import HIGHLIGHT_COLOURS
from briefing.export import FORMATS
from briefing.intake import read_bytes
from briefing.library.restorations import WAITING
from briefing.library.sqlite.backup import DAILY, WEEKLY
from briefing.model import Status, words_of
from briefing.model.catalogue import in_english

STATUSES = {status_label(status): status for status in Status}
ROWS = re.findall(r"^\| !\[\]\(status:\w+\) ([^|]+) \| [^|]+ \| ([^|]+) \|$", read_page("statuses"), re.MULTILINE)
EXAMPLES = [(STATUSES[label], words) for label, words in ROWS if label in STATUSES]
NUMBERS = {4: "four", 7: "seven", 8: "eight"}


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser.open()


def statuses_in(analyser: Analyser, words: str) -> dict[str, Status]:
    """The claims of an article that says only `words`, with their statuses."""
    article = read_bytes(f"Harbour news\n\n{words}\n".encode(), name="news.txt").article
    *_, analysis = analyser.analyse(article)
    return {words_of(claim.content, article.text): claim.status for claim in analysis.claims}


def test_there_is_an_example_of_each_status() -> None:
    assert [status for status, _ in EXAMPLES] == list(Status)


@pytest.mark.parametrize(("status", "words"), EXAMPLES)
def test_each_example_has_the_status_beside_it(analyser: Analyser, status: Status, words: str) -> None:
    assert status in statuses_in(analyser, words).values()


def test_who_repeats_himself_confirms_nothing(analyser: Analyser) -> None:
    said = "The minister confirmed that the two sides had agreed"
    assert said in read_page("statuses")
    assert Status.CONFIRMED not in statuses_in(analyser, f"{said}.").values()


def test_the_numbers_are_those_of_the_program() -> None:
    backups, library, annotating = (
        " ".join(read_page(name).casefold().split()) for name in ("backups", "library", "annotating")
    )
    assert f"{NUMBERS[DAILY]} days and {NUMBERS[WEEKLY]} weeks are kept" in backups
    assert f"deleted after {WAITING.days} days" in library
    assert f"one of the {NUMBERS[HIGHLIGHT_COLOURS]} colours" in annotating


def test_every_format_of_a_brief_is_told() -> None:
    told = read_page("briefs").casefold()
    for kind in FORMATS.values():
        name = re.split(r"[,(]", in_english(kind.title))[0].strip()
        assert name.removesuffix(" claims").removesuffix(" annotations").casefold() in told
