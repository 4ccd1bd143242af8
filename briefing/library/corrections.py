"""What the reader corrects about an article, field by field; what was found stays beside it."""

from collections.abc import Mapping

from briefing.model import Metadata

FIELDS = ("title", "byline", "outlet", "published", "modified", "address", "language")
"""What can be corrected, in the order in which it is kept."""

Fields = dict[str, str]


def corrected(current: Fields, found: Fields, metadata: Metadata) -> tuple[Fields, Fields, Metadata]:
    """The fields as they are to be; a field that is as found again counts as not corrected.

    Args:
        current: the fields as they are.
        found: those that are corrected already, as they were found.
        metadata: how they are to be; None leaves a field.

    Returns:
        The fields then, those that are corrected as they were found, and what makes them again as they are.
    """
    wanted = {field: value for field in FIELDS if (value := getattr(metadata, field)) is not None}
    kept = dict(found)
    for field, value in wanted.items():
        original = kept.pop(field, current[field])
        if value != original:
            kept[field] = original
    return current | wanted, ordered(kept), Metadata(**{field: current[field] for field in wanted})


def carried(current: Fields, found: Fields, newer: Fields) -> Fields:
    """Those corrections of an older version that hold for a newer one, in which the same was found again.

    Args:
        current: the fields of the older version.
        found: those of them that are corrected, as they were found.
        newer: the fields as they were found in the newer version.
    """
    return {field: current[field] for field, original in found.items() if newer[field] == original}


def ordered(found: Mapping[str, str]) -> Fields:
    """The fields in the order in which they are kept."""
    return {field: found[field] for field in FIELDS if field in found}
