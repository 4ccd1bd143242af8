"""What is told of a source beside its name is kept apart from it: how it knows, and that and why it has no name."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from briefing.analysis import Analyser
from briefing.model import Article, Block, BlockKind, Span
from briefing.model.analysis_json import analysis_from_object, analysis_object


@dataclass(frozen=True)
class Source:
    """The innermost source of a claim in words, with what is told of it, and the claim's content and status."""

    name: str
    knowledge: tuple[str, ...]
    anonymity: tuple[str, ...]
    content: str
    status: str
    cue: str


@pytest.fixture(scope="session")
def sources(analyser: Analyser) -> Callable[[str], list[Source]]:
    def read(text: str) -> list[Source]:
        *_, analysis = analyser.analyse(Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),)))

        def words(spans: tuple[Span, ...]) -> tuple[str, ...]:
            return tuple(span.of(text) for span in spans)

        return [
            Source(
                " … ".join(words(hop.source)),
                words(hop.knowledge),
                words(hop.anonymity),
                " … ".join(words(claim.content)),
                claim.status.value,
                " … ".join(words(hop.cue)),
            )
            for claim in analysis.claims
            if (hop := claim.innermost) is not None
        ]

    return read


KNOWING = [
    (
        "Two officers who were at the base said the order came from the top.",
        "Two officers",
        "who were at the base",
    ),
    (
        "“I was there when it fell,” said Mr Novak, who was standing on the platform.",
        "Mr Novak",
        "who was standing on the platform",
    ),
    (
        "An official who was at the meeting said the president had lost his temper.",
        "An official",
        "who was at the meeting",
    ),
    ("A lawyer who has seen the contract said it holds no such clause.", "A lawyer", "who has seen the contract"),
    (
        "Four current and former officials with direct knowledge of the programme said it cost $2 billion.",
        "Four current and former officials",
        "with direct knowledge of the programme",
    ),
    (
        "Anna Berg, who attended the hearing, said the judge had cut the witness short.",
        "Anna Berg",
        "who attended the hearing",
    ),
    (
        "Sources with knowledge of the matter told the paper that the minister would go.",
        "Sources",
        "with knowledge of the matter",
    ),
    (
        "A former guard, who worked at the camp until March, said prisoners were beaten.",
        "A former guard",
        "who worked at the camp until March",
    ),
    (
        "Two people who were in the room said the chairman had threatened to resign.",
        "Two people",
        "who were in the room",
    ),
    (
        "The fund is short of cash, according to a former employee with direct knowledge of its accounts.",
        "a former employee",
        "with direct knowledge of its accounts",
    ),
    (
        "Maria Lopez, who witnessed the collapse, said the bridge swayed for a minute.",
        "Maria Lopez",
        "who witnessed the collapse",
    ),
    ("Ministers agreed the cut last night, a source close to the treasury said.", "a source", "close to the treasury"),
    (
        "“We saw the flames from the terrace,” said Peter Hahn, who lives across the street.",
        "Peter Hahn",
        "who lives across the street",
    ),
    ("Residents living near the plant said they had heard three blasts.", "Residents", "living near the plant"),
    (
        "According to three people close to the matter, the board will meet on Monday.",
        "three people",
        "close to the matter",
    ),
    (
        "But a source familiar with the agency’s internal investigation said the areas of the network were not "
        "protected.",
        "a source",
        "familiar with the agency’s internal investigation",
    ),
    (
        "The board will meet on Friday, said one director, speaking as a member of the audit committee.",
        "one director",
        "speaking as a member of the audit committee",
    ),
]


@pytest.mark.parametrize(("text", "name", "knowledge"), KNOWING)
def test_how_a_source_knows_stands_beside_its_name(sources, text, name, knowledge):
    found = sources(text)
    assert (name, (knowledge,), ()) in [(source.name, source.knowledge, source.anonymity) for source in found]


