"""A story, an actor's record and a comparison of versions as rows of an outline."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from briefing.desktop.interface_language import said
from briefing.desktop.model_labels import status_label, told_day
from briefing.desktop.stories.outline_model import MARK, Place, Row
from briefing.model import KeptArticle, KnownClaim, Status, covering
from briefing.model.story import FigureChange, FigureGiven, Proposition, Story, Telling, origin_told
from briefing.model.text_difference import TextDifference
from briefing.model.version_change import ChangeKind, Said, VersionChange

if TYPE_CHECKING:
    from briefing.service.actor_record import ActorRecord, Contradiction
    from briefing.service.version_changes import ChangedVersion

_LEADING_ON = re.compile(r",(?=[”\"»’']?$)")


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Briefing", text, None, number)


def contradicting(story: Story, proposition: Proposition) -> list[Proposition]:
    """What is told in the same story against a proposition."""
    return [one for other in proposition.contradicted_by if (one := story.proposition(other)) is not None]


def first_sides(story: Story) -> list[Proposition]:
    """Of each dispute the side that was told first."""
    order = {proposition.id: at for at, proposition in enumerate(story.propositions)}
    return [
        p
        for p in story.propositions
        if any(order.get(other, -1) > order[p.id] for other in p.contradicted_by)
        or (p.disputed_by and not p.contradicted_by)
    ]


def standing_words(story: Story, proposition: Proposition) -> str:
    """How many say it, in how many articles, and who denies it: what a card tells of a claim's story."""
    origins, articles = len(proposition.origins), len(proposition.articles)
    told = _tr("%n independent origin(s)", origins) if origins else _tr("no source named anywhere")
    words = _tr("{origins} in {articles}").format(origins=told, articles=_tr("%n article(s)", articles))
    against = contradicting(story, proposition)
    if against:
        words = _tr("{standing}, contradicted by {number}").format(standing=words, number=len(against))
    if proposition.disputed_by:
        words = _tr("{standing}, in your word disputed by {names}").format(
            standing=words, names=", ".join(proposition.disputed_by)
        )
    return words


def says(proposition: Proposition) -> str:
    """What a proposition says; of what is only denied, that it is."""
    return _tr("Denied: {words}").format(words=proposition.says) if proposition.is_denial else proposition.says


def story_rows(story: Story, articles: Sequence[KeptArticle]) -> tuple[Row, ...]:
    """A story in its sections: its articles, disputes, what is agreed, what lost its source, figures, copies."""
    titles = {str(kept.id): kept for kept in articles}
    disputed = first_sides(story)
    agreed = [p for p in story.propositions if not (p.contradicted_by or p.disputed_by)]
    lost = [p for p in story.propositions if p.loses_source_in]
    return (
        *_section(_tr("Articles, by date"), [_article_row(kept) for kept in articles]),
        *_section(_tr("Disputed"), [_dispute_row(story, p, titles) for p in disputed]),
        *_section(_tr("Told by several"), [_proposition_row(story, p, titles) for p in agreed]),
        *_section(_tr("Lost its source"), [_lost_row(p, titles) for p in lost]),
        *_section(
            _tr("Figures that differ"),
            [
                Row(
                    (_figure_words(one.earlier, one.later, one.change),),
                    below=(_figure_row(one.earlier, titles), _figure_row(one.later, titles)),
                )
                for one in story.figures
            ],
        ),
        *_section(
            _tr("Much the same text"),
            [
                Row(
                    (
                        _tr("{later} has {share} % of the text of {earlier}").format(
                            later=_title(titles, one.later),
                            share=round(100 * one.share),
                            earlier=_title(titles, one.earlier),
                        ),
                        one.agency,
                    ),
                    place=Place(int(one.later)),
                )
                for one in story.copies
            ],
        ),
    )


