"""Resolve "I", "we" and "you" outside quotation marks to who writes, and to whom: sender, columnist, judge, body."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from briefing.analysis.attribution.quotations import quotations
from briefing.analysis.coreference.antecedents import Referent
from briefing.analysis.coreference.discourse_entities import OF_MANY
from briefing.analysis.names.authors import Author, authors_of
from briefing.analysis.names.mentions import NamedMention, span_of
from briefing.analysis.names.name_clusters import Cluster
from briefing.analysis.names.name_lexicon import plain, stripped
from briefing.analysis.syntax.article_parser import blocks_of
from briefing.analysis.syntax.token_layout import Layout
from briefing.analysis.syntax.word_classes import NOUN_SUBJECTS
from briefing.model import ActorKind, Article, Span

_ONE = frozenset({"i", "me", "my", "mine", "myself"})
_MANY = frozenset({"we", "us", "our", "ours", "ourselves"})
_OTHER = frozenset({"you", "your", "yours", "yourself"})
_PERSONAL = re.compile(rf"\b(?:{'|'.join(sorted(_ONE | _MANY | _OTHER))})\b", re.IGNORECASE)
_TAGS = frozenset({"PRP", "PRP$"})
_FIRST_SENTENCES = 6
"""Names of bodies among which the one that issues a statement is found."""


def first_persons(
    doc: Doc, layout: Layout, article: Article, known: list[Cluster], unlisted: Sequence[Cluster]
) -> list[Referent]:
    """The words by which the writers of an article mean themselves; who is one and was not known joins `known`."""
    authors = authors_of(article)
    words = list(_words(doc, layout, article, authors)) if authors else []
    found: list[Referent] = []
    clusters: dict[Author, Cluster | None] = {}
    for token in words:
        who = _meant(token, authors, article.text)
        if who is None:
            continue
        if who not in clusters:
            clusters[who] = _cluster_of(who, doc, known, unlisted)
        cluster = clusters[who]
        if cluster is not None:
            found.append(Referent(token.i, token.i + 1, token.i, (cluster,)))
    return found


def _meant(token: Token, authors: Sequence[Author], text: str) -> Author | None:
    """Who is meant by a word: the one who writes, or the one whom he writes to."""
    author = next((one for one in authors if one.start <= token.idx < one.end), None)
    if author is None or (token.lower_ in _MANY and not author.many):
        return None
    if token.lower_ not in _OTHER:
        return replace(author, start=0, end=0, to=None)
    return Author(author.to.of(text), author.to, 0, 0) if author.to is not None else None


def _words(doc: Doc, layout: Layout, article: Article, authors: Sequence[Author]) -> Iterator[Token]:
    """The words of the first and the second person that stand in no quotation marks."""
    for block in blocks_of(article):
        if not block.analysed or not any(one.start < block.span.end and block.span.start < one.end for one in authors):
            continue
        found = list(_PERSONAL.finditer(article.text, block.span.start, block.span.end))
        quoted = [one.span for one in quotations(article.text, block.span)] if found else []
        for match in found:
            words = doc.char_span(match.start(), match.end())
            outside = not any(span.start <= match.start() < span.end for span in quoted)
            if words is not None and outside and layout.block[words.start] >= 0 and words[0].tag_ in _TAGS:
                yield words[0]


def _cluster_of(author: Author, doc: Doc, known: list[Cluster], unlisted: Sequence[Cluster]) -> Cluster | None:
    """The actor that an author is; the one who is told of nowhere else is a new one."""
    if not author.name:
        return _issuing(doc, known)
    found = next((one for one in (*known, *unlisted) if _is_named_at(one, author, doc)), None)
    found = found or next((one for one in (*known, *unlisted) if _has_name(one, author.name)), None)
    if found is None:
        found = Cluster(ActorKind.ORGANIZATION if author.body else ActorKind.PERSON, stripped(author.name))
        words = doc.char_span(author.at.start, author.at.end, alignment_mode="expand") if author.at else None
        if words is not None:
            name = stripped(author.name)
            found.add(NamedMention(words.start, words.end, found.kind, name, name, int(words.root.i)))
    if found.kind is ActorKind.PERSON and set(plain(found.name).split()) < set(plain(author.name).split()):
        found.name = stripped(author.name)
    if found not in known:
        known.append(found)
    return found


def _is_named_at(cluster: Cluster, author: Author, doc: Doc) -> bool:
    at, country = author.at, cluster.kind is ActorKind.COUNTRY
    return at is not None and not country and any(_span(doc, mention).overlaps(at) for mention in cluster.mentions)


def _span(doc: Doc, mention: NamedMention) -> Span:
    return span_of(doc, mention.start, mention.end)


def _has_name(cluster: Cluster, name: str) -> bool:
    mine, other = plain(cluster.name).split(), plain(name).split()
    return bool(other) and (mine == other or (len(other) > 1 and set(other) <= set(mine)))


def _issuing(doc: Doc, known: Sequence[Cluster]) -> Cluster | None:
    """The body that issues a statement: the first one that does something in it."""
    mentions = sorted(
        ((mention.start, mention, one) for one in known if one.kind in OF_MANY for mention in one.mentions),
        key=lambda entry: entry[0],
    )
    for _, mention, cluster in mentions[:_FIRST_SENTENCES]:
        if doc[mention.head].dep_ in NOUN_SUBJECTS:
            return cluster
    return None
