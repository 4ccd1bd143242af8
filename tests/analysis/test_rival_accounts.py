"""Two who tell one matter in two ways dispute each other, though no word of either denies the other."""

import pytest


def disputed(told, text):
    return [claim.content for claim in told(text) if claim.status == "disputed"]


def links(told, text):
    return [kind for claim in told(text) for kind, _ in claim.links]


@pytest.mark.parametrize(
    "text",
    [
        # Two who did it, or are said to have.
        "The Red Movement claimed responsibility for the blast. Omar Haddad, the interior minister, blamed separatists "
        "from the north.",
        "A group called the Dawn Brigade said it had carried out the bombing in Kesra. President Lina Moss said the "
        "Eastern Front was behind the attack.",
        "The rebels said their fighters had shot down the helicopter. The army said there was no sign of an attack and "
        "that a technical fault was to blame.",
        "Armenia blamed Azerbaijan for the shelling. Azerbaijan said Armenian forces had fired first.",
        # Two causes.
        "Investigators said a gas leak caused the explosion. News site Znak said it was a bomb.",
        "Aviation officials attributed the crash to pilot error. The pilots' union said a mechanical failure had "
        "brought the plane down.",
        "Police said Ivan Petrov had committed suicide. His widow, Olga Petrova, said he was murdered.",
        # The accused tells of the very act.
        "Nia Cole says Max Hurd assaulted her in 2014. Hurd says the encounter was consensual.",
        "Mia Lund said she was groped by her coach, Ole Vik. Vik maintains that she had agreed to everything.",
        "Prosecutors accused Dan Reyes of shooting his neighbour. His lawyer, Ann Webb, said Reyes had acted in "
        "self-defence.",
        "Police said Tom Ode robbed the bank. Ode said he was at home with his mother that evening.",
        "Witnesses said an officer shot the boy in the back. The police department said the officer fired only after "
        "being shot at.",
        "Senator Beth Lowe accused the law firm Marks & Dole of extorting Nortel. The firm said it simply represented "
        "its client in a negotiation.",
        "The company said Ana Ruiz was dismissed for lateness. Ruiz said she had resigned of her own will.",
        # What only one can have.
        "President Ali Kone said he had won the election. His rival, Sara Diop, said she had won.",
        "The army said its troops controlled the airport. The rebels said the airport was in their hands.",
        "Candidate Rosa Lind declared victory late on Sunday. Her opponent, Karl Voss, told supporters that he was the "
        "winner.",
        "Government troops have retaken the town of Mora, the defence minister said. A rebel commander, Jo Abu, said "
        "his men still held Mora.",
        # Lawful, and not.
        "The foreign ministers of Norland called the border treaty null and void. Sudmark's foreign ministry said the "
        "treaty was legitimate and compatible with international law.",
        "Judge Ada Moe ruled that the closure of the paper was unlawful. The government said that the closure is legal "
        "and justified.",
        "The premier said the strike was defensive. The Iraqi parliament called it an act of aggression.",
        "The union says the dismissals violated the law. Fox & Sons said the dismissals were legal.",
        # In other words of the same kinds.
        "Ukraine said Russian troops had shelled the power station. Moscow said Ukrainian forces were responsible for "
        "the shelling.",
        "The fire in the warehouse was started by an electrical fault, the fire brigade said. Owner Paul Stern told "
        "reporters that it was arson.",
        "The airline blamed bad weather for the crash. Engineers working for the widows said the engine had failed.",
        "Coroner Ada Moe ruled that Lena Brook died of an overdose. Her father, Tom Brook, insists she was murdered.",
        "Model Tara Finch alleged that director Hugo Lang groped her on the set. Lang insisted that nothing happened "
        "without her consent.",
        "Neighbours say Viktor Holt stabbed the dog. Holt says the animal attacked him first.",
        "Regulators accused Brightbank of hiding losses. The bank said it had complied with all accounting rules.",
        "The broadcaster said presenter Will Marsh had been fired. Marsh told the Herald that he quit.",
        "Activist Lee Chan said police beat her in custody. Police said she had tripped on the stairs.",
        "Villagers say soldiers shot at unarmed farmers. Colonel Ivan Radu said his men opened fire only after they "
        "were attacked.",
        "The president said he had won a second term. Opposition leader Amina Diallo said she was the true winner of "
        "the election.",
        "The junta said its soldiers had recaptured Loikaw. Rebel commander Htun Oo said the town remained under their "
        "control.",
        "India accused Pakistan of violating the truce. Pakistan said Indian troops had opened fire first.",
        "The shipping firm said the tanker sank in a storm. Surveyor Hal Boyd said the hull was defective and that "
        "this caused the sinking.",
        "Senator Cole said that Judge Finch took bribes. Finch called the money a loan from a friend.",
        "The captain said he was pushed out of the club. Chairman Olaf Lie said the captain had left by mutual "
        "consent.",
        "Separatist group Azad Front claimed responsibility for the bombing of the train. Minister Vik Rao blamed a "
        "foreign power for the bombing.",
        "Prosecutor Dana Hill says the actor struck his wife. “She hit me first,” actor Ron Vale told the court.",
        "Ethiopia says its forces have captured the town of Korem. A spokesman for the Tigray rebels said the town was "
        "still in their hands.",
        "Serbia accused Kosovo of provoking the clashes. Kosovo said Serb gangs had started the violence.",
        "The prosecutor says nurse Ida Berg poisoned three patients. Berg says they died of natural causes.",
    ],
)
def test_rival_accounts_are_a_dispute_of_both(told, text):
    claims = told(text)
    assert [claim.status for claim in claims] == ["disputed", "disputed"]
    assert links(told, text) == ["denies"]


