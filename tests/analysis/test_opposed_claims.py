"""Two sources that say the opposite of the same thing dispute it, without a word of denial."""

from collections.abc import Mapping, Sequence

import pytest

DISPUTES = {
    "words that exclude one another are a dispute": [
        "Judge Mara Cole ruled the ban lawful. Campaigner Theo Dean said it was unlawful.",
        'Kenya says the border agreement is legal. Somalia called it "null and void".',
        "Minister Bala Oke described the vote as a success. Opposition leader Grace Tembo called the vote a failure.",
        "Minister Jan Pohl described the reform as necessary. Teachers called it unnecessary.",
        '"The bridge is safe," said engineer Paul Novak. But Councillor Rita Stone said the bridge was dangerous.',
        "Prosecutor Nils Berg said the shooting was deliberate. Defence lawyer Eva Lunde said it was an accident.",
        "Lord Advocate Ian Marr said the raid was not inconsistent with international law. "
        "Professor Ana Lind said the raid was illegal under international law.",
        "Mayor Ortiz said crime had fallen in the city. Police figures show that crime rose by 12 percent.",
        "France says the treaty is still in force. Britain says the treaty has expired.",
        '"This tax cut will help families," said Senator Wu. Economist Pell said the tax cut would hurt families.',
    ],
    "the same with and without not is a dispute": [
        'President Kolt said the insurgents were defeated. Senator Graves said: "The insurgents are not defeated."',
        "The coroner found that the death was a suicide. The family's lawyer, Jo Lake, said it was not suicide.",
        "Scientist Maya Lund said the earth was warming. Radio host Rob Fry said it was not warming.",
        "Doctor Lena Ross said masks work. Broadcaster Jim Hale said masks do not work.",
    ],
    "not alone denies what was said just before": [
        "Officials in Lusaka said the dam was safe. Residents of the valley said it was not.",
        "Turkey says the strike hit a military base. Syria insisted it did not.",
        "Rail chief Anders Holt said the line would open on time. Mayor Pia Lund said it would not.",
    ],
    "who still holds a place disputes that another took it": [
        "The army said it had retaken the city. Rebel commander Idris Dask said his fighters still held it.",
    ],
    "a word and its opposite by a prefix are a dispute": [
        "The ministry said the report was published. Editor Lia Finn said the report remains unpublished.",
        "Prosecutors say Dahl was sane when she fired. Psychiatrist Ole Krag said Dahl was insane.",
        "Bell said the nurses were registered. The regulator said they were unregistered.",
    ],
    "that there was none of it disputes that there was": [
        "Officials said there is no shortage of fuel. Drivers said there was a shortage of fuel.",
        "Pathologist Ida Kern testified that Cole had been poisoned. Doctors said no traces of poison were found "
        "in his blood.",
        "The airline said nobody was hurt. Hospital director Ana Braga said eleven passengers were hurt.",
    ],
    "consent disputes that force was used": [
        "Mona Reed told the court that she had been raped. Carl Munk said the sex was consensual.",
    ],
    "who says that somebody did not lie does not confirm that he lied": [
        "The report says the minister lied. The prime minister said the minister did not lie.",
    ],
    "of two winners each disputes the other": [
        "President Tate claims he won the election. Election officials say Governor Bell won the election.",
        "Analyst Tom Cole predicts that President Tate wins over Vice President Bell. "
        "Analyst Ann Lund predicts that Vice President Bell defeats President Tate.",
    ],
    "neither denies both that follow": [
        "Tate said the plan neither raised nor cut taxes. Bell said the plan cut taxes.",
    ],
    "another word for the thing is known where it follows": [
        "The deal is fair, said union leader Ruth Moss. Worker Ted Orr said the accord was unfair.",
    ],
    "what is told by a verb has its opposite in another verb or noun": [
        "Norland's president said the sanctions had failed. European diplomats said the sanctions were working.",
        "The oil spill has been contained, the company said. Fishermen said the spill was spreading.",
        "Captain Eide said the crew were warned. Sailor Lars Moe said the crew had no warning.",
        "A judge said Senator Bell voted for the war. A spokesman for Bell, Tom Reed, said Bell voted against the war.",
    ],
    "he is the one for whom somebody speaks": [
        "The school said the boy had been expelled for cheating. His father, Tom Reed, said he was never expelled.",
        "Coach Ben Adu said the striker was injured. The striker's agent, Marco Bell, insisted he was fit.",
    ],
    "what was not given is denied": [
        "The general said he had warned the king in March. The palace said no such warning was given.",
        "The union said the company had promised a bonus. The company said it had made no such promise.",
        "Mara Lopes said the minister had ordered the raid. The minister said he gave no such order.",
    ],
}
"""Texts in which each of two disputes the other, by what makes it so."""

