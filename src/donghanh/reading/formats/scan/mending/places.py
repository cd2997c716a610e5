"""Names of places that no place bears: where the higher place named beside them has one that is a letter away, or
where the whole country has one of these letters under other marks.
"""

import re
from collections.abc import Iterator

from donghanh.reading.formats.scan.mending.slips import Slip
from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.organisations import starts_name
from donghanh.vietnam.places import gazetteer
from donghanh.vietnam.places.model import Level
from donghanh.vietnam.text import bare, fold

_KIND = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu)"
_NAME = rf"[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,3}}"
_PLACE = re.compile(rf"(?P<kind>{_KIND}) (?P<name>{_NAME})", re.IGNORECASE)
# Communes of the Central Highlands: "Ia Dom".
_STREAM = re.compile(rf"(?<=xã )[lL]a [{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)?", re.IGNORECASE)
# Names of the Central Highlands, which papers mark as they like: "Đăk Lăk", "Đắk Lắk".
_MARKED_FREELY = re.compile(r"k(?!\w)", re.IGNORECASE)
_CHAIN = re.compile(rf"(?<!\w){_KIND} {_NAME}(?:, {_KIND} {_NAME}){{1,2}}(?!\w)", re.IGNORECASE)


def find(text: str) -> Iterator[Slip]:
    """Slips in names of places that stand with the name of a higher place."""
    for match in _STREAM.finditer(text):
        name = match[0][1:]
        if gazetteer().knows(f"I{name}", Level.COMMUNE) and not gazetteer().knows(f"L{name}", Level.COMMUNE):
            yield Slip(match.start(), match.start() + 1, "I")
    mended = []
    for chain in _CHAIN.finditer(text):
        places = list(_PLACE.finditer(text, chain.start(), chain.end()))
        for i, place in enumerate(places[:-1]):
            above = [higher[0] for higher in places[i + 1 :]]
            right = _mended(place["kind"].lower(), place["name"], above)
            if right is not None:
                mended.append(place.start("name"))
                yield Slip(place.start("name"), place.end("name"), right)
    for place in _PLACE.finditer(text):
        if place.start("name") not in mended and (right := _other_marks(place["kind"], place["name"])):
            yield Slip(place.start("name"), place.start("name") + len(right), right)


def _other_marks(kind: str, name: str) -> str | None:
    """The one name of these letters, as "Si Ma Cai" for "Sĩ Ma Cai"; capitals that follow it are not of it."""
    words = name.split()
    for count in range(len(words), 1, -1):
        part = " ".join(words[:count])
        if not all(word[:1].isupper() for word in words[:count]):
            continue
        if _MARKED_FREELY.search(part) or starts_name(part):
            continue
        behind = " ".join(words[count:])
        if behind[:1].isupper() and not starts_name(behind):
            continue
        meant = gazetteer().remarked(f"{kind} {part}".lower())
        if len(meant) == 1:
            (right,) = meant
            if bare(right) == bare(part) and len(right) == len(part):
                return right.upper() if part.isupper() else right
    return None


def _mended(kind: str, name: str, above: list[str]) -> str | None:
    known = gazetteer()
    for i, higher in enumerate(above):
        found = known.find(higher, within=above[i + 1 :], fuzzy=False)
        if not any(fold(higher).endswith(fold(place.bare_name)) for place in found):
            return None
    meant = {place.bare_name for place in known.find(name, kind=kind, within=above)}
    if len(meant) != 1:
        return None
    (right,) = meant
    if fold(right) == fold(name) or len(right) != len(name):
        return None
    return right if sum(a != b for a, b in zip(right, name, strict=True)) == 1 else None
