"""Lets the role encoder read in a thread of its own while the parser reads the same blocks."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

from briefing.analysis.encoder.role_encoder import FoundAttribution, Reading, RoleEncoder
from briefing.analysis.encoder.word_scores import WordScores
from briefing.model import Block

_BLOCKS_AT_ONCE = 40
"""Blocks after which the reading can be given up."""


class ReadingAhead:
    """What the encoder finds, group by group; to be used as a context, which ends the reading.

    Args:
        encoder: lets go of the interpreter while it computes.
        text: of the article.
        groups: the blocks of each group, in text order.
    """

    def __init__(self, encoder: RoleEncoder, text: str, groups: Sequence[Sequence[Block]]) -> None:
        self._encoder = encoder
        self._text = text
        self._pool = ThreadPoolExecutor(1, "role encoder")
        self._groups = iter([self._begin(group) for group in groups])

    def following(self) -> tuple[tuple[FoundAttribution, ...], WordScores]:
        """The attributions of the next group, in text order of their cues, and its words' scores; waits for them."""
        read = [part.result() for part in next(self._groups)]
        found = tuple(attribution for part in read for attribution in part.attributions)
        return found, WordScores.of([part.scores for part in read])

    def _begin(self, blocks: Sequence[Block]) -> list[Future[Reading]]:
        spans = [(block.span.start, block.span.end) for block in blocks]
        return [
            self._pool.submit(self._encoder.read, self._text, spans[at : at + _BLOCKS_AT_ONCE])
            for at in range(0, len(spans), _BLOCKS_AT_ONCE)
        ]

    def __enter__(self) -> "ReadingAhead":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
