"""Names of places that no place bears, where the higher place named beside them has one that is a letter away."""

import re
from collections.abc import Iterator

from donghanh.reading.formats.scan.mending.slips import Slip
from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.places import gazetteer
from donghanh.vietnam.places.model import Level
from donghanh.vietnam.text import fold

_KIND = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu)"
_NAME = rf"[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,3}}"
_PLACE = re.compile(rf"(?P<kind>{_KIND}) (?P<name>{_NAME})", re.IGNORECASE)
# Communes of the Central Highlands: "Ia Dom".
_STREAM = re.compile(rf"(?<=xã )[lL]a [{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)?", re.IGNORECASE)
_CHAIN = re.compile(rf"(?<!\w){_KIND} {_NAME}(?:, {_KIND} {_NAME}){{1,2}}(?!\w)", re.IGNORECASE)


def find(text: str) -> Iterator[Slip]:
    """Slips in names of places that stand with the name of a higher place."""
    for match in _STREAM.finditer(text):
        name = match[0][1:]
        if gazetteer().knows(f"I{name}", Level.COMMUNE) and not gazetteer().knows(f"L{name}", Level.COMMUNE):
            yield Slip(match.start(), match.start() + 1, "I")
    for chain in _CHAIN.finditer(text):
        places = list(_PLACE.finditer(text, chain.start(), chain.end()))
        for i, place in enumerate(places[:-1]):
            above = [higher[0] for higher in places[i + 1 :]]
            right = _mended(place["kind"].lower(), place["name"], above)
            if right is not None:
                yield Slip(place.start("name"), place.end("name"), right)


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
