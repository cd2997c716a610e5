"""Every place of the lists finds itself by its name, whole, without marks, in capitals and turned round."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.places import Level, Place, gazetteer, look_up
from donghanh.vietnam.text import bare

BEFORE = [p for p in gazetteer().before if p.level is not Level.PROVINCE]
COMMUNES_TODAY = [p for p in gazetteer().today if p.level is Level.COMMUNE]


def missed(places: list[Place], write: Callable[[Place], str]) -> tuple[list[str], int]:
    """Queries that do not find their place, and how many find others beside it."""
    astray, several = [], 0
    for place in places:
        lines = look_up(write(place)).lines
        if not any(line.was is place or place in [s.place for s in line.today] for line in lines):
            astray.append(write(place))
        several += len(lines) > 1
    return astray, several


@pytest.mark.slow
@pytest.mark.parametrize(
    ("write", "twins"),
    [
        (lambda p: p.full_name, 2),  # two communes named Đông Khê in the city of Thanh Hóa
        (lambda p: ", ".join(reversed(p.full_name.upper().split(", "))), 2),
        (lambda p: p.full_name.replace(", ", " - "), 2),
        (lambda p: bare(p.full_name), 46),  # Nậm Cắn and Nậm Càn: 22 pairs that only their marks tell apart
    ],
    ids=["whole", "capitals, turned round", "dashes", "without marks"],
)
def test_every_former_commune_and_district_finds_itself(write: Callable[[Place], str], twins: int) -> None:
    assert missed(BEFORE, write) == ([], twins)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("write", "twins"),
    [
        # a former commune of the province has the same name, and its land is in another commune of today
        (lambda p: p.full_name, 79),
        (lambda p: bare(p.full_name), 121),
    ],
    ids=["whole", "without marks"],
)
def test_every_commune_of_today_finds_itself(write: Callable[[Place], str], twins: int) -> None:
    assert missed(COMMUNES_TODAY, write) == ([], twins)


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    answer = look_up(text)
    assert answer.lines or answer.question


@given(st.sampled_from(BEFORE), st.data())
def test_a_former_place_is_found_whatever_part_of_its_name_is_left_out(
    place: Place, data: st.DataObject
) -> None:
    parts = [data.draw(st.sampled_from([p.name, p.bare_name])) for p in _chain(place)]
    if len(parts) == 3 and data.draw(st.booleans()):
        del parts[1]
    lines = look_up(", ".join(parts)).lines
    assert any(line.was is place for line in lines) or any(
        gazetteer().carries_on(place, s.place) for line in lines for s in line.today
    )


def _chain(place: Place) -> list[Place]:
    return [place, *(_chain(place.parent) if place.parent else [])]
