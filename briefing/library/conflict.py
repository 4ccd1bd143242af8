"""Merges imported annotations and judgements with the reader's own, and overwrites none of those."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from briefing.library import queries
from briefing.library.face import Library
from briefing.library.operations import AddAnnotation, ChangeAnnotation, Judge
from briefing.model import ActorJudgement, Annotation, Dispute, Judgement, LineKind, SavedSearch, StoredBrief
from briefing.model.catalogue import WRITTEN, catalogue, languages
from briefing.model.message import Message

T = TypeVar("T", Annotation, Judgement)

CLOCKS_APART = timedelta(days=1)
"""How far ahead of this one another machine's clock may be; what is dated later is dated by nobody."""


class AnnotationMerge:
    """Brings the annotations of one file together with those of a library, and with one another.

    Args:
        library: that they come into.
        language: code of the language of what is written into the reader's notes.
    """

    def __init__(self, library: Library, language: str = WRITTEN) -> None:
        self.language = language
        self._library = library
        self._came: dict[str, tuple[int, Annotation]] = {}
        self._article, self._here = 0, frozenset[str]()

    def acts(self, article_id: int, fresh: Annotation) -> Iterator[AddAnnotation | ChangeAnnotation]:
        """What is to be done with an annotation on an article, behind what was to be done before."""
        known, is_here = self._known(article_id, fresh.id)
        for act in list(annotating(article_id, fresh, known, is_here)):
            if isinstance(act, AddAnnotation) and self._known(article_id, act.annotation.id)[0]:
                continue  # it came in beside another one before
            self._came[act.annotation.id] = (article_id, act.annotation)
            yield act

    def _known(self, article_id: int, identity: str) -> tuple[Annotation | None, bool]:
        if identity in self._came:
            where, annotation = self._came[identity]
            return annotation, where == article_id
        if article_id != self._article:
            self._article = article_id
            self._here = frozenset(one.id for one in self._library.ask(queries.AnnotationsOn(article_id)))
        return self._library.ask(queries.AnnotationAnywhere(identity)), identity in self._here


def annotating(
    article_id: int, fresh: Annotation, known: Annotation | None, is_here: bool = True, now: datetime | None = None
) -> Iterator[AddAnnotation | ChangeAnnotation]:
    """What is to be done with an annotation that comes in; nothing, if it says no more than what is here.

    Args:
        article_id: of the article that it is on.
        fresh: the annotation that comes in.
        known: that with the same identity, or None.
        is_here: whether the known one is on this article, and not in the bin: where it is not, it stays as it is, and
            is not brought back either. Only other words come in, beside it.
        now: this moment.
    """
    dated, trusted = _dated(fresh, now or datetime.now(UTC))
    if known is not None:
        # A file knows neither who wrote it at a desk, nor who is to see it there.
        dated = replace(dated, writer=known.writer, private=known.private)
    if known is None:
        yield AddAnnotation(article_id, dated)
    elif is_here and trusted and dated.modified > known.modified:
        yield ChangeAnnotation(article_id, dated)
        if not _holds(dated, known):
            yield AddAnnotation(article_id, _apart(known))
    elif not _holds(known, dated):
        yield AddAnnotation(article_id, _apart(dated))


def judging(
    article_id: int,
    fresh: Judgement,
    known: Judgement | None,
    now: datetime | None = None,
    language: str = WRITTEN,
) -> Judge | None:
    """What is to be done with a word on a claim that comes in: it adds to the reader's, and changes none of that.

    Where both say something else, what came in stands in the note, in words of a language.
    """
    dated, _ = _dated(fresh, now or datetime.now(UTC))
    if known is None:
        return Judge(article_id, dated)
    note = _with(known.note, dated.note)
    told = _sentence(_contrary(known, dated))
    # It may have come in before, when the reader spoke another language.
    if told and not any(catalogue(one).words(told) in note for one in languages()):
        note = _with(note, catalogue(language).words(told))
    together = replace(
        known,
        # Who says by whom it is disputed says that it is.
        status=known.status or (None if known.disputed_by else dated.status),
        source_rating=known.source_rating or dated.source_rating,
        information_rating=known.information_rating or dated.information_rating,
        source=known.source or dated.source,
        note=note,
        words=known.words or dated.words,
        disputed_by=tuple(dict.fromkeys((*known.disputed_by, *dated.disputed_by))),
    )
    return (
        None
        if together == known
        else Judge(article_id, replace(together, modified=max(known.modified, dated.modified)))
    )


def judging_later(
    article_id: int,
    fresh: Judgement,
    known: Judgement | None,
    now: datetime | None = None,
    language: str = WRITTEN,
) -> Judge | None:
    """What is to be done with the reader's own word that comes back from a copy: the later holds, and no note is lost.

    What is not dated later is taken in as by `judging`.
    """
    dated, trusted = _dated(fresh, now or datetime.now(UTC))
    if known is None or not trusted or dated.modified <= known.modified:
        return judging(article_id, fresh, known, now, language)
    return Judge(article_id, replace(dated, note=_with(dated.note, known.note), writer=known.writer))