NAMELESS = [
    (
        "The mayor lied on debts, said an employee of the town hall who feared dismissal and did not want to be named.",
        "an employee of the town hall",
        "who feared dismissal and did not want to be named",
    ),
    (
        "The cruise line knew of the virus for days, said a crew member, who spoke on the condition that his "
        "name not be "
        "used.",
        "a crew member",
        "who spoke on the condition that his name not be used",
    ),
    ("The army lost 40 tanks, an officer said on condition of anonymity.", "an officer", "on condition of anonymity"),
    (
        "A senior official said the plane was shot down, speaking on condition of anonymity because the inquiry "
        "is not finished.",
        "A senior official",
        "speaking on condition of anonymity because the inquiry is not finished",
    ),
    (
        "The teacher, whose name is being withheld for her safety, said the school had been searched twice.",
        "The teacher",
        "whose name is being withheld for her safety",
    ),
    (
        "A resident who asked not to be named said soldiers had taken his brother.",
        "A resident",
        "who asked not to be named",
    ),
    (
        "“They shot at everyone,” said a man who gave only his first name, Karim.",
        "a man",
        "who gave only his first name, Karim",
    ),
    (
        "A European diplomat, speaking on condition of anonymity because the talks were private, said the offer "
        "was dead.",
        "A European diplomat",
        "speaking on condition of anonymity because the talks were private",
    ),
    (
        "“He never read the report,” said an aide who was not authorised to speak publicly.",
        "an aide",
        "who was not authorised to speak publicly",
    ),
    (
        "A nurse at the hospital, who did not want her name published for fear of losing her job, said the ward "
        "had no oxygen.",
        "A nurse at the hospital",
        "who did not want her name published for fear of losing her job",
    ),
    (
        "The official, who was not authorized to discuss the matter and requested anonymity, said that two "
        "ships had turned back.",
        "The official",
        "who was not authorized to discuss the matter and requested anonymity",
    ),
    (
        "Some staff, who declined to give their names citing fear of reprisals, said they had not been paid "
        "since June.",
        "Some staff",
        "who declined to give their names citing fear of reprisals",
    ),
    (
        "“It is over,” said a prominent committee member who supports the mayor, asking for anonymity to speak freely.",
        "a prominent committee member who supports the mayor",
        "asking for anonymity to speak freely",
    ),
    (
        "“He is finished,” one minister told the broadcaster on condition of anonymity.",
        "one minister",
        "on condition of anonymity",
    ),
]


@pytest.mark.parametrize(("text", "name", "anonymity"), NAMELESS)
def test_why_a_source_has_no_name_stands_beside_its_name(sources, text, name, anonymity):
    found = sources(text)
    assert (name, (), (anonymity,)) in [(source.name, source.knowledge, source.anonymity) for source in found]


BOTH = [
    (
        "The deal is off, said a person familiar with the matter, who spoke on condition of anonymity because "
        "they were not "
        "authorised to speak.",
        "a person",
        "familiar with the matter",
        "who spoke on condition of anonymity because they were not authorised to speak",
    ),
    (
        "The bank told investors that it would sell its stake, two people involved in the talks said, asking not to be "
        "identified because the talks are private.",
        "two people",
        "involved in the talks",
        "asking not to be identified because the talks are private",
    ),
    (
        "The ministry plans to cut 400 posts, said three officials briefed on the plan, who asked not to be "
        "named because "
        "it has not been announced.",
        "three officials",
        "briefed on the plan",
        "who asked not to be named because it has not been announced",
    ),
    (
        "The pilot had been drinking, said a colleague who flew with him that week and who spoke anonymously to "
        "protect his "
        "career.",
        "a colleague",
        "who flew with him that week",
        "who spoke anonymously to protect his career",
    ),
    (
        "Prosecutors will drop the case, according to a person with knowledge of the investigation who was "
        "granted anonymity "
        "to discuss sensitive matters.",
        "a person",
        "with knowledge of the investigation",
        "who was granted anonymity to discuss sensitive matters",
    ),
]


@pytest.mark.parametrize(("text", "name", "knowledge", "anonymity"), BOTH)
def test_both_may_be_told_of_one_source(sources, text, name, knowledge, anonymity):
    found = sources(text)
    assert (name, (knowledge,), (anonymity,)) in [(one.name, one.knowledge, one.anonymity) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, who has two children, said the school was too far away.",
        "Hassan Odeh, who runs a bakery in the old town, said prices had doubled.",
        "The minister, who resigned in May, said the budget was a mistake.",
        "The union, which represents 4,000 miners, said the pit was unsafe.",
        "A spokesman for the ministry said the report was false.",
        "A close aide to the president said the list was final.",
        "The dead were not named, police said.",
        "She asked not to be disturbed, a neighbour said.",
        "The bill was not allowed to be discussed, a deputy said.",
        "Police have named the victim, who was at the party, as John Doe, a witness said.",
        "The company denied that it had been hacked.",
        "A former minister who was in office until 2010 said the law was bad.",
    ],
)
def test_what_else_is_told_of_a_source_is_neither(sources, text):
    assert [(one.knowledge, one.anonymity) for one in sources(text)] == [((), ())]


