"""The life of a plan on pages: what is offered to whom, what stands in the way, what is handed out."""

from collections.abc import Callable
from io import BytesIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from python_calamine import CalamineWorkbook

from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.documents import originals
from donghanh.documents import services as documents
from donghanh.documents.selectors import is_file_used
from donghanh.documents.withdrawing import withdraw
from donghanh.organisations.models import OrgUnit
from donghanh.plans import living, opening
from donghanh.plans.models import DocumentNumber, PartyUnit, Plan, State
from plans.conftest import COMMUNE, NEIGHBOUR, Hire, Make
from plans.stages import approved, issued, ready, submitted

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n% signed and stamped\n"
SignIn = Callable[[User], Client]


@pytest.fixture
def hoa(hire: Hire) -> User:
    """Who approves the plans of the province."""
    return hire("hoa", Role.LEADER)


@pytest.fixture
def sign_in() -> SignIn:
    """Call it with a person for a client as which she asks; the second step that her role may ask for is set up."""

    def sign_one(person: User) -> Client:
        Authenticator.objects.get_or_create(
            user=person, type=Authenticator.Type.TOTP, defaults={"data": {"secret": ""}}
        )
        client = Client()
        client.force_login(person)
        return client

    return sign_one


def page(client: Client, plan: Plan, path: str = "") -> str:
    response = client.get(f"/plans/{plan.pk}/{path}")
    assert response.status_code == 200
    return response.content.decode()


def sheet_of(response: HttpResponse) -> list[list[object]]:
    """What stands in a workbook of one sheet."""
    sheet = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python()]


def test_all_that_is_wrong_stands_on_the_page_before_the_button(
    make: Make, lan: User, sign_in: SignIn
) -> None:
    plan, client = make(), sign_in(lan)
    shown = page(client, plan)
    assert "Cần sửa trước" in shown
    assert "“Ban Gia đình - Xã hội tỉnh”</b>: chưa xác định" in shown
    assert f'action="/plans/{plan.pk}/submit/"' not in shown
    answer = client.post(f"/plans/{plan.pk}/submit/", follow=True).content.decode()
    assert "Chưa thực hiện được" in answer
    plan.refresh_from_db()
    assert plan.state == State.DRAFT


def test_a_plan_goes_its_way_by_the_buttons_that_each_is_shown(
    make: Make, lan: User, hoa: User, sign_in: SignIn
) -> None:
    plan, writer, approver = ready(make, lan), sign_in(lan), sign_in(hoa)

    def press(client: Client, act: str, **data: str) -> None:
        plan.refresh_from_db()
        link = f"/plans/{plan.pk}/{act}/"
        assert f'"{link}"' in page(client, plan), act
        assert client.post(link, data).status_code == 302, act

    assert "/approve/" not in page(approver, plan)
    press(writer, "submit", words="Kính trình")
    assert "/submit/" not in page(writer, plan)
    assert "/approve/" not in page(writer, plan)
    press(approver, "return", words="Ghi rõ <b>kinh phí</b>")
    shown = page(writer, plan)
    assert "Đồng chí hoa trả lại ngày" in shown
    assert "Ghi rõ &lt;b&gt;kinh phí&lt;/b&gt;" in shown
    press(writer, "submit")
    press(approver, "approve")
    press(writer, "issue", number="12/KH-BTV", day="02/3/2026")
    press(writer, "close", words="Đã xong")
    plan.refresh_from_db()
    assert (plan.state, plan.number) == (State.CLOSED, "12/KH-BTV")
    assert "Đã xong" in page(writer, plan)


def test_who_sent_it_herself_is_shown_no_button_to_approve(
    make: Make, lan: User, hoa: User, sign_in: SignIn
) -> None:
    plan, client = ready(make, lan), sign_in(hoa)
    living.submit(hoa, plan.pk)
    shown = page(client, plan)
    assert "/approve/" not in shown
    assert "phải do người khác duyệt" in shown
    assert "Hiện chưa có ai khác" in client.post(f"/plans/{plan.pk}/approve/", follow=True).content.decode()


