"""Words become a unit in one way on pages and in one in files: a name, with what it stands under, or its number."""

import pytest

from donghanh.organisations.models import Kind, Level, OrgUnit
from donghanh.organisations.naming import Names, SeveralUnitsError, UnknownUnitError, meant, written
from organisations import making
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db


@pytest.fixture
def twins(country: Country) -> dict[str, OrgUnit]:
    """Chi hội of one name under two communes."""
    made = {}
    for above in ("Na Loi", "Keng Đu"):
        country.add("Chi hội thôn 1", above, level=Level.VILLAGE, kind=Kind.BRANCH)
        made[above] = country["Chi hội thôn 1"]
    return made


@pytest.mark.parametrize("words", ["Chi hội thôn 1, Na Loi", "chi hội  thôn 1, nghệ an, na loi", "#{pk}"])
def test_a_unit_is_meant_by_its_name_with_those_above_or_its_number(
    country: Country, twins: dict[str, OrgUnit], words: str
) -> None:
    words = words.format(pk=twins["Na Loi"].pk)
    assert [unit for unit, _ in meant(OrgUnit.objects.all(), words, TODAY)] == [twins["Na Loi"]]
    assert Names(country.line, [words]).one(words, TODAY) == twins["Na Loi"]


def test_who_may_be_meant_is_told_with_what_they_stand_under(
    country: Country, twins: dict[str, OrgUnit]
) -> None:
    found = meant(OrgUnit.objects.all(), "Chi hội thôn 1", TODAY)
    assert sorted(under for _, under in found) == ["Keng Đu, Nghệ An", "Na Loi, Nghệ An"]
    with pytest.raises(SeveralUnitsError) as caught:
        Names(country.line, ["Chi hội thôn 1"]).one("Chi hội thôn 1", TODAY)
    assert f"#{twins['Na Loi'].pk} Chi hội thôn 1 (Na Loi, Nghệ An)" in str(caught.value)
    assert meant(OrgUnit.objects.all(), "Chi hội thôn 1, Lai Châu", TODAY) == []


def test_a_unit_is_written_so_that_it_alone_is_meant(country: Country, twins: dict[str, OrgUnit]) -> None:
    units = OrgUnit.objects.all()
    assert written(units, twins["Na Loi"], TODAY) == "Chi hội thôn 1, Na Loi, Nghệ An"
    assert written(units, country["Trung ương"], TODAY) == "Trung ương"
    country.add("Phòng Kinh tế, Hạ tầng", "Keng Đu")
    country.add("Chi hội cơ quan", "Phòng Kinh tế, Hạ tầng", kind=Kind.BRANCH)
    country.add("Chi hội thôn 1", "Na Loi", level=Level.VILLAGE, kind=Kind.BRANCH)
    for unit in (twins["Na Loi"], country["Chi hội thôn 1"], country["Chi hội cơ quan"]):
        assert written(units, unit, TODAY) == f"#{unit.pk}"


def test_the_one_that_is_called_exactly_so_goes_before_dozens_called_like_it(country: Country) -> None:
    for number in range(20):
        country.add(f"Hội A {number}", "Na Loi")
    country.add("Hội A", "Keng Đu")
    assert [unit.name for unit, _ in meant(OrgUnit.objects.all(), "hội a", TODAY)] == ["Hội A"]


def test_other_names_and_names_with_commas_are_found(country: Country) -> None:
    making.add_name(country["Na Loi"], "PN NL")
    country.add("Phòng Kinh tế, Hạ tầng", "Keng Đu")
    for words, name in (("PN NL", "Na Loi"), ("Phòng Kinh tế, Hạ tầng", "Phòng Kinh tế, Hạ tầng")):
        assert meant(OrgUnit.objects.all(), words, TODAY)[0][0].name == name
        assert Names(country.line, [words]).one(words, TODAY).name == name


@pytest.mark.parametrize("words", ["Không có", "#", "#99999999999999999999", ",", "=", "#0"])
def test_what_is_no_unit_is_unknown(country: Country, words: str) -> None:
    assert meant(OrgUnit.objects.all(), words, TODAY) == []
    with pytest.raises(UnknownUnitError):
        Names(country.line, [words]).one(words, TODAY)


def test_five_hundred_names_are_found_at_once(country: Country) -> None:
    words = [f"Hội số {number}" for number in range(1200)]
    country.add(words[700], "Keng Đu")
    assert Names(country.line, words).one(words[700], TODAY).name == words[700]