def record_rows(record: "ActorRecord", titles: Mapping[str, str]) -> tuple[Row, ...]:
    """An actor's record: who speaks for whom, where he changed or is contradicted, own acts, and the rest."""
    changed = [_contradiction_row(one, titles) for one in record.contradictions if one.by_himself]
    against = [_contradiction_row(one, titles) for one in record.contradictions if not one.by_himself]
    return (
        *_section(_tr("Speaks for"), [Row((one,)) for one in record.speaks_for]),
        *_section(_tr("Spokespeople"), [Row((one,)) for one in record.spoken_for_by]),
        *_section(_tr("Changed position"), changed),
        *_section(_tr("Contradicted"), against),
        *_section(_tr("On own acts and positions"), list(map(_claim_row, record.own))),
        *_section(_tr("On the world and others"), list(map(_claim_row, record.others))),
    )


def _contradiction_row(one: "Contradiction", titles: Mapping[str, str]) -> Row:
    lines = (
        _dated(_sentence(one.says), one.published, titles.get(one.article, "")),
        _dated(_against_it(one), one.against_published, titles.get(one.against_article, "")),
    )
    return Row(lines, Status.DISPUTED, place=Place(int(one.article)))


def _against_it(one: "Contradiction") -> str:
    """What stands against something that an actor says, and whose word that is."""
    if one.by_himself:
        return _tr("Said otherwise: {words}").format(words=one.against)
    if not one.against:
        return _tr("In your word disputed by {names}").format(names=", ".join(one.by))
    return _tr("Against it, {who}: {words}").format(
        who=origins_told(one.by) or _tr("an article itself"), words=one.against
    )


def version_rows(versions: "Sequence[ChangedVersion]") -> tuple[Row, ...]:
    """What changed from version to version."""
    return tuple(
        Row(
            (_tr("Version {before} to {after}").format(before=one.before, after=one.after),),
            below=(
                *(
                    tuple(_change_row(change, one) for change in one.changes)
                    or (Row((_tr("Nothing that is said changed."),)),)
                ),
                *_text_rows(one),
            ),
            is_head=True,
        )
        for one in versions
    )


def _dated(words: str, published: str, title: str) -> str:
    where = ", ".join(part for part in (told_day(published), title) if part)
    return f"{words} ({where})" if where else words


def _sentence(words: str) -> str:
    """Words as a sentence begins, without the comma that led on from a quotation."""
    words = _LEADING_ON.sub("", words)
    return words[:1].upper() + words[1:]


def _section(title: str, rows: Sequence[Row]) -> tuple[Row, ...]:
    return (Row((f"{title} ({len(rows)})",), below=tuple(rows), is_head=True),) if rows else ()


def _article_row(kept: KeptArticle) -> Row:
    origin = kept.origin
    where = " · ".join(part for part in (told_day(origin.published), origin.outlet) if part)
    return Row((origin.title or _tr("Untitled"), where), place=Place(kept.id))


def _proposition_row(story: Story, proposition: Proposition, titles: Mapping[str, KeptArticle]) -> Row:
    lines = (
        _sentence(says(proposition)),
        f"{status_label(proposition.status)} · {standing_words(story, proposition)}",
        _origins(proposition),
    )
    tellings = tuple(_telling_row(telling, titles) for telling in proposition.tellings)
    return Row(lines, proposition.status, tellings[0].place if tellings else None, tellings)


def _dispute_row(story: Story, proposition: Proposition, titles: Mapping[str, KeptArticle]) -> Row:
    """A dispute, told once: the side that was told first, and below it who says it, and who says otherwise."""
    row = _proposition_row(story, proposition, titles)
    against = contradicting(story, proposition)
    lines = [
        line for other in against for line in (_tr("Against it: {words}").format(words=says(other)), _origins(other))
    ]
    tellings = [_telling_row(telling, titles) for other in against for telling in other.tellings]
    return replace(row, lines=(*row.lines, *lines), below=(*row.below, *tellings))


def _origins(proposition: Proposition) -> str:
    """The independent origins, a mark for each."""
    return "   ".join(f"{MARK}{said(origin_told(origin))}" for origin in proposition.origins)


def origins_told(origins: Iterable[str]) -> str:
    """Origins in a line."""
    return ", ".join(said(origin_told(origin)) for origin in origins)