def said_in_words(judgement: Judgement, language: str = WRITTEN) -> str:
    """All that the reader says of a claim as a note, for where there is no claim to say it of."""
    told = _sentence(_points(judgement))
    return _with(judgement.note, catalogue(language).words(told)) if told else judgement.note


def _with(note: str, words: str) -> str:
    """A note with words below it that it does not hold yet."""
    return note if words in note else f"{note}\n\n{words}".strip()


def kept_brief(fresh: StoredBrief, known: StoredBrief | None) -> StoredBrief | None:
    """A brief that comes in, as one of its own if it says what the known one does not; None if that says it all."""
    if known is None:
        return fresh
    words = _words_of(fresh)
    return None if words <= _words_of(known) else replace(fresh, id=_identity(fresh.id, *sorted(words)))


def kept_search(fresh: SavedSearch, known: SavedSearch | None) -> SavedSearch | None:
    """A search that comes in, as one of its own if it looks for something else or is called something else."""
    if known is None or fresh == known:
        return fresh if known is None else None
    return replace(fresh, id=_identity(fresh.id, fresh.name, fresh.typed))


def kept_actors(fresh: ActorJudgement, known: ActorJudgement | None) -> ActorJudgement | None:
    """A word on who is who that comes in, as one of its own if it is another one."""
    if known is None or (fresh.verdict, fresh.name, fresh.names) == (known.verdict, known.name, known.names):
        return fresh if known is None else None
    return replace(fresh, id=_identity(fresh.id, fresh.verdict, fresh.name, *fresh.names))


def _contrary(known: Judgement, fresh: Judgement) -> dict[str, Message]:
    """What the one that comes in says otherwise than the known one."""
    mine, theirs = _points(known), _points(fresh)
    # Disputes are no contradiction: those of both stand there.
    other = {
        name: said for name, said in theirs.items() if name in mine and mine[name] != said and name != "disputed_by"
    }
    if fresh.dismissed and not known.dismissed:
        other["none"] = theirs["none"]
    return other


def _points(judgement: Judgement) -> dict[str, Message]:
    """What the reader says of a claim beside the note, by what it is about."""
    status, words = judgement.own_status, judgement.words
    said = {
        "status": Message.of("conflict.status", status=Message(f"status.{status.value}")) if status else None,
        "source": judgement.source and Message.of("conflict.source", source=_quoted(judgement.source)),
        "reliability": judgement.source_rating
        and Message.of("conflict.reliability", rating=judgement.source_rating.value),
        "rating": judgement.information_rating and Message.of("conflict.rating", rating=judgement.information_rating),
        "words": words and Message.of("conflict.words", words=_quoted(words.exact)),
        "disputed_by": judgement.disputed_by
        and Message.of("conflict.disputed_by", disputers=tuple(map(_disputer, judgement.disputed_by))),
        "none": judgement.dismissed and Message("conflict.none"),
    }
    return {name: told for name, told in said.items() if isinstance(told, Message)}


def _disputer(dispute: Dispute) -> Message | str:
    if dispute.claim is None:
        return dispute.source
    quoted = _quoted(dispute.claim.exact)
    return Message.of("conflict.disputer", source=dispute.source, words=quoted) if dispute.source else quoted


def _quoted(words: str) -> Message:
    return Message.of("marks.quoted", words=words)


def _sentence(points: Mapping[str, Message]) -> Message | None:
    return Message.of("conflict.other_word", points=tuple(points.values())) if points else None


def _words_of(brief: StoredBrief) -> set[str]:
    """All that somebody wrote or chose in a brief."""
    said = {brief.title, brief.author, brief.date, brief.classification, brief.purpose}
    for section in brief.sections:
        said.add(section.heading)
        for line in section.lines:
            about = (line.kind, line.article_id, line.claim and line.claim.exact, line.annotation_id)
            said |= {line.text} if line.kind is LineKind.TEXT else {line.text, repr(about)}
    return {words for words in map(str.strip, said) if words}


def _dated(fresh: T, now: datetime) -> tuple[T, bool]:
    """What comes in with moments that can be, and whether its own could."""
    trusted = fresh.created.year > 1 and max(fresh.created, fresh.modified) <= now + CLOCKS_APART
    created = fresh.created if datetime(1970, 1, 1, tzinfo=UTC) <= fresh.created <= now + CLOCKS_APART else now
    return replace(fresh, created=created, modified=fresh.modified if trusted else created), trusted


def _holds(one: Annotation, other: Annotation) -> bool:
    """Whether nothing that one annotation says is not said by the other, too."""
    return other.note.strip() in one.note and set(other.tags) <= set(one.tags)


def _apart(annotation: Annotation) -> Annotation:
    """The same as an annotation of its own; the same again, if it comes in again."""
    return replace(annotation, id=_identity(annotation.id, annotation.note, *annotation.tags))


def _identity(*words: str) -> str:
    """The identity of what comes in beside what is here: the same each time that it comes."""
    # Here: the window's start loads this, and makes no identifier.
    from uuid import NAMESPACE_OID, uuid5

    return str(uuid5(NAMESPACE_OID, "\n".join(words).encode("utf-8", "replace").decode()))