def test_the_form_of_issue_keeps_what_was_typed_where_it_is_refused(
    make: Make, lan: User, hoa: User, sign_in: SignIn
) -> None:
    plan, client = approved(make, lan, hoa), sign_in(lan)
    assert 'value="12/KH-BTV"' in page(client, plan, "issue/")
    for data, said in (
        ({"number": "mười tám"}, "không phải số, ký hiệu"),
        ({"day": "31/02/2026"}, "31/02/2026"),
        ({"day": "01/01/2099"}, "chưa đến"),
    ):
        response = client.post(f"/plans/{plan.pk}/issue/", data)
        shown = response.content.decode()
        assert said in shown
        assert all(f'value="{value}"' in shown for value in data.values())
    assert not DocumentNumber.objects.exists()


def test_what_became_wrong_after_approval_stands_on_the_form_of_issue(
    make: Make, lan: User, hoa: User, sign_in: SignIn
) -> None:
    plan, client = approved(make, lan, hoa), sign_in(lan)
    assert ">Ban hành</button>" in page(client, plan, "issue/")
    plan.parties.filter(words="Ban Gia đình - Xã hội tỉnh").update(settled="open")
    shown = page(client, plan, "issue/")
    assert "Cần sửa trước" in shown
    assert ">Ban hành</button>" not in shown
    assert "Chưa thực hiện được" in client.post(f"/plans/{plan.pk}/issue/", follow=True).content.decode()


def test_issuing_before_approval_leads_back_to_the_plan(make: Make, lan: User, sign_in: SignIn) -> None:
    plan, client = submitted(make, lan), sign_in(lan)
    assert client.get(f"/plans/{plan.pk}/issue/").status_code == 302
    answer = client.post(f"/plans/{plan.pk}/issue/", follow=True).content.decode()
    assert "Không thực hiện được bước “Ban hành”" in answer


def test_opening_the_page_is_noted_and_counted_for_whoever_sent_it(
    make: Make, lan: User, hoa: User, hire: Hire, sign_in: SignIn
) -> None:
    plan = issued(make, lan, hoa)
    xa = sign_in(hire("xa", Role.DATA_ENTRY, COMMUNE))
    assert "đơn vị đã mở xem" not in page(xa, plan)
    assert {xa.get(f"/plans/{plan.pk}/openings/{path}").status_code for path in ("", "excel/")} == {403}
    writer = sign_in(lan)
    assert "1 trên 3 đơn vị đã mở xem" in page(writer, plan)
    shown = page(writer, plan, "openings/")
    assert shown.index(NEIGHBOUR) < shown.index(COMMUNE)
    assert "Đồng chí xa" in shown
    rows = sheet_of(writer.get(f"/plans/{plan.pk}/openings/excel/"))
    assert [row[::2] for row in rows[-2:]] == [["Hội LHPN xã Trùng Khánh", ""], [COMMUNE, "Đồng chí xa"]]


def test_what_was_said_inside_a_unit_stays_inside(
    make: Make, lan: User, hoa: User, hire: Hire, sign_in: SignIn
) -> None:
    plan = submitted(make, lan)
    living.send_back(hoa, plan.pk, words="Số liệu chưa khớp")
    living.submit(lan, plan.pk)
    living.approve(hoa, plan.pk)
    living.issue(lan, plan.pk)
    assert "Số liệu chưa khớp" in page(sign_in(lan), plan)
    assert "Số liệu chưa khớp" not in page(sign_in(hire("xa", Role.VIEWER, COMMUNE)), plan)


def test_the_register_is_shown_and_taken_away(
    make: Make, lan: User, hoa: User, hire: Hire, sign_in: SignIn
) -> None:
    plan = issued(make, lan, hoa, "18/KH-BTV")
    client = sign_in(lan)
    shown = client.get("/plans/numbers/").content.decode()
    assert "18/KH-BTV" in shown
    assert f'href="/plans/{plan.pk}/"' in shown
    answer = client.get("/plans/numbers/excel/", {"unit": plan.unit_id})
    assert sheet_of(answer)[-1][:3] == ["Kế hoạch", 18.0, "18/KH-BTV"]
    neighbour = sign_in(hire("xa", Role.LEADER, COMMUNE))
    assert "18/KH-BTV" not in neighbour.get("/plans/numbers/").content.decode()
    for path in ("", "excel/"):
        assert neighbour.get(f"/plans/numbers/{path}", {"unit": plan.unit_id}).status_code == 404


