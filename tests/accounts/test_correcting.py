"""A name, a telephone number, an e-mail that were written down wrongly are put right, by whom and with what left behind."""

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from accounts.conftest import Hire
from accounts.links import ADDRESS, GONE, OLD, SIGN_IN, Get, ask, choose, signs_in
from donghanh.accounts import correcting, managing
from donghanh.accounts.errors import HigherPersonError, OwnRoleError
from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry
from donghanh.trail import words

pytestmark = pytest.mark.django_db

CONTACT, AGAIN = reverse("accounts:contact"), reverse("account_reauthenticate")
OWN = {"phone": "0912 345 678", "email": " Lan@Hoi.example.vn "}


@pytest.fixture
def admin(hire: Hire) -> User:
    """An administrator of a province, with her second step set up."""
    head = hire("hoa", Role.UNIT_ADMIN, "Nghệ An")
    Authenticator.objects.create(user=head, type=Authenticator.Type.TOTP, data={"secret": ""})
    return head


@pytest.fixture
def mai(hire: Hire) -> User:
    """Whom the administrator manages, as she was written down."""
    person = hire("mai", Role.DATA_ENTRY, "Na Loi")
    person.take_down("Lò Thị May", "may@hoi.example.vn", "0911111111")
    person.save()
    return person


def signed_in(name: str) -> Client:
    """Who signed in, and has just shown once more that it is she."""
    client = Client()
    assert client.post(SIGN_IN, {"login": name, "password": OLD}).status_code == 302
    assert client.post(AGAIN, {"password": OLD}).status_code == 302
    return client


def again(person: User) -> User:
    return User.objects.get(pk=person.pk)


def as_admin(admin: User, person: User, **told: str) -> Any:
    client = Client()
    client.force_login(admin)
    data = {"full_name": person.full_name, "phone": person.phone or "", "email": person.email or "", **told}
    return client.post(reverse("accounts:correct", args=[person.pk]), data, follow=True)


# By herself


def test_she_puts_her_own_e_mail_and_telephone_right_and_signs_in_with_them(user: User) -> None:
    client = signed_in("lan")
    assert client.get(CONTACT).status_code == 200
    page = client.post(CONTACT, OWN, follow=True).content.decode()
    assert "Đã sửa điện thoại, thư điện tử." in page
    assert (again(user).phone, again(user).email) == ("0912345678", ADDRESS)
    assert signs_in(OLD, "+84 912 345 678")
    assert signs_in(OLD, ADDRESS)
    assert list(User.objects.all().named_like("0912345678")) == [user]  # type: ignore[attr-defined]


@pytest.mark.parametrize("method", ["get", "post"])
def test_whoever_finds_her_session_open_is_asked_for_the_password(user: User, method: str) -> None:
    client = Client()
    client.post(SIGN_IN, {"login": "lan", "password": OLD})
    response = getattr(client, method)(CONTACT, OWN)
    assert response["Location"].startswith(AGAIN)
    assert again(user).email is None
    client.post(response["Location"], {"password": "sai rồi nhé"})
    assert client.get(CONTACT).status_code == 302
    client.post(response["Location"], {"password": OLD})
    assert client.get(CONTACT).status_code == 200


def test_her_name_is_not_hers_to_change(user: User) -> None:
    signed_in("lan").post(CONTACT, {**OWN, "full_name": "Bà Chủ Tịch", "username": "chutich"})
    assert (again(user).full_name, again(user).username) == ("Nguyễn Thị Lan", "lan")


def test_a_blank_one_is_gone(user: User) -> None:
    correcting.correct(user, OWN, actor=user, ip=None)
    signed_in("lan").post(CONTACT, {"phone": "", "email": " "})
    assert (again(user).phone, again(user).email) == (None, None)