@pytest.mark.parametrize(
    "text",
    [
        # Of another deed, of the same who did it, or of nobody.
        "No group claimed responsibility for the blast. The minister of defence blamed separatists from the north.",
        "The Red Movement claimed responsibility for the blast in Oran. Police blamed drug gangs for the kidnapping in "
        "Fez.",
        "Houthi rebels claimed responsibility for the drone strike. The army said the Houthis had carried out the "
        "attack.",
        "Economist Ada Kroll blamed the tax for the shutdown. The union blamed the weather for the shutdown.",
        "Ukraine said Russian troops had shelled Kharkiv. Moscow said Ukrainian forces had shelled Belgorod.",
        "The Red Army claimed responsibility for the first bombing. The Sons of Tyr claimed responsibility for the "
        "second.",
        "Business daily Post said rebels had carried out the rocket strikes. Premier Ada Kroll blamed Norland for the "
        "attack on the embassy.",
        "Wikipost accused Julia Lind of pushing to jail him. The Lind campaign said Norland was behind the release.",
        "Lena Ort said she was behind the bar when the shooting began. Police said a gang was behind the shooting.",
        # Causes that are one, that add up, that nobody tells yet, or that befell two.
        "Police said a gas leak caused the explosion. The mayor, Ida Holm, said the pipes had leaked gas for weeks.",
        "Investigators said pilot error led to the crash. The agency said bad weather had also played a part.",
        "Investigators are examining whether a bomb caused the crash. The airline said it was too early to tell.",
        "Police said Ivan Petrov committed suicide. A judge said Olga Marin, his neighbour, was murdered in 2011.",
        "The minister said that terrorists shot down the plane. The defence ministry said a missile had hit it.",
        "Doctor Ida Moe said Lund had recently had pneumonia. Lund said she had been slapped down and murdered by "
        "critics all her life.",
        # What the accused says of another matter.
        "Nia Cole says Max Hurd assaulted her in 2014. Police said the tests showed that a later encounter with "
        "another man was consensual.",
        "Senator Beth Lowe accused the company of hiding the leak. The company said it had hired a new captain.",
        "Republicans blamed Governor Tom Vance for the delay. Vance said the roads would be simply better next year.",
        "The company said Ana Ruiz was dismissed for lateness. Minister Olga Brandt said she had resigned over the "
        "budget.",
        "The broadcaster said presenter Will Marsh had been fired. His co-host, Ina Bell, quit in protest, her agent "
        "said.",
        "Lund accused Berg of showing support for the regime. Berg said he was being sarcastic.",
        "Police said two men robbed the bank. The bank said it had complied with the law on cameras since May.",
        "Villagers say soldiers shot at farmers. The farmers said soldiers had burned their huts.",
        "Senator Cole said that Judge Finch took bribes. Finch said a loan from a friend had saved his house in 1990.",
        # What is lawful besides.
        "Norland called the border treaty null and void. Sudmark said its claim to the islands was legitimate.",
        "Judge Ada Moe ruled that the closure of the paper was unlawful. The editor said that the closure was illegal.",
        "Senator Cole asked whether the lockdown was legal. The health ministry said the ban on dogs was illegal.",
        "The union says the dismissals violated the law. The union said strikes are legal.",
        "Azerbaijan said they were responding to Armenian aggression. Lawyer Bill Ham said this should be set down "
        "with a constitutional amendment.",
        # Two things that two can have.
        "Marek Lund said he won the race in Oslo in 2010. Jan Berg said he won the election in 2014.",
        "The army said its troops controlled the airport. The rebels said they held the bridge.",
        "The minister said troops had retaken Mora. The rebels said they still held two other towns.",
        "President Bah said he had won the election. Femi Cole said Bah's party had won the vote in the north, too.",
        "The junta said its soldiers had recaptured Loikaw. Rebel commander Htun Oo said his men had captured rifles.",
        "Coach Ben Osei said his team won. Striker Max Lund said he had never won a medal.",
        "President Ali Kone said he had won the trust of the people. Sara Diop said she had won many friends in the "
        "war years.",
    ],
)
def test_accounts_of_two_matters_are_no_dispute(told, text):
    assert "denies" not in links(told, text)


def test_a_victory_that_both_claim_is_disputed(told):
    assert [claim.status for claim in told("Both Rosa Lind and Karl Voss claimed victory in the runoff.")] == [
        "disputed"
    ]


