"""Findings as they are kept: packed JSON with relative spans, and made ready in whatever process has the time."""

import json
from itertools import chain, islice

from briefing.library import compression
from briefing.library.finding_rows import FindingRows, rows_of
from briefing.library.span_delta import MARK, absolute, relative
from briefing.model import Analysis
from briefing.model.analysis_json import actor_objects, analysis_from_object, claim_objects, findings_head
from briefing.records import dataclass

_DICTIONARY = (
    b'"kind":"person","aliases":["kind":"organization","aliases":["kind":"government","aliases":["kind":"country",'
    b'"rule":"disputed","sentence":"rule":"confirmed","sentence":"rule":"unclear","sentence":"rule":"unnamed",'
    b'"voice":"direct","attributions":[],"voice":"mixed","attributions":[{"voice":"indirect","attributions":[{"source":'
    b'"voice":"narrated","attributions":[],"certainty":"certain","certainty":"probable","certainty":"possible",'
    b'"certainty":"unknown","polarity":"-","status":"disputed","status":"confirmed","status":"unclear","status":'
    b'"unnamed","status":"relayed","status":"on_record","status":"claimed","status":"unattributed","evidence":[{'
    b'"links":[{"kind":"repeats","to":"c"links":[{"kind":"denies","to":"c"stance":"confirms"}],"actor":null,'
    b'"actor_ids":["a1"],"source_kind":"person","stance":"says"}],"certainty":"certain","polarity":"+","status":"'
    b'"evidence":[{"spans":[[1"rule":"","sentence":""}],"links":[]},{"id":"c1","content":[[1'
)
"""What packed findings are compared with; to change it would make the kept ones unreadable."""


@dataclass(frozen=True, slots=True)
class PreparedFindings:
    """Findings made ready to be kept, in whatever process has the time.

    Attributes:
        engine: version that made them.
        packed: all of them, as `pack` gives them.
        rows: what is derived from them.
    """

    engine: str
    packed: bytes
    rows: FindingRows


def prepared(analysis: Analysis, text: str) -> PreparedFindings:
    """The findings of an article with this `text`, ready to be kept."""
    return PreparedFindings(analysis.engine, pack(analysis), rows_of(analysis, text))


def pack(analysis: Analysis) -> bytes:
    """The findings as they are kept: packed JSON."""
    return compression.pack(_written(analysis), _DICTIONARY)


def _written(analysis: Analysis) -> str:
    """The findings as JSON with relative spans.

    Each actor and claim is made, written and let go before the next one: the window waits as long as one call to the
    encoder takes, and as long as it takes to free what was made for it.
    """
    write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    head = write({**findings_head(analysis), **MARK}).removesuffix("}")
    entries = map(write, relative(chain(actor_objects(analysis), claim_objects(analysis, sentences=False))))
    actors = ",".join(islice(entries, len(analysis.actors)))
    claims = ",".join(entries)
    return f'{head},"actors":[{actors}],"claims":[{claims}]}}'


def unpack(kept: bytes) -> Analysis:
    """The findings that `pack` made, or the plain JSON of an earlier version.

    Raises:
        KeyError, ValueError: if the bytes are neither.
    """
    return analysis_from_object(absolute(json.loads(compression.unpack(kept, _DICTIONARY))))