@pytest.mark.parametrize(
    ("told", "field", "said"),
    [
        ({"email": "mai@hoi.example.vn"}, "email", "Đã có tài khoản khác dùng thư điện tử này"),
        ({"email": "MAI@hoi.example.vn"}, "email", "Đã có tài khoản khác dùng thư điện tử này"),
        ({"phone": "+84 911 111 111"}, "phone", "Đã có tài khoản khác dùng số điện thoại này"),
        ({"phone": "12"}, "phone", "0912345678"),
        ({"phone": "=1+1"}, "phone", "0912345678"),
        ({"email": "lan"}, "email", "Hãy ghi địa chỉ thư điện tử"),
        ({"email": "lan@hoi.vn\r\nBcc: x@y.vn"}, "email", "Hãy ghi địa chỉ thư điện tử"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_kept(
    user: User, outsider: User, told: dict[str, str], field: str, said: str
) -> None:
    outsider.take_down(outsider.full_name, "mai@hoi.example.vn", "0911111111")
    outsider.save()
    response = signed_in("lan").post(CONTACT, {"phone": "0912345678", "email": ADDRESS, **told})
    assert response.status_code == 400
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert said in errors[field][0]
    assert f'id="id_{field}_error"' in response.content.decode()
    assert again(user).email is None
    assert not Entry.objects.exclude(verb="signed_in").exists()


# By her administrator


def test_her_administrator_puts_name_telephone_and_e_mail_right(admin: User, mai: User) -> None:
    decomposed = unicodedata.normalize("NFD", "Lò  Thị Mai ")
    page = as_admin(
        admin, mai, full_name=decomposed, phone="0912.345.678", email="MAI@hoi.example.vn"
    ).content.decode()
    assert "Đã sửa họ tên, điện thoại, thư điện tử." in page
    person = again(mai)
    assert (person.full_name, person.phone, person.email) == (
        "Lò Thị Mai",
        "0912345678",
        "mai@hoi.example.vn",
    )
    assert list(User.objects.all().named_like("Mai")) == [mai]  # type: ignore[attr-defined]
    assert not User.objects.all().named_like("May").exists()  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["=1+1", "@sum", "123", "  "])
def test_what_is_no_name_is_refused_beside_the_field(admin: User, mai: User, name: str) -> None:
    response = as_admin(admin, mai, full_name=name)
    assert response.status_code == 400
    assert list(response.context["correct"].errors) == ["full_name"]
    assert again(mai).full_name == "Lò Thị May"


def test_what_somebody_else_has_is_refused_beside_the_field(admin: User, mai: User, hire: Hire) -> None:
    other = hire("cuc", Role.VIEWER, "Na Loi")
    other.take_down("Cúc", "cuc@hoi.example.vn", "")
    other.save()
    response = as_admin(admin, mai, email="cuc@hoi.example.vn", full_name="Lò Thị Mai")
    assert response.status_code == 400
    assert "Đã có tài khoản khác" in response.context["correct"].errors["email"][0]
    assert "cuc@hoi.example.vn" in response.content.decode()  # what was typed stays to be corrected
    assert again(mai).full_name == "Lò Thị May"


def test_only_who_has_all_of_her_in_hand_corrects_her(hire: Hire, admin: User, mai: User) -> None:
    told = {"full_name": "Lò Thị Mai"}
    with pytest.raises(PermissionDenied):
        managing.correct(hire("bay", Role.LEADER, "Na Loi"), mai, told)
    with pytest.raises(Http404):
        managing.correct(hire("tam", Role.UNIT_ADMIN, "Lai Châu"), mai, told)
    with pytest.raises(HigherPersonError):
        managing.correct(hire("chin", Role.UNIT_ADMIN, "Na Loi"), _with_role_above(mai), told)
    with pytest.raises(OwnRoleError):
        managing.correct(admin, admin, told)
    assert again(mai).full_name == "Lò Thị May"
    assert not Entry.objects.filter(verb="details_corrected").exists()


def _with_role_above(person: User) -> User:
    here = person.grants.get()
    above = RoleGrant.objects.get(user__username="hoa")
    RoleGrant.objects.create(user=person, unit=above.unit, line=here.line, role=Role.VIEWER, since=here.since)
    return person


def test_one_who_is_not_hers_in_whole_is_refused_in_words(hire: Hire, admin: User, mai: User) -> None:
    near = hire("chin", Role.UNIT_ADMIN, "Na Loi")
    Authenticator.objects.create(user=near, type=Authenticator.Type.TOTP, data={"secret": ""})
    response = as_admin(near, _with_role_above(mai), full_name="Lò Thị Mai")
    assert response.status_code == 400
    assert "Hãy nhờ người quản trị cấp trên" in str(response.context["correct"].non_field_errors())


# What is left behind


def test_the_trail_says_what_was_corrected_and_by_whom_and_no_value(admin: User, mai: User) -> None:
    as_admin(admin, mai, full_name="Lò Thị Mai", email="mai@hoi.example.vn")
    entry = Entry.objects.get(verb="details_corrected")
    assert (entry.actor_id, entry.object_id, entry.unit_id) == (admin.pk, str(mai.pk), mai.home_unit_id)
    assert entry.details["changes"] == {"corrected": ["full_name", "email"]}
    assert words.value("corrected", ["full_name", "email"]) == "họ và tên, thư điện tử"
    kept = f"{list(Entry.objects.values())} {list(DBTaskResult.objects.values())}"
    assert "hoi.example.vn" not in kept
    assert "Lò Thị" not in kept


def test_her_own_correction_stands_in_her_units_trail(user: User) -> None:
    signed_in("lan").post(CONTACT, OWN)
    entry = Entry.objects.get(verb="own_details_corrected")
    assert (entry.actor_id, entry.unit_id) == (user.pk, user.home_unit_id)
    assert entry.details["changes"] == {"corrected": ["email", "phone"]}


def test_what_stays_as_it_was_leaves_no_entry_and_no_mail(admin: User, mai: User, with_mail: None) -> None:
    as_admin(admin, mai, email="MAY@hoi.example.vn", phone="+84911111111")
    assert not Entry.objects.filter(verb="details_corrected").exists()
    assert outbox.outbox == []


def test_of_two_who_take_one_address_at_once_the_second_is_told_beside_the_field(
    user: User, outsider: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(self: User, **_: Any) -> None:
        User.objects.filter(pk=outsider.pk).update(email=ADDRESS)

    monkeypatch.setattr(User, "full_clean", meanwhile)
    with pytest.raises(ValidationError) as told:
        correcting.correct(user, OWN, actor=user, ip=None)
    assert list(told.value.message_dict) == ["email"]
    assert not Entry.objects.exists()


# Her mailbox


def test_a_link_that_was_sent_to_the_former_mailbox_opens_nothing(
    client: Client, lan: User, get_link: Get
) -> None:
    path = get_link()
    correcting.correct(lan, {"email": "lan.moi@hoi.example.vn"}, actor=lan, ip=None)
    assert GONE in choose(client, path)
    assert signs_in(OLD)


def test_a_link_still_to_be_sent_is_sent_to_neither_mailbox(
    client: Client, lan: User, run_work: Callable[..., None]
) -> None:
    ask(client)
    correcting.correct(lan, {"email": "lan.moi@hoi.example.vn"}, actor=lan, ip=None)
    outbox.outbox.clear()
    run_work()
    assert outbox.outbox == []


@pytest.mark.parametrize("new", ["lan.moi@hoi.example.vn", ""])
def test_the_former_mailbox_is_told_and_not_which_the_new_one_is(lan: User, new: str) -> None:
    correcting.correct(lan, {"email": new}, actor=lan, ip=None)
    [sent] = outbox.outbox
    assert (sent.to, sent.subject) == ([ADDRESS], "Thư điện tử của tài khoản Đồng Hành đã thay đổi")
    assert sent.message().get_content_type() == "text/plain"
    assert "Kính gửi Nguyễn Thị Lan," in sent.body
    assert "người quản trị đơn vị" in sent.body
    assert "lan.moi" not in sent.body


def test_a_first_e_mail_and_another_telephone_tell_no_mailbox(user: User, with_mail: None) -> None:
    correcting.correct(user, {"email": ADDRESS}, actor=user, ip=None)
    correcting.correct(user, {"phone": "0912345678"}, actor=user, ip=None)
    assert outbox.outbox == []


def test_without_mail_nothing_is_sent(user: User) -> None:
    correcting.correct(user, {"email": ADDRESS}, actor=user, ip=None)
    correcting.correct(user, {"email": ""}, actor=user, ip=None)
    assert outbox.outbox == []


def test_a_server_that_takes_no_mail_undoes_no_correction(lan: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    correcting.correct(lan, {"email": "lan.moi@hoi.example.vn"}, actor=lan, ip=None)
    assert again(lan).email == "lan.moi@hoi.example.vn"
