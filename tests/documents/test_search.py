"""Finding documents: by words with and without diacritics, by filters, by questions that were kept."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags
from pytest_django import DjangoAssertNumQueries

from donghanh.accounts.models import User
from donghanh.audit.models import Entry
from donghanh.documents import search, selectors
from donghanh.documents.models import Document, SavedSearch
from donghanh.documents.review import deciding, services
from donghanh.documents.review.steps import Where
from donghanh.organisations.models import Level, OrgUnit

pytestmark = pytest.mark.django_db
HandOver = Callable[..., Document]


def found(client: Client, **asked: str) -> list[str]:
    """The titles of what the list shows, in its order."""
    page = client.get("/documents/", asked).content.decode()
    return [
        strip_tags(cell).strip().split(": ")[-1]
        for cell in re.findall(r'<a href="/documents/\d+/">(.*?)</a>', page, re.S)
    ]


@pytest.fixture
def three(hand_over: HandOver) -> None:
    hand_over("Kế hoạch vùng biên\nTặng bàn ghế cho trẻ em gái tại bản Nậm Cắn")
    hand_over("Kế hoạch phụ nữ\nTập huấn phòng, chống bạo lực gia đình cho phụ nữ, phụ nữ, phụ nữ")
    hand_over(
        "Kế hoạch khác\nMột lời về phụ nữ ở đầu, rồi nhiều lời về cây trồng, con giống, đường sá, cầu cống"
    )


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("bàn ghế", ["Kế hoạch vùng biên"]),
        ("ban ghe", ["Kế hoạch vùng biên"]),
        ("BÀN GHẾ", ["Kế hoạch vùng biên"]),
        ("bản ghế", ["Kế hoạch vùng biên"]),  # "bản" stands there too
        ("bán ghế", []),
        ("dinh", ["Kế hoạch phụ nữ"]),
        ("đình", ["Kế hoạch phụ nữ"]),
        ("gia đì", ["Kế hoạch phụ nữ"]),  # still typing
        ("phụ nữ", ["Kế hoạch phụ nữ", "Kế hoạch khác"]),  # the one that says it more comes first
        ("7/KH-BTV vùng", ["Kế hoạch vùng biên"]),
        ("không có chữ này", []),
    ],
)
@pytest.mark.usefixtures("three")
def test_words_are_found_as_they_are_typed(asked: str, titles: list[str], signed_in: Client) -> None:
    assert found(signed_in, q=asked) == titles


@pytest.mark.parametrize(
    "asked", ['"', "phụ AND nữ*)", "NEAR(a b)", "words:x", "'; DROP TABLE x --", "-", "💥", "*"]
)
@pytest.mark.usefixtures("three")
def test_no_sign_breaks_the_search(asked: str, signed_in: Client) -> None:
    assert signed_in.get("/documents/", {"q": asked}).status_code == 200


@pytest.mark.usefixtures("three")
def test_the_sentence_is_shown_with_the_words_marked(signed_in: Client) -> None:
    page = signed_in.get("/documents/", {"q": "ban ghe"}).content.decode()
    assert "Tặng <mark>bàn</mark> <mark>ghế</mark> cho trẻ em" in page


def test_a_long_line_is_cut_to_the_place_of_the_words() -> None:
    text = "đầu\n" + "x " * 3000 + "Nậm Cắn" + " y" * 3000
    place = search.passage(text, "nam can")
    assert place is not None
    shown = "".join(piece for piece, _ in place.pieces)
    assert "Nậm Cắn" in shown
    assert len(shown) <= 330
    assert [piece for piece, hit in place.pieces if hit] == ["Nậm", "Cắn"]


def test_what_is_found_is_hers_alone(three: None, other: Client) -> None:
    assert found(other, q="phụ nữ") == []
    assert "Hội LHPN tỉnh" not in other.get("/documents/").content.decode()


def test_filters_narrow_the_list(signed_in: Client, hand_over: HandOver, user: User) -> None:
    document = hand_over("Kế hoạch một")
    hand_over("Kế hoạch hai")
    hand_over("crash", name="hỏng.txt")
    assert len(found(signed_in)) == 3
    assert len(found(signed_in, state="failed")) == 1
    assert len(found(signed_in, kind="ke_hoach", year="2026", issuer="Hội LHPN tỉnh")) == 2
    assert found(signed_in, kind="bao_cao") == []
    assert len(found(signed_in, finding="blank_date")) == 2
    assert len(found(signed_in, review="none")) == 2
    where = Where(document.pk, document.reading_id)
    deciding.decide(user, where, "findings-0", 0, "not_a_fault")
    assert found(signed_in, finding="blank_date") == ["Kế hoạch hai"]
    assert found(signed_in, review="begun") == ["Kế hoạch một"]
    services.accept(user, where)
    assert found(signed_in, review="accepted") == ["Kế hoạch một"]
    assert found(signed_in, year="1999") == []
    assert len(found(signed_in, kind="lạ")) == 3  # an old address asks for nothing


@pytest.mark.parametrize(
    ("typed", "count"),
    [("Hội LHPN tỉnh", 2), ("hoi lhpn", 2), ("tỉn", 2), ("tịnh", 0), ("một", 0), ("Sở Tư pháp", 0), ("…", 2)],
)
def test_an_issuer_is_asked_for_by_words_of_its_name_alone(
    typed: str, count: int, signed_in: Client, hand_over: HandOver
) -> None:
    hand_over("Kế hoạch một")
    hand_over("Kế hoạch hai\nBan Thường vụ, Sở Tư pháp")
    assert len(found(signed_in, issuer=typed)) == count
    assert len(found(signed_in, issuer=typed, q="ke hoach")) == count


def test_a_programme_is_asked_for_by_words_of_its_name(
    signed_in: Client, hand_over: HandOver, user: User
) -> None:
    document = hand_over("Kế hoạch một")
    hand_over("Kế hoạch hai, không thuộc Đồng hành")
    services.correct(
        user,
        Where(document.pk, document.reading_id),
        "document-programme",
        0,
        {"programme": "Đồng hành cùng phụ nữ biên cương"},
    )
    assert found(signed_in, programme="dong hanh") == ["Kế hoạch một"]


def test_names_are_offered_from_what_the_page_shows_without_another_look(
    signed_in: Client, hand_over: HandOver
) -> None:
    hand_over("Kế hoạch một")
    with CaptureQueriesContext(connection) as asked:
        page = signed_in.get("/documents/").content.decode()
    assert '<option value="Hội LHPN tỉnh">' in page
    assert not [query["sql"] for query in asked if 'SELECT DISTINCT "documents' in query["sql"]]


def test_a_year_that_is_none_is_said(signed_in: Client, hand_over: HandOver) -> None:
    hand_over("Kế hoạch một")
    page = signed_in.get("/documents/", {"year": "hai nghìn"}).content.decode()
    assert "Đây không phải là một năm" in page
    assert 'aria-invalid="true"' in page


def test_the_newest_documents_are_reached_without_sorting_all_of_them(user: User, office: OrgUnit) -> None:
    office.level = Level.CENTRE
    office.save()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # else the plan hangs on what the tests before left behind
            for way in ("sort", "seqscan", "bitmapscan", "hashjoin"):  # by which tables of few rows are read
                cursor.execute(f"SET LOCAL enable_{way} = off")
    plan = selectors.listed(user)[:50].explain()
    assert not re.search(r"^\d+ 0 0 USE TEMP B-TREE|\ALimit.*\n\s+->  Sort", plan, re.M)


def test_what_a_person_corrects_is_found_by_its_new_words(
    signed_in: Client, hand_over: HandOver, user: User
) -> None:
    document = hand_over("Kế hoạch một")
    where = Where(document.pk, document.reading_id)
    services.correct(user, where, "document-title", 0, {"title": "Nâng bước em tới trường"})
    assert found(signed_in, q="nang buoc") == ["Nâng bước em tới trường"]


def test_a_search_costs_the_same_however_much_is_found(
    signed_in: Client, hand_over: HandOver, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(12):
        hand_over(f"Kế hoạch phụ nữ {n}")
    with django_assert_num_queries(7):  # as the list, and the texts of the page
        signed_in.get("/documents/", {"q": "phu nu"})


# ---- kept questions


def test_a_question_is_kept_asked_again_and_forgotten(signed_in: Client, user: User) -> None:
    query = "q=ph%E1%BB%A5&year=2026"
    signed_in.post("/documents/searches/", {"name": "Của tôi", "query": query})
    page = signed_in.get("/documents/").content.decode()
    assert "Của tôi" in page
    saved = SavedSearch.objects.get()
    assert saved.query == query
    signed_in.post("/documents/searches/", {"name": "Của tôi", "query": "q=khác"})
    assert SavedSearch.objects.get().query == "q=khác"
    signed_in.post(f"/documents/searches/{saved.pk}/forget/")
    assert not SavedSearch.objects.exists()
    assert Entry.objects.filter(verb__in=["saved_search", "forgot_search"], actor_id=user.pk).count() == 3


def test_nobody_forgets_what_somebody_else_keeps(signed_in: Client, other: Client) -> None:
    signed_in.post("/documents/searches/", {"name": "Của tôi", "query": "q=a"})
    assert other.post(f"/documents/searches/{SavedSearch.objects.get().pk}/forget/").status_code == 404
    assert "Của tôi" not in other.get("/documents/").content.decode()


def test_a_question_without_a_name_is_not_kept(signed_in: Client) -> None:
    page = signed_in.post("/documents/searches/", {"name": " ", "query": "q=a"}, follow=True).content.decode()
    assert "Đặt tên cho lượt tìm" in page
    assert not SavedSearch.objects.exists()