@pytest.mark.parametrize("asked", [{"unit": "x"}, {"unit": "99999999"}, {"year": "9" * 40}])
def test_a_register_that_is_none_is_not_found(lan: User, sign_in: SignIn, asked: dict[str, str]) -> None:
    assert sign_in(lan).get("/plans/numbers/", asked).status_code == 404


def attach(client: Client, plan: Plan, content: bytes) -> str:
    file = SimpleUploadedFile("bản ký.pdf", content)
    return client.post(f"/plans/{plan.pk}/signed/", {"file": file}, follow=True).content.decode()


def test_the_signed_original_is_given_back_byte_by_byte_to_whoever_sees_the_plan(
    make: Make, lan: User, hoa: User, hire: Hire, sign_in: SignIn
) -> None:
    plan = issued(make, lan, hoa)
    writer, xa = sign_in(lan), sign_in(hire("xa", Role.DATA_ENTRY, COMMUNE))
    assert xa.get(f"/plans/{plan.pk}/signed/").status_code == 404
    attach(writer, plan, PDF + b"1")
    attach(writer, plan, PDF)
    response = xa.get(f"/plans/{plan.pk}/signed/")
    assert b"".join(response.streaming_content) == PDF  # type: ignore[attr-defined]
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert plan.signed_originals.count() == 2


def test_what_is_no_signed_pdf_is_not_kept(
    make: Make, lan: User, hoa: User, hire: Hire, sign_in: SignIn, settings: Settings
) -> None:
    plan = issued(make, lan, hoa)
    client = sign_in(lan)
    settings.MAX_UPLOAD_BYTES = 1024 * 1024
    for content, said in (
        (b"PK\x03\x04 word", "không phải PDF"),
        (b"%PD", "không phải PDF"),
        (b"%PDF-" + b"0" * (1024 * 1024), "lớn hơn 1 MB"),
    ):
        assert said in attach(client, plan, content)
    assert "Chưa chọn tệp" in client.post(f"/plans/{plan.pk}/signed/", follow=True).content.decode()
    assert client.post(f"/plans/{approved(make, lan, hoa).pk}/signed/", follow=True).status_code == 200
    xa = sign_in(hire("xa", Role.LEADER, COMMUNE))
    assert xa.post(f"/plans/{plan.pk}/signed/", {"file": SimpleUploadedFile("a.pdf", PDF)}).status_code == 403
    assert not plan.signed_originals.exists()


def test_a_draft_has_no_signed_original(make: Make, lan: User, sign_in: SignIn) -> None:
    plan = ready(make, lan)
    assert "Không thực hiện được" in attach(sign_in(lan), plan, PDF)
    assert not plan.signed_originals.exists()


@pytest.mark.django_db(transaction=True)
def test_a_signed_original_outlives_the_document_of_the_same_content(
    make: Make, lan: User, hoa: User, sign_in: SignIn
) -> None:
    plan = issued(make, lan, hoa)
    document = documents.upload(lan, [PDF], name="kế hoạch.pdf").document
    attach(sign_in(lan), plan, PDF)
    withdraw(lan, document.pk)
    assert is_file_used(document.sha256)
    assert originals.path_of(document.sha256).exists()


def test_a_plan_for_many_units_takes_no_more_questions(
    make: Make, lan: User, hoa: User, sign_in: SignIn
) -> None:
    plan, client = issued(make, lan, hoa), sign_in(lan)
    page(client, plan)
    counts = []
    for number in (0, 60):
        units = [
            OrgUnit(kind="union", level="commune", name=f"Hội LHPN xã Số {n}", searched="")
            for n in range(number)
        ]
        made = OrgUnit.objects.bulk_create(units)
        sent = plan.parties.get(words="Hội LHPN các xã, phường")
        PartyUnit.objects.bulk_create(PartyUnit(party=sent, unit=each) for each in made)
        for path in ("", "openings/"):
            with CaptureQueriesContext(connection) as queries:
                page(client, plan, path)
            counts.append(len(queries))
    assert counts[:2] == counts[2:]
    assert opening.reached(plan).units == 63
