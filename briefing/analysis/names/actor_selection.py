"""Decide which of the names in an article are actors: those that act or speak; mere places and things do not."""

from spacy.tokens import Doc

from briefing.analysis.names.mentions import NamedMention
from briefing.analysis.names.name_clusters import Cluster
from briefing.analysis.names.name_lexicon import Names, plain
from briefing.analysis.syntax.conjuncts import first_joined
from briefing.analysis.syntax.token_layout import Layout
from briefing.analysis.syntax.word_classes import NOUN_SUBJECTS
from briefing.model import ActorKind

_ACTING = frozenset({"nsubj", "nsubjpass", "agent", "poss", "dobj", "dative", "pobj", "conj", "appos", "ROOT", "csubj"})
_COMMON_TAGS = frozenset({"NNS", "NN", "JJ", "NNPS"})


class ActingNames:
    """Tells for the names of one doc whether they act in it."""

    def __init__(self, doc: Doc, layout: Layout, names: Names) -> None:
        self._doc = doc
        self._layout = layout
        self._names = names
        self._common = {token.text for token in doc if token.is_lower}

    def is_actor(self, cluster: Cluster) -> bool:
        """Whether the name acts or speaks somewhere; a mere place, thing or single doubtful word does not."""
        key = plain(cluster.name)
        if key in self._names.never or self._names.is_abstract(cluster.name) or len(key) < 2:
            return False
        body = [mention for mention in cluster.mentions if not self._layout.headline[mention.start]]
        if all(mention.place for mention in cluster.mentions) or key in self._names.platforms:
            return any(self._speaks(mention, only=self._names.grammar["acting"]) for mention in body)
        if cluster.kind is ActorKind.COUNTRY:
            return not body or any(self._acts(mention) and not self._is_way(mention) for mention in body)
        if cluster.kind is ActorKind.PERSON:
            return self._is_person(cluster, body)
        if cluster.kind is ActorKind.DOCUMENT:
            return any(self._speaks(mention) for mention in body)
        if not any(mention.sure for mention in cluster.mentions) and self._is_word(cluster.name):
            return False
        if any(mention.sure for mention in cluster.mentions):
            return not body or any(not self._is_place(mention) for mention in body)
        return self._is_body(cluster, body)

    def speaks_by_name(self, cluster: Cluster) -> bool:
        """Whether a name of several words that no recogniser knows is that of somebody who speaks here."""
        return cluster.kind is ActorKind.PERSON and any(
            self._is_like_a_person(mention) and self._speaks(mention, only=self._names.grammar["acting"])
            for mention in cluster.mentions
            if not self._layout.headline[mention.start]
        )

    def _is_like_a_person(self, mention: NamedMention) -> bool:
        """Whether a name is as long as those of persons, and no noun before it calls it something else."""
        before = self._doc[mention.start - 1] if mention.start else None
        noun = plain(before.lemma_) if before is not None and before.pos_ == "NOUN" else ""
        told = not noun or noun in self._names.office or noun in self._names.person_nouns
        return told and mention.name.count(" ") in (1, 2)

    def _is_person(self, cluster: Cluster, body: list[NamedMention]) -> bool:
        if any(mention.sure or " " in mention.name for mention in cluster.mentions):
            return True
        if self._is_common_word(cluster) or self._is_word(cluster.name):
            return False
        if len(body) > 1:
            return any(self._acts(mention) for mention in body)
        return any(self._speaks(mention) for mention in body)

    def _is_body(self, cluster: Cluster, body: list[NamedMention]) -> bool:
        if " " in cluster.name and (
            self._names.is_organization(cluster.name) or self._names.is_government(cluster.name)
        ):
            return True
        if plain(cluster.name) in self._names.within:
            # "Commerce" of "commerce secretary": a part of a title, unless it speaks for its ministry.
            return any(self._speaks(mention, only=self._names.grammar["acting"]) for mention in body)
        acts = len(body) > 1 and any(self._acts(mention) for mention in body)
        return acts or any(self._speaks(mention) for mention in body)

    def _acts(self, mention: NamedMention) -> bool:
        head = self._doc[mention.head]
        # Where the parser is lost, before "both said", a name still belongs to the verb.
        lost = head.dep_ == "dep" and head.head.pos_ == "VERB"
        return (head.dep_ in _ACTING or lost) and not self._is_place(mention)

    def _speaks(self, mention: NamedMention, only: frozenset[str] | None = None) -> bool:
        """Whether the mention is the subject of a verb (of `only`), or what follows "according to"."""
        head = self._doc[mention.head]
        if head.dep_ == "appos" and head.head.pos_ == "NOUN":
            # "His wife Mary said": the wife is the subject.
            head = first_joined(head.head)
        if head.dep_ in NOUN_SUBJECTS and head.head.pos_ == "VERB":
            return only is None or head.head.lemma_ in only
        return head.dep_ == "pobj" and head.head.lower_ == "to" and head.head.head.lower_ == "according"

    def _is_place(self, mention: NamedMention) -> bool:
        """Whether the mention says where something is."""
        head = self._doc[mention.head]
        head = first_joined(head.head if head.dep_ == "appos" else head)
        return head.dep_ == "pobj" and head.head.lower_ in self._names.grammar["placing"]

    def _is_way(self, mention: NamedMention) -> bool:
        """Whether the mention says where something goes or comes from."""
        head = self._doc[mention.head]
        leads = head.dep_ == "pobj" and head.head.lower_ in self._names.grammar["leading"]
        return leads and head.head.head.lower_ != "according"

    def _is_word(self, name: str) -> bool:
        """Whether a name of one word also stands in the text as a common word, or is a noun for people."""
        word = name.lower()
        if " " in name:
            return False
        singular = word.removesuffix("s")
        people = self._names.person_nouns.keys() | self._names.office.keys()
        return word in self._common or word in people or singular in people

    def _is_common_word(self, cluster: Cluster) -> bool:
        """Whether a name of one word is a common noun with a capital ("Observers noted")."""
        heads = [self._doc[mention.head] for mention in cluster.mentions]
        common = all(head.tag_ in _COMMON_TAGS or head.is_sent_start for head in heads)
        word = heads[0]
        return common and (plain(word.lemma_) in self._names.person_nouns or word.tag_ in _COMMON_TAGS)