def _telling_row(telling: Telling, titles: Mapping[str, KeptArticle]) -> Row:
    place = Place(int(telling.article), covering(telling.content), telling.begins)
    return Row((f"“{telling.said}”", _given_by(telling, titles)), place=place)


def _lost_row(proposition: Proposition, titles: Mapping[str, KeptArticle]) -> Row:
    where = ", ".join(_title(titles, key) for key in proposition.loses_source_in)
    told = next(t for t in proposition.tellings if t.article in proposition.loses_source_in)
    return Row(
        (_sentence(says(proposition)), _tr("Told as fact in: {articles}").format(articles=where)),
        place=Place(int(told.article), covering(told.content)),
    )


def _figure_words(earlier: FigureGiven, later: FigureGiven, change: FigureChange) -> str:
    words = _tr("{later} {unit} after {earlier}: brought up to date")
    if change is FigureChange.CONFLICT:
        words = _tr("{earlier} or {later} {unit}: they conflict")
    return words.format(earlier=earlier.words, later=later.words, unit=later.unit)


def _figure_row(given: FigureGiven, titles: Mapping[str, KeptArticle]) -> Row:
    return Row((f"{given.words} {given.unit}", _given_by(given, titles)), place=Place(int(given.article)))


def _given_by(given: Telling | FigureGiven, titles: Mapping[str, KeptArticle]) -> str:
    """Who says something, and the day and title of the article."""
    who = origins_told(given.origin.split(", ")) or _tr("the article itself")
    return " · ".join(part for part in (who, told_day(given.published), _title(titles, given.article)) if part)


def _claim_row(claim: KnownClaim) -> Row:
    where = " · ".join(part for part in (told_day(claim.published), claim.title, claim.outlet) if part)
    return Row((_sentence(claim.content), where), claim.status, Place(claim.article_id, claim.span))


def _change_row(change: VersionChange, versions: "ChangedVersion") -> Row:
    sides = ((versions.before, change.before), (versions.after, change.after))
    lines = [_change_label(change.kind), *(_side(number, side) for number, side in sides if side is not None)]
    article_id, shown = (versions.newer, change.after) if change.after is not None else (versions.older, change.before)
    return Row(tuple(lines), place=Place(article_id, covering(shown.content)) if shown is not None else None)


def _text_rows(versions: "ChangedVersion") -> tuple[Row, ...]:
    """The plain difference of the text, below a head of its own."""
    rows = tuple(_difference_row(one, versions) for one in versions.text)
    return (Row((_tr("Text"),), below=rows, is_head=True),) if rows else ()


def _difference_row(one: TextDifference, versions: "ChangedVersion") -> Row:
    sides = ((versions.before, one.before), (versions.after, one.after))
    lines = tuple(f"{number}: {words}" for number, words in sides if words)
    if one.newer is not None:
        return Row(lines, place=Place(versions.newer, one.newer))
    return Row(lines, place=Place(versions.older, one.older) if one.older is not None else None)


def _side(version: int, side: Said) -> str:
    who = f" ({', '.join(side.sources)})" if side.sources else ""
    return f"{version}: “{side.words}”{who}"


def _change_label(kind: ChangeKind) -> str:
    return {
        ChangeKind.ADDED: _tr("Added"),
        ChangeKind.DROPPED: _tr("Dropped"),
        ChangeKind.SOFTENED: _tr("Said with less certainty"),
        ChangeKind.SHARPENED: _tr("Said with more certainty"),
        ChangeKind.SPEAKER_CHANGED: _tr("Given to another source"),
        ChangeKind.NUMBER_CHANGED: _tr("Another number"),
        ChangeKind.SOURCE_LOST: _tr("Lost its source"),
        ChangeKind.SOURCE_FOUND: _tr("Given a source"),
        ChangeKind.REVERSED: _tr("Turned into the opposite"),
    }[kind]


def _title(titles: Mapping[str, KeptArticle], key: str) -> str:
    kept = titles.get(key)
    return kept.origin.title or _tr("Untitled") if kept else key
