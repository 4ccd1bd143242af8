"""What the lists show of an article, made from the row that tells it, for whatever a library is kept in."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from briefing.model import KeptArticle, Origin, ReadingState


def listed_article(article_id: int, origin: Origin, told: Sequence[Any], tags: Iterable[str]) -> KeptArticle:
    """What the lists show of an article.

    Args:
        article_id: its number.
        origin: where it is from, as corrected.
        told: added, opened, words, state, place, length, version, the number of the version before, whether it is the
            newest, the number of the article that it is like, since when it lies in the bin, what was found before it
            was corrected (JSON), claims, claims by status (JSON), annotations, and those of them with a note.
        tags: the reader's.
    """
    added, opened, words, state, place, length, version, former, newest = told[:9]
    duplicate_of, removed, found, claims, statuses, annotations, notes = told[9:]
    return KeptArticle(
        id=article_id,
        origin=origin,
        added=datetime.fromisoformat(added),
        opened=datetime.fromisoformat(opened) if opened else None,
        claims=claims,
        statuses=tuple(json.loads(statuses).items()),
        annotations=annotations,
        notes=notes,
        words=words,
        state=ReadingState(state),
        place=place,
        length=length,
        version=version,
        former=former,
        newest=bool(newest),
        duplicate_of=duplicate_of,
        tags=tuple(tags),
        removed=datetime.fromisoformat(removed) if removed else None,
        edited=tuple(json.loads(found)),
    )
