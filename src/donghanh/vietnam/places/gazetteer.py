"""Places by their names, loosely spelled, and what became of them on 1 July 2025."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from donghanh.vietnam.places.aliases import PROVINCE_ALIASES
from donghanh.vietnam.places.keys import Likeness, likeness, loose, tokens
from donghanh.vietnam.places.kinds import LEVEL_OF_KIND, Reading, fits, readings
from donghanh.vietnam.places.lists import Lists, load
from donghanh.vietnam.places.model import Level, Line, Place, Successor

Era = Literal["before", "today"]

# How a place stands to what was asked; the smaller, the better: (likeness of its name, whether the places
# above it are named as of another time, likeness of their names).
_Rank = tuple[Likeness, bool, int]

# One slip in a short name, two in a long one; names under six letters leave no room for any.
_SLIPS = ((6, 1), (12, 2))
_SUGGESTED_LETTERS, _SUGGESTED_RATIO = 4, 80


@cache
def gazetteer() -> "Gazetteer":
    """The one gazetteer of this process, read on first use (about 0.15 s)."""
    running = gc.isenabled()
    gc.disable()  # tens of thousands of lasting objects: a collection in between only costs
    try:
        return Gazetteer(load())
    finally:
        if running:
            gc.enable()


class Gazetteer:
    """Finds places by name and follows them over the reform. Immutable; results in the order of the lists."""

    def __init__(self, lists: Lists) -> None:
        self.before = lists.before
        self.today = lists.today
        self._successors = lists.successors
        self._predecessors = lists.predecessors
        self._of_era: dict[Era, frozenset[Place]] = {
            "before": frozenset(lists.before),
            "today": frozenset(lists.today),
        }
        self._all = tuple(dict.fromkeys((*lists.before, *lists.today)))
        self._provinces = tuple(place for place in self._all if place.level is Level.PROVINCE)
        self._index: dict[str, list[tuple[str, Place]]] = defaultdict(list)
        self._children: dict[Place, list[Place]] = defaultdict(list)
        self._spelled = {place: loose(place.bare_name) for place in self._all}
        for place in self._all:
            self._index[self._spelled[place]].append((place.bare_name, place))
            if place.parent:
                self._children[place.parent].append(place)
            if place.level is Level.PROVINCE:
                for alias in PROVINCE_ALIASES.get(place.bare_name, ()):
                    self._index[loose(alias)].append((alias, place))
        self._elsewhen: dict[Place, tuple[Place, ...]] = {}

    def find(
        self,
        name: str,
        *,
        level: Level | None = None,
        kind: str | None = None,
        within: Sequence[str] = (),
        era: Era | None = None,
        fuzzy: bool = True,
    ) -> tuple[Place, ...]:
        """The places that a name can mean, of the best likeness only; empty where there is none.

        name: with or without its level word. within: names of higher places, nearest first, likewise. They
        may be named as of the other time ("xã Sín Thầu, huyện Mường Nhé"); what fits its own time goes first.
        Slips of the finger are forgiven (unless `fuzzy` is off) only for a name that no place bears, and
        only among the places inside the named higher ones; so are wrong marks for a commune or a district.
        """
        above = [readings(w) for w in (self._settled(within) if fuzzy else within)]
        asked = _asked(name, kind)
        # Typed without any marks, "phuong sa pa" is as near to Sa Pả as to Sa Pa.
        least = Likeness.FOLDED if kind is None and "".join((name, *within)).isascii() else Likeness.EXACT
        ranked = [
            ((max(least, rank[0]), *rank[1:]), place)
            for place, found in self._candidates(asked, level, era)
            if (found < Likeness.REMARKED or above or place.level is Level.PROVINCE)
            and (rank := self._rank(found, place, above)) is not None
        ]
        best = min((rank for rank, _ in ranked), default=None)
        places = tuple(dict.fromkeys(place for rank, place in ranked if rank == best))
        if places or not fuzzy:
            return places
        return self._nearly(asked, level, within, era)

    def lines(self, places: Iterable[Place], within: Sequence[str] = ()) -> tuple[Line, ...]:
        """The found places through time, one line for one place: a place of today stands in the line of the
        former place whose name it carries on."""
        found = tuple(places)
        above = [readings(w) for w in self._settled(within)]
        olds = [place for place in found if place not in self._of_era["today"]]
        lines = [Line(place, self.successors(place)) for place in olds]
        for place in found:
            if place not in self._of_era["today"] or any(self.carries_on(old, place) for old in olds):
                continue
            former = self._former(place, above)
            lines.append(Line(former, self.successors(former)) if former else Line(None, (_itself(place),)))
        return tuple(lines)

    def successors(self, place: Place) -> tuple[Successor, ...]:
        """The places of today that cover it: itself for one of today, none where the table has none."""
        if place in self._of_era["today"]:
            return (_itself(place),)
        return self._successors.get(place, ())

    def predecessors(self, place: Place) -> tuple[Place, ...]:
        """The former places, of every level, that went into a place of today in whole or in part.

        Incomplete for eleven wards of today: the table names codes of former ones that no list has.
        """
        return tuple(p for p in self._predecessors.get(place, ()) if p is not place)

    def ended(self, place: Place) -> bool:
        """Whether no unit of that name and level word is left: every district, Kon Tum, merged communes.

        Quảng Ngãi, whose name the merged province bears, did not end.
        """
        if place in self._of_era["today"]:
            return False
        return not any(
            s.place.level is place.level
            and (s.place.kind == place.kind or place.level is Level.PROVINCE)
            and self.carries_on(place, s.place)
            for s in self.successors(place)
        )

    def today_of(self, name: str, level: Level | None = None, within: Sequence[str] = ()) -> Successor | None:
        """The one unit that covers a named place since 1 July 2025.

        None where it cannot be told: no such place, several, or one that several units took over (so nearly
        every district). `partly` is the table's word that only a part went there.
        """
        lines = self.lines(self.find(name, level=level, within=within), within)
        if len(lines) != 1 or len(lines[0].today) != 1:
            return None
        return lines[0].today[0]

    def knows(self, words: str, level: Level | None = None) -> bool:
        """Whether a place of any time bears that name (diacritics aside) and level word (if one is given)."""
        return any(found < Likeness.LOOSE for _, found in self._candidates(readings(words), level))

    def remarked(self, words: str) -> frozenset[str]:
        """The names of places, without level word, that have the letters of `words` and other marks.

        Empty where a place bears the marks asked for.
        """
        return frozenset(
            place.bare_name
            for place, found in self._candidates(readings(words))
            if found is Likeness.REMARKED
        )

    def spells(self, words: str) -> bool:
        """Whether `words` spell the name of any place, loosely, whatever level word they give it."""
        return any(loose(name) in self._index for _, name in readings(words))

    def suggest(self, words: str, within: Sequence[str] = (), limit: int = 3) -> tuple[Place, ...]:
        """The places, inside the higher ones if those are known, with names near one that was not found."""
        kind, name = readings(words)[0]
        level = LEVEL_OF_KIND[kind] if kind else None
        asked = loose(name)
        if len(asked) < _SUGGESTED_LETTERS or asked.isdigit():
            return ()
        inside = tuple(self._inside(within)) if within else ()
        among = {p: self._spelled[p] for p in inside or self._all if level in (None, p.level)}
        near = process.extract(asked, among, scorer=fuzz.ratio, limit=limit, score_cutoff=_SUGGESTED_RATIO)
        return tuple(place for _, _, place in near)

    def carries_on(self, old: Place, new: Place) -> bool:
        """Whether a former place lives on in one of today by name, be it spelled another way.

        A district does only in the special zone of its name (Lý Sơn), or in the one unit that took it over.
        """
        into = self.successors(old)
        if not any(s.place is new for s in into):
            return False
        if old.level is Level.DISTRICT and len(into) > 1 and new.kind != "đặc khu":
            return False
        a, b = loose(old.bare_name), loose(new.bare_name)
        return a == b or (old.code == new.code and old.level is new.level and _slipped(a, b))

    def _candidates(
        self, asked: Sequence[Reading], level: Level | None = None, era: Era | None = None
    ) -> list[tuple[Place, Likeness]]:
        """The places of an alike name; those with other marks only where none has the marks asked for."""
        found = [
            (place, alike)
            for kind, name in asked
            for spelling, place in self._index.get(loose(name), ())
            if fits(kind, place)
            and self._is_of(place, level, era)
            and (alike := likeness(name, spelling)) is not None
        ]
        return [c for c in found if c[1] < Likeness.REMARKED] or found

    def _is_of(self, place: Place, level: Level | None, era: Era | None) -> bool:
        return level in (None, place.level) and (era is None or place in self._of_era[era])

    def _rank(self, found: Likeness, place: Place, above: Sequence[Sequence[Reading]]) -> _Rank | None:
        """How well a place whose name is alike fits the higher places named; None where it lies outside."""
        mixed, unlike = False, 0
        for asked in above:
            own = self._called(asked, _ancestors(place))
            if own is None:
                own = self._called(asked, self._ancestors_elsewhen(place))
                mixed = True
            if own is None:
                return None
            unlike += own
        return found, mixed, unlike

    def _called(self, asked: Sequence[Reading], places: Iterable[Place]) -> Likeness | None:
        among = set(places)
        return min((found for place, found in self._candidates(asked) if place in among), default=None)

    def _ancestors_elsewhen(self, place: Place) -> tuple[Place, ...]:
        """The higher places of the other time: today's province of a former unit, former ones of today's."""
        if place not in self._elsewhen:
            if place in self._of_era["today"]:
                kin = [a for p in self.predecessors(place) for a in (p, *_ancestors(p))]
                above = [p for p in kin if p.level is not Level.COMMUNE]
            else:
                above = [s.place for s in self.successors(place.province)] if place.parent else []
            self._elsewhen[place] = tuple(dict.fromkeys(above))
        return self._elsewhen[place]

    def _former(self, place: Place, above: Sequence[Sequence[Reading]]) -> Place | None:
        """The former place that today's carries on, where the words name what lay above that one."""
        today = self._rank(Likeness.EXACT, place, above)
        if today is None or not today[1]:
            return None
        for former in self.predecessors(place):
            rank = self._rank(Likeness.EXACT, former, above)
            if former.level is place.level and rank and self.carries_on(former, place):
                return former
        return None

    def _settled(self, within: Sequence[str]) -> list[str]:
        """The names of higher places, each that no place bears put right where only one comes near."""
        settled = list(within)
        for i in reversed(range(len(settled))):
            asked = readings(settled[i])
            if self._candidates(asked):
                continue
            near = self._nearly(asked, None, settled[i + 1 :], None, below=Level.COMMUNE)
            names = {place.name for place in near}
            if len(names) == 1:
                settled[i] = names.pop()
        return settled

    def _nearly(
        self,
        asked: Sequence[Reading],
        level: Level | None,
        within: Sequence[str],
        era: Era | None,
        below: Level | None = None,
    ) -> tuple[Place, ...]:
        """Places inside the named higher ones with a name a slip or two away; provinces if none is named."""
        if self._candidates(asked, level, era):
            return ()
        near: list[tuple[int, Place]] = []
        for place in self._inside(within):
            if place.level is below or not self._is_of(place, level, era):
                continue
            near += [
                (slips, place)
                for kind, name in asked
                if fits(kind, place) and (slips := _slips(name, place.bare_name)) is not None
            ]
        least = min((slips for slips, _ in near), default=0)
        return tuple(dict.fromkeys(place for slips, place in near if slips == least))

    def _inside(self, within: Sequence[str]) -> Iterator[Place]:
        if not within:
            yield from self._provinces
            return
        pending = list(self.find(within[0], within=within[1:]))
        while pending:
            children = self._children.get(pending.pop(), [])
            yield from children
            pending += children


def _asked(name: str, kind: str | None) -> tuple[Reading, ...]:
    if kind is None:
        return readings(name)
    return tuple((kind, words) for said, words in readings(name) if said in (None, kind))


def _ancestors(place: Place) -> Iterator[Place]:
    while place.parent:
        place = place.parent
        yield place


def _itself(place: Place) -> Successor:
    return Successor(place, partly=False)


def _slips(asked: str, name: str) -> int | None:
    """How many letters apart two names are, None where too many, or where what tells names apart differs."""
    a, b = loose(asked), loose(name)
    if not _slipped(a, b) or _marks(asked) != _marks(name):
        return None
    return Levenshtein.distance(a, b)


def _slipped(a: str, b: str) -> bool:
    allowed = max((slips for letters, slips in _SLIPS if min(len(a), len(b)) >= letters), default=0)
    return Levenshtein.distance(a, b, score_cutoff=allowed) <= allowed


def _marks(name: str) -> list[str]:
    """Numbers and single letters: "Phường 12" and "Phường 13", "Tân Tạo" and "Tân Tạo A" are two names."""
    return [w.lower() for w in tokens(name) if len(w) == 1 or any(c.isdigit() for c in w)]
