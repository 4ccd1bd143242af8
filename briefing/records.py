"""Frozen dataclasses whose methods are compiled when they are needed, not when the program starts.

`dataclasses` writes the source of six methods for each class and compiles it on import: some 0.5 ms a class, and the
window's process declares 234 of them, of which a start makes few. To readers and type checkers `dataclass` is
the same decorator here. Of a frozen class it makes the slots at once, and leaves the fields to `dataclasses` until
somebody asks for them, and each of the methods until it is called; that which fills the fields until it has been
called `FEW` times.
"""

import copy
import dataclasses
import inspect
from collections.abc import Callable, Mapping
from enum import EnumType
from functools import partial
from threading import RLock
from types import GenericAlias, UnionType
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """Make a dataclass as `dataclasses.dataclass` does, a frozen one in two steps."""
        if options.get("frozen") and options.keys() <= {"frozen", "slots"}:
            make = partial(_deferred, slots=options.get("slots", False))
        else:
            make = dataclasses.dataclass(**options)
        return make if cls is None else make(cls)


def _deferred(cls: type, slots: bool) -> type:
    annotations = vars(cls).get("__annotations__", {})
    if not slots or any(map(_is_of_class, annotations.values())):
        # `dataclasses` would work out a signature for a class without one, which takes longer than its fields.
        cls.__doc__ = cls.__doc__ or cls.__name__
        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
        fields = _Known()
        namespace = _methods(vars(cls), fields, slots)
        for name, method in namespace.items():
            setattr(made, name, method)
        fields.record = made
        return made  # type: ignore[no-any-return]
    inherited = {slot for base in cls.__mro__[1:] for slot in vars(base).get("__slots__", ())}
    namespace = {name: value for name, value in vars(cls).items() if name not in annotations and name not in _OF_PLAIN}
    fields = _Unknown({name: value for name, value in vars(cls).items() if name in annotations})
    namespace.update(_methods(namespace, fields, slots), __dataclass_fields__=fields, __match_args__=_MATCH_ARGS)
    namespace["__slots__"] = tuple(name for name in annotations if name not in inherited)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made  # type: ignore[no-any-return]


_OF_PLAIN = ("__dict__", "__weakref__")
"""What a class without slots has."""


def _is_of_class(annotation: object) -> bool:
    """Whether it marks no field of the records, or can only be told by `dataclasses`, as it is not evaluated."""
    if type(annotation) in _OF_FIELDS:
        return False
    return isinstance(annotation, _UNKNOWN) or getattr(annotation, "__origin__", annotation) in _MARKS


_OF_FIELDS = (type, UnionType, GenericAlias, EnumType)
_UNKNOWN = (str, dataclasses.InitVar)
_MARKS = (ClassVar, dataclasses.InitVar, dataclasses.KW_ONLY)


def _methods(own: Mapping[str, object], fields: "_Known", slots: bool) -> dict[str, Any]:
    """What a frozen dataclass has beyond what its class says itself."""
    made: dict[str, Any] = {
        name: _filling(fields) if name == "__init__" else _standing_in(fields, name)
        for name in _COMPILED
        # A class with a comparison of its own has None for a hash.
        if name not in own or (name == "__hash__" and own[name] is None)
    }
    made.update(__setattr__=_refuse_to_set, __delattr__=_refuse_to_delete, __signature__=_SIGNATURE)
    if slots:
        made.update(__getstate__=_values, __setstate__=_set_values)
    return made


class _Known:
    """Whose methods they are."""

    record: type


class _Unknown(_Known):
    """The fields of a record, worked out when somebody asks for them.

    Args:
        defaults: what stands beside the annotations of its class.
    """

    def __init__(self, defaults: dict[str, object]) -> None:
        self._defaults = defaults

    def __set_name__(self, record: type, _: str) -> None:
        self.record = record

    def __get__(self, _: object, __: type) -> dict[str, dataclasses.Field[Any]]:
        with _working_out:
            # Another thread may have done so meanwhile.
            if vars(self.record)["__dataclass_fields__"] is self:
                record: Any = self.record
                own = {
                    **self._defaults,
                    "__annotations__": vars(record).get("__annotations__", {}),
                    "__doc__": "Fields.",
                }
                plain = type(record.__name__, record.__bases__, {**own, "__module__": record.__module__})
                told: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(plain)
                record.__dataclass_params__ = told.__dataclass_params__
                record.__dataclass_fields__ = told.__dataclass_fields__
        found: dict[str, dataclasses.Field[Any]] = vars(self.record)["__dataclass_fields__"]
        return found


