"""Writes short news that never happened, each of 60 to 120 words and each another one: a corpus in no time.

    python tests/benchmarks/short_news.py FOLDER [NUMBER]

Forty patterns of sentences, in which who, what, where and how many are drawn: who said something is named before it,
after it, in its middle, by an office, as a document, or not at all.
"""

import random
import sys
from pathlib import Path

FIRST = ("Ana", "Per", "Mei", "Omar", "Ruth", "Jan", "Lucy", "Ivo", "Nadia", "Tomas", "Grace", "Yusuf", "Elena", "Ravi")
LAST = ("Ruiz", "Lund", "Tan", "Haddad", "Okafor", "Novak", "Hart", "Petrov", "Salem", "Weber", "Mensah", "Ito", "Bell")
OFFICES = ("mayor", "harbour master", "union leader", "police chief", "head of the water board", "school inspector")
BODIES = ("the port authority", "the water board", "the city council", "the ministry of transport", "the fire service")
PLACES = ("Northport", "Lower Brook", "Stonebridge", "Vale", "Kestrel Bay", "Old Harbour", "Ashmouth", "Greyfield")
THINGS = ("the ferry line", "the old bridge", "the reservoir", "the night train", "the fish market", "the bypass")
PAST = ("had cost twice the estimate", "was never inspected", "had been sold in secret", "was safe", "lost money")
FUTURE = ("would open in spring", "would close for a year", "would be rebuilt", "would be paid for by the state")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PATTERNS = (
    "{name}, the {office} of {place}, said on {day} that {thing} {past}.",
    "{name} told reporters in {place} that {thing} {future}.",
    "“{Thing} {past},” {name} said.",
    "“{Thing} {future},” said {name}, who has been {office} for {number} years.",
    "According to {body}, {thing} {past}.",
    "{Thing} {future}, according to a report by {body}.",
    "{Body} denied that {thing} {past}.",
    "{name} accused {body} of hiding that {thing} {past}.",
    "{Body} rejected the charge and called it baseless.",
    "Officials said {thing} {future}.",
    "Two people familiar with the plans said {thing} {future}.",
    "It was unclear whether {thing} {future}.",
    "Residents of {place} claim that {thing} {past}.",
    "A spokeswoman for {body} declined to comment on {day}.",
    "{Body} confirmed on {day} that {thing} {past}.",
    "In a letter to {body}, {name} wrote that {thing} {past}.",
    "{name} warned that {thing} might not last another {number} years.",
    "Work on {thing} began {number} years ago.",
    "{number} people gathered in {place} on {day}.",
    "The police put the number of those who came at {number}.",
    "{name} promised that {thing} {future}.",
    "“We did not know,” {name} said on {day}, “that {thing} {past}.”",
    "Asked about {thing}, {name} said nobody had told him that it {past}.",
    "{Body} expects that {thing} {future} within {number} months.",
    "The {office} of {place}, {name}, disagreed.",
    "{name} said {body} had told her that {thing} {future}.",
    "Critics argue that {thing} {past}.",
    "The report, seen by the {place} Gazette, says {thing} {past}.",
    "{name} apologized to the people of {place} on {day}.",
    "A court in {place} will hear the case in {number} days.",
    "{Thing} {past}, the {place} Gazette reported on {day}, citing {body}.",
    "{name} insists that {thing} {future}.",
    "Neither {body} nor {name} could be reached.",
    "Rain closed the road to {place} for {number} hours.",
    "{Body} plans to spend {number} million on {thing}.",
    "{name} suggested that {body} might have known since {day}.",
    "Experts doubt that {thing} {future}.",
    "{Body} said in a statement it had asked {number} firms for their prices.",
    "{name} described {thing} as the pride of {place}.",
    "The vote on {thing} was put off until {day}.",
)


def short_story(seed: int) -> str:
    """A title and 60 to 120 words, by their number."""
    draw = random.Random(seed)
    people = [f"{draw.choice(FIRST)} {draw.choice(LAST)}" for _ in range(2)]
    places, bodies, things = (draw.sample(of, 2) for of in (PLACES, BODIES, THINGS))
    wanted, written, sentences = draw.randint(60, 105), 0, list[str]()
    for pattern in draw.sample(PATTERNS, len(PATTERNS)):
        said = _filled(
            pattern, draw, draw.choice(people), draw.choice(places), draw.choice(bodies), draw.choice(things)
        )
        sentences.append(said)
        written += len(said.split())
        if written >= wanted:
            break
    half = len(sentences) // 2
    title = f"{places[0]} asks what became of {things[0]}, report {seed}"
    return "\n\n".join((title, " ".join(sentences[:half]), " ".join(sentences[half:]))) + "\n"


def _filled(pattern: str, draw: random.Random, name: str, place: str, body: str, thing: str) -> str:
    return pattern.format(
        name=name,
        place=place,
        body=body,
        Body=body.capitalize(),
        thing=thing,
        Thing=thing.capitalize(),
        office=draw.choice(OFFICES),
        past=draw.choice(PAST),
        future=draw.choice(FUTURE),
        day=draw.choice(DAYS),
        number=draw.randint(2, 400),
    )


def write(folder: Path, first: int, number: int) -> None:
    """Write so many as files of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(first, first + number):
        (folder / f"{seed}.txt").write_text(short_story(seed), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), 0, int(sys.argv[2]) if sys.argv[2:] else 20_000)
