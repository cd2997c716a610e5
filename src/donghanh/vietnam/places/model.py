"""What a place is: a unit of the state's division, told by its code and its dates."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# Source: NQ 202/2025/QH15 (provinces); the resolutions of the Standing Committee of the National Assembly of
# 16 June 2025 (communes); districts ended by the amended Constitution, NQ 203/2025/QH15.
REFORM = date(2025, 7, 1)


class Level(StrEnum):
    """The levels that the lists know; villages are in none of them."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """One unit in one span of time; two places are the same only where they are the same object.

    Codes were used again in 2025, so a code alone names no place.

    name: with the level word, as the list spells it ("Xã Leng Su Sìn"). bare_name: without it.
    kind: the level word ("xã"; "thành phố trung ương" for a city that ranks as a province).
    parent: the next higher unit of the same time: district of a commune that ended, province of a district
        or of a commune of today, None for a province.
    since: from when the lists carry it, None for what they carry from their beginning.
    until: the first day on which it was no more, None for what lives on.
    """

    code: int
    name: str
    bare_name: str
    kind: str
    level: Level
    parent: "Place | None" = None
    since: date | None = None
    until: date | None = None

    @property
    def province(self) -> "Place":
        """The province that it lies in; itself for a province."""
        return self.parent.province if self.parent else self

    @property
    def district(self) -> "Place | None":
        """The district that it lies in, None for anything but a commune from before the reform."""
        return self.parent if self.parent and self.parent.level is Level.DISTRICT else None

    @property
    def full_name(self) -> str:
        """The name with those above it, as papers write it: "xã Na Loi, huyện Kỳ Sơn, tỉnh Nghệ An"."""
        own = f"{self.kind.removesuffix(' trung ương')} {self.bare_name}"
        return f"{own}, {self.parent.full_name}" if self.parent else own


@dataclass(frozen=True, slots=True, eq=False)
class Successor:
    """A place of today that took over a former one; partly: the table says that only a part went there."""

    place: Place
    partly: bool


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One place through time: what it was (None for a place of today) and what covers it today."""

    was: Place | None
    today: tuple[Successor, ...]
