"""Numbers that are written as words."""

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
UNITS = {name: value for value, name in enumerate(_UNITS.split())}
"""Zero to nineteen."""

_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
WORTH = {**UNITS, **{name: value * 10 for value, name in enumerate(_ROUND.split(), 2)}}
"""These, and the tens."""
