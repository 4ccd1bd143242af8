"""Two who measure the same and come to other numbers dispute each other; of two things nothing is disputed."""

import pytest


def disputed(told, text):
    return [claim.content for claim in told(text) if claim.status == "disputed"]


@pytest.mark.parametrize(
    "text",
    [
        "Carl Beck told the court that he had slept nine hours that night. Guard Omar Lund told the court "
        "that Beck had slept three hours.",
        "The council says that the talks lasted two hours. Union chief Meg Shaw said they lasted ten minutes.",
        "Prosecutors said Miller fired six shots. His lawyer, Dana Fox, said he fired only one.",
        "Owner Pia Falk said the pool was two metres deep. The inspector, Ravi Shah, said it was less than one metre "
        "deep.",
        "The national institute put the magnitude of the earthquake at 5.5. The US Geological Survey said it was 5.8.",
    ],
)
def test_another_measure_of_the_same_is_a_dispute(told, text):
    assert len(disputed(told, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Police said that the driver had slept three hours. Doctor Eva Roth said that adults should sleep eight hours.",
        "The company said that the first meeting lasted two hours. Union chief Meg Shaw said that the second meeting "
        "lasted ten minutes.",
        "The club said that the striker had run nine kilometres. Rival club Tarn said its striker had run three "
        "kilometres.",
        "Prosecutors said Miller fired six shots. The coroner said Miller was hit by two shots.",
        "The council said the talks lasted two hours. Union chief Meg Shaw said they lasted 110 minutes.",
        "The bank said prices rose 3 percent. The union said prices rose 5 percent.",
    ],
)
def test_measures_of_two_things_or_nearly_the_same_are_none(told, text):
    assert disputed(told, text) == []