_working_out = RLock()
"""The fields of a record are worked out once, after those of what it derives from."""


class _MatchArgs:
    """The names of the fields that a pattern gives by their places."""

    def __get__(self, _: object, record: type) -> tuple[str, ...]:
        return tuple(field.name for field in dataclasses.fields(record) if field.init and not field.kw_only)


_MATCH_ARGS = _MatchArgs()


class _Signature:
    """What `inspect.signature` and `help` tell of a record: the fields that it is made with."""

    def __get__(self, record: object, cls: type) -> inspect.Signature:
        owner = next(one for one in cls.__mro__ if "__init__" in vars(one))
        method = vars(owner)["__init__"]
        if getattr(method, "__code__", None) in (_STANDING_IN, _FILLING):
            method = _compiled(owner, "__init__")
        found = inspect.signature(method)
        return found.replace(parameters=list(found.parameters.values())[1:])


_SIGNATURE = _Signature()


def _standing_in(owner: _Known, name: str) -> Callable[..., Any]:
    """A method that puts the compiled method of a record in its own place, and calls it."""

    def method(self: object, *arguments: object, **named: object) -> Any:
        return _compiled(owner.record, name)(self, *arguments, **named)

    return method


def _filling(owner: _Known) -> Callable[..., None]:
    """An `__init__` that fills the fields without being compiled; the compiled one does what is not quite simple."""
    calls = 0
    fields: tuple[dataclasses.Field[Any], ...] = ()

    def method(self: object, *arguments: object, **named: object) -> None:
        nonlocal calls, fields
        calls += 1
        cls = owner.record
        fields = fields or dataclasses.fields(cls)
        values = _given(fields, arguments, named) if calls <= FEW else None
        if values is None:
            _compiled(cls, "__init__")(self, *arguments, **named)
            return
        for field, value in zip(fields, values, strict=True):
            object.__setattr__(self, field.name, value)
        if hasattr(cls, "__post_init__"):
            self.__post_init__()  # type: ignore[attr-defined]

    return method


def _given(
    fields: tuple[dataclasses.Field[Any], ...], arguments: tuple[object, ...], named: dict[str, object]
) -> list[object] | None:
    """The values of the fields, in their order; None for what only the compiled method can tell, such as a mistake."""
    if len(arguments) > len(fields) or not all(field.init and not field.kw_only for field in fields):
        return None
    values, left = list(arguments), len(named)
    for field in fields[len(arguments) :]:
        if field.name in named:
            values.append(named[field.name])
            left -= 1
        elif field.default is not dataclasses.MISSING:
            values.append(field.default)
        elif field.default_factory is not dataclasses.MISSING:
            values.append(field.default_factory())
        else:
            return None
    return None if left else values


def _compiled(cls: type, name: str) -> Callable[..., Any]:
    method: Callable[..., Any] = vars(_model(cls, name))[name]
    setattr(cls, name, method)
    return method


_COMPILED = ("__init__", "__repr__", "__eq__", "__hash__")
_STANDING_IN = _standing_in(_Known(), "").__code__
_FILLING = _filling(_Known()).__code__
FEW = 150
"""Makings after which to compile the method, which takes as long as to fill the fields of 200, is worth its while."""


def _model(cls: Any, name: str) -> type:
    """An ordinary frozen dataclass with the fields of `cls`, whose method of that name does for `cls`, too."""
    fields = [(field.name, field.type, copy.copy(field)) for field in dataclasses.fields(cls)]
    namespace: dict[str, Any] = {"__doc__": cls.__doc__}
    if hasattr(cls, "__post_init__"):
        namespace["__post_init__"] = cls.__post_init__
    return dataclasses.make_dataclass(
        cls.__name__,
        fields,
        namespace=namespace,
        init=name == "__init__",
        repr=name == "__repr__",
        eq=name in ("__eq__", "__hash__"),
        unsafe_hash=name == "__hash__",
        # Only the making of a frozen one differs, and two more methods would be compiled.
        frozen=name == "__init__",
    )


def _refuse_to_set(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _values(self: Any) -> list[object]:
    """What is pickled and copied: the values of the fields, as `dataclasses` has it for frozen ones with slots."""
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_values(self: Any, values: list[object]) -> None:
    for field, value in zip(dataclasses.fields(self), values, strict=True):
        object.__setattr__(self, field.name, value)
