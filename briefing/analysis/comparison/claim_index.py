"""The claims of an article by what they speak of."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing.analysis.claims.claim_drafts import Draft
from briefing.records import dataclass


@dataclass(frozen=True)
class Index:
    """The numbers of the claims that speak of each thing, in text order."""

    numbers: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, drafts: Sequence[Draft], words: Callable[[Draft], Iterable[str]]) -> "Index":
        """The index of some claims by their `words`."""
        found: dict[str, list[int]] = {}
        for number, draft in enumerate(drafts):
            for word in words(draft):
                found.setdefault(word, []).append(number)
        return cls(found)

    def sharing(self, words: Iterable[str], least: int) -> list[int]:
        """The numbers of the claims that share at least `least` of the words."""
        counts = Counter(number for word in words for number in self.numbers.get(word, ()))
        return sorted(number for number, count in counts.items() if count >= least)
