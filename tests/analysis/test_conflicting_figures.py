"""Two who count the same and come to different numbers dispute each other."""

import pytest

from briefing.model import Article
from tests.analysis.paragraphs import paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "27 people died, the ministry said. Local doctors put the toll at 40.",
        "Fourteen people drowned, the coast guard said. The fishermen's league put the number of dead at 31.",
        "The army said nine soldiers were killed. The governor, Ana Ruiz, put the death toll at 12.",
    ],
)
def test_a_toll_that_somebody_else_puts_higher_is_a_dispute(told, text):
    assert [claim.status for claim in told(text)] == ["disputed", "disputed"]


@pytest.mark.parametrize(
    "text",
    [
        # The same number, a bound, another kind of harm, one and the same source.
        "27 people died, the ministry said. Local doctors put the toll at 27.",
        "At least 27 people died, the ministry said. Local doctors put the toll at 40.",
        "27 people died, the ministry said. Local doctors put the number of injured at 40.",
        "27 people died, the ministry said. Later the ministry put the toll at 40.",
    ],
)
def test_counts_that_do_not_conflict_are_no_dispute(told, text):
    assert "disputed" not in {claim.status for claim in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The union said 4,000 workers joined the strike. The company said fewer than 900 took part.",
        "27 people died, the health ministry said. Doctors at the hospital said they had counted 40 bodies.",
        "Fifty houses were destroyed, the mayor said. Governor Ana Ruiz said 12 houses had been destroyed.",
        "The survey agency put the quake at magnitude 7.1. A Chilean institute said its magnitude was 6.6.",
        "The quake had a magnitude of 5.8, the National Observatory said. The US Geological Survey said it "
        "was of magnitude 6.4.",
        "Organisers said 200,000 people marched through Lisbon. Police put the crowd at 60,000.",
        "The opposition said dozens of its supporters were killed. The interior ministry said two people had died.",
        "The army said nine soldiers were killed. Rebel spokesman Idris Oud said between 40 and 50 soldiers had died.",
        "Police said about 3,000 people had gathered in the square. Campaigner Ida Holm said at least 20,000 "
        "took part.",
        "Activists said more than a hundred people were arrested. Police spokesman Per Lund said officers had"
        " detained 31 people.",
        "The ministry said no one was injured. The Red Crescent said 14 people were wounded.",
        "Officials said twelve people were missing. The fishermen's league said 31 were missing.",
        "The government says 1,200 families were displaced by the flood. Aid group Care said some 9,000 "
        "families had fled.",
    ],
)
def test_counts_that_cannot_both_be_so_are_a_dispute_that_says_so(analyser, text):
    *_, analysis = analyser.analyse(Article(text, paragraphs(text)))
    assert [claim.evidence[0].rule for claim in analysis.claims] == ["disputed.figures"] * 2


@pytest.mark.parametrize(
    "text",
    [
        # Of a part, of others, rounded, elsewhere, at another time, of another harm, or no count at all.
        "The ministry said 27 people had died. Nine of them were children, doctors said.",
        "27 people died, the ministry said on Monday. By Tuesday the toll had risen to 40, doctors said.",
        "The army said nine soldiers were killed. The UN said 31 civilians had died.",
        "Police said 4,012 people took part. Organisers said about 4,000 people marched.",
        "Police said 12 people were killed in Homs. Doctors said 30 people were killed in Aleppo.",
        "Police said 27 people were killed. The hospital said it had received nine bodies from Kesra.",
        "The ministry said 27 people had died. Doctors said 40 people were injured.",
        "The mayor said 300 people attended the fair. The coach said 90 people attended the match last year.",
        "The agency said the quake had a magnitude of 5.8. The observatory said its depth was 10 km and it "
        "was felt for 30 seconds.",
        "Police said the man, 27, died at home. His widow said he had died 40 years to the day after his father.",
        "The survey agency put the quake at magnitude 7.1. An aftershock had a magnitude of 5.5, the institute said.",
        "Fifty houses were destroyed, the mayor said. Governor Ana Ruiz said 12 schools had been destroyed.",
        "Local officials reported 14 deaths on Friday. The ministry said 70 people had been killed since January.",
        "Dr Lund said 3 people died in 2011. The ministry said 500 people died in 2015.",
    ],
)
def test_counts_of_two_things_or_times_are_no_dispute(told, text):
    assert all(kind != "denies" for claim in told(text) for kind, _ in claim.links)
