"""How words become a unit: its name, its name with those above it behind commas ("Chi hội thôn 1, Na Loi"), or "#8".

A page asks about one (`meant`), a file about all that it names at once (`Names`). Where several may be meant nobody is
guessed: the candidates are told with what they stand under.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext

from donghanh.organisations import search
from donghanh.organisations.errors import UnitError, day_in_words
from donghanh.organisations.journal import chunks
from donghanh.organisations.models import Level, Line, OrgUnit, Position, UnitName
from donghanh.organisations.tree import OrgUnitQuerySet, numbers
from donghanh.organisations.words import key
from donghanh.vietnam.text import fold, tidy

MOST_OFFERED = 12
_MOST_TOLD = 5
_LONGEST_NUMBER = 18
_NO_WORD = key("")


class UnknownUnitError(UnitError):
    """No unit is called so."""

    def __init__(self, words: str, day: date) -> None:
        super().__init__(
            gettext(
                "no unit is called “%(asked)s” on %(day)s. Write its name as on the page of units, or its number: #123."
            )
            % {"asked": words[:80], "day": day_in_words(day)}
        )


class SeveralUnitsError(UnitError):
    """Several units are called so. told: each by its number and what it stands under."""

    def __init__(self, words: str, told: Sequence[str]) -> None:
        shown = "; ".join(told[:_MOST_TOLD]) + ("; …" if len(told) > _MOST_TOLD else "")
        super().__init__(
            gettext(
                "“%(asked)s” may mean several units: %(units)s. Write the number of one of them, or what it stands "
                "under behind a comma."
            )
            % {"asked": words[:80], "units": shown}
        )


def number_in(words: str) -> int | None:
    """The number that "#8" stands for."""
    digits = words[1:].strip()
    is_number = words[:1] == "#" and digits.isdecimal() and len(digits) <= _LONGEST_NUMBER
    return int(digits) if is_number else None


def parted(words: str) -> Iterator[tuple[str, list[str]]]:
    """The ways in which words can be a name, folded, and superiors behind commas; the longest name first, since a name
    may hold commas of its own.

    >>> list(parted("Chi hội 1, Na Loi"))
    [('chi hội 1, na loi', []), ('chi hội 1', ['Na Loi'])]
    """
    parts = [tidy(part) for part in words.split(",")]
    for at in range(len(parts), 0, -1):
        yield fold(", ".join(parts[:at])), parts[at:]


def told(unit: OrgUnit, under: str) -> str:
    """A unit with its number and what it stands under: "#8 Chi hội thôn 1 (Na Loi, Nghệ An)"."""
    return f"#{unit.pk} {unit.name} ({under})" if under else f"#{unit.pk} {unit.name}"


def lies_below(superiors: Iterable[str], above: Collection[str]) -> bool:
    """Whether all that are asked for are among the names of those above, each by the end of its name."""
    return all(any(f" {fold(name)}".endswith(f" {fold(each)}") for name in above) for each in superiors)


class Names:
    """The units that a file may name, found in a few queries, however many it names.

    line: in which they stand or stood. words: all that will be asked for; codes: of places whose units will be.
    among: a condition on the units; others are unknown.
    """

    def __init__(
        self, line: Line, words: Iterable[str], *, codes: Iterable[str] = (), among: Q | None = None
    ) -> None:
        asked = set(words)
        named = sorted({name for each in asked for name, _ in parted(each) if key(name) != _NO_WORD})
        stands = Position.objects.filter(unit=OuterRef("pk"), line=line)
        units = OrgUnit.objects.filter(Exists(stands), among or Q()).order_by("pk")
        units = units.select_related("place__parent")
        told = sorted({number for each in asked if (number := number_in(each)) is not None})
        places = sorted({int(code[:8]) for code in codes if code.isdecimal()})
        wanted = [
            *(units.filter(search.called(chunk)) for chunk in chunks(named)),
            *(units.filter(pk__in=chunk) for chunk in chunks(told)),
            *(units.filter(place__code__in=chunk) for chunk in chunks(places)),
        ]
        self.units = {unit.pk: unit for found in wanted for unit in found}
        self._named: dict[str, set[int]] = defaultdict(set)
        self._coded: dict[str, set[int]] = defaultdict(set)
        for unit in self.units.values():
            self._named[fold(unit.name)].add(unit.pk)
            if unit.place is not None:
                digits = 2 if unit.place.level == Level.PROVINCE else 5
                # As the lists write it, and as Excel leaves it of a number.
                for code in (f"{unit.place.code:0{digits}}", str(unit.place.code)):
                    self._coded[code].add(unit.pk)
        for numbered in chunks(list(self.units)):
            for pk, name in UnitName.objects.filter(unit__in=numbered).values_list("unit", "name"):
                self._named[fold(name)].add(pk)
        self._above = Above(self.units, line)

    def find(self, words: str, day: date, *, code: str = "", ended: bool = False) -> list[OrgUnit]:
        """The units that words mean on a day, by the code of their place too; ended: of those that ended by then."""
        found = self._called(words, day, ended) if words or not code else None
        if code:
            coded = sorted(self._coded.get(code, ()))
            found = [pk for pk in coded if self._fits(pk, day, ended) and (found is None or pk in found)]
        return [self.units[pk] for pk in found or ()]

    def one(self, words: str, day: date) -> OrgUnit:
        """Raises: UnknownUnitError, SeveralUnitsError."""
        found = self.find(words, day)
        if not found:
            raise UnknownUnitError(words, day)
        return self.only(found, words, day)

    def only(self, found: Sequence[OrgUnit], words: str, day: date) -> OrgUnit:
        """Raises: SeveralUnitsError."""
        if len(found) > 1:
            raise self.several(found, words, day)
        return found[0]

    def several(self, found: Iterable[OrgUnit], words: str, day: date) -> SeveralUnitsError:
        """The question which of some units is meant."""
        return SeveralUnitsError(words, [self._above.told(unit, day) for unit in found])

    def above(self, unit: OrgUnit, day: date) -> list[str]:
        """The names of those above a unit on a day, or where it stood last by then, the lowest first."""
        return self._above.names(unit.pk, day)

    def _called(self, words: str, day: date, ended: bool) -> list[int]:
        if (number := number_in(words)) is not None:
            return [number] if self._fits(number, day, ended) else []
        for name, superiors in parted(words):
            found = [pk for pk in sorted(self._named.get(name, ())) if self._fits(pk, day, ended)]
            found = [pk for pk in found if lies_below(superiors, self._above.names(pk, day))]
            if found:
                return found
        return []

    def _fits(self, pk: int, day: date, ended: bool) -> bool:
        unit = self.units.get(pk)
        return unit is not None and (unit.until <= day if ended else unit.holds_on(day))


class Above:
    """What some units stand under; without a line, each in the first in which it stands. Two queries and one for
    each 500 units."""

    def __init__(self, units: Iterable[int], line: Line | None = None) -> None:
        self._paths: dict[int, list[tuple[date, str]]] = defaultdict(list)
        positions = Position.objects.filter(Q(line=line) if line else Q()).order_by("line", "since")
        lines: dict[int, int] = {}
        for chunk in chunks(list(units)):
            for unit, of, since, path in positions.filter(unit__in=chunk).values_list(
                "unit", "line", "since", "path"
            ):
                if lines.setdefault(unit, of) == of:
                    self._paths[unit].append((since, path))
        wanted = {pk for paths in self._paths.values() for _, path in paths for pk in numbers(path)[:-1]}
        self._names = {
            pk: name
            for chunk in chunks(sorted(wanted))
            for pk, name in OrgUnit.objects.filter(pk__in=chunk).values_list("pk", "name")
        }

    def names(self, unit: int, day: date) -> list[str]:
        """The names of those above a unit on a day, or where it stood last by then, the lowest first."""
        paths = self._paths.get(unit, [])
        at = bisect_right(paths, day, key=lambda each: each[0])
        path = paths[max(at - 1, 0)][1] if paths else ""
        return [self._names[pk] for pk in reversed(numbers(path)[:-1])]

    def told(self, unit: OrgUnit, day: date) -> str:
        """A unit as `told` tells it, with what it stands under on a day."""
        return told(unit, self.under(unit, day))

    def under(self, unit: OrgUnit, day: date) -> str:
        """What a unit stands under, the lowest first; the top of all goes without saying."""
        names = self.names(unit.pk, day)
        return ", ".join(names[:-1] or names)


def meant(
    units: OrgUnitQuerySet, words: str, day: date, line: Line | None = None
) -> list[tuple[OrgUnit, str]]:
    """Those of some units that words typed on a page may mean, each with what it stands under; at most `MOST_OFFERED` and
    one more. Who is called exactly so goes before who is called like it."""
    words = tidy(words)
    if (number := number_in(words)) is not None:
        found = list(units.filter(pk=number)[:1])
    else:
        found = _called(units, words, day, line) or list(units.named_like(words)[: MOST_OFFERED + 1])
    above = Above([unit.pk for unit in found], line)
    return [(unit, above.under(unit, day)) for unit in found]


def written(units: OrgUnitQuerySet, unit: OrgUnit, day: date) -> str:
    """Words by which a person knows a unit and `meant` finds it alone among some: its name with what it stands under, or
    its number where others are called so there too."""
    words = ", ".join(filter(None, (unit.name, Above([unit.pk]).under(unit, day))))
    return words if [found for found, _ in meant(units, words, day)] == [unit] else f"#{unit.pk}"


def _called(units: OrgUnitQuerySet, words: str, day: date, line: Line | None) -> list[OrgUnit]:
    """Who is called exactly so."""
    for name, superiors in parted(words):
        if key(name) == _NO_WORD:
            continue
        alike = units.filter(search.called([name])).prefetch_related("names").order_by("pk")
        found = [unit for unit in alike if fold(unit.name) == name] or [
            unit for unit in alike if any(fold(other.name) == name for other in unit.names.all())
        ]
        if found and superiors:
            above = Above([unit.pk for unit in found], line)
            found = [unit for unit in found if lies_below(superiors, above.names(unit.pk, day))]
        if found:
            return found[: MOST_OFFERED + 1]
    return []
