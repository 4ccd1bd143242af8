"""The role encoder at run time: reads a text once and finds who said what, and how certain its events are."""

import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from briefing.analysis.attribution.signed_quotations import Signed, signed_quotations
from briefing.analysis.encoder.encoder_windows import Window, Word, windows_of, words_in
from briefing.analysis.encoder.role_decoder import Floats, Joined, Piece, allowed_steps, best_tags, join, pieces_of
from briefing.analysis.encoder.runtime import delete_reports, session_of
from briefing.analysis.encoder.weights import weights
from briefing.analysis.encoder.word_scores import WordScores
from briefing.records import dataclass
from briefing.resources import resource

SENTENCE_PIECES = 400
"""Word pieces of a pre-split sentence that are read; the encoder knows 512 positions."""

_QUOTES = "“”\"'«»"

Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """Who said what, flat: each word of the text has one role in one attribution.

    Attributes:
        source: pieces `[start, end)` in code points of the text; empty if nobody is named.
        cue: pieces of the cue.
        content: pieces of the content, in text order.
        score: mean log-probability of the joins; 0 is certain.
    """

    source: Pairs
    cue: Pairs
    content: Pairs
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What one pass over a text found.

    Attributes:
        attributions: in text order of their cues.
        certainties: of each event that was asked for, −3 to +3, by its start; events without a word are left out.
        scores: the encoder's vectors of the words, projected.
    """

    attributions: tuple[FoundAttribution, ...]
    certainties: dict[int, float]
    scores: WordScores


@dataclass(frozen=True, slots=True)
class WindowReading:
    """The same of one window, as it comes from the encoder; its words' scores in at most one part."""

    attributions: tuple[FoundAttribution, ...]
    certainties: dict[int, float]
    scores: tuple[WordScores, ...]


@dataclass(frozen=True, slots=True)
class _Scores:
    """What the encoder says of the words of one window, a row a word."""

    tags: Floats
    joining: Floats
    heading: Floats
    nothing: Floats
    certainty: Floats
    hidden: Floats


