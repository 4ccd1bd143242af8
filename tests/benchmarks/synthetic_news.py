"""Writes news of any length that never happened: about one attributed claim in twenty words, always the same ones.

python tests/benchmarks/synthetic_news.py WORDS > FILE
"""

import random
import sys
from collections.abc import Iterator

NAMES = ("Ana Ruiz", "Per Lund", "Mei Tan", "Omar Haddad", "Ruth Okafor", "Jan Novak", "Lucy Hart", "Ivo Petrov")
OFFICES = ("mayor", "harbour master", "union leader", "minister of transport", "head of the water board")
BODIES = ("the port authority", "the water board", "the city council", "the dock workers' union", "the ministry")
CUES = ("said", "told reporters", "insisted", "warned", "confirmed", "denied", "argued", "suggested")
THINGS = ("the new ferry line", "the old bridge", "the northern reservoir", "the night train", "the fish market")
ACTS = ("would open in the spring", "had cost twice the estimate", "was never inspected", "may close for a year")
RESTS = ("while the talks go on", "because the money has run out", "before the council votes", "if the weather holds")


def sentences(seed: int = 1) -> Iterator[str]:
    """Sentence after sentence, without end."""
    draw = random.Random(seed)
    while True:
        name, office, body = draw.choice(NAMES), draw.choice(OFFICES), draw.choice(BODIES)
        cue, thing, act, rest = draw.choice(CUES), draw.choice(THINGS), draw.choice(ACTS), draw.choice(RESTS)
        yield draw.choice(
            (
                f"{name}, the {office}, {cue} on Tuesday that {thing} {act} {rest}.",
                f"“{thing.capitalize()} {act},” {name} {cue if cue != 'told reporters' else 'said'}.",
                f"According to {body}, {thing} {act} {rest}.",
                f"Work on {thing} began years ago, and nobody in the town expects it to end soon.",
                f"Officials familiar with the plans said {thing} {act}.",
                f"It remains unclear whether {thing} {act}, and {body} did not answer questions.",
            )
        )


def story(words: int, seed: int = 1) -> str:
    """A story of at least `words` words: a title, then paragraphs of four sentences."""
    source = sentences(seed)
    paragraphs, written = ["The harbour town waits for an answer"], 7
    while written < words:
        paragraph = " ".join(next(source) for _ in range(4))
        paragraphs.append(paragraph)
        written += len(paragraph.split())
    return "\n\n".join(paragraphs) + "\n"


if __name__ == "__main__":
    sys.stdout.write(story(int(sys.argv[1])))