NO_DISPUTES = {
    "what is said of something else disputes nothing": [
        "Officials said the north dam was safe. Residents said the south dam was not.",
        "Doctor Lena Ross said masks work. Nurse Kim Ode said gloves do not work.",
        "Minister Oke said the vote was a success. Tembo said the campaign was a failure.",
        "The ministry said the wells were clean. Villagers said their houses were not clean.",
        "The airline said the first engine was working. Pilot Carl Vance said the second engine was not working.",
        "Wood said the shops were open. Hill said the schools were closed.",
    ],
    "another place another time and other people are no dispute": [
        "Mayor Ortiz said crime had fallen in the north. Police figures show that crime rose in the south.",
        "The bank said profits rose in 2020. Analyst Ola Ness said profits fell in 2021.",
        "The harbour was closed on Monday, the port authority said. On Friday it was open again, said Jan Kok, "
        "the harbour master.",
        "Doctor Ross said the vaccine was safe for adults. Doctor Hale said the vaccine was not safe for children.",
    ],
    "agreement hedges questions and conditions are no dispute": [
        "Police said the man was not armed. Witness Ida Holt said he was unarmed.",
        "Police said the man was dangerous. Neighbour Paul Reed said he was not safe.",
        "Minister Oke said the fight is not over. Tembo said the fight was far from over.",
        "Lane said the law was not perfect. Pike said the law was good.",
        "The company said the plant may close. Union leader Max Orr said the plant was open.",
        "Pell said the plan was good. Marsh asked whether the plan was bad.",
        "If the dam breaks, engineer Novak said, the valley will not be safe. Mayor Ortiz said the valley was safe.",
    ],
    "two who speak of themselves are no dispute": [
        "Somalia said it would not attend. Kenya said it would.",
        "Trump said he was not worried. Biden said he was.",
        "Coach Ben Adu said the striker was injured. Goalkeeper Max Lund said he was fit.",
        "The army said it had taken the hill. The army said later that it still held the hill.",
    ],
    "policies that compete are no dispute": [
        "Lane said the state should build the road. Pike said the state should not raise taxes.",
        "Governor Lane said taxes should rise. Senator Pike said spending should fall.",
    ],
    "degrees and parts are no dispute": [
        "Economists say the economy is safer. Haq said the economy was not safe.",
        "Bell called the jewel invaluable. Moss said the jewel was valuable.",
        "Minister Haq said the miners knew all about the gas. Cole said the miners did not know the new manager.",
        "Officials said the threats were not made in public posts. Agents said the threats were made on a phone.",
        "Tully said not all miners were safe. Cole said the miners were safe in the north shaft.",
    ],
    "he is nobody for whom another speaks": [
        "The ministry said the prisoner was ill. The guard's wife, Ann Orr, said he was well.",
    ],
    "what was not given of another thing or by the same one is no dispute": [
        "The police said no arrests were made on Monday. On Friday, the police said, two men were arrested.",
        "The mayor said no date was given for the vote. Campaigner Theo Dean said the vote was unfair.",
        "The mayor said no warning was given of the flood. The union said the mayor had been warned of a strike.",
    ],
}
"""Texts in which nobody disputes the other, by what makes it so."""


def disputed(told, text):
    return [claim.content for claim in told(text) if claim.status == "disputed"]


def each(texts: Mapping[str, Sequence[str]]) -> pytest.MarkDecorator:
    told = [pytest.param(text, id=f"{why}-{number}") for why, held in texts.items() for number, text in enumerate(held)]
    return pytest.mark.parametrize("text", told)


@each(DISPUTES)
def test_each_disputes_the_other(told, text):
    assert len(disputed(told, text)) == 2


@each(NO_DISPUTES)
def test_nobody_disputes_the_other(told, text):
    assert disputed(told, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The truck driver said that his light had been green. A cyclist, Nina Bauer, said the light had been red.",
        "Witness Joe Park said that the car was black. Another witness, Ada Klein, said the car was white.",
        "The pilot told investigators that the runway was dry. The controller, Ivan Petrov, told them it was wet.",
        "Manager Ole Dahl said the lamps were switched on. Guard Per Lie said they were switched off.",
        "The minister said the prison was half empty. The guards' union said that it was overcrowded.",
        "The airline said that the pilot had been trained for the aircraft. The pilots' union said that he had never "
        "been trained for it.",
    ],
)
def test_what_can_be_so_in_one_way_only_is_disputed_when_two_tell_it_in_two(told, text):
    assert len(disputed(told, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The farmer said his barn is red. His neighbour, Ole Dahl, said her own barn is green.",
        "The pilot said that the runway in Oslo was dry. Controller Ivan Petrov said the runway in Bergen was wet.",
        "Manager Ole Dahl said the lamps in the hall were switched on. Guard Per Lie said the lamps in the cellar were "
        "switched off.",
        "Witness Joe Park said that the first car was black. Another one, Ada Klein, said the second one was white.",
    ],
)
def test_two_things_may_be_so_in_two_ways(told, text):
    assert disputed(told, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations said on Tuesday that government aircraft had bombed a school in Derra. The foreign "
        "minister, Walid Haddad, told state television that no aircraft had flown over Derra that day.",
        "Aid workers say shells landed on the camp. A general said that no shells had landed anywhere near the camp.",
    ],
)
def test_there_was_nothing_of_what_another_tells_of(told, text):
    assert len(disputed(told, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The minister said no decision had been made on the bridge. Engineer Paul Frei said that the decision on the "
        "bridge would come in May.",
        "The army said no ships had passed the strait. The navy said that ships would pass the strait in June.",
        "The school said that no pupil had failed in French. A teacher, Ida Moe, said that a pupil had failed in "
        "German.",
        "The bank said no clients were named in the report. The report said that the clients in Oslo had complained.",
    ],
)
def test_there_may_be_something_elsewhere_or_later(told, text):
    assert disputed(told, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The premier says her party is united. Deputy Al Roy said it was anything but united.",
        "The mayor says the streets are safe. Grocer Tim Hall said that the streets were anything but safe.",
        "Chairman Leo Strand said the sale was transparent. Auditor Nina Koch said there was nothing transparent about "
        "the sale.",
    ],
)
def test_what_is_anything_but_so_is_not_so(told, text):
    assert len(disputed(told, text)) == 2
