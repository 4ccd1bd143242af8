"""Lets the role encoder read in a thread of its own while the parser reads the same blocks."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from types import TracebackType

from briefing.analysis.encoder.encoder_windows import Window
from briefing.analysis.encoder.role_encoder import Reading, RoleEncoder, WindowReading
from briefing.model import Block


class ReadingAhead:
    """What the encoder finds, group by group; to be used as a context, which ends the reading.

    The windows that it reads in are those of the whole text: what is found in the end does not depend on the groups.

    Args:
        encoder: lets go of the interpreter while it computes.
        text: of the article.
        groups: the blocks of each group, in text order.
    """

    def __init__(self, encoder: RoleEncoder, text: str, groups: Sequence[Sequence[Block]]) -> None:
        self._encoder = encoder
        self._text = text
        self._places = [(block.span.start, block.span.end) for group in groups for block in group]
        self._starts = [start for start, _ in self._places]
        self._windows: Iterator[Window] = encoder.windows(text, self._places)
        self._read: list[WindowReading] = []
        self._ended = False
        self._pool = ThreadPoolExecutor(1, "role encoder")
        sizes = [len(group) for group in groups]
        self._groups = iter([self._pool.submit(self._up_to, sum(sizes[: at + 1])) for at in range(len(sizes))])

    def following(self) -> Reading:
        """What stands in all groups up to the next one, its attributions in text order of their cues; waits for it."""
        return next(self._groups).result()

    def _up_to(self, blocks: int) -> Reading:
        """What stands in the first blocks, read so far or now."""
        places = self._places[:blocks]
        # A block of signs alone has no window.
        end = places[-1][1] if places else 0
        for window in self._windows:
            if window.words and window.words[0].start >= end:
                self._windows = chain((window,), self._windows)
                break
            if self._ended:
                break
            self._read.append(self._encoder.window(window, self._starts))
        return self._encoder.joined(self._text, places, self._read)

    def __enter__(self) -> "ReadingAhead":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended = True
        self._pool.shutdown(wait=True, cancel_futures=True)
