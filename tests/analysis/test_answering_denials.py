"""A denial is one side of a dispute by its own words, also where nobody in the article says the other."""

import pytest

from briefing.model import Article
from tests.analysis.paragraphs import paragraphs

DENIALS = {
    "who denies accusations answers them": "The harbour police deny accusations of brutality.",
    "who denies a deed in a clause answers who lays it to him": "Vost denied that he forged the logs.",
    "who denies a deed in a word of action does": "Holt has consistently denied cheating her partners.",
    "who denies a part in it does": "The ministry denied any involvement in the raid.",
    "who rejects a claim takes the other side": "The minister rejected claims that the levee had been neglected.",
    "who denies any role in it does": "The interior ministry denied any foreign role in the blast.",
    "who denies links to somebody does": "The mining firm denied links to the gang.",
    "who refutes a suggestion does": "The bank refuted suggestions that it had misled savers.",
    "a plea answers the charge": "Ana Lopes pleaded not guilty in Porto on Friday.",
    "who says that he did nothing wrong answers": "Dana Holt said she had done nothing wrong.",
    "who defends himself denies it": "The mayor defended himself against claims that he had lied.",
    "who hits back at claims does": "The airline hit back at claims that it had hidden the fault.",
    "who pushes back against reports does": "Governor Ana Pohl pushed back against reports that she had fled.",
    "who shrugs allegations off does": "Vost shrugged off allegations that his party had bought votes.",
    "who takes issue with reports does": "The ministry took issue with reports that the dam was unsafe.",
    "criticism that tells what is so is denied": "Trainer Kit Moss rejected criticism that his horses were tired.",
    "fiction is what a report is dismissed as": "A spokeswoman dismissed the report as fiction.",
}

NO_DENIALS = {
    "an offer is turned down": "The mayor rejected the offer of a loan.",
    "a request is turned down": "The court denied the request for bail.",
    "somebody does not get a thing": "The embassy denied him a visa.",
    "a plan is turned down": "The council rejected the plan to close the school.",
    "money is not given": "The agency denied funding for the bridge.",
    "a word is not liked": "Reed rejects the term collaborator.",
    "a wish is turned down": "Kroll dismissed the suggestion that she should quit.",
    "a wish is shrugged off": "Kroll shrugged off suggestions that she should quit.",
    "criticism of a thing is a view": "The trainer, Kit Moss, rejected criticism of his horses.",
    "a decision is defended": "The minister defended the decision to close the mine.",
    "who does not hit back denies nothing": "The airline did not hit back at claims that it had hidden the fault.",
    "what one must do is not done": "Vost must defend himself against claims that he had lied.",
    "a claim for money says nothing": "The court rejected the claim for damages by two pensioners.",
    "a plan is pushed back against": "Governor Ana Pohl pushed back against the plan to close the port.",
    "a part in a play is not given": "The council denied her a part in the play.",
    "a role in a match is not given": "The club denied the striker a role in the final.",
    "a part in no wrong is no plea": "Lund said that he was not involved in the planning of the race.",
    "a plan of one's own is denied": "The ministry denied that it would raise the tax.",
    "somebody is sent away": "Mayor Dana Holt dismissed her adviser on Monday.",
    "who does not deny denies nothing": "The firm did not deny the allegations.",
    "who takes another's side answers for nobody": "Critic Karl Vost said Lopes did nothing wrong.",
}


@pytest.mark.parametrize("text", DENIALS.values(), ids=DENIALS)
def test_a_denial_is_disputed(told, text):
    assert [claim.status for claim in told(text)] == ["disputed"]


@pytest.mark.parametrize("text", NO_DENIALS.values(), ids=NO_DENIALS)
def test_what_is_turned_down_is_no_dispute(told, text):
    assert "disputed" not in {claim.status for claim in told(text)}


def test_the_reason_says_that_it_is_a_denial(analyser):
    text = "Vost denied that he forged the logs."
    *_, analysis = analyser.analyse(Article(text, paragraphs(text)))
    (evidence,) = analysis.claims[0].evidence
    assert evidence.rule == "disputed.answering"
    assert dict(evidence.arguments) == {"source": "Vost", "words": "Vost denied"}
