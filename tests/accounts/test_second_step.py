"""More than a password: whom it is asked of, what opens, and what guessing comes to."""

import re
import time
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
from django.urls import reverse

from accounts.conftest import Hire
from donghanh.accounts import managing
from donghanh.accounts.models import User
from donghanh.accounts.permissions import Role
from donghanh.audit.models import Entry

PASSWORD = "mật khẩu thử"
pytestmark = pytest.mark.django_db


def code_of(secret: str, ago: int = 0) -> str:
    """What a telephone shows now, or some thirty seconds ago."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 - ago))


def sign_in(client: Client, name: str, password: str = PASSWORD, **meta: str) -> str:
    """Where the password leads to."""
    response = client.post(reverse("account_login"), {"login": name, "password": password}, **meta)
    return response["Location"] if response.status_code == 302 else ""


@pytest.fixture
def set_up(client: Client) -> Callable[[User], str]:
    """Call it to have a person set up a telephone; the secret that she photographed."""

    def set_up_one(person: User) -> str:
        sign_in(client, person.username)
        page = client.get(reverse("mfa_activate_totp"), follow=True).content.decode()
        if "Mật khẩu" in page and 'class="qr"' not in page:
            page = client.post(
                client.get(reverse("mfa_activate_totp"))["Location"], {"password": PASSWORD}, follow=True
            ).content.decode()
        found = re.search(r'class="secret">(\w+)<', page)
        assert found is not None
        response = client.post(reverse("mfa_activate_totp"), {"code": code_of(found[1], ago=1)})
        assert response.status_code == 302
        return found[1]

    return set_up_one


@pytest.mark.parametrize(
    "role", [Role.APPROVER, Role.UNIT_ADMIN, Role.FINANCE, Role.CASE_WORKER, Role.OPERATOR]
)
def test_roles_that_need_it_are_led_to_setting_it_up_before_anything_else(
    client: Client, hire: Hire, role: Role
) -> None:
    hire("hoa", role, "Na Loi")
    sign_in(client, "hoa")
    assert client.get("/")["Location"] == reverse("mfa_index")
    assert client.get("/units/")["Location"] == reverse("mfa_index")
    assert client.get(reverse("mfa_index")).status_code == 200


@pytest.mark.parametrize("role", [Role.DATA_ENTRY, Role.VIEWER])
def test_others_may_go_without(client: Client, hire: Hire, role: Role) -> None:
    hire("hoa", role, "Na Loi")
    sign_in(client, "hoa")
    assert client.get("/").status_code == 200


def test_with_a_telephone_the_password_alone_opens_nothing(
    client: Client, hire: Hire, set_up: Callable[[User], str]
) -> None:
    secret = set_up(hire("hoa", Role.APPROVER, "Na Loi"))
    assert client.get("/").status_code == 200
    elsewhere = Client()
    assert sign_in(elsewhere, "hoa") == reverse("mfa_authenticate")
    assert elsewhere.get("/").status_code == 302
    wrong = elsewhere.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "Mã không đúng" in wrong.content.decode()
    right = elsewhere.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert right.status_code == 302
    assert elsewhere.get("/").status_code == 200
    verbs = list(Entry.objects.order_by("pk").values_list("verb", flat=True))
    assert "second_step_added" in verbs
    assert verbs[-1] == "signed_in"


def test_a_code_works_once(client: Client, hire: Hire, set_up: Callable[[User], str]) -> None:
    secret = set_up(hire("hoa", Role.APPROVER, "Na Loi"))
    code = code_of(secret)
    answers = []
    for _ in range(2):
        other = Client()
        sign_in(other, "hoa")
        answers.append(other.post(reverse("mfa_authenticate"), {"code": code}).status_code)
    assert answers == [302, 200]


def test_codes_on_paper_open_once_each(client: Client, hire: Hire, set_up: Callable[[User], str]) -> None:
    hoa = hire("hoa", Role.APPROVER, "Na Loi")
    set_up(hoa)
    page = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    codes = re.findall(r"<code>([0-9a-f]{8})</code>", page)
    assert len(codes) == 10
    answers = []
    for _ in range(2):
        other = Client()
        sign_in(other, "hoa")
        answers.append(other.post(reverse("mfa_authenticate"), {"code": codes[0]}).status_code)
    assert answers == [302, 200]


def test_secrets_are_kept_encrypted(client: Client, hire: Hire, set_up: Callable[[User], str]) -> None:
    secret = set_up(hire("hoa", Role.APPROVER, "Na Loi"))
    assert secret not in str(list(Authenticator.objects.values_list("data", flat=True)))


def test_the_last_second_step_cannot_be_removed_where_a_role_needs_one(
    client: Client, hire: Hire, set_up: Callable[[User], str]
) -> None:
    set_up(hire("hoa", Role.APPROVER, "Na Loi"))
    page = client.post(reverse("mfa_deactivate_totp"), follow=True)
    assert "bắt buộc" in page.content.decode()
    assert Authenticator.objects.filter(type="totp").exists()


@pytest.mark.parametrize("name", ["hoa", "HOA ", "hoa@hoi.vn", "0912 345 678", "+84912345678"])
def test_one_signs_in_by_name_e_mail_or_telephone(client: Client, hire: Hire, name: str) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    User.objects.update(email="hoa@hoi.vn", phone="0912345678")
    assert sign_in(client, name) == "/"


def test_guessing_is_stopped_while_the_person_goes_on_where_she_was_before(
    client: Client, hire: Hire
) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    sign_in(client, "hoa")
    client.post(reverse("account_logout"))
    guesser = Client()
    for _ in range(6):
        sign_in(guesser, "hoa", "sai rồi nhé")
    page = guesser.post(reverse("account_login"), {"login": "hoa", "password": PASSWORD})
    assert "quá nhiều lần" in page.content.decode()
    assert sign_in(client, "hoa") == "/"


def test_forged_headers_do_not_make_a_guesser_somebody_else(client: Client, hire: Hire) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    for number in range(6):
        sign_in(
            client,
            "hoa",
            "sai rồi nhé",
            HTTP_X_FORWARDED_FOR=f"10.0.0.{number}",
            HTTP_X_REAL_IP=f"10.1.0.{number}",
        )
    assert sign_in(client, "hoa", HTTP_X_FORWARDED_FOR="10.9.9.9") == ""


def test_behind_our_own_proxy_the_address_that_it_saw_counts(
    client: Client, hire: Hire, settings: object
) -> None:
    settings.PROXIES = 1  # type: ignore[attr-defined]
    hire("hoa", Role.VIEWER, "Na Loi")
    for number in range(6):
        sign_in(client, "hoa", "sai rồi nhé", HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, 203.0.113.7")
    assert sign_in(Client(), "hoa", HTTP_X_FORWARDED_FOR="10.9.9.9, 203.0.113.7") == ""
    assert sign_in(Client(), "hoa", HTTP_X_FORWARDED_FOR="203.0.113.7, 203.0.113.8") == "/"


def test_one_network_cannot_try_one_password_on_everybody(client: Client, hire: Hire) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    for number in range(60):
        sign_in(client, f"nguoi{number}", "sai rồi nhé")
    assert sign_in(Client(), "hoa") == ""


def test_a_drawn_password_has_to_be_changed_first(client: Client, hire: Hire) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    User.objects.update(must_change_password=True)
    sign_in(client, "hoa")
    assert client.get("/")["Location"] == reverse("account_change_password")
    told = {"oldpassword": PASSWORD, "password1": "bốn từ rất riêng", "password2": "bốn từ rất riêng"}
    client.post(reverse("account_change_password"), told)
    assert client.get("/").status_code == 200
    assert sign_in(Client(), "hoa", "bốn từ rất riêng") == "/"


def test_a_new_password_ends_the_other_sessions(client: Client, hire: Hire) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    other = Client()
    sign_in(client, "hoa")
    sign_in(other, "hoa")
    told = {"oldpassword": PASSWORD, "password1": "bốn từ rất riêng", "password2": "bốn từ rất riêng"}
    client.post(reverse("account_change_password"), told)
    assert [one.get("/").status_code for one in (client, other)] == [200, 302]


def test_sessions_are_listed_and_ended(client: Client, hire: Hire) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    other = Client(
        headers={"user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile Safari/537.36"}
    )
    sign_in(client, "hoa")
    sign_in(other, "hoa")
    page = client.get(reverse("accounts:own")).content.decode()
    assert "Chrome, Android" in page
    found = re.search(r"/accounts/me/sessions/(\d+)/end/", page)
    assert found is not None
    stranger = Client()
    hire("mai", Role.VIEWER, "Na Loi")
    sign_in(stranger, "mai")
    assert stranger.post(found[0]).status_code == 404
    assert other.get("/").status_code == 200
    client.post(found[0])
    assert [one.get("/").status_code for one in (client, other)] == [200, 302]


def test_writing_a_name_in_other_ways_gives_no_further_tries(client: Client, hire: Hire) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    User.objects.update(phone="0912345678", email="hoa@hoi.vn")
    for name in ("hoa", "HOA", "hoa@hoi.vn", "0912 345 678", "0912.345.678", "+84912345678"):
        sign_in(client, name, "sai rồi nhé")
    assert sign_in(client, "(091) 2345678") == ""


def test_wrong_codes_leave_an_entry(client: Client, hire: Hire, set_up: Callable[[User], str]) -> None:
    hoa = hire("hoa", Role.APPROVER, "Na Loi")
    set_up(hoa)
    other = Client()
    sign_in(other, "hoa")
    other.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert Entry.objects.filter(verb="second_step_failed", object_id=str(hoa.pk)).count() == 1


def test_the_last_key_stays_where_a_role_needs_one(
    client: Client, hire: Hire, set_up: Callable[[User], str]
) -> None:
    hoa = hire("hoa", Role.APPROVER, "Na Loi")
    set_up(hoa)
    Authenticator.objects.filter(user=hoa, type="totp").delete()
    key = Authenticator.objects.create(user=hoa, type="webauthn", data={"name": "khóa"})
    client.post(reverse("mfa_remove_webauthn", args=[key.pk]))
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_the_drawn_password_cannot_be_kept(client: Client, hire: Hire) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    User.objects.update(must_change_password=True)
    sign_in(client, "hoa")
    told = {"oldpassword": PASSWORD, "password1": PASSWORD, "password2": PASSWORD}
    page = client.post(reverse("account_change_password"), told).content.decode()
    assert "Đây là mật khẩu hiện tại" in page
    assert User.objects.get(username="hoa").must_change_password


def test_a_closed_accounts_session_stays_dead_when_it_is_opened_again(client: Client, hire: Hire) -> None:
    hoa = hire("hoa", Role.VIEWER, "Na Loi")
    sign_in(client, "hoa")
    managing.close(None, hoa)
    managing.reopen(None, hoa)
    assert client.get("/").status_code == 302


def test_every_word_of_the_pages_of_accounts_is_vietnamese(
    client: Client, hire: Hire, set_up: Callable[[User], str]
) -> None:
    set_up(hire("hoa", Role.APPROVER, "Na Loi"))
    client.post(reverse("account_logout"))
    sign_in(client, "hoa")
    told = {"oldpassword": PASSWORD, "password1": "bốn từ rất riêng", "password2": "bốn từ khác hẳn"}
    other = Client()
    other.force_login(User.objects.get(username="hoa"))
    page = other.post(reverse("account_change_password"), told).content.decode()
    assert "Hai lần nhập không giống nhau" in page
    assert "You must" not in page
    again = other.get(reverse("mfa_add_webauthn"), follow=True).content.decode()
    assert "Mã trên điện thoại hoặc mã in giấy" in again
    assert "Use " not in again


def test_too_many_changes_are_answered_in_words(client: Client, hire: Hire) -> None:
    hire("hoa", Role.VIEWER, "Na Loi")
    sign_in(client, "hoa")
    for _ in range(12):
        page = client.post(reverse("account_change_password"), {"oldpassword": "sai"})
    assert page.status_code == 429
    assert "Thử quá nhiều lần" in page.content.decode()