def test_the_content_does_not_hold_why_the_source_has_no_name(sources):
    (one,) = sources(
        "A security official said on condition of anonymity that the suspect had been known to the police."
    )
    assert (one.cue, one.content) == ("said", "that the suspect had been known to the police")
    assert one.anonymity == ("on condition of anonymity",)


def test_a_sentence_of_its_own_may_tell_why(sources):
    first, *_ = sources(
        "The talks have failed, two diplomats said. They spoke on condition of anonymity to talk freely."
    )
    assert (first.name, first.anonymity) == ("two diplomats", ("spoke on condition of anonymity to talk freely",))
    found = sources(
        "Two officers said the order came from the top. The army denied that it had failed. The officers asked "
        "not to be "
        "named because they feared reprisals."
    )
    assert found[0].anonymity == ("asked not to be named because they feared reprisals",)
    assert all(not one.anonymity for one in found[1:])


def test_what_is_told_of_a_source_holds_when_it_speaks_again(sources):
    first, *later = sources(
        "A diplomat, speaking on condition of anonymity because the talks were private, said the offer was "
        "dead. “We are "
        "finished,” the diplomat added. He said that nobody would return."
    )
    assert first.anonymity == ("speaking on condition of anonymity because the talks were private",)
    assert [(one.name, one.anonymity) for one in later] == [("the diplomat", first.anonymity)] * 2
    assert {one.status for one in later} == {"unnamed"}


def test_another_one_of_the_kind_is_not_the_source_of_which_something_was_told(sources):
    first, *later = sources(
        "A lawyer who has seen the contract said it holds no such clause. A lawyer for the bank said the contract was "
        "void. The lawyer said the bank would sue. The lawyer for the town, Ida Holm, said it would not."
    )
    assert first.knowledge == ("who has seen the contract",)
    assert [one.knowledge for one in later] == [()] * len(later)


def test_who_speaks_without_a_name_is_unnamed_though_a_pronoun_stands_for_him(sources):
    (one,) = sources("No taker was found, he said, on condition of anonymity to speak freely about his party.")
    assert one.status == "unnamed"


def test_what_is_told_of_a_source_is_part_of_the_promised_object(analyser):
    text = "A diplomat familiar with the talks said on condition of anonymity that the offer was dead."
    article = Article(text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    *_, analysis = analyser.analyse(article)
    told = analysis_object(article, analysis)
    (hop,) = told["claims"][0]["attributions"]
    assert [text[start:end] for start, end in hop["knowledge"]] == ["familiar with the talks"]
    assert [text[start:end] for start, end in hop["anonymity"]] == ["on condition of anonymity"]
    assert analysis_from_object(told) == analysis
    for name in ("knowledge", "anonymity"):
        del hop[name]
    (older,) = analysis_from_object(told).claims[0].attributions
    assert (older.knowledge, older.anonymity) == ((), ())


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The website reported its anonymous source claimed a fourth man escaped.", "its anonymous source"),
        ("The paper said an anonymous letter accused the mayor of theft.", "an anonymous letter"),
        ("The minister said anonymity on the web was a danger.", "The minister"),
        ("A blogger claimed that an unidentified driver was seen at the gate.", "A blogger"),
    ],
)
def test_who_tells_of_somebody_without_a_name_is_not_hidden_himself(sources, text, source):
    assert source in [one.name for one in sources(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He stood up for Lena Rask, the treasurer, who was at the meeting, saying she should be paid.",
        "The mayor thanked the two pilots, who were on the platform when it fell, saying they had saved lives.",
        "She praised Mara Dent, who has direct knowledge of the plan, adding that the plan was sound.",
        "He met Piet Vos, who was present when the wall fell, before he said the wall had been dry.",
    ],
)
def test_what_is_told_of_another_behind_the_verb_is_not_how_the_source_knows(
    sources: Callable[[str], list[Source]], text: str
) -> None:
    found = sources(text)
    assert found
    assert [source.knowledge for source in found] == [()] * len(found)
