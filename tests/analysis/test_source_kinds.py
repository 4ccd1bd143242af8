"""What kind of source somebody is is told by his name, else by the noun that stands for him, and never at random."""

import pytest

from briefing.model import Article, SourceKind, Status
from tests.analysis.paragraphs import paragraphs


@pytest.fixture
def claims(analyser):
    def read(text):
        *_, analysis = analyser.analyse(Article(text, paragraphs(text)))
        return [claim for claim in analysis.claims if claim.attributions]

    return read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The police said the road was closed.", SourceKind.GOVERNMENT),
        ("The Seoul government said the road was closed.", SourceKind.GOVERNMENT),
        ("The city said the water was safe.", SourceKind.GOVERNMENT),
        ("The family said the funeral would be private.", SourceKind.GROUP),
        ("The opposition said the count had been rigged.", SourceKind.GROUP),
        ("The event description says that the doors open at noon.", SourceKind.DOCUMENT),
        ("Republic Act No. 3846 states that no station may be built without a licence.", SourceKind.DOCUMENT),
        ("Police figures show that burglaries fell by a third.", SourceKind.DOCUMENT),
        ("Local news site Znak reported that the house had been full of gas.", SourceKind.OUTLET),
        ("The company said 300 jobs would go.", SourceKind.ORGANIZATION),
        ("The clerk said the file was lost.", SourceKind.PERSON),
        ("The midwife said the child was healthy.", SourceKind.PERSON),
    ],
)
def test_a_noun_tells_the_kind_of_a_source_without_a_name(claims, text, kind):
    assert claims(text)[-1].attributions[-1].source_kind is kind


def test_a_post_in_small_letters_is_no_newspaper(claims):
    assert claims("The post read: “We are closing the bar tonight.”")[0].attributions[0].source_kind is not (
        SourceKind.OUTLET
    )


@pytest.mark.parametrize(
    "source",
    [
        "Several residents",
        "Critics of the plan",
        "Dozens of villagers",
        "A number of Senators",
        "One MP",
        "An eyewitness",
        "A nurse at the clinic",
        "One of the survivors",
    ],
)
def test_who_has_no_name_for_sure_is_unnamed_whatever_is_said(claims, source):
    for content in ("the search had begun too late", "“I regret that we were not asked”"):
        assert claims(f"{source} said {content}.")[0].status in (Status.UNNAMED, Status.UNCLEAR)


@pytest.mark.parametrize("reports", ["reports", "initial reports", "local media reports", "some early reports"])
def test_reports_of_nobody_in_particular_have_no_name(claims, reports):
    (claim,) = claims(f"According to {reports}, the van turned twice.")
    assert (claim.status, claim.attributions[0].source_kind) == (Status.UNNAMED, SourceKind.UNNAMED)


@pytest.mark.parametrize("accounts", ["witness accounts", "estimates by organizers"])
def test_what_people_without_a_name_tell_has_none_either(claims, accounts):
    assert claims(f"According to {accounts}, the van turned twice.")[0].status is Status.UNNAMED


@pytest.mark.parametrize(
    "text",
    [
        "According to the ministry's reports, the van turned twice.",
        "A report by the auditors found that the van turned twice.",
    ],
)
def test_reports_of_somebody_are_documents(claims, text):
    assert (claims(text)[0].status, claims(text)[0].attributions[0].source_kind) == (
        Status.RELAYED,
        SourceKind.DOCUMENT,
    )


def test_a_share_of_those_asked_speaks_through_the_poll(claims):
    (claim,) = claims("47 percent said they would vote for Ruiz.")
    assert (claim.status, claim.attributions[0].source_kind) == (Status.RELAYED, SourceKind.DOCUMENT)


def test_authors_are_a_group_that_is_known_by_where_they_work(claims):
    text = (
        "Archaeologists from the University of Oslo found that the ship was older than thought. "
        "The archaeologists said that it had sailed to Greenland."
    )
    assert [claim.attributions[-1].source_kind for claim in claims(text)] == [SourceKind.GROUP] * 2
    (claim,) = claims("Archaeologists said that the ship was older than thought.")
    assert claim.attributions[-1].source_kind is SourceKind.UNNAMED