class RoleEncoder:
    """The trained encoder with its heads (see the model card beside the weights).

    Args:
        folder: holds `model.onnx`, `tokenizer.json` and `config.json`.
        threads: processor threads that one call may use.
        projection: what `Reading.scores` holds of a vector, shape (vector, scores); nothing without one.

    Raises:
        OSError: if a file is missing.
        DamagedWeights: if one is not what was shipped.
        ValueError: if the configuration has another version.
    """

    def __init__(self, folder: Path, threads: int = 1, projection: Floats | None = None) -> None:
        self._projection = projection
        config = json.loads(weights(folder / "config.json"))
        if config["format"] != 1:
            raise ValueError(f"{folder}: the role encoder has format {config['format']}, not 1")
        self.version: str = config["version"]
        self._steps = allowed_steps(np.array(config["transitions"], dtype=np.float32))
        self._distance = np.array(config["distance"], dtype=np.float32)
        self._scales: list[str] = config["certainty_scales"]
        self._tokenizer = Tokenizer.from_str(weights(folder / "tokenizer.json").decode("utf-8"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._session = session_of(weights(folder / "model.onnx"), threads)

    def attributions(self, text: str, paragraphs: Iterable[tuple[int, int]]) -> list[FoundAttribution]:
        """The attributions in the given paragraphs of `text`, flat, in text order of their cues."""
        return list(self.read(text, paragraphs).attributions)

    def read(self, text: str, paragraphs: Iterable[tuple[int, int]], events: Sequence[int] = ()) -> Reading:
        """Read the paragraphs once.

        Args:
            text: the article's text.
            paragraphs: `[start, end)` of each, in code points, in text order.
            events: starts of words of which the certainty is wanted, in code points.
        """
        wanted = frozenset(events)
        places = list(paragraphs)
        starts = [start for start, _ in places]
        return self.joined(text, places, [self.window(part, starts, wanted) for part in self.windows(text, places)])

    def windows(self, text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[Window]:
        """The windows that the paragraphs of `text` are read in, in text order."""
        return windows_of((words_in(text, start, end) for start, end in paragraphs), self._tokenizer)

    def window(self, window: Window, starts: Sequence[int], events: frozenset[int] = frozenset()) -> WindowReading:
        """Read one window of the paragraphs that start there."""
        (_, scores), *_ = self._scored([window])
        found = self._decoded(scores, _beginning(window, starts))
        certainties = {
            word.start: _on_scale(float(scores.certainty[row, 0]))
            for row, word in enumerate(window.words)
            if word.start in events
        }
        return WindowReading(
            tuple(_found(joined, window.words) for joined in found),
            certainties,
            tuple(self._projected(window, scores)),
        )

    def joined(self, text: str, paragraphs: Sequence[tuple[int, int]], windows: Iterable[WindowReading]) -> Reading:
        """What the windows of these paragraphs say together; a window may reach behind them."""
        end = max((end for _, end in paragraphs), default=0)
        attributions: list[FoundAttribution] = []
        certainties: dict[int, float] = {}
        scored: list[WordScores] = []
        for window in windows:
            stripped = (_without_strays(found, text) for found in window.attributions)
            attributions += [found for found in stripped if found.content[0][0] < end]
            certainties.update(window.certainties)
            scored += window.scores
        signed = [entry for entry in signed_quotations(text, paragraphs) if _is_speaker(entry, attributions)]
        attributions = [*_beside(attributions, signed), *map(_as_found, signed)]
        attributions.sort(key=lambda found: found.cue)
        width = self._projection.shape[1] if self._projection is not None else 0
        return Reading(tuple(attributions), certainties, WordScores.of(scored, width))

    def _projected(self, window: Window, scores: _Scores) -> Iterator[WordScores]:
        if self._projection is None or not window.words:
            return
        starts = np.array([word.start for word in window.words], dtype=np.int64)
        ends = np.array([word.end for word in window.words], dtype=np.int64)
        yield WordScores(starts, ends, scores.hidden @ self._projection)

    def certainty(self, words: Sequence[str], events: Sequence[int], scale: str = "UW") -> list[float]:
        """The certainty of some words of one sentence, −3 to +3, from the author's view.

        Args:
            words: the sentence, already split.
            events: indices of the words asked for.
            scale: whose annotators' habits to follow, "UW" or "UDS_IH2".
        """
        return self.certainties([(words, events, scale)])[0]

    def certainties(self, sentences: Sequence[tuple[Sequence[str], Sequence[int], str]]) -> list[list[float]]:
        """The same for many sentences at once: (words, events, scale) each."""
        numbered: dict[int, int] = {}
        starts: list[list[int]] = []
        windows: list[Window] = []
        for number, (words, _, _) in enumerate(sentences):
            window = next(
                windows_of(
                    [words_in(" ".join(words), 0, sum(map(len, words)) + len(words))], self._tokenizer, SENTENCE_PIECES
                ),
                None,
            )
            starts.append(_starts(words))
            if window is not None:
                numbered[id(window)] = number
                windows.append(window)
        found = [[0.0] * len(events) for _, events, _ in sentences]
        for window, scores in self._scored(windows):
            number = numbered[id(window)]
            _, events, scale = sentences[number]
            column = self._scales.index(scale) if scale in self._scales else 0
            rows = {word.start: row for row, word in enumerate(window.words)}
            for at, event in enumerate(events):
                row = rows.get(starts[number][event])
                if row is not None:
                    found[number][at] = _on_scale(float(scores.certainty[row, column]))
        return found

    def _scored(self, windows: Iterable[Window]) -> Iterator[tuple[Window, _Scores]]:
        """Each window with its scores, one at a time: what several at once would need leaves the processor's cache."""
        for window in windows:
            inputs = {
                "pieces": _row(window.pieces),
                "mask": _row((1,) * len(window.pieces)),
                "quoted": _row(window.quoted),
                "case": _row(window.case),
            }
            outputs = self._session.run(["tags", "joining", "heading", "nothing", "certainty", "hidden"], inputs)
            first = list(window.first)
            yield window, _Scores(*(output[0][first] for output in outputs))

    def _decoded(self, scores: _Scores, beginning: Sequence[int]) -> list[Joined]:
        pieces = pieces_of(best_tags(scores.tags, self._steps, beginning))
        if not pieces:
            return []
        belonging, none = self._belonging(scores)
        return join(pieces, belonging, none)

    def _belonging(self, scores: _Scores) -> tuple[Floats, Floats]:
        """Log-probability for each word (row) to belong to the cue that begins at another, and to none."""
        size = len(scores.joining)
        pairs = scores.joining @ scores.heading.T / np.float32(math.sqrt(scores.joining.shape[1]))
        pairs += self._distance[_distance_class(size, len(self._distance) // 2)]
        total = np.logaddexp(np.logaddexp.reduce(pairs, axis=1), scores.nothing)
        return pairs - total[:, None], scores.nothing - total


def shipped_encoder(projection: Floats | None = None) -> RoleEncoder | None:
    """The encoder that the program ships, with a projection of its vectors; None if it came without weights."""
    delete_reports()
    try:
        folder = resource("models", "roles")
    except FileNotFoundError:
        return None
    return RoleEncoder(folder, projection=projection) if (folder / "model.onnx").exists() else None


def _distance_class(size: int, farthest: int) -> NDArray[np.intp]:
    at = np.arange(size)
    offset = at[None, :] - at[:, None]
    distance = np.minimum(np.floor(np.log2(np.abs(offset) + 1)).astype(np.intp), farthest)
    classes: NDArray[np.intp] = np.where(offset < 0, -distance, distance) + farthest
    return classes


def _row(values: Sequence[int]) -> NDArray[np.int64]:
    return np.array([values], dtype=np.int64)


def _starts(words: Sequence[str]) -> list[int]:
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    return starts


def _on_scale(value: float) -> float:
    return max(-3.0, min(3.0, value))


def _beginning(window: Window, starts: Sequence[int]) -> list[int]:
    """The words of a window at which a paragraph begins, the first aside; `starts` are those of all paragraphs."""
    paragraph = [bisect_right(starts, word.start) for word in window.words]
    return [number for number, (before, own) in enumerate(pairwise(paragraph), 1) if before != own]


def _found(joined: Joined, words: Sequence[Word]) -> FoundAttribution:
    return FoundAttribution(
        (_span(joined.source, words),) if joined.source else (),
        (_span(joined.cue, words),),
        tuple(_span(piece, words) for piece in joined.contents),
        joined.score,
    )


def _without_strays(found: FoundAttribution, text: str) -> FoundAttribution:
    """Without the pieces of content in other paragraphs than the cue, unless they are quoted or all that there is."""
    near = tuple(piece for piece in found.content if _is_near(piece, found.cue[0], text))
    return replace(found, content=near) if near else found


def _is_speaker(signed: Signed, attributions: Iterable[FoundAttribution]) -> bool:
    """Whether the encoder, too, takes the dash for a cue or the name for a source, and not for a heading."""
    signature = ((signed.signature.start, signed.signature.end),)
    return signed.has_office or any(
        _meets(piece, signature) for found in attributions for piece in (*found.source, *found.cue)
    )


def _beside(attributions: Iterable[FoundAttribution], signed: Sequence[Signed]) -> Iterator[FoundAttribution]:
    """What was found outside of signed quotations: within, one level is theirs."""
    taken = [(entry.words.start, entry.words.end) for entry in signed]
    taken += [(entry.signature.start, entry.signature.end) for entry in signed]
    for found in attributions:
        content = tuple(piece for piece in found.content if not _meets(piece, taken))
        if content and not any(_meets(piece, taken) for piece in found.cue):
            yield replace(found, content=content)


def _meets(piece: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < piece[1] and piece[0] < end for start, end in others)


def _as_found(signed: Signed) -> FoundAttribution:
    name, dash, words = ((span.start, span.end) for span in (signed.name, signed.dash, signed.words))
    return FoundAttribution((name,), (dash,), (words,), 0.0)


def _is_near(piece: tuple[int, int], cue: tuple[int, int], text: str) -> bool:
    between = text[piece[1] : cue[0]] if piece[1] <= cue[0] else text[cue[1] : piece[0]]
    words = text[piece[0] : piece[1]].strip()
    return "\n" not in between or words[:1] in _QUOTES or words[-1:] in _QUOTES


def _span(piece: Piece, words: Sequence[Word]) -> tuple[int, int]:
    return words[piece.first].start, words[piece.last].end
