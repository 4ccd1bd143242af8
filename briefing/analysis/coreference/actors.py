"""Find the actors of an article with all mentions: names, pronouns and descriptions."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import field

from spacy.language import Language
from spacy.tokens import Doc, Token

from briefing.analysis.coreference.antecedent_ranker import AntecedentRanker
from briefing.analysis.coreference.antecedents import Referent, Watch, resolve
from briefing.analysis.coreference.first_person import first_persons
from briefing.analysis.coreference.office_holders import learn_offices
from briefing.analysis.coreference.source_actors import SourceActors
from briefing.analysis.names.actor_selection import ActingNames
from briefing.analysis.names.mentions import NamedMention, span_of
from briefing.analysis.names.name_clusters import Cluster, clusters, tokens_of
from briefing.analysis.names.name_finder import find_names
from briefing.analysis.names.name_lexicon import Names, means_people, names, plain, stripped
from briefing.analysis.names.unrecognised_names import unrecognised_names
from briefing.analysis.syntax.token_layout import Layout, lay_out
from briefing.model import Actor, ActorKind, Article, Span
from briefing.records import dataclass


@dataclass(frozen=True, slots=True)
class _Reference:
    """Tokens `[start, end)` that refer to the actors of `ids`; `head` stands for them in the sentence."""

    start: int
    end: int
    head: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentionedActors:
    """The actors of an article, and which words refer to which of them.

    Attributes:
        actors: in order of first mention.
    """

    actors: tuple[Actor, ...]
    _doc: Doc
    _starts: tuple[int, ...]
    _covering: dict[int, _Reference]
    _sources: SourceActors
    _joining: tuple[tuple[str, ...], ...] = ()
    _nameless: Mapping[int, int] = field(default_factory=dict)

    def brought_in(self, pronoun: Span) -> Token | None:
        """The noun that brought in who has no name and is meant by a pronoun: "researchers" of "they"."""
        at = bisect_left(self._starts, pronoun.start)
        alone = at in self._nameless and len(self._doc[at]) == len(pronoun)
        return self._doc[self._nameless[at]] if alone else None

    def actor_at(self, span: Span) -> tuple[str, ...]:
        """Ids of the actors that the words of `span` refer to, by the head of the span.

        Several for "both sides" or for names joined by "and"; none if that is open: "a spokesman for Ruiz" is not
        Ruiz, but one for a ministry is its mouth.
        """
        start = max(0, bisect_right(self._starts, span.start) - 1)
        end = bisect_left(self._starts, span.end)
        if start < end and self._doc[start].idx + len(self._doc[start].text) <= span.start:
            start += 1
        if start >= end:
            return ()
        by_parse = self._ids_by_parse(start, end)
        joined = self._ids_joined(start, end)
        found = joined if set(by_parse) <= set(joined) else by_parse
        told = self._sources.told_at_end(start, end, found) if end - start > 2 and not joined else ()
        return told or found or self._sources.unnamed_mouth(start, end)

    def _ids_joined(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of all in "Ruiz and union leader Sato", whatever the parser made of it; none if one of them is open."""
        if not self._is_joined(start, end):
            return ()
        references = [self._named_in(*part) for part in self._parts(start, end)]
        if len(references) < 2 or None in references:
            return ()
        return tuple(dict.fromkeys(i for reference in references if reference is not None for i in reference.ids))

    def _is_joined(self, start: int, end: int) -> bool:
        """Whether a word joins several here; commas only set off what tells more: "Roe, mayor of Arden, Umbria"."""
        return any(self._doc[at].text != "," and self._joined_by(at) for at in range(start, end))

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of tokens between the words that join, and between commas."""
        parts, begun, at = [], start, start
        while at < end:
            length = self._joined_by(at)
            if length:
                parts.append((begun, at))
                begun = at + length
            at += length or 1
        return [(first, last) for first, last in [*parts, (begun, end)] if first < last]

    def _joined_by(self, at: int) -> int:
        """How many tokens join what stands around them here: a comma, "and", "as well as"; 0 if they do not."""
        word = self._doc[at].lower_
        if word == ",":
            return 1
        phrases = (words for words in self._joining if words[0] == word)
        return next((len(words) for words in phrases if self._reads(at + 1, words[1:])), 0)

    def _reads(self, at: int, words: tuple[str, ...]) -> bool:
        return not words or tuple(token.lower_ for token in self._doc[at : at + len(words)]) == words

    def _named_in(self, start: int, end: int) -> _Reference | None:
        """Whom a stretch names: at its end behind a title, or at its start before what tells more."""
        last, first = self._covering.get(end - 1), self._covering.get(start)
        if last is not None and last.start >= start and last.end == end:
            titles = all(token.pos_ not in _NO_TITLE for token in self._doc[start : last.start])
            return last if titles else None
        behind = self._doc[first.end].pos_ if first is not None and first.end < end else ""
        return first if first is not None and first.start == start and behind == "ADP" else None

    def _ids_by_parse(self, start: int, end: int) -> tuple[str, ...]:
        for token in self._doc[start:end]:
            if token.head == token or not start <= token.head.i < end:
                ids = self._ids_under(token, start, end)
                if ids:
                    return tuple(dict.fromkeys(ids))
        return ()

    def _ids_under(self, root: Token, start: int, end: int) -> list[str]:
        """Ids of `root`, of what stands in apposition to it if it has none, and of what is joined to it.

        Of "nurses and Mayor Per Lund" only the mayor is known; he said it all the same.
        """
        ids: list[str] = []
        waiting = [root]
        while waiting:
            token = waiting.pop()
            reference = self._covering.get(token.i)
            if reference is not None:
                ids.extend(reference.ids)
            follows = ("conj",) if reference is not None else ("appos", "conj")
            below = [child for child in token.children if child.dep_ in follows and start <= child.i < end]
            if reference is None or not below or self._is_joined(start, end):
                waiting.extend(below)
        return ids


_FAR_MORE = 3
"""Times that somebody is named for each time that a namesake is, who is meant by their surname alone."""

_NO_TITLE = frozenset({"ADP", "VERB", "AUX", "SCONJ", "PUNCT"})


def find_actors(
    doc: Doc, article: Article, ranker: AntecedentRanker | None = None, watch: Watch | None = None
) -> MentionedActors:
    """The actors of `article`, read as `doc` (tagged, parsed, with entities); `doc.text` is the article's text.

    Args:
        doc: the article as spaCy reads it.
        article: of which it is the text.
        ranker: tells what pronouns mean; the one that is shipped by default.
        watch: is told of each pronoun before it is resolved.
    """
    lexicon = names()
    layout = lay_out(doc, article, lexicon)
    found = find_names(doc, layout, lexicon)
    acting = ActingNames(doc, layout, lexicon)
    every = clusters(found, lexicon)
    kept = [cluster for cluster in every if acting.is_actor(cluster)]
    _add_missed_mentions(doc, layout, kept, lexicon)
    _add_acting_nationalities(doc, layout, kept, lexicon)
    for cluster in kept:
        cluster.mentions.sort(key=lambda mention: mention.start)
    unlisted = _unlisted(doc, layout, every, kept, lexicon)
    kept += [cluster for cluster in unlisted if acting.speaks_by_name(cluster)]
    unlisted = [cluster for cluster in unlisted if cluster not in kept]
    kept.sort(key=lambda cluster: cluster.mentions[0].start)
    learn_offices(doc, kept, lexicon)
    resolved = resolve(doc, layout, kept, lexicon, unlisted, ranker, watch)
    resolved += first_persons(doc, layout, article, kept, unlisted)
    joining = tuple(tuple(words.split()) for words in lexicon.grammar["joining"])
    return _mentioned(doc, kept, resolved, joining)


@Language.component("briefing_actors", assigns=["doc._.briefing_actors"], requires=["token.dep", "doc.ents"])
def briefing_actors(doc: Doc) -> Doc:
    """Set `doc._.briefing_actors`, as a spaCy component; each line of the text counts as a paragraph."""
    if not Doc.has_extension("briefing_actors"):
        Doc.set_extension("briefing_actors", default=None)
    doc._.briefing_actors = find_actors(doc, Article(doc.text, ()))
    return doc


def _mentioned(
    doc: Doc, kept: list[Cluster], resolved: list[Referent], joining: tuple[tuple[str, ...], ...]
) -> MentionedActors:
    nameless = {entry.head: entry.noun for entry in resolved if not entry.clusters}
    resolved = [entry for entry in resolved if entry.clusters]
    first = {id(cluster): entry.start for entry in reversed(resolved) for cluster in entry.clusters}
    first.update({id(cluster): cluster.mentions[0].start for cluster in kept if cluster.mentions})
    kept = sorted((cluster for cluster in kept if id(cluster) in first), key=lambda cluster: first[id(cluster)])
    ids = {id(cluster): f"a{number}" for number, cluster in enumerate(kept, 1)}
    references = [
        _Reference(mention.start, mention.end, mention.head, (ids[id(cluster)],))
        for cluster in kept
        for mention in cluster.mentions
    ]
    references += [
        _Reference(entry.start, entry.end, entry.head, tuple(ids[id(cluster)] for cluster in entry.clusters))
        for entry in resolved
    ]
    spans: dict[str, list[Span]] = {actor_id: [] for actor_id in ids.values()}
    covering: dict[int, _Reference] = {}
    for reference in sorted(references, key=lambda r: r.start - r.end):
        for actor_id in reference.ids:
            spans[actor_id].append(span_of(doc, reference.start, reference.end))
        for index in range(reference.start, reference.end):
            covering[index] = reference
    actors = tuple(_actor(cluster, ids[id(cluster)], spans[ids[id(cluster)]]) for cluster in kept)
    starts = tuple(token.idx for token in doc)
    named = {index: (one.start, one.end, one.ids) for index, one in covering.items()}
    return MentionedActors(actors, doc, starts, covering, SourceActors(doc, named, actors, names()), joining, nameless)


def _actor(cluster: Cluster, actor_id: str, spans: list[Span]) -> Actor:
    aliases = dict.fromkeys(mention.alias for mention in cluster.mentions)
    return Actor(actor_id, cluster.name, cluster.kind, tuple(aliases), tuple(sorted(set(spans))))


def _unlisted(doc: Doc, layout: Layout, every: list[Cluster], kept: list[Cluster], lexicon: Names) -> list[Cluster]:
    """Names that do not act, or that nobody knows; a pronoun may mean them all the same."""
    listed = {id(cluster) for cluster in kept}
    taken = tokens_of(kept)
    idle = [
        mention
        for cluster in every
        if id(cluster) not in listed and cluster.kind is not ActorKind.COUNTRY and _may_act(cluster, lexicon)
        for mention in cluster.mentions
        if not taken.intersection(range(mention.start, mention.end)) and not layout.headline[mention.start]
    ]
    taken.update(index for mention in idle for index in range(mention.start, mention.end))
    unknown = [
        mention for mention in unrecognised_names(doc, layout, taken, lexicon) if not _joins_namesake(mention, kept)
    ]
    return clusters([*idle, *unknown], lexicon)


def _joins_namesake(mention: NamedMention, kept: list[Cluster]) -> bool:
    """Give a surname that several have to whom was named the most, and of those the last before it."""
    key = plain(mention.name)
    named = [c for c in kept if c.kind is ActorKind.PERSON and plain(c.name).split()[-1:] == [key]]
    named = named or [c for c in kept if c.kind is ActorKind.PERSON and key in plain(c.name).split()[1:]]
    if not named:
        return False
    before = {id(c): max((m.start for m in c.mentions if m.start < mention.start), default=-1) for c in named}
    # Who was not named in full yet is nobody's namesake.
    named = [c for c in named if before[id(c)] >= 0] or named
    chosen = max(named, key=lambda c: (len(c.mentions), before[id(c)]))
    chosen.add(mention)
    chosen.mentions.sort(key=lambda m: m.start)
    return True


def _may_act(cluster: Cluster, lexicon: Names) -> bool:
    key = plain(cluster.name)
    return len(key) > 1 and key not in lexicon.never and not lexicon.is_abstract(cluster.name)


# Mentions that need the others ---------------------------------------------------------------------------------


def _add_missed_mentions(doc: Doc, layout: Layout, kept: list[Cluster], lexicon: Names) -> None:
    """Find the names again where they were passed over: in headlines, where capitals tell nothing, and elsewhere."""
    forms = _forms(kept, lexicon)
    taken = tokens_of(kept)
    longest = max((len(form) for form in forms), default=0)
    index = 0
    while index < len(doc):
        passed_over = layout.block[index] >= 0 and index not in taken and doc[index].text[:1].isupper()
        end = _add_known_form(doc, layout, forms, taken, index, longest, lexicon) if passed_over else 0
        index = end or index + 1


def _forms(kept: list[Cluster], lexicon: Names) -> dict[tuple[str, ...], Cluster]:
    """The names of all, surnames of persons, and what stands before "Group" in the names of firms."""
    found: dict[tuple[str, ...], list[Cluster]] = {}
    for cluster in kept:
        for mention in cluster.mentions:
            words = tuple(plain(mention.name).split())
            shorter = words[-1:] if cluster.kind is ActorKind.PERSON else _before_kind(words, lexicon)
            for form in {words, shorter}:
                if form and cluster not in found.setdefault(form, []):
                    found[form].append(cluster)
    chosen = {form: _foremost(sharing) for form, sharing in found.items()}
    return {form: cluster for form, cluster in chosen.items() if cluster is not None}


def _foremost(sharing: list[Cluster]) -> Cluster | None:
    """Whom a form means that several share: the person who is named far more often than his namesakes."""
    if len(sharing) == 1:
        return sharing[0]
    first, second = sorted(sharing, key=lambda cluster: -len(cluster.mentions))[:2]
    persons = all(cluster.kind is ActorKind.PERSON for cluster in sharing)
    ahead = len(first.mentions) >= _FAR_MORE * len(second.mentions)
    return first if persons and ahead else None


def _before_kind(words: tuple[str, ...], lexicon: Names) -> tuple[str, ...]:
    """The one word before the kind of a firm: "Salling" of "Salling Group", but not "World" of "World Bank"."""
    if len(words) != 2 or words[1] not in lexicon.firms or words[0] in lexicon.within or words[0] in lexicon.given:
        return words
    word = words[0].capitalize()
    return words if word in lexicon.countries or word in lexicon.adjectives else words[:1]


def _add_known_form(
    doc: Doc,
    layout: Layout,
    forms: dict[tuple[str, ...], Cluster],
    taken: set[int],
    start: int,
    longest: int,
    lexicon: Names,
) -> int:
    for length in range(min(longest, len(doc) - start), 0, -1):
        end = start + length
        if any(index in taken for index in range(start, end)) or layout.block[end - 1] != layout.block[start]:
            continue
        words = [plain(doc[index].text) for index in range(start, end)]
        cluster = forms.get(tuple(word for word in words if word)) if words[0] and words[-1] else None
        alone = length == 1 and not layout.headline[start]
        if cluster is None or (alone and not _is_noun(doc, start) and not _is_surname(doc, start, cluster, lexicon)):
            continue
        name = stripped(doc[start:end].text)
        cluster.add(NamedMention(start, end, cluster.kind, cluster.name, name, int(doc[start:end].root.i)))
        return end
    return 0


def _is_noun(doc: Doc, index: int) -> bool:
    """Whether a capitalised word of running text is a name and no other word that begins a sentence."""
    return doc[index].pos_ in ("PROPN", "NOUN", "X") and not (index + 1 < len(doc) and doc[index + 1].ent_iob_ == "I")


def _is_surname(doc: Doc, index: int, cluster: Cluster, lexicon: Names) -> bool:
    """Whether a capitalised small word is the surname of a person of the article: "Will urged them", "said How"."""
    called_so = cluster.kind is ActorKind.PERSON or any(m.name == doc[index].text for m in cluster.mentions)
    if not called_so or " " not in cluster.name or doc[index].is_upper:
        return False
    beside = [doc[at] for at in (index - 1, index + 1) if 0 <= at < len(doc)]
    finite = any(word.tag_ in ("VBD", "VBZ") and word.lemma_ in lexicon.grammar["speaking"] for word in beside)
    if doc[index].is_sent_start or beside[0].is_punct:
        # "May said the talks failed", but not "Will they stay?"
        return finite
    return True


def _add_acting_nationalities(doc: Doc, layout: Layout, kept: list[Cluster], lexicon: Names) -> None:
    """Add the seat or the people where they act for the government: "Beijing said", "the Chinese warned"."""
    countries = {cluster.name: cluster for cluster in kept if cluster.kind is ActorKind.COUNTRY}
    taken = {index: cluster for cluster in kept for m in cluster.mentions for index in range(m.start, m.end)}
    for token in doc:
        country = lexicon.seats.get(token.text) or lexicon.adjectives.get(token.text)
        holder = taken.get(token.i)
        if country is None or layout.block[token.i] < 0 or not _acts_for_government(token, lexicon):
            continue
        if holder is not None and not (holder.kind is ActorKind.GOVERNMENT and plain(holder.name) == plain(token.text)):
            continue
        if token.text in lexicon.adjectives and not (
            means_people(token.text) and any(child.lower_ == "the" for child in token.children)
        ):
            continue
        cluster = countries.get(country.name)
        if cluster is None:
            cluster = countries[country.name] = Cluster(ActorKind.COUNTRY, country.name)
            kept.append(cluster)
        if holder is not None and holder in kept:
            kept.remove(holder)
            for mention in holder.mentions:
                cluster.add(mention)
        else:
            cluster.add(NamedMention(token.i, token.i + 1, ActorKind.COUNTRY, country.name, token.text, token.i))


def _acts_for_government(token: Token, lexicon: Names) -> bool:
    """Whether a seat or a people is what acts, or what is spoken to ("Beijing warned Washington")."""
    if token.head.pos_ != "VERB":
        return False
    return token.dep_ == "nsubj" or (token.dep_ == "dobj" and token.head.lemma_ in lexicon.grammar["acting"])
