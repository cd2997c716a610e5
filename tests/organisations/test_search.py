"""The index over the words of units: kept by the database, whoever writes."""

import pytest
from django.db import connection

from donghanh.organisations import search
from donghanh.organisations.models import Kind, Level, OrgUnit
from donghanh.organisations.words import searched
from organisations import making
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db


def found(words: str) -> set[str]:
    return set(OrgUnit.objects.named_like(words).values_list("name", flat=True))


def called(*names: str) -> set[str]:
    return set(OrgUnit.objects.filter(search.called(names)).values_list("name", flat=True))


def test_every_typed_word_begins_a_word_of_the_name(country: Country) -> None:
    assert found("chi boo") == {"Chi hội bản Đồn Boọng"}
    assert found("CHI BẢN đồn") == {"Chi hội bản Đồn Boọng"}
    assert not found("hi hội")
    assert not found("chi bàn")
    assert found("n") == {"Nghệ An", "Na Loi"}


def test_the_index_follows_what_is_written_to_the_table(country: Country) -> None:
    making.rename(country["Na Loi"], "Nậm Cắn", TODAY)
    assert found("nậm") == found("na loi") == {"Nậm Cắn"}  # by its former name too
    OrgUnit.objects.filter(pk=country["Keng Đu"].pk).update(searched=searched(["Tên khác"]))
    assert found("tên khác") == {"Keng Đu"}
    assert not found("keng")
    OrgUnit.objects.bulk_create(
        [OrgUnit(kind=Kind.UNION, level=Level.COMMUNE, name="Mới", searched=searched(["Mới"]))]
    )
    assert found("mới") == {"Mới"}
    OrgUnit.objects.filter(name="Mới").delete()
    assert not found("mới")


def test_a_whole_name_is_found_in_any_spelling_but_no_part_of_it(country: Country) -> None:
    assert called("Sì Lờ Lầu", "na  loi", "Keng-Đu", "Chi hội") == {"Na Loi", "Keng Đu", "Sì Lở Lầu"}
    assert not called("Loi")
    assert not found("=naloi")


@pytest.mark.parametrize(
    "words", ['"', "'", "na'loi", 'na" OR "keng', "a:*", "NEAR(", "\\", "na & !loi", "²", "ạ̃", "_"]
)
def test_signs_of_the_query_language_are_no_words(country: Country, words: str) -> None:
    assert found(words) <= set(country.units)
    assert called(words, "") <= set(country.units)


def test_an_empty_table_of_words_is_no_error(country: Country) -> None:
    OrgUnit.objects.update(searched="")
    assert not found("na")


def test_the_index_can_be_taken_away_and_made_again(country: Country) -> None:
    connection.check_constraints()  # which PostgreSQL leaves for later
    with connection.cursor() as cursor:
        for statement in (*search.dropping(connection.vendor), *search.statements(connection.vendor)):
            cursor.execute(statement)
    assert found("na loi") == {"Na Loi"}
