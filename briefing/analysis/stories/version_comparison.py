"""Two versions of an article compared statement by statement: what is new, gone, softer or without source."""

from collections.abc import Iterator

import numpy as np

from briefing.analysis.stories.figure_likeness import figures_differ
from briefing.analysis.stories.origin_names import is_one
from briefing.analysis.stories.origins import origins_in
from briefing.analysis.stories.story_article import StoryArticle, Told
from briefing.model import Certainty, words_of
from briefing.model.statement import Mood
from briefing.model.version_change import ChangeKind, Said, VersionChange

_SAME = 0.72
"""Cosine from which a statement of one version is taken for one of the other."""

_SURE = {Certainty.CERTAIN: 3, Certainty.PROBABLE: 2, Certainty.POSSIBLE: 1, Certainty.UNKNOWN: 0}


def version_changes(before: StoryArticle, after: StoryArticle) -> tuple[VersionChange, ...]:
    """What changed, in the order of the newer text; what is gone comes last."""
    older = [Told(before, statement, row) for row, statement in enumerate(before.statements)]
    newer = [Told(after, statement, row) for row, statement in enumerate(after.statements)]
    partner = _partners(before, after)
    found: list[VersionChange] = []
    for told in newer:
        if told.at not in partner:
            found.append(VersionChange(ChangeKind.ADDED, None, _said(told)))
            continue
        former = older[partner[told.at]]
        found += [VersionChange(kind, _said(former), _said(told)) for kind in _kinds(former, told)]
    kept = set(partner.values())
    found += [VersionChange(ChangeKind.DROPPED, _said(told), None) for told in older if told.at not in kept]
    return tuple(found)


def _partners(before: StoryArticle, after: StoryArticle) -> dict[int, int]:
    """For statements of the newer version those of the older one that say the same, each once, the nearest first."""
    if not (before.statements and after.statements):
        return {}
    near = after.vectors @ before.vectors.T
    rows, columns = np.where(near >= _SAME)
    pairs = sorted(((float(near[a, b]), int(a), int(b)) for a, b in zip(rows, columns, strict=True)), reverse=True)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, new, old in pairs:
        if new not in found and old not in taken:
            found[new] = old
            taken.add(old)
    return found


def _kinds(former: Told, told: Told) -> Iterator[ChangeKind]:
    if former.is_negated != told.is_negated:
        yield ChangeKind.REVERSED
    if figures_differ(former, told):
        yield ChangeKind.NUMBER_CHANGED
    yield from _strength(former, told)
    was, now = origins_in(former), origins_in(told)
    if was and not now:
        yield ChangeKind.SOURCE_LOST
    elif now and not was:
        yield ChangeKind.SOURCE_FOUND
    elif was and now and not any(is_one(a, b) for a in was for b in now):
        yield ChangeKind.SPEAKER_CHANGED


def _strength(former: Told, told: Told) -> Iterator[ChangeKind]:
    """Whether it is said with more or less certainty, or as having happened and not only as possible or planned.

    What "would" be in the mouth of somebody "will" be in that of the article: that is no difference.
    """
    was, now = _SURE[former.statement.certainty], _SURE[told.statement.certainty]
    moods = former.statement.mood, told.statement.mood
    if now < was or (now == was and moods == (Mood.ACTUAL, Mood.OPEN)):
        yield ChangeKind.SOFTENED
    elif now > was or (now == was and moods == (Mood.OPEN, Mood.ACTUAL)):
        yield ChangeKind.SHARPENED


def _said(told: Told) -> Said:
    content = told.statement.content
    return Said(content, words_of(content, told.article.text), told.statement.sources)