def test_a_defence_answers_all_that_the_accuser_tells_of_it(told):
    text = (
        "Ida Moe testified that she was raped by Per Lund and Jan Vik. She told the court she was forced to drink "
        "whisky before being raped. Lund claimed that it had been consensual."
    )
    assert [claim.status for claim in told(text)] == ["disputed"] * 3


@pytest.mark.parametrize(
    "text",
    [
        # Whether it is lawful.
        "The trade ministry said the ban breached the treaty. The commission insisted that the ban was in line with "
        "the treaty.",
        "Mayor Lena Ross said that the curfew was justified. Lawyer Amir Aziz said that there was no justification "
        "for it.",
        "The Court of Session found the prorogation unlawful. A government spokesman said: “Proroguing Parliament is "
        "the legal and necessary way to deliver this.”",
        # Who began, and who did it.
        "Armenia said that it was retaliating against missile attacks from Azerbaijan. Azerbaijan said that it was "
        "responding to Armenian aggression.",
        "Saudi officials blamed Iran for the strike. The strike was claimed by the Houthi movement.",
        "Villagers said that soldiers had burned their houses. The army said that rebels had set the houses on fire.",
        # The accused answers.
        "Nina Falk told the court that she was raped by her coach. The coach, Ole Dahl, denied having sex with her.",
        "Olga Marin, 34, says she was beaten by police at the station. The police say she injured herself.",
        "The rebels accuse the army of shelling a hospital. An army spokesman said no hospital had been hit.",
        # Whether he went or was made to go.
        "Clara Wirth, the former head of the museum, said she was dismissed over a loan. The ministry said that "
        "Wirth's contract had expired.",
        "President Moro said that he had asked for adviser John Bolt's resignation on Monday. “I offered to resign "
        "last night,” Bolt wrote.",
    ],
)
def test_two_accounts_of_one_matter_are_told_by_other_words(told, text):
    assert len(disputed(told, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "“Governor Rob Snell should resign,” Ben Sands said. Erin Brook said she had not asked for the governor's "
        "resignation.",
        "Armenia said that it was responding to a request from Russia. Azerbaijan said that it was responding to "
        "Armenian proposals.",
        "The court found the decree unlawful. A government spokesman said the new tax was legal.",
        "The commission said that the ban breached the treaty. Farmers' leader Pia Lang said that her members had "
        "complied with the law.",
        "Critics accuse the mayor of neglecting schools. The mayor said that the budget had not been passed.",
        "Nina Falk told the court that she was beaten by her coach. Her sister denied any contact with reporters.",
        "Villagers said that rebels had burned their houses. The army said that rebels had set the church on fire.",
        "The attack was claimed by the Ansar movement. The minister blamed poor training for the crash.",
    ],
)
def test_the_same_words_of_two_matters_are_none(told, text):
    assert disputed(told, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The manager, Ivo Lund, said Brightline fired him because he refused to have employees hack the accounts of a "
        "rival. Brightline said hackers from abroad had attacked the accounts.",
        "Captain Rolf Tanger said his crew had declined to shoot the protesters. The ministry said police had shot the "
        "protesters.",
        "The mayor of Velm said the army was kept from shelling the town. The army said rebels shelled the town.",
        "The clerk says she was retaliated against for refusing to hide facts and hack into accounts after Karl Vost's "
        "assault. Nora Finch says that the chief, Ruth Ames, retaliated against her after she refused to have staff "
        "hack the accounts.",
        "General Ruud said his men refrained from attacking the guards. The union said strikers attacked the guards.",
        "The union said the owner had threatened to burn the mill. The owner, Paul Stern, said strikers burned it.",
    ],
)
def test_who_did_not_do_it_is_no_rival_of_who_did(told, text: str) -> None:
    assert disputed(told, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The navy said the boat had struck a rock. The rebel council claimed that it had sunk the boat with a missile.",
        "The army said the helicopter crashed after an engine failed. The rebels claimed responsibility for shooting "
        "it down.",
        "Officials said the train derailed because of a broken rail. The Red Column said it had blown up the train.",
        "The airline said the jet had a fault. The Dawn Brigade said its fighters downed the jet.",
        "The mayor said a gas leak caused the blast. The Ansar movement claimed responsibility for the blast.",
        "Port officials said the freighter ran aground in fog. The Red Column claimed responsibility for a missile "
        "strike on the ship.",
    ],
)
def test_a_mishap_for_one_is_a_strike_for_who_claims_it(told, text: str) -> None:
    assert len(disputed(told, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The army said its jet crashed in bad weather. The rebels said they had sunk a boat.",
        "The navy said the ferry sank in a storm. The owner said the accident had sunk his firm.",
        "The navy said the boat had struck a rock. The owner said the boat had struck a rock in fog.",
        "The mayor said a gas leak caused the blast. The gas firm accepted responsibility for the blast.",
        "The mayor said a gas leak caused the blast. The Ansar movement claimed responsibility for a raid on a bank.",
    ],
)
def test_a_mishap_and_another_matter_are_no_rivals(told, text: str) -> None:
    assert disputed(told, text) == []
