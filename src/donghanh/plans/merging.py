"""Two people at one form: what each changed is kept, what both changed is asked.

A form carries the values that it was filled in on. Compared with them, what stands there now tells what somebody else
changed meanwhile, and what was typed tells what this person did.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Value = str | int | float | tuple[str, ...] | None
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both changed, to different values."""

    field: str
    theirs: Value
    mine: Value


@dataclass(frozen=True, slots=True)
class Merged:
    """changed: what of the values that stand there now is to be replaced, and by what."""

    changed: Values
    clashes: tuple[Clash, ...]


def merge(was: Values, now: Values, typed: Values) -> Merged:
    """Field by field. was: on what the form was filled in; now: what stands there; typed: what the person left in it.

    >>> merge({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 3})
    Merged(changed={'b': 3}, clashes=())
    >>> merge({"a": 1}, {"a": 2}, {"a": 3}).clashes
    (Clash(field='a', theirs=2, mine=3),)
    """
    mine = {name: value for name, value in typed.items() if value != was.get(name) and value != now[name]}
    clashes = tuple(
        Clash(name, now[name], value) for name, value in mine.items() if now[name] != was.get(name)
    )
    return Merged(mine, clashes)
