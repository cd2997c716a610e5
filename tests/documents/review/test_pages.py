"""The pages of a review: what they answer, what they cost, and what they refuse."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from documents.review.conftest import Desk
from donghanh.accounts.models import User
from donghanh.documents.models import Reading
from donghanh.documents.review import deciding, services
from donghanh.documents.review.models import Step

pytestmark = pytest.mark.django_db
SCRIPT = {"hx-request": "true"}


def act(client: Client, desk: Desk, what: str, *, script: bool = True, **further: object) -> str:
    """What a press of a button is answered with."""
    data = {"reading": desk.where.reading, "part": 1, "since": 99, "act": what, **further}
    response = client.post(
        f"/documents/{desk.document.pk}/papers/1/act/", data, headers=SCRIPT if script else {}, follow=True
    )
    assert response.status_code == 200
    return response.content.decode()


def heard(answer: str) -> int:
    """The step up to which the page has heard of everything."""
    return int(re.findall(r'name="since"\s+value="(\d+)"', answer)[0])


def test_an_edit_is_answered_with_its_row_alone_and_a_handful_of_queries(
    signed_in: Client, desk: Desk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    act(signed_in, desk, "right:activities-0@0")
    with django_assert_max_num_queries(25):
        answer = act(signed_in, desk, "right:activities-1@0")
    assert set(re.findall(r'<li id="of-([\w-]+)"', answer)) == {"activities-1"}
    assert len(answer) < 5000


def test_everything_of_one_kind_is_found_right_at_once(signed_in: Client, desk: Desk, user: User) -> None:
    services.remove(user, desk.where, "activities-2", 0)
    act(signed_in, desk, "all-right:activities")
    assert desk.standing() == [
        ("activities-0", "right"),
        ("activities-1", "right"),
        ("activities-2", "removed"),
    ]
    assert Step.objects.count() == 2


def test_what_the_page_had_not_shown_yet_is_not_found_right_with_the_rest(
    signed_in: Client, desk: Desk, user: User
) -> None:
    services.move(user, desk.where, "activities-0", 0, down=True)
    act(signed_in, desk, "all-right:activities", since=0)
    assert dict(desk.standing())["activities-0"] == "unseen"


def test_a_browser_without_script_comes_back_to_the_fact(signed_in: Client, desk: Desk) -> None:
    response = signed_in.post(
        f"/documents/{desk.document.pk}/papers/1/act/",
        {"reading": desk.where.reading, "part": 1, "act": "right:activities-1@0"},
    )
    assert response["Location"].endswith("?paper=1&part=1#of-activities-1")


def test_who_pressed_on_an_older_state_sees_what_stands_now(
    signed_in: Client, desk: Desk, user: User
) -> None:
    services.correct(user, desk.where, "activities-0", 0, {"note": "của người khác"})
    answer = act(signed_in, desk, "remove:activities-0@0")
    assert "của người khác" in answer
    assert "Người khác vừa sửa" in answer
    assert desk.item("activities-0").state == "corrected"


@pytest.mark.parametrize(
    "what",
    ["", "lạ", "right:", "right:activities-0", "right:activities-0@x", "right:'><script>@0", "decide:findings-0@0:lạ", "remove:activities-77@0", "all-right:lạ"],
)  # fmt: skip
def test_a_press_that_no_button_makes_is_not_found(what: str, signed_in: Client, desk: Desk) -> None:
    url = f"/documents/{desk.document.pk}/papers/1/act/"
    data = {"reading": desk.where.reading, "part": 1, "since": 0, "act": what}
    assert signed_in.post(url, data).status_code == 404
    assert not Step.objects.exists()


@pytest.mark.parametrize(
    "path", ["?part=0", "?part=2", "?paper=9", "papers/1/lạ-0/", "papers/1/findings-0/", "papers/2/activities-0/", "papers/1/new/findings/", "papers/1/new/document/", "versions/?old=7&new=now"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(path: str, signed_in: Client, desk: Desk, user: User) -> None:
    deciding.decide(user, desk.where, "findings-0", 0, "keep_written")
    services.accept(user, desk.where)
    assert signed_in.get(f"/documents/{desk.document.pk}/{path}").status_code == 404


def test_several_of_which_one_is_not_there_are_not_changed(signed_in: Client, desk: Desk) -> None:
    data = {
        "pick": ["activities-0@0", "activities-77@0"],
        "field": "lead",
        "lead": "Hội LHPN tỉnh",
        "reading": desk.where.reading,
    }
    assert signed_in.post(f"/documents/{desk.document.pk}/papers/1/several/", data).status_code == 404
    assert not Step.objects.exists()


def test_a_note_with_a_sign_that_no_database_keeps_is_kept_without(signed_in: Client, desk: Desk) -> None:
    act(signed_in, desk, "decide:findings-0@0:keep_written", **{"note-findings-0": "a\0b"})
    assert desk.item("findings-0").value["decision"]["note"] == "ab"


def test_another_reading_in_use_is_said(signed_in: Client, desk: Desk) -> None:
    answer = act(signed_in, desk, "right:activities-0@0", script=False, reading=desk.where.reading + 1)
    assert "đã chuyển sang kết quả đọc khác" in answer


def test_news_are_few_and_cheap(
    signed_in: Client, desk: Desk, user: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    url = f"/documents/{desk.document.pk}/papers/1/news/?part=1&since="
    with django_assert_num_queries(5):  # session, person, roles, document with reading, last step
        assert signed_in.get(f"{url}0").status_code == 204
    services.correct(user, desk.where, "activities-1", 0, {"note": "mới"})
    answer = signed_in.get(f"{url}0").content.decode()
    assert set(re.findall(r'<li id="of-([\w-]+)"', answer)) == {"activities-1"}
    assert heard(answer) == 1


def test_what_a_colleague_did_just_before_is_among_the_news_behind_ones_own_act(
    signed_in: Client, desk: Desk, user: User
) -> None:
    first = act(signed_in, desk, "right:activities-0@0", since=0)
    assert heard(first) == 1
    services.correct(user, desk.where, "activities-1", 0, {"note": "mới"})
    own = act(signed_in, desk, "right:activities-2@0", since=1)
    assert heard(own) == 1  # the page has not heard of step 2
    url = f"/documents/{desk.document.pk}/papers/1/news/?part=1&since=1"
    assert {"activities-1", "activities-2"} == set(
        re.findall(r'<li id="of-([\w-]+)"', signed_in.get(url).content.decode())
    )


def test_the_next_open_point_follows_the_text_and_ends(signed_in: Client, desk: Desk, user: User) -> None:
    url = f"/documents/{desk.document.pk}/papers/1/next/?after="
    assert signed_in.get(f"{url}activities-0")["Location"].endswith("#of-findings-0")  # at the same words
    assert signed_in.get(f"{url}findings-0")["Location"].endswith("#of-activities-1")
    for item in list(desk.review):
        if item.name != "findings":
            services.confirm(user, desk.where, {item.key: item.touched})
    assert signed_in.get(f"{url}activities-0")["Location"].endswith("#of-findings-0")
    deciding.decide(user, desk.where, "findings-0", 0, "ask_issuer")
    page = signed_in.get(f"{url}findings-0", follow=True).content.decode()
    assert "Không còn chỗ nào chờ ý kiến" in page


def test_one_sentence_becomes_two_and_two_become_one_again(signed_in: Client, desk: Desk) -> None:
    base = f"/documents/{desk.document.pk}/papers/1"
    assert "ít nhất hai dòng" in signed_in.post(f"{base}/activities-0/split/", {"parts": "một", "seen": 0, "reading": desk.where.reading}).content.decode()  # fmt: skip
    signed_in.post(
        f"{base}/activities-0/split/", {"parts": "một\nhai", "seen": 0, "reading": desk.where.reading}
    )
    texts = [item.value["text"] for item in desk.review.items("activities")]
    assert texts == ["một", "hai", "Việc 1", "Việc 2"]
    pick = ["activities-0@1", "activities-n1-1@1"]
    signed_in.post(f"{base}/several/", {"pick": pick, "merge": "1", "reading": desk.where.reading})
    left = [item.value["text"] for item in desk.review.items("activities") if not item.is_removed]
    assert left == ["một hai", "Việc 1", "Việc 2"]


def test_who_changed_what_is_told_with_both_sides(signed_in: Client, desk: Desk, user: User) -> None:
    services.correct(user, desk.where, "activities-0", 0, {"lead": ["Ban Tuyên giáo"]})
    deciding.decide(user, desk.where, "findings-0", 0, "ask_issuer", note="gọi điện")
    services.undo(user, desk.where)
    page = signed_in.get(f"/documents/{desk.document.pk}/papers/1/steps/").content.decode()
    for words in ("Hội LHPN xã", "Ban Tuyên giáo", "hỏi lại nơi ban hành", "đã hoàn tác", "Nguyễn Thị Lan"):
        assert words in page


def test_two_versions_are_compared_fact_by_fact(signed_in: Client, desk: Desk, user: User) -> None:
    deciding.decide(user, desk.where, "findings-0", 0, "keep_written")
    services.accept(user, desk.where)
    services.remove(user, desk.where, "activities-2", 0)
    services.correct(user, desk.where, "activities-0", 0, {"lead": ["Ban Tuyên giáo"]})
    services.accept(user, desk.where)
    url = f"/documents/{desk.document.pk}/versions/"
    assert "0 chỗ khác nhau" in signed_in.get(url).content.decode()
    page = signed_in.get(f"{url}?old=1&new=2").content.decode()
    assert "2 chỗ khác nhau" in page
    assert "Ban Tuyên giáo" in page
    assert "Việc 2" in page


ODD = (
    "x",
    7,
    -1,
    2.5,
    True,
    None,
    [],
    ["a", 1],
    {},
    {"from": 1, "start": "x"},
    {"start": 5, "end": 2, "page": "b"},
)
"""What a child that was taken over may put in place of any value."""


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_a_plan_of_odd_values_is_shown_all_the_same(odd: object, signed_in: Client, desk: Desk) -> None:
    fields = {"text": odd, "value": odd, "source": odd, "state": odd, "period": odd, "lead": odd, "units": odd, "due": odd, "code": odd, "severity": odd, "message": odd, "decision": odd, "written": odd, "computed": odd, "id": odd, "title": odd, "label": odd, "role": odd, "section": odd, "name": odd, "today": odd, "number": odd, "issued_on": odd, "duties": odd, "quantity": odd, "unit": odd}  # fmt: skip
    lists = ("targets", "activities", "responsibilities", "reporting", "amounts", "allocations", "legal_bases", "places", "sections", "findings")  # fmt: skip
    document = dict.fromkeys(("kind", "number", "issued_on", "issuer", "title", "programme", "recipients", "states", "header"), odd)  # fmt: skip
    Reading.objects.filter(pk=desk.where.reading).update(plan={"document": document, **{name: [fields] for name in lists}})  # fmt: skip
    base = f"/documents/{desk.document.pk}/"
    for path in ("", "facts/amounts/", "papers/1/targets-0/", "papers/1/next/", "papers/1/summary.docx", "papers/1/summary.xlsx", "papers/1/letter.docx", "papers/1/activities-0/split/", "plan.json"):  # fmt: skip
        assert signed_in.get(base + path).status_code in (200, 302), path
