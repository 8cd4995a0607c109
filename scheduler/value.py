"""A value: it equals another of its class with the same fields, and it never changes.

In place of frozen dataclasses, which cost more to import than all the rest of the scheduler, and more than a
review to make.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self


class Value:
    """The root of values: a subclass names its fields in `__slots__` and sets them in `__init__` by `fill`.

    A slot with a leading underscore holds what follows from the fields and is none of them.
    """

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        own = (name for name in cls.__dict__["__slots__"] if not name.startswith("_"))
        cls.__match_args__ = (*cls.__match_args__, *own)  # type: ignore[misc]

    def fill(self, **slots: object) -> None:
        """Set slots while the value is made."""
        for name, value in slots.items():
            object.__setattr__(self, name, value)

    def fields(self) -> dict[str, Any]:
        """Return the fields by name, in the order in which they are given."""
        return {name: getattr(self, name) for name in self.__match_args__}

    def changed(self, **fields: object) -> Self:
        """Return the same value but for some fields, checked as any other."""
        return type(self)(**self.fields() | fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {type(self).__name__} never changes: make another with changed({name}=...)")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__} never changes: {name} stays")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.fields() == other.fields()

    def __hash__(self) -> int:
        return hash((type(self), *self.fields().values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.fields().items())})"

    def __reduce__(self) -> tuple[type[Self], tuple[object, ...]]:
        return type(self), tuple(self.fields().values())
