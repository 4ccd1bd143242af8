"""Who is behind what is written or posted: "Ruiz" of "Ruiz's statement", "her family" of "a letter by her family"."""

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.source_kinds import is_share
from briefing.analysis.syntax.dependencies import phrase, spans_of
from briefing.analysis.syntax.lexicon import Sources
from briefing.model import Spans

_POLLS = frozenset({"poll", "survey", "census", "questionnaire"})
_BEFORE = 500
"""Words before a share of those asked within which the poll was told of."""

_LEADING = frozenset({"by", "from"})
_UTTERED = frozenset({"statement", "tweet", "post", "announcement", "remark", "comment", "reply", "declaration"})
"""By these somebody speaks himself; a report, a letter or a lawsuit stands between."""


def author_of(doc: Doc, source: Spans, words: Sources) -> tuple[Spans, bool]:
    """The words for who is behind a document, and whether it is but what he says himself; empty if that is not told.

    Args:
        doc: the parsed article.
        source: the words for the document.
        words: the lexicon.
    """
    tokens = doc.char_span(source[0].start, source[-1].end, alignment_mode="expand") if source else None
    noun = tokens.root if tokens is not None else None
    if tokens is None or noun is None or noun.pos_ != "NOUN" or noun.lemma_.lower() not in words.documents | _UTTERED:
        return (), False
    author = _author(noun)
    if author is None or not tokens.start <= author.i < tokens.end:
        return (), False
    inside = {index for index in phrase(author) if tokens.start <= index < tokens.end and doc[index].tag_ != "POS"}
    return spans_of(doc, inside), noun.lemma_.lower() in _UTTERED


def pollster_of(doc: Doc, source: Spans) -> Spans:
    """The words for who asked those of whom a share said something, "nine percent"; empty if that is not told."""
    tokens = doc.char_span(source[0].start, source[-1].end, alignment_mode="expand") if source else None
    if tokens is None or not is_share(tokens.root):
        return ()
    window = doc[max(0, tokens.start - _BEFORE) : tokens.root.sent.end]
    polls = (token for token in reversed(window) if token.lemma_.lower() in _POLLS and token.dep_ != "compound")
    author = next((found for found in map(_author, polls) if found is not None), None)
    return spans_of(doc, phrase(author)) if author is not None else ()


def _author(noun: Token) -> Token | None:
    author = next((child for child in noun.children if child.dep_ == "poss"), None) or _behind(noun)
    if author is None and noun.lemma_.lower() in _POLLS:
        return next((child for child in noun.lefts if child.ent_type_ == "ORG"), None)
    return author


def _behind(noun: Token) -> Token | None:
    """The author in "a report by the union", "a poll published on Monday by the union"."""
    for child in noun.rights:
        if child.dep_ in ("prep", "agent") and child.lower_ in _LEADING:
            return next((below for below in child.children if below.dep_ == "pobj"), None)
        if child.dep_ == "acl" and child.tag_ == "VBN":
            agent = next((below for below in child.rights if below.lower_ == "by"), None)
            return next((below for below in agent.children if below.dep_ == "pobj"), None) if agent else None
    return None
