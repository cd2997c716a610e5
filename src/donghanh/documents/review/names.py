"""Names that are offered while a unit, a place or a deadline is typed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from donghanh.documents.review.state import Review
from donghanh.vietnam.places import Place, gazetteer
from donghanh.vietnam.text import bare

MOST_UNITS, _MOST_PLACES = 100, 12
_KINDS = ("thị xã", "thị trấn", "thành phố", "đặc khu", "phường", "xã", "quận", "huyện", "tỉnh")
_PLACE = re.compile(rf"(?P<before>.*?)(?P<place>(?<!\w)(?:{'|'.join(_KINDS)})\s+\S.*)", re.IGNORECASE)
DUE_RULES = (
    "ngày 20 hằng tháng",
    "ngày 05 của tháng sau",
    "ngày 15 của tháng cuối quý",
    "ngày 05 của tháng đầu quý sau",
    "10/6 hằng năm",
    "10/12 hằng năm",
)
"""How papers most often say when a report is due."""


def units_of(review: Review) -> list[str]:
    """The units that a paper names, those named most often first."""
    found = Counter(name for name in _units(review) if isinstance(name, str) and name)
    return [name for name, _ in found.most_common(MOST_UNITS)]


def _units(review: Review) -> Iterator[object]:
    for item in review.items("activities"):
        yield from _listed(item.value.get("lead"))
        yield from _listed(item.value.get("partners"))
    for item in review.items("responsibilities"):
        yield from _listed(item.value.get("units"))
    for item in review.items("reporting"):
        yield from (item.value.get(field) for field in ("from", "to", "via"))
    for item in review.items("allocations"):
        yield item.value.get("unit")


def _listed(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else ()


def completed(written: str) -> list[str]:
    """What may become of words that end in the name of a place: "Hội LHPN xã na l", "na loi".

    Names that begin like the last words come first, those of today before former ones; then names that are alike.
    """
    found = _PLACE.fullmatch(written)
    before, place = (found["before"], found["place"]) if found else ("", written)
    kind, name = _parted(place) if found else ("", place)
    asked = bare(name)
    if len(asked) < 2:
        return []
    begun = (each for each, begins in _begins() if begins.startswith(asked) and each.kind.startswith(kind))
    near = [*islice(begun, _MOST_PLACES), *gazetteer().suggest(place, limit=_MOST_PLACES)]
    return list(dict.fromkeys(before + each.full_name for each in near))[:_MOST_PLACES]


def _parted(place: str) -> tuple[str, str]:
    """ "thị trấn Mường Xén" as its kind and its name."""
    kind = next(word for word in _KINDS if place.casefold().startswith(word))
    return kind, place[len(kind) :].strip()


@cache
def _begins() -> tuple[tuple[Place, str], ...]:
    """All places with the bare names by which they begin, those of today first."""
    places = dict.fromkeys((*gazetteer().today, *gazetteer().before))
    return tuple((place, bare(place.bare_name)) for place in places)
