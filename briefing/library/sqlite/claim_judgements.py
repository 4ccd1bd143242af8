"""The rows of the reader's word on claims; what the list counts of the claims follows them."""

import apsw

from briefing.library.sqlite import annotations, standings
from briefing.model import Judgement, Span


class Judgements:
    """The rows of judgements, for `judgement_acts`."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def at(self, article_id: int, span: Span) -> Judgement | None:
        """The judgement on the claim at exactly this span, or None."""
        return annotations.judgement_at(self._connection, article_id, span)

    def put(self, article_id: int, judgement: Judgement) -> None:
        """Insert a judgement, or put it in the place of the one on the same claim."""
        annotations.put_judgement(self._connection, article_id, judgement)

    def remove(self, article_id: int, span: Span) -> None:
        """Delete the judgement on the claim at exactly this span."""
        self._connection.execute(
            'DELETE FROM judgement WHERE article_id = ? AND start = ? AND "end" = ?', (article_id, span.start, span.end)
        )

    def recount(self, article_id: int) -> None:
        """Count the claims of an article by status anew, for the list."""
        standings.recount(self._connection, article_id)
