"""A record is a frozen dataclass in all that can be seen of it."""

import copy
import dataclasses
import inspect
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, field
from functools import cached_property
from typing import ClassVar

import pytest

from briefing.records import FEW, dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere."""

    name: str
    tags: tuple[str, ...] = ()
    seen: list[int] = field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Town(Place):
    """A place with people."""

    people: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """Refuses what is less than nothing."""

    number: int

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(self.number)


@dataclass(frozen=True)
class Remembering:
    """Without slots, for what is computed once."""

    number: int

    @cached_property
    def twice(self) -> int:
        return 2 * self.number


@dataclass(frozen=True, slots=True)
class Shouting:
    """Says itself in its own way."""

    word: str

    def __repr__(self) -> str:
        return self.word.upper()


def ordinary(cls: type) -> type:
    """The same fields as an ordinary dataclass."""
    fields = [(one.name, one.type, one) for one in dataclasses.fields(cls)]
    return dataclasses.make_dataclass(cls.__name__, fields, frozen=True)


def test_it_looks_like_an_ordinary_one() -> None:
    ours, theirs = Town("Y", ("a",), [1], 3), ordinary(Town)("Y", ("a",), [1], 3)
    assert repr(ours) == repr(theirs) == "Town(name='Y', tags=('a',), people=3)"
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert hash(ours) == hash(theirs)
    assert Town.__match_args__ == theirs.__match_args__
    assert [one.name for one in dataclasses.fields(Town)] == ["name", "tags", "seen", "people"]


def test_help_tells_what_it_is_made_with() -> None:
    assert str(inspect.signature(Town)) == str(inspect.signature(ordinary(Town)))


def test_it_takes_arguments_by_place_and_by_name_and_no_others() -> None:
    assert Town(name="Y", people=2) == Town("Y", (), [], 2)
    with pytest.raises(TypeError, match="nowhere"):
        Town("Y", nowhere=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="name"):
        Town()  # type: ignore[call-arg]


def test_it_is_the_same_before_its_method_is_compiled_and_after() -> None:
    @dataclass(frozen=True, slots=True)
    class Often:
        """Is made often."""

        name: str
        tags: tuple[str, ...] = ()
        seen: list[int] = field(default_factory=list)
        checked: bool = False

        def __post_init__(self) -> None:
            self.seen.append(1)

    first, compiled = Often.__init__, 0
    for _ in range(FEW + 2):
        one = Often("a", checked=True)
        assert (one.name, one.tags, one.seen, one.checked) == ("a", (), [1], True)
        compiled += Often.__init__ is not first
        assert one == Often("a", (), [], True)
    assert 0 < compiled < FEW + 2


@pytest.mark.parametrize("calls", [1, FEW + 1])
def test_a_mistake_is_told_as_an_ordinary_one_tells_it(calls: int) -> None:
    @dataclass(frozen=True, slots=True)
    class Pair:
        """Two."""

        first: int
        second: int = 2

    for _ in range(calls):
        Pair(1)
    for arguments, named in [((), {}), ((1, 2, 3), {}), ((1,), {"third": 3}), ((1,), {"first": 1})]:
        with pytest.raises(TypeError) as told:
            Pair(*arguments, **named)
        with pytest.raises(TypeError) as told_of_ordinary:
            ordinary(Pair)(*arguments, **named)
        assert str(told.value) == str(told_of_ordinary.value)


def test_fields_that_are_given_by_name_alone_or_never_are_as_ordinary_ones() -> None:
    @dataclass(frozen=True)
    class Strict:
        """Has fields of other kinds."""

        name: str = field(kw_only=True)
        length: int = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.name))

    assert Strict(name="abc").length == 3
    with pytest.raises(TypeError):
        Strict("abc")  # type: ignore[misc]


def test_one_without_fields_of_its_own_has_those_of_its_base() -> None:
    @dataclass(frozen=True, slots=True)
    class Nothing:
        """Has no fields."""

    @dataclass(frozen=True, slots=True)
    class Hamlet(Town):
        """A small town."""

    assert Nothing() == Nothing()
    assert dataclasses.fields(Nothing) == ()
    assert Nothing.__match_args__ == ()
    assert Hamlet("Y", people=3).people == 3
    assert Hamlet.__match_args__ == Town.__match_args__
    assert not hasattr(Hamlet("Y"), "__dict__")


def test_its_parts_are_told_by_their_places() -> None:
    match Town("Y", ("a",), [], 3):
        case Town(name, (tag,), _, people):
            assert (name, tag, people) == ("Y", "a", 3)
        case _:
            raise AssertionError


def test_what_belongs_to_the_class_is_no_field() -> None:
    @dataclass(frozen=True, slots=True)
    class Counted:
        """Counts in a unit that all of them share."""

        unit: ClassVar[str] = "km"
        number: int = 0

    assert Counted.unit == Counted(3).unit == "km"
    assert [one.name for one in dataclasses.fields(Counted)] == ["number"]


def test_nothing_is_worked_out_before_it_is_asked_for_and_only_once() -> None:
    @dataclass(frozen=True, slots=True)
    class Waiting:
        """Nobody has made one."""

        number: int = 0
        seen: list[int] = field(default_factory=list)

    assert not isinstance(vars(Waiting)["__dataclass_fields__"], dict)
    assert dataclasses.is_dataclass(Waiting)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(dataclasses.fields, [Waiting] * 8))
    assert all(one == found[0] for one in found)
    assert vars(Waiting)["__dataclass_fields__"]["seen"].default_factory is list
    assert Waiting().seen == []


def test_defaults_that_are_made_are_made_for_each() -> None:
    first, second = Place("a"), Place("b")
    first.seen.append(1)
    assert second.seen == []


def test_it_is_equal_by_its_values_and_only_to_its_own_kind() -> None:
    assert Place("a", seen=[1]) == Place("a", seen=[2])
    assert Place("a") != Place("b")
    assert Place("a") != Town("a")
    assert Place("a") != ("a", (), [])
    assert len({Place("a"), Place("a"), Place("b")}) == 2


@pytest.mark.parametrize("record", [Place("a"), Town("a"), Remembering(1)])
def test_it_cannot_be_changed(record: object) -> None:
    name = dataclasses.fields(record)[0].name  # type: ignore[arg-type]
    with pytest.raises(FrozenInstanceError):
        setattr(record, name, "b")
    with pytest.raises(FrozenInstanceError):
        delattr(record, name)


def test_it_has_room_for_nothing_but_its_fields() -> None:
    assert not hasattr(Town("a"), "__dict__")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_it_is_copied_and_sent_to_other_processes(copied: object) -> None:
    # Before any other method of these classes was called: they are not compiled on that way.
    @dataclass(frozen=True, slots=True)
    class Fresh:
        """Nobody has compared one yet."""

        number: int

    globals()["Fresh"], Fresh.__qualname__ = Fresh, "Fresh"
    one = Fresh(1)
    assert copied(one) == one  # type: ignore[operator]
    town = Town("Y", ("a",), [1], 3)
    assert copied(town) == town  # type: ignore[operator]
    assert copied(town).seen == [1]  # type: ignore[operator]


def test_replacing_a_value_makes_another() -> None:
    town = Town("Y", people=1)
    assert dataclasses.replace(town, people=2) == Town("Y", people=2)
    assert town.people == 1


def test_what_it_checks_when_made_is_checked() -> None:
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)
    assert Checked(1) == Checked(1)


def test_its_own_methods_stay() -> None:
    assert repr(Shouting("hey")) == "HEY"
    assert Shouting("hey") == Shouting("hey")


def test_what_is_derived_from_it_may_be_made_in_another_way() -> None:
    @dataclass(frozen=True, slots=True)
    class Named:
        """Has a name."""

        name: str

    class Known(Named):
        """Is made of two words."""

        def __init__(self, first: str, last: str) -> None:
            super().__init__(f"{first} {last}")

    known = Known("Ada", "Quill")
    assert known.name == "Ada Quill"
    assert known == Known("Ada", "Quill")
    assert str(inspect.signature(Known)) == "(first: str, last: str) -> None"


def test_one_with_a_comparison_of_its_own_has_a_hash_all_the_same() -> None:
    @dataclass(frozen=True, slots=True)
    class Loose:
        """Is like anything."""

        number: int

        def __eq__(self, other: object) -> bool:
            return True

    assert Loose(1) == Loose(2)
    assert hash(Loose(1)) == hash(Loose(1))


def test_what_is_computed_once_is_kept_without_slots() -> None:
    record = Remembering(2)
    assert record.twice == 4
    assert vars(record)["twice"] == 4


def test_any_other_dataclass_is_left_as_it_is() -> None:
    @dataclass(slots=True, order=True)
    class Changing:
        """Can be changed and sorted."""

        number: int

    one = Changing(1)
    one.number = 2
    assert one > Changing(1)


def test_two_threads_that_make_the_first_ones_at_once_get_the_same_class() -> None:
    for _ in range(50):

        @dataclass(frozen=True, slots=True)
        class Made:
            """Compiled by whoever comes first."""

            number: int

        with ThreadPoolExecutor(4) as pool:
            made = list(pool.map(Made, range(8)))
        assert [one.number for one in made] == list(range(8))
