"""Tell what kind of source somebody is: a person, an outlet, a document, or somebody without a name."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from briefing.analysis.names.name_lexicon import names
from briefing.analysis.syntax.lexicon import Sources
from briefing.analysis.syntax.word_classes import PLURAL_TAGS
from briefing.model import Actor, ActorKind, SourceKind, Spans
from briefing.model.findings import SOURCE_KINDS

_ENTITIES = {
    "PERSON": SourceKind.PERSON,
    "ORG": SourceKind.ORGANIZATION,
    "GPE": SourceKind.GOVERNMENT,
    "NORP": SourceKind.GROUP,
    "FAC": SourceKind.ORGANIZATION,
    "WORK_OF_ART": SourceKind.DOCUMENT,
    "LAW": SourceKind.DOCUMENT,
}
_SPEAKERS_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})
_INTRODUCING = frozenset({"a", "an", "one", "another"})
_SHARES = frozenset({"percent", "%", "per cent", "pc"})
_SINGULAR = frozenset({"NN", "NNP"})
_AMOUNTS = frozenset(
    {
        "number",
        "majority",
        "group",
        "handful",
        "dozen",
        "dozens",
        "score",
        "hundred",
        "thousand",
        "lot",
        "range",
        "host",
        "pair",
    }
)
_ACCOUNTS = frozenset({"account", "estimate", "report", "claim", "testimony", "statement", "recollection"})
_TEAMS = frozenset({"team", "group"})
_NO_AGENTS = frozenset(
    {
        "number",
        "paper",
        "matter",
        "order",
        "error",
        "factor",
        "weather",
        "power",
        "transfer",
        "letter",
        "disaster",
        "water",
        "tower",
        "river",
        "winter",
        "summer",
        "border",
        "labor",
        "behavior",
        "measure",
        "figure",
    }
)
_OF_PEOPLE = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman", "people", "ologist")
_AUTHORS = frozenset({"researcher", "scientist", "neuroscientist", "author", "astronomer", "physicist", "chemist"})
_SITES = frozenset({"site", "agency", "portal", "service", "organisation", "organization", "provider"})
_OF_THINGS = (
    "tion",
    "sion",
    "ment",
    "ity",
    "ness",
    "ance",
    "ence",
    "ing",
    "ure",
    "age",
    "ism",
    "acy",
    "el",
    "ice",
    "ory",
)
"""How nouns end that stand for what is said or written, and for nobody who speaks."""

_QUANTIFIERS = frozenset({"some", "many", "several", "few", "other", "most", "numerous", "various", "certain"})


def kind_of_source(doc: Doc, source: Spans, actors: tuple[Actor, ...], words: Sources) -> SourceKind:
    """What the source is, by its actors if it resolves to some, else by its own words."""
    if not source:
        return SourceKind.UNNAMED
    tokens = doc.char_span(source[0].start, source[-1].end, alignment_mode="expand")
    if tokens is None:
        return SourceKind.UNNAMED
    text = tokens.text.lower()
    if any(phrase in text for phrase in words.shields):
        return SourceKind.UNNAMED
    if text.removeprefix("the ") in words.outlets and not tokens[-1].is_lower:
        return SourceKind.OUTLET
    if actors and actors[0].kind is not ActorKind.GROUP:
        return SOURCE_KINDS[actors[0].kind]
    return _by_words(tokens, tokens.root, actors, words)


def is_nameless(doc: Doc, source: Spans, actors: Iterable[Actor], words: Sources) -> bool:
    """Whether the words of a source say for sure that it has no name, not even later in the article.

    Args:
        doc: the parsed article.
        source: the words.
        actors: all whom the article names.
        words: the lexicon.
    """
    tokens = doc.char_span(source[0].start, source[-1].end, alignment_mode="expand") if source else None
    if tokens is None:
        return False
    head = _counted(tokens.root)
    if _are_reports(tokens, head, words) or _is_of_masses(head, words):
        return True
    noun = _noun(head)
    if any(_names_somebody(token) for token in tokens) or _is_titled(noun, actors):
        return False
    if head.tag_ in PLURAL_TAGS or head.lower_ in _QUANTIFIERS:
        return noun in words.masses and (head.i != tokens.root.i or not _is_definite(head))
    first = tokens[0].lower_
    one_of = head.lower_ == "one" and any(child.lower_ == "of" for child in head.children)
    introduced = _is_introduced(head) and noun not in _SPEAKERS_FOR
    return (one_of and first == "one") or (introduced and head.tag_ in _SINGULAR and _is_person(noun, words))


def _is_introduced(head: Token) -> bool:
    return any(child.lower_ in _INTRODUCING for child in head.children)


def is_people(noun: Token, words: Sources) -> bool:
    """Whether a common noun stands for one or several people: "researchers", "the couple", "a glazier"."""
    lemma = _noun(noun)
    return _is_person(lemma, words) or lemma in words.folk or lemma in _TEAMS or is_agent(lemma)


def is_agent(lemma: str) -> bool:
    """Whether a noun is of somebody who does something, by its ending: "glazier", "tenant"."""
    return lemma.endswith(_OF_PEOPLE) and lemma not in _NO_AGENTS


def may_tell(noun: Token, words: Sources) -> bool:
    """Whether something can be cited as who or what told something: no "concerns", and no "transfer of power"."""
    lemma = noun.lemma_.lower()
    told = words.documents | words.media | words.grouped | words.state
    known = lemma in told or lemma in _ACCOUNTS or lemma in names().bodies
    return known or noun.pos_ in {"PROPN", "PRON"} or noun.ent_type_ in _ENTITIES or is_people(_counted(noun), words)


def _counted(head: Token) -> Token:
    """Who is meant by "a number of senators": the senators."""
    below = next((child for child in head.children if child.lower_ == "of"), None)
    if head.lemma_.lower() not in _AMOUNTS or below is None:
        return head
    return next((child for child in below.children if child.dep_ == "pobj"), head)


def _noun(head: Token) -> str:
    """The noun in the singular, in small letters even where it is written like a name: "One MP", "Senators"."""
    lemma = head.lemma_.lower()
    return lemma.removesuffix("s") if head.pos_ == "PROPN" and head.tag_ in PLURAL_TAGS else lemma


def _is_titled(noun: str, actors: Iterable[Actor]) -> bool:
    """Whether somebody whom the article names is called by a noun beside the name: "Judge Ann Holt"."""
    aliases = (alias for actor in actors for alias in actor.aliases if " " in alias)
    return any(noun in alias.lower().split() for alias in aliases)


def _is_definite(head: Token) -> bool:
    return any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in head.children)


def _is_of_masses(head: Token, words: Sources) -> bool:
    """Whether this is what people without a name tell: "witness accounts", "estimates by organizers"."""
    if head.lemma_.lower() not in _ACCOUNTS:
        return False
    tellers = [child for child in head.children if child.dep_ == "compound"]
    tellers += [below for child in head.children if child.lower_ in {"by", "from"} for below in child.children]
    return any(teller.lemma_.lower() in words.masses for teller in tellers)


def _names_somebody(token: Token) -> bool:
    """Whether a word beside the noun gives the name itself, and not only tells of which body or place somebody is."""
    return token.ent_type_ == "PERSON" or (token.dep_ == "appos" and token.pos_ == "PROPN") or token.lower_ == "named"


def _are_reports(tokens: Tokens, head: Token, words: Sources) -> bool:
    """Whether this is "reports" of nobody in particular: "initial reports", but not "the ministry's reports"."""
    return head.lower_ == "reports" and all(
        token.lower_ in words.reports or token.is_punct for token in tokens if token.i != head.i
    )


def _are_of_institute(head: Token) -> bool:
    """Whether these are authors known by where they work: "researchers from the Oslo Institute", and later."""
    lemma = head.lemma_.lower()
    if head.tag_ != "NNS" or not (lemma in _AUTHORS or lemma.endswith("ologist")):
        return False
    if any(token.ent_type_ == "ORG" for token in head.subtree if token.i > head.i):
        return True
    first = next((token for token in head.doc[: head.i] if token.lower_ == head.lower_), None)
    return (
        _is_definite(head) and first is not None and any(t.ent_type_ == "ORG" for t in first.subtree if t.i > first.i)
    )


def is_share(head: Token) -> bool:
    """Whether this is a share of those who were asked: "47 percent", "26%"."""
    return head.lower_ in _SHARES and any(child.like_num for child in head.children)


def _by_words(tokens: Tokens, head: Token, actors: tuple[Actor, ...], words: Sources) -> SourceKind:
    lemma = head.lemma_.lower()
    definite = _is_definite(head)
    if _are_reports(tokens, head, words) or _is_of_masses(head, words):
        return SourceKind.UNNAMED
    if is_share(head):
        return SourceKind.DOCUMENT
    if lemma in words.media or (lemma in _SITES and any(token.lower_ == "news" for token in tokens)):
        return SourceKind.OUTLET
    if lemma in words.offices and definite and head.tag_ == "NN":
        return SourceKind.PERSON if lemma not in names().bodies else SourceKind.ORGANIZATION
    if lemma in _SPEAKERS_FOR:
        named = any(
            token.ent_type_ in {"ORG", "GPE", "PERSON"}
            or token.pos_ == "PROPN"
            or token.lemma_ in words.grouped | words.offices
            for token in tokens
        )
        return SourceKind.ORGANIZATION if named else SourceKind.UNNAMED
    if _are_of_institute(head):
        return SourceKind.GROUP
    if any(token.lower_ in _QUANTIFIERS for token in tokens) or (lemma in words.unnamed and head.pos_ != "PROPN"):
        named_after = any(token.dep_ == "appos" and token.pos_ == "PROPN" for token in tokens)
        return SourceKind.PERSON if named_after else SourceKind.UNNAMED
    if lemma in words.documents or _is_numbered(tokens, head, words):
        return SourceKind.DOCUMENT
    if actors:
        return SourceKind.GROUP
    if head.tag_ in {"PRP", "PRP$", "WP"}:
        return SourceKind.GROUP if head.lower_ in {"they", "we", "their"} else SourceKind.PERSON
    if head.pos_ == "PROPN" or head.ent_type_ in _ENTITIES:
        if _is_introduced(head) and _is_person(_noun(head), words):
            return SourceKind.UNNAMED
        return _by_name(tokens, head)
    return _by_noun(head, definite, words)


def _is_numbered(tokens: Tokens, head: Token, words: Sources) -> bool:
    """Whether this is a law or the like with its number: "Republic Act No. 3846"."""
    numbered = head.like_num or any(child.like_num and child.i > head.i for child in head.children)
    return numbered and any(token.pos_ == "PROPN" and token.lower_ in words.documents for token in tokens)


def _by_name(tokens: Tokens, head: Token) -> SourceKind:
    """What a name is that is no actor's."""
    lexicon, end = names(), head.i + 1 - tokens.start
    name = tokens[:end].text
    if lexicon.is_outlet(name):
        return SourceKind.OUTLET
    if lexicon.is_government(name):
        return SourceKind.GOVERNMENT
    if lexicon.is_organization(name):
        return SourceKind.ORGANIZATION
    return _ENTITIES.get(head.ent_type_, SourceKind.PERSON)


def _by_noun(head: Token, definite: bool, words: Sources) -> SourceKind:
    """What a common noun stands for that is in no list of those without a name."""
    lemma = head.lemma_.lower()
    if lemma in words.state:
        return SourceKind.GOVERNMENT
    if lemma in words.folk:
        return SourceKind.GROUP
    if lemma in words.grouped:
        return SourceKind.ORGANIZATION
    if not definite or head.tag_ != "NN":
        return SourceKind.UNNAMED
    return SourceKind.PERSON if _is_person(lemma, words) or not lemma.endswith(_OF_THINGS) else SourceKind.DOCUMENT


def _is_person(noun: str, words: Sources) -> bool:
    lexicon = names()
    called = noun in words.offices or noun in words.masses or noun in words.unnamed
    return (called or noun in lexicon.office or noun in lexicon.person_nouns) and noun not in lexicon.bodies
