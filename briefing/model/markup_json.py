"""Markup as JSON: as `briefing read --json` prints it, and as it is kept."""

from typing import Any

from briefing.model.catalogue import in_english
from briefing.model.markup import Cell, Figure, Inline, InlineKind, Marker, Markup, Remark, Table, Turn
from briefing.model.message import Message, arguments_from_object, arguments_object
from briefing.model.spans import Span

Json = dict[str, Any]


def markup_object(markup: Markup) -> Json:
    """The markup as an object; what there is none of, or is as usual, is left out."""
    told: Json = {
        "inlines": [_told(kind=one.kind.value, **_pair(one.span), address=one.address) for one in markup.inlines],
        "markers": [_told(start=one.start, text=one.text) for one in markup.markers],
        "tables": [{"cells": list(map(_cell_object, table.cells))} for table in markup.tables],
        "figures": list(map(_figure_object, markup.figures)),
        "turns": list(map(_turn_object, markup.turns)),
        "remarks": list(map(_remark_object, markup.remarks)),
    }
    return {name: found for name, found in told.items() if found}


def markup_from_object(found: Json) -> Markup:
    """The markup of an object that `markup_object` made.

    Raises:
        KeyError, TypeError, ValueError: if the object has another shape.
    """
    return Markup(
        tuple(Inline(InlineKind(one["kind"]), _span(one), one.get("address", "")) for one in found.get("inlines", ())),
        tuple(Marker(one["start"], one.get("text", "")) for one in found.get("markers", ())),
        tuple(Table(tuple(map(_cell, table["cells"]))) for table in found.get("tables", ()) if table["cells"]),
        tuple(map(_figure, found.get("figures", ()))),
        tuple(map(_turn, found.get("turns", ()))),
        tuple(map(_remark, found.get("remarks", ()))),
    )


def _cell_object(cell: Cell) -> Json:
    reach = {"rows": cell.rows, "columns": cell.columns}
    told = {name: number for name, number in reach.items() if number != 1}
    return {**_pair(cell.span), "row": cell.row, "column": cell.column, **told, **_told(header=cell.header)}


def _cell(one: Json) -> Cell:
    reach = one.get("rows", 1), one.get("columns", 1)
    return Cell(_span(one), one["row"], one["column"], *reach, one.get("header", False))


def _figure_object(figure: Figure) -> Json:
    size = {"at": figure.at, "digest": figure.digest, "width": figure.width, "height": figure.height}
    caption = {"caption": _pair(figure.caption)} if figure.caption else {}
    return {**size, **_told(description=figure.description), **caption}


def _figure(one: Json) -> Figure:
    caption = _span(one["caption"]) if "caption" in one else None
    return Figure(one["at"], one["digest"], one["width"], one["height"], one.get("description", ""), caption)


def _turn_object(turn: Turn) -> Json:
    label = {"label": _pair(turn.label)} if len(turn.label) else {}
    return {"start": turn.start, "speaker": turn.speaker, **label}


def _turn(one: Json) -> Turn:
    return Turn(one["start"], one["speaker"], _span(one["label"]) if "label" in one else Span(0, 0))


def _remark_object(remark: Remark) -> Json:
    message = remark.message
    said = {"code": message.code, "arguments": arguments_object(message.arguments), "sentence": in_english(message)}
    return {"at": remark.at, **said}


def _remark(one: Json) -> Remark:
    return Remark(one["at"], Message(str(one["code"]), arguments_from_object(one["arguments"])))


def _told(**values: object) -> Json:
    """What is not empty, and every number."""
    return {name: value for name, value in values.items() if value or (isinstance(value, int) and value is not False)}


def _pair(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _span(one: Json) -> Span:
    return Span(one["start"], one["end"])
