"""The tree on pages and in Excel."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from donghanh.accounts.models import User
from donghanh.organisations import pictures
from donghanh.organisations.models import Kind, Level, Line
from organisations import making
from organisations.conftest import TODAY, Country

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def test_the_list_begins_at_the_top_and_counts_who_stands_below(signed_in: Client, country: Country) -> None:
    page = signed_in.get("/units/").content.decode()
    assert "Đầu ngành dọc: Hội Liên hiệp Phụ nữ" in page
    assert f'href="/units/{country["Trung ương"].pk}/"' in page
    assert ">2</td>" in page
    assert "Na Loi" not in page


@pytest.mark.parametrize("words", ["na loi", "Na Loi", "chi hoi don boong"])
def test_units_are_found_with_and_without_marks(signed_in: Client, country: Country, words: str) -> None:
    page = signed_in.get("/units/", {"q": words}).content.decode()
    assert "Tìm thấy 1 đơn vị" in page


def test_nothing_found_says_what_to_try(signed_in: Client, country: Country) -> None:
    assert "Hãy bớt từ" in signed_in.get("/units/", {"q": "không có tên này"}).content.decode()


def test_an_empty_country_says_how_to_fill_it(client: Client) -> None:
    client.force_login(User.objects.create_user("moi", None, "Người mới"))
    assert "donghanh units build" in client.get("/units/").content.decode()


def test_a_unit_shows_its_superiors_of_the_day(signed_in: Client, country: Country) -> None:
    making.move(country["Na Loi"], country["Lai Châu"], country.line, TODAY)
    url = f"/units/{country['Na Loi'].pk}/"
    assert "Lai Châu" in signed_in.get(url, {"on": "22/11/2026"}).content.decode()
    before = signed_in.get(url, {"on": "01/6/2025"}).content.decode()
    assert "Nghệ An" in before
    assert "Lai Châu" not in before
    assert f'href="/units/{country["Nghệ An"].pk}/?on=01%2F6%2F2025"' in before


def test_a_day_that_is_none_is_said_beside_its_field(signed_in: Client, country: Country) -> None:
    page = signed_in.get("/units/", {"on": "31/6/2025"}).content.decode()
    assert "Lịch không có ngày “31/6/2025”" in page
    assert "Trung ương" in page


def test_what_cannot_be_asked_is_said_beside_its_field(signed_in: Client, country: Country) -> None:
    page = signed_in.get("/units/", {"q": "na " * 80, "line": "nowhere"}).content.decode()
    assert "Dài quá 200 ký tự" in page
    assert "Không có ngành dọc này" in page
    assert "Đầu ngành dọc" not in page
    assert (
        "Không có ngành dọc này" in signed_in.get(f"/units/{country['Na Loi'].pk}/?line=x").content.decode()
    )


def test_lists_the_search_and_excel_show_the_names_of_the_asked_day(
    signed_in: Client, country: Country
) -> None:
    making.rename(country["Na Loi"], "Tên mới", TODAY)
    making.rename(country["Nghệ An"], "Tỉnh mới", TODAY)
    above, unit = country["Nghệ An"].pk, country["Na Loi"].pk
    for url in (f"/units/{above}/", f"/units/{unit}/", "/units/?q=na+loi", f"/units/{above}/picture/"):
        before = signed_in.get(f"{url}{'&' if '?' in url else '?'}on=01/6/2025").content.decode()
        after = signed_in.get(f"{url}{'&' if '?' in url else '?'}on=22/11/2026").content.decode()
        assert "Na Loi</" in before and "Tên mới</" not in before, url
        assert "Tên mới</" in after and "Tỉnh mới</" not in before, url
    answer = signed_in.get(f"/units/{above}/union.xlsx?on=01/6/2025")
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[1].strip() for row in rows[4:6]] == ["Nghệ An", "Na Loi"]
    assert rows[5][6] == "Nghệ An"


def test_the_picture_shows_superiors_and_some_of_those_below(signed_in: Client, country: Country) -> None:
    for number in range(pictures.MOST_BELOW + 7):
        country.add(f"Xã {number}", "Lai Châu")
    for number in range(pictures.MOST_INSIDE + 3):
        country.add(f"Chi hội {number}", "Sì Lở Lầu", level=Level.VILLAGE, kind=Kind.BRANCH)
    page = signed_in.get(f"/units/{country['Lai Châu'].pk}/picture/").content.decode()
    assert f'href="/units/{country["Trung ương"].pk}/picture/"' in page
    assert 'aria-current="true">Lai Châu<' in page
    assert "và 8 đơn vị khác" in page
    assert "và 3 đơn vị khác" in page
    assert "Nghệ An" not in page
    elsewhere = country.add("Chưa có", "Lai Châu", since=date(2030, 1, 1))
    assert "không thuộc ngành dọc này" in signed_in.get(f"/units/{elsewhere.pk}/picture/").content.decode()


def test_a_subtree_as_excel_is_the_tree_of_the_day(signed_in: Client, country: Country) -> None:
    answer = signed_in.get(f"/units/{country['Nghệ An'].pk}/union.xlsx")
    assert "Ngh%E1%BB%87%20An.xlsx" in answer["Content-Disposition"]
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert [row[1] for row in rows[4:]] == [
        "Nghệ An",
        "    Na Loi",
        "        Chi hội bản Đồn Boọng",
        "    Keng Đu",
    ]
    assert rows[5][6] == "Nghệ An"


def test_pages_ask_as_many_queries_however_many_units_there_are(signed_in: Client, country: Country) -> None:
    above, unit = country["Nghệ An"].pk, country["Keng Đu"].pk
    urls = (
        "/units/",
        "/units/?q=chi+hoi",
        f"/units/{unit}/",
        f"/units/{unit}/picture/",
        f"/units/{above}/picture/",
    )

    def asked() -> list[int]:
        counts = []
        for url in urls:
            with CaptureQueriesContext(connection) as queries:
                assert signed_in.get(url).status_code == 200
            counts.append(len(queries))
        return counts

    country.add("Chi hội 0", "Keng Đu", level=Level.VILLAGE, kind=Kind.BRANCH)
    few = asked()
    for number in range(1, 60):
        country.add(f"Chi hội {number}", "Keng Đu", level=Level.VILLAGE, kind=Kind.BRANCH)
    assert asked() == few
    assert max(few) <= 18


def test_strangers_see_nothing_and_what_is_not_there_is_not_found(
    client: Client, signed_in: Client, country: Country
) -> None:
    assert Client().get("/units/").status_code == 302
    assert signed_in.get("/units/99999/").status_code == 404
    assert signed_in.get(f"/units/{country['Na Loi'].pk}/nothing.xlsx").status_code == 404
    Line.objects.create(code="front", name="Mặt trận Tổ quốc")
    empty = signed_in.get(f"/units/{country['Na Loi'].pk}/front.xlsx")
    assert empty.status_code == 200
