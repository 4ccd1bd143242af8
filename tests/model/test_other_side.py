"""The other side of a dispute is told in one line: who, and in which words."""

from dataclasses import replace

from briefing.model import Attribution, Certainty, Claim, Evidence, Polarity, Span, Stance, Status, Voice
from briefing.model.other_side import LONGEST, is_told, other_side

TEXT = "The mayor denied it. “That is simply wrong,” Lund said. " + "They say that " + "it rains and " * 30


def _claim(words: str, cue: str = "") -> Claim:
    def span(found: str) -> Span:
        return Span(TEXT.index(found), TEXT.index(found) + len(found))

    hops = (Attribution((), (span(cue),)),) if cue else ()
    return Claim("c1", (span(words),), hops, Voice.INDIRECT, Certainty.CERTAIN, Polarity.POSITIVE, Status.DISPUTED, ())


def test_its_words_stand_in_quotation_marks_and_have_none_twice() -> None:
    assert other_side("Lund", _claim("“That is simply wrong,”", "said"), TEXT) == "Lund: “That is simply wrong,”"


def test_of_a_mere_pronoun_the_verb_before_it_is_told_too() -> None:
    assert other_side("Mayor", _claim("it", "denied"), TEXT) == "Mayor: “denied it”"


def test_of_a_denial_the_verb_is_told_too_however_long_it_is() -> None:
    hop = replace(_claim("it", "denied").attributions[0], stance=Stance.DENIES)
    claim = replace(_claim("it. “That is simply wrong,”"), attributions=(hop,))
    assert other_side("Mayor", claim, TEXT) == "Mayor: “denied it. ‘That is simply wrong,’”"


def test_long_words_are_cut_between_two_of_them() -> None:
    told = other_side("They", _claim("it rains and " * 30, "say"), TEXT)
    assert len(told) < LONGEST + 20
    assert told.endswith((" it …”", " rains …”", " and …”"))


def test_reasons_that_point_at_its_words_tell_it_already() -> None:
    claim = _claim("“That is simply wrong,”")
    assert is_told(claim, (Evidence((Span(21, 54),), "disputed.denied"),))
    assert not is_told(claim, (Evidence((Span(0, 9),), "claimed.alone"),))
