"""Whether the words of a claim answer another one, and how: what denies, what affirms, and what only points back."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.attribution_rules import PLEA, Attributed
from briefing.analysis.attribution.denial_clauses import DENIAL
from briefing.analysis.claims.claim_drafts import Draft
from briefing.analysis.syntax.dependencies import SUBJECTS, is_negated, text_of, words_in
from briefing.analysis.syntax.lexicon import Lexicon
from briefing.analysis.syntax.word_classes import (
    OBJECT_PRONOUNS,
    SPEAKER_ENTITIES,
    TIME_ENTITIES,
    UNREAL_MODALS,
    VERBAL,
)
from briefing.model import Span, Stance, Time

CHARGE = "verb.charge"

_PREDICATES = frozenset({"acomp", "attr", "oprd", "ccomp", "ROOT", "xcomp", "dobj"})
_PERSONAL = frozenset({"PRP", "NNP", "NNPS"})
_NOMINAL = frozenset({"NOUN", "PROPN", "VERB"})
_LATER = frozenset({"will", "wo", "’ll", "'ll"})
_ABOUT = frozenset({"about", "when", "to", "that", "and", "on"})
_OWNERS = frozenset({"his", "her", "their"})
_IN = frozenset({"in", "to", "with", "of"})
_OWED = frozenset({"for", "to"})
_BEHIND = len(", that ")
"""Code points at most between the words by which one answers back and what is answered."""

_IDLE = frozenset({"news", "a", "an", "total", "complete", "pure", "utter", "outright", "simply"})
_TELLING = frozenset({"say", "insist", "consider"})
_WHOLE = frozenset({"all", "any", "both", "every", "each", "none", "nothing"})
_POINTER = 6
"""Words of the longest content that only points: "the accusations that were made against him" tells more."""

_VERDICT = 14
"""Words within which a content is but a verdict on what somebody said."""

_SHORT = 5
_OPENING = 9
"""Words at the beginning of a content by which it says that somebody is innocent, or that there is nothing in it."""


class AnswerReader:
    """Reads whether the claims of one article answer others.

    Args:
        doc: the parsed article.
        lexicon: the words.
    """

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._answers = answers = lexicon.answers
        # Each word of each claim is looked up once; "made" stands for "made up".
        self._rebuffs = [Span(*found.span()) for found in answers.rebuffs.finditer(text_of(doc))]
        self._verdicts = answers.false | answers.true | {words.split()[0] for words in answers.scorn}

    def read(self, draft: Draft) -> None:
        """Set what a draft answers by, and whether it only points at what it answers."""
        draft.pointing = self._is_pointing(draft)
        draft.answer = self._answer(draft)
        draft.answering = self._is_answering(draft)
        draft.whole = draft.pointing and not draft.against and any(self._doc[i].lower_ in _WHOLE for i in draft.tokens)

    def takes_back(self, hop: Attributed) -> bool:
        """Whether the source is the text itself in an earlier, corrected form."""
        words = " ".join(span.of(text_of(self._doc)).lower() for span in hop.source)
        return any(phrase in words for phrase in self._answers.corrections)

    def speaks_for(self, source: list[Token]) -> Iterator[Token]:
        """Those for whom somebody speaks: "Holt" in "Holt's lawyer", "a spokesman for Holt"."""
        for token in source:
            if token.lemma_.lower() not in self._answers.representatives:
                continue
            for child in token.children:
                if child.dep_ in {"poss", "compound", "amod", "nmod"}:
                    yield child
                elif child.dep_ == "prep" and child.lower_ in {"for", "of"}:
                    yield from (part for part in child.children if part.dep_ == "pobj")

    # What only points --------------------------------------------------------------------------------------------

    def _is_pointing(self, draft: Draft) -> bool:
        head = draft.head
        words = [self._doc[index] for index in sorted(draft.tokens) if self._doc[index].pos_ != "PUNCT"]
        # "Dismissed the story as a fairy tale" points at the story all the same.
        if head.lower_ == "as":
            head = next((word for word in words if word.i < head.i and word.pos_ == "NOUN"), head)
        if next((at for at, word in enumerate(words) if word.lower_ == "as"), len(words)) > _POINTER:
            return False
        if head.lower_ in self._answers.pronouns:
            return True
        who = next((child for child in head.children if child.dep_ in SUBJECTS), None)
        if who is not None and who.lower_ in self._answers.pronouns and head.lower_ in self._answers.grounds:
            # "Denied it happened" tells no more than "denied it".
            return head.pos_ == "VERB" and len(draft.tokens) <= _SHORT
        definite = any(child.dep_ in {"det", "poss", "amod"} for child in head.children)
        plural = head.tag_ == "NNS"
        bare = head.lemma_.lower() in self._answers.mass
        return head.lemma_.lower() in self._answers.pointers and (definite or plural or bare)

    def telling(self, draft: Draft) -> Iterator[Token]:
        """The words by which a content that only points tells what it points at: "fraud" in "the fraud claims"."""
        answers = self._answers
        if any(child.lower_ in _OWNERS for child in draft.head.children):
            # "Their account of the crash" is theirs, whatever else it is of.
            return
        words = self._first_sentence(draft)
        subjects = [child for child in draft.head.children if child.dep_ in SUBJECTS]
        passed = draft.stance is not Stance.DENIES and any(one.lemma_.lower() in answers.spoken for one in subjects)
        if passed or len(words) > _VERDICT:
            # "The report was inaccurate, and he had been on holiday" tells nothing more of the report.
            words = [part for who in subjects for part in who.subtree]
        # What it is dismissed as is the verdict, and not what it tells of.
        for token in takewhile(lambda word: word.lower_ != "as", words):
            idle = self._points(token) and not self._is_thing(draft, token)
            idle = idle or token.lower_ in answers.false | answers.true | answers.grounds | _WHOLE
            idle = idle or token.ent_type_ in TIME_ENTITIES
            if token.pos_ in _NOMINAL and not idle and (token.i != draft.head.i or self._is_thing(draft, token)):
                yield token

    def _is_thing(self, draft: Draft, word: Token) -> bool:
        """Whether a noun means a thing, and not what was said of it, where a verdict is passed: "the deal is fake"."""
        lemma = word.lemma_.lower()
        return draft.stance is not Stance.DENIES and lemma in self._answers.things

    def _points(self, word: Token) -> bool:
        return word.lower_ in self._answers.pronouns or word.lemma_.lower() in self._answers.pointers

    def _only_points(self, draft: Draft) -> bool:
        """Whether a verdict is all that the content adds: "called this untrue"."""
        words = [self._doc[index] for index in draft.tokens]
        return any(self._points(word) for word in words) and len(words) <= _SHORT

    def _points_back(self, clause: Token) -> bool:
        who = self._subject(clause)
        return who is not None and self._points(who)

    # What answers ------------------------------------------------------------------------------------------------

    def _answer(self, draft: Draft) -> Stance | None:
        inner = draft.chain[-1] if draft.chain else None
        if inner is None:
            return None
        if self.takes_back(inner):
            return Stance.DENIES
        if inner.rule == DENIAL:
            draft.pointing = len(draft.tokens) <= _POINTER and self._points(self._doc[max(draft.tokens)])
            return Stance.DENIES
        if inner.rule == PLEA:
            draft.pointing = draft.innocence = True
            return Stance.DENIES
        if self._is_rebuff(draft):
            draft.innocence = self._is_guilt(draft)
            return Stance.DENIES
        if inner.stance in {Stance.DENIES, Stance.CONFIRMS}:
            own = inner.cue_lemma in self._answers.retracting or self._is_of_itself(draft, inner)
            unsaid = inner.negated or own or self._is_unreal(inner) or self._is_turned_down(draft)
            draft.innocence = inner.stance is Stance.DENIES and self._is_guilt(draft)
            return None if unsaid else inner.stance
        told = draft.pointing or draft.head.pos_ == "VERB"
        if inner.cue_lemma in self._answers.disputing and told and not inner.negated:
            return Stance.DENIES
        if inner.negated:
            # Who did not find it says that it is not so.
            return Stance.DENIES if inner.cue_lemma in self._answers.finding and inner.source else None
        if self._is_innocent(draft):
            draft.innocence = True
            return Stance.DENIES
        if self._is_groundless(draft):
            return Stance.DENIES
        return self._verdict(draft)

    def _is_answering(self, draft: Draft) -> bool:
        """Whether the claim is by its own words one side of a dispute: "denied the allegations", "pleaded not guilty".

        What is turned down and not denied is none: "rejected the offer", "denied them entry".
        """
        if draft.answer is not Stance.DENIES:
            return False
        inner, head, answers = draft.chain[-1], draft.head, self._answers
        if inner.rule == PLEA:
            return True
        if self._is_owed(draft):
            return False
        # "Dismissed the suggestion that she should quit": a wish is turned down, and nothing denied.
        wished = any(self._doc[i].lower_ in UNREAL_MODALS for i in draft.tokens)
        if self._is_rebuff(draft):
            return not wished
        if inner.stance is not Stance.DENIES:
            # Who says that somebody else did nothing wrong takes his side, and answers for nobody.
            return draft.own and any(phrase in self._opening(draft) for phrase in answers.innocence)
        if not inner.source or head.lower_ in answers.pronouns:
            return False
        if inner.cue_lemma in answers.outright:
            # "Denied that it would raise the tax" tells what one means to do oneself.
            happened = head.pos_ in VERBAL and draft.time is not Time.PLANNED
            return happened or head.lemma_.lower() in answers.asserted | answers.guilt or self._is_part(draft)
        return head.lemma_.lower() in answers.asserted and not wished

    def _is_part(self, draft: Draft) -> bool:
        """Whether what is denied is that somebody had a hand in it: "any role in the raid", "links to the gang"."""
        head, first = draft.head, self._doc[min(draft.tokens)]
        if head.lemma_.lower() not in self._answers.parts or (first.i != head.i and first.head.i != head.i):
            return False
        # "Denied her a part in the play": she did not get it.
        given = first.dep_ in {"dative", "dobj"} and first.i != head.i
        return not given and head.i + 1 < len(self._doc) and head.nbor().lower_ in _IN

    @staticmethod
    def _is_owed(draft: Draft) -> bool:
        """Whether what is turned down is a claim to something, and not that something is so: "a claim for damages"."""
        behind = draft.head.nbor() if draft.head.i + 1 < len(draft.head.doc) else None
        return draft.head.lemma_.lower() == "claim" and behind is not None and behind.lower_ in _OWED

    def _is_rebuff(self, draft: Draft) -> bool:
        """Whether somebody answers back what others say: "defended himself against claims that he had lied"."""
        inner, starts = draft.chain[-1], draft.content[0].start
        if not inner.source or inner.negated:
            return False
        who = inner.source[-1].end
        return any(who <= one.start and one.start < starts + 1 <= one.end + _BEHIND for one in self._rebuffs) and any(
            cue.overlaps(one) for cue in inner.cue for one in self._rebuffs
        )

    def _verdict(self, draft: Draft) -> Stance | None:
        """Read "the report is false", "called the claim nonsense", "described the account as fiction"."""
        words = self._first_sentence(draft)
        short = len(words) <= _VERDICT
        answers = self._answers
        for token in words:
            if token.lower_ not in self._verdicts:
                continue
            scorned = token.lower_ in answers.scorn or self._is_made_up(token)
            if not (scorned or token.lower_ in answers.false or token.lower_ in answers.true):
                continue
            clause = self._clause_of(token, draft)
            if clause is None or any(child.lower_ in UNREAL_MODALS | _LATER for child in clause.children):
                continue
            if any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children):
                # "Refused to lie about the crash" passes no verdict.
                continue
            if any(child.dep_ == "relcl" for child in token.children):
                # "This is the lie that his campaign is built on" tells more than that it is one.
                continue
            false = (scorned or token.lower_ in answers.false) != self._is_denied(token, clause)
            points_back = self._points_back(clause) or (short and self._is_called(draft, token))
            points_back = points_back or clause.lower_ == "as" or (draft.pointing and self._is_naming(draft))
            if scorned and not (false and points_back and self._is_of_word(draft, token)):
                continue
            if not points_back and (not short or (token.lower_ in answers.true and not false)):
                continue
            if not short and clause.i != draft.head.i:
                continue
            draft.against = false and self._is_against(token)
            bare = self._only_points(draft) or self._is_bare(words)
            draft.pointing = draft.pointing or points_back or draft.against or bare
            return Stance.DENIES if false else Stance.CONFIRMS
        return None

    def _clause_of(self, verdict: Token, draft: Draft) -> Token | None:
        """The verb of the clause that passes a verdict; None if the word passes none."""
        if verdict.dep_ in _PREDICATES:
            return verdict if self._is_made_up(verdict) else verdict.head
        untrue = verdict.lower_ in self._answers.true and is_negated(verdict, self._lexicon.hedges.negators)
        if not untrue and verdict.lower_ not in self._answers.false | self._answers.scorn:
            return None
        if verdict.head.lower_ == "as" or self._is_naming(draft):
            # "Described the account as fiction": it was told already that only an account is meant.
            return verdict.head if draft.pointing else None
        above = verdict.head
        if verdict.dep_ == "amod" and above.lower_ == "news" and above.dep_ in _PREDICATES:
            return above.head
        if verdict.dep_ != "conj" or above.dep_ not in _PREDICATES:
            return None
        return above if above.pos_ in {"VERB", "AUX"} else above.head

    def _is_naming(self, draft: Draft) -> bool:
        """Whether all that the cue adds is what something is called: "called the claims hurtful and untrue"."""
        return draft.chain[-1].cue_lemma in self._answers.naming - _TELLING

    def _is_made_up(self, word: Token) -> bool:
        """Whether a verb with its particle says that something was invented: "the story was made up"."""
        particles = (child for child in word.children if child.dep_ == "prt") if word.tag_ == "VBN" else ()
        return any(f"{word.lower_} {one.lower_}" in self._answers.scorn for one in particles)

    def _is_of_word(self, draft: Draft, verdict: Token) -> bool:
        """Whether a verdict is on what somebody said: "called the accusation pathetic"."""
        before = (self._doc[i] for i in draft.tokens if i < verdict.i)
        return any(word.pos_ == "NOUN" and word.lemma_.lower() in self._answers.spoken for word in before)

    def _is_denied(self, token: Token, clause: Token) -> bool:
        negators = self._lexicon.hedges.negators
        return is_negated(clause, negators) or is_negated(token, negators)

    def _is_against(self, verdict: Token) -> bool:
        """Whether it is somebody who is wrong, in what he said: "she is wrong", "Bell is lying about it"."""
        who = self._subject(verdict.head)
        if verdict.lower_ not in self._answers.mistaken or who is None or self._points(who):
            return False
        following = verdict.doc[verdict.i + 1 : verdict.i + 3]
        if not len(following) or following[0].is_punct or following[0].lower_ in _ABOUT:
            return True
        return following[0].lower_ in {"for", "in"} and len(following) > 1 and following[1].tag_ == "VBG"

    @staticmethod
    def _subject(clause: Token) -> Token | None:
        """Of whom or of what a verdict is; in "all of the claims are false", of the claims."""
        who = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
        if who is None or who.lower_ not in _WHOLE:
            return who
        return next((part for child in who.children if child.lower_ == "of" for part in child.children), who)

    def _first_sentence(self, draft: Draft) -> list[Token]:
        """The words of a content up to the end of its first sentence: "“That is a lie. I was at home.”"."""
        words = [self._doc[index] for index in sorted(draft.tokens) if not self._doc[index].is_quote]
        # A sentence may begin with its quotation mark.
        ends = (at for at, word in enumerate(words) if at and (word.is_sent_start or _is_behind_a_mark(word)))
        return words[: next(ends, len(words))]

    def _is_bare(self, words: Sequence[Token]) -> bool:
        """Whether the verdict is all that is said: "“Not true,” she said", "“Fake news”"."""
        idle = self._answers.false | self._answers.true | self._lexicon.hedges.negators | _IDLE
        told = [word for word in words if not word.is_punct]
        return all(word.lower_ in idle or word.pos_ in {"ADV", "INTJ", "PART"} for word in told)

    def _is_called(self, draft: Draft, verdict: Token) -> bool:
        """Whether the verdict stands behind what it is passed on: "called | the claims of Bell nonsense"."""
        frames = self._lexicon.cues.verbs.get(draft.chain[-1].cue_lemma, {})
        if "complement" not in frames:
            return False
        before = [self._doc[i] for i in draft.tokens if i < verdict.i]
        size = sum(not self._doc[i].is_punct for i in draft.tokens)
        return any(self._points(word) for word in before) and size <= _POINTER + 2

    def _is_innocent(self, draft: Draft) -> bool:
        """Whether it says that somebody did nothing wrong: "he was innocent", "she had done nothing wrong"."""
        opening = self._opening(draft)
        who = next((child for child in draft.head.children if child.dep_ in SUBJECTS), None)
        if self._is_uninvolved(opening, who):
            return True
        if not any(phrase in opening for phrase in self._answers.innocence):
            return False
        return who is None or who.tag_ in {"PRP", "NNP", "NNPS", "NN"}

    def _is_uninvolved(self, opening: str, who: Token | None) -> bool:
        personal = who is not None and who.tag_ in _PERSONAL
        return personal and any(phrase in opening for phrase in self._answers.uninvolved)

    def part_denied(self, draft: Draft) -> Iterator[Token]:
        """What somebody says to have had no part in, where he names it: "not involved in the | robbery"."""
        who = next((child for child in draft.head.children if child.dep_ in SUBJECTS), None)
        if draft.innocence and not draft.pointing and self._is_uninvolved(self._opening(draft), who):
            yield from (
                self._doc[i] for i in draft.tokens if self._doc[i].dep_ == "pobj" and self._doc[i].pos_ == "NOUN"
            )

    def _is_groundless(self, draft: Draft) -> bool:
        """Whether it says that there is nothing in what somebody said: "there is no truth to the claim"."""
        opening = self._opening(draft)
        if not any(phrase in opening for phrase in self._answers.groundless):
            return False
        words = self._first_sentence(draft)
        draft.pointing = len(words) <= _VERDICT and any(self._points(word) for word in words)
        return True

    def _opening(self, draft: Draft) -> str:
        words = [self._doc[index].lower_ for index in sorted(draft.tokens)[:_OPENING]]
        return " " + " ".join(word for word in words if word not in {'"', "“", "”", "‘", "'"}) + " "

    def _is_guilt(self, draft: Draft) -> bool:
        """Whether what is denied is all that one could be accused of, or somebody is cleared of it."""
        if draft.chain[-1].rule == CHARGE:
            return True
        if draft.head.lemma_.lower() in self._answers.guilt and len(draft.tokens) <= _POINTER:
            return True
        opening = self._opening(draft)
        return any(phrase in opening for phrase in self._answers.anything)

    def _is_of_itself(self, draft: Draft, inner: Attributed) -> bool:
        """Whether it only does not fit what the same one said before: "contradicting his earlier comments"."""
        owned = any(child.lower_ in _OWNERS for child in draft.head.children)
        return inner.cue_lemma == "contradict" and owned

    def _is_unreal(self, hop: Attributed) -> bool:
        """Whether the cue only says what should or could be: "must rebut the claim"."""
        return any(word.tag_ == "MD" and word.lower_ in UNREAL_MODALS for word in words_in(self._doc, hop.cue))

    def _is_turned_down(self, draft: Draft) -> bool:
        """Whether a content is somebody, or a thing that one does not get, and no word that is denied."""
        if draft.chain[-1].rule == CHARGE:
            return False
        head = draft.head
        words = [self._doc[index] for index in sorted(draft.tokens)]
        named = head.ent_type_ in SPEAKER_ENTITIES and not any(child.dep_ == "case" for child in head.children)
        if named or (words[0].ent_type_ in SPEAKER_ENTITIES and any(word.lower_ == "as" for word in words)):
            return True
        # In "denied him bail" the parser takes the last word for a verb.
        given = head.pos_ == "NOUN" or any(child.lower_ in OBJECT_PRONOUNS for child in head.children)
        return given and head.lemma_.lower() in self._answers.offers


def _is_behind_a_mark(word: Token) -> bool:
    """Whether only a quotation mark stands between a word and the beginning of its sentence."""
    before = word.nbor(-1)
    return before.is_quote and bool(before.is_sent_start)
