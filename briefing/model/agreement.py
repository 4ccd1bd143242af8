"""How far several who judge the same things agree: Krippendorff's alpha for names of kinds that have no order.

The one library that is kept up for it, krippendorff on PyPI, is under the GPL, which Briefing is not.
K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), whose examples the tests hold it against.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """1 where all agree, 0 where they do as by chance; None where nothing can be told: too few words, or all the same.

    Args:
        units: for each thing that was judged, what was said of it; what one alone said counts for nothing.
    """
    shared = [unit for unit in units if len(unit) > 1]
    totals = Counter(word for unit in shared for word in unit)
    number = totals.total()
    expected = number**2 - sum(count**2 for count in totals.values())
    if not expected:
        return None
    observed = sum((len(unit) ** 2 - sum(n**2 for n in Counter(unit).values())) / (len(unit) - 1) for unit in shared)
    return 1 - (number - 1) * observed / expected
