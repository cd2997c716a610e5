"""Another password by a link from a mail: who gets one, what it opens, and what nobody learns by asking."""

import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.tokens import PasswordResetTokenGenerator, default_token_generator
from django.core import mail as outbox
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from accounts.conftest import Hire
from accounts.links import (
    ADDRESS,
    ASK,
    GONE,
    NEW,
    OLD,
    SIGN_IN,
    Get,
    acts,
    ask,
    choose,
    signs_in,
)
from donghanh.accounts import resetting, throttling
from donghanh.accounts.models import ResetRequest, User
from donghanh.accounts.permissions import Role

pytestmark = pytest.mark.django_db

ASKED = reverse("account_reset_password_done")


@pytest.mark.parametrize("name", ["account_reset_password", "account_reset_password_done"])
def test_without_mail_there_is_no_such_page_and_the_door_sends_to_the_administrator(
    client: Client, user: User, name: str
) -> None:
    assert client.get(reverse(name)).status_code == 404
    key = default_token_generator.make_token(user)
    assert client.get(reverse("account_reset_password_from_key", args=["1", key])).status_code == 404
    assert client.post(ASK, {"email": ADDRESS}).status_code == 404
    page = client.get(SIGN_IN).content.decode()
    assert "Người quản trị đơn vị cấp mật khẩu mới" in page
    assert ASK not in page
    assert not ResetRequest.objects.exists()


def test_with_mail_the_door_leads_to_it_and_still_names_the_administrator(
    client: Client, with_mail: None
) -> None:
    page = client.get(SIGN_IN).content.decode()
    assert f'<a href="{ASK}">Quên mật khẩu</a>' in page
    assert "Người quản trị đơn vị" in page


def test_a_link_comes_by_mail_and_opens_another_password(client: Client, lan: User, get_link: Get) -> None:
    path = get_link("  LAN@hoi.example.vn ")
    sent = outbox.outbox[0]
    assert (sent.to, sent.subject) == ([ADDRESS], "Đặt lại mật khẩu Đồng Hành")
    assert sent.body.startswith("Kính gửi Nguyễn Thị Lan,\n")
    assert sent.message().get_content_type() == "text/plain"
    assert "Đã đổi mật khẩu." in choose(client, path)
    assert signs_in(NEW)
    assert not signs_in(OLD)
    assert "_auth_user_id" not in client.session
    assert acts()[:2] == [("reset_asked", None), ("reset_by_mail", lan.pk)]


def test_marks_in_a_name_come_as_they_are(lan: User, get_link: Get) -> None:
    User.objects.filter(pk=lan.pk).update(full_name="H'Mai <Êban> & Lan")
    get_link()
    assert "Kính gửi H'Mai <Êban> & Lan," in outbox.outbox[0].body


def test_a_mail_is_vietnamese_whichever_language_the_page_is_in(
    client: Client, lan: User, get_link: Get
) -> None:
    client.cookies["django_language"] = "en"
    get_link()
    assert "Kính gửi" in outbox.outbox[0].body


def test_a_link_works_once(client: Client, lan: User, get_link: Get) -> None:
    path = get_link()
    choose(client, path)
    assert GONE in choose(Client(), path)
    assert GONE in choose(Client(), path, "mật khẩu của kẻ khác")
    assert signs_in(NEW)


def test_of_two_who_use_a_link_at_once_one_does(client: Client, lan: User, get_link: Get) -> None:
    path = get_link()
    first, second = Client(), Client()
    forms = [each.get(path)["Location"] for each in (first, second)]
    first.post(forms[0], {"password1": NEW, "password2": NEW})
    late = second.post(forms[1], {"password1": "của người đến sau", "password2": "của người đến sau"})
    assert GONE in late.content.decode()
    assert signs_in(NEW)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_use_a_link_at_the_same_moment_one_does(client: Client, lan: User) -> None:
    request = client.get(SIGN_IN).wsgi_request
    key = default_token_generator.make_token(lan)
    start = threading.Barrier(4)

    def choose_one(number: int) -> bool:
        start.wait()
        try:
            resetting.choose(request, lan, key, f"{NEW} {number}")
        except resetting.LinkGoneError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        chosen = list(pool.map(choose_one, range(4)))
    assert chosen.count(True) == 1
    assert signs_in(f"{NEW} {chosen.index(True)}")
    assert [verb for verb, _ in acts()].count("reset_by_mail") == 1


def test_a_link_ends_after_half_an_hour(
    client: Client, lan: User, get_link: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = get_link()
    now = PasswordResetTokenGenerator()._now()
    for minutes, gone in ((29, False), (31, True)):
        later = now + timedelta(minutes=minutes)
        monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda self, later=later: later)
        assert (GONE in client.get(path, follow=True).content.decode()) is gone


def test_a_sign_in_or_another_password_ends_a_link(client: Client, lan: User, get_link: Get) -> None:
    path = get_link()
    assert signs_in(OLD)
    assert GONE in choose(client, path)


@pytest.mark.parametrize("path", ["zzzzzzzzzzzzz/a-b", "!/a", "1/set-password", "0/x", "ý/ý"])
def test_a_made_up_link_opens_nothing(client: Client, lan: User, path: str) -> None:
    assert GONE in client.get(f"{ASK}{path}/").content.decode()
    assert acts() == []


def test_the_new_password_is_held_to_the_rules_in_our_words(client: Client, lan: User, get_link: Get) -> None:
    path = get_link()
    assert "Hai lần nhập không giống nhau" in choose(client, path, NEW, "khác")
    assert 'class="err"' in choose(client, path, "ngan")
    assert signs_in(OLD)


def test_open_sessions_end_with_the_old_password(client: Client, lan: User, get_link: Get) -> None:
    elsewhere = Client()
    elsewhere.post(SIGN_IN, {"login": "lan", "password": OLD})
    assert elsewhere.get("/").status_code == 200
    choose(client, get_link())
    assert elsewhere.get("/").status_code == 302


def test_the_link_leads_to_our_site_whatever_a_browser_calls_us(
    settings: Settings, lan: User, get_link: Get
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    get_link(headers={"Host": "ke-gian.example", "X-Forwarded-Host": "ke-gian.example"})
    assert "ke-gian" not in outbox.outbox[0].body


def test_the_answer_and_what_is_done_for_it_are_the_same_for_every_address(
    lan: User, run_work: Callable[..., None]
) -> None:
    User.objects.create_user("dong", OLD, "Đã khóa", email="dong@hoi.example.vn")
    User.objects.filter(username="dong").update(is_active=False)
    User.objects.create_user("mai", OLD, "Không có thư")
    answers, done = set(), set()
    for address in (ADDRESS, "dong@hoi.example.vn", "la@hoi.example.vn", "mai@hoi.example.vn"):
        with CaptureQueriesContext(connection) as asked:
            answers.add(ask(Client(), address))
        done.add(tuple(re.sub(r"\d", "", each["sql"])[:40] for each in asked))
    assert (len(answers), len(done)) == (1, 1)
    assert ASKED in answers.pop()
    assert outbox.outbox == []  # the worker sends
    run_work()
    assert [each.to for each in outbox.outbox] == [[ADDRESS]]
    assert acts() == [("reset_asked", None)]


def test_a_blank_address_is_nobodys(client: Client, lan: User) -> None:
    User.objects.create_user("mai", OLD, "Không có thư")
    for address in ("", " ", "lan", "lan@"):
        assert 'class="err"' in ask(client, address)
    assert not ResetRequest.objects.exists()


# Who gets none


def test_a_closed_account_gets_no_link(lan: User, client: Client, run_work: Callable[..., None]) -> None:
    User.objects.filter(pk=lan.pk).update(is_active=False)
    ask(client)
    run_work()
    assert (outbox.outbox, acts()) == ([], [])


def test_an_account_that_was_closed_since_is_not_opened(client: Client, lan: User, get_link: Get) -> None:
    path = get_link()
    form = client.get(path)["Location"]
    User.objects.filter(pk=lan.pk).update(is_active=False)
    assert GONE in client.post(form, {"password1": NEW, "password2": NEW}).content.decode()
    assert GONE in Client().get(path).content.decode()
    User.objects.filter(pk=lan.pk).update(is_active=True)
    assert signs_in(OLD)


def test_an_account_that_never_had_a_password_gets_none(
    lan: User, client: Client, run_work: Callable[..., None]
) -> None:
    lan.set_unusable_password()
    lan.save()
    ask(client)
    run_work()
    assert outbox.outbox == []


def test_a_wish_from_long_ago_is_not_fulfilled(
    lan: User, client: Client, run_work: Callable[..., None]
) -> None:
    ask(client)
    ResetRequest.objects.update(at=timezone.now() - timedelta(hours=2))
    ask(client, "la@hoi.example.vn")  # which sweeps
    run_work()
    assert outbox.outbox == []


# Second steps


def test_the_second_step_is_asked_for_as_before(
    client: Client, hire: Hire, with_mail: None, get_link: Get
) -> None:
    hoa = hire("hoa", Role.APPROVER, "Na Loi")
    User.objects.filter(pk=hoa.pk).update(email=ADDRESS)
    Authenticator.objects.create(user=hoa, type=Authenticator.Type.TOTP, data={"secret": ""})
    choose(client, get_link())
    assert Authenticator.objects.filter(user=hoa).count() == 1
    response = client.post(SIGN_IN, {"login": "hoa", "password": NEW})
    assert response["Location"] == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session


def test_a_mailbox_does_not_stand_in_for_a_second_step_that_is_still_to_be_set_up(
    client: Client, hire: Hire, with_mail: None, run_work: Callable[..., None]
) -> None:
    hoa = hire("hoa", Role.APPROVER, "Na Loi")
    User.objects.filter(pk=hoa.pk).update(email=ADDRESS)
    ask(client)
    run_work()
    assert outbox.outbox == []


def test_a_drawn_password_may_be_replaced_and_is_not_asked_to_be_changed_again(
    client: Client, lan: User, get_link: Get
) -> None:
    User.objects.filter(pk=lan.pk).update(must_change_password=True)
    choose(client, get_link())
    client.post(SIGN_IN, {"login": "lan", "password": NEW})
    assert client.get("/").status_code == 200


def test_a_colleague_who_is_signed_in_here_is_signed_out_first(
    client: Client, lan: User, outsider: User, get_link: Get
) -> None:
    path = get_link()
    User.objects.filter(pk=outsider.pk).update(must_change_password=True)
    client.force_login(outsider)
    assert "Đã đổi mật khẩu." in choose(client, path)
    assert signs_in(NEW)


def test_who_guessed_at_her_forgotten_password_is_let_in_with_the_new_one(
    client: Client, lan: User, get_link: Get
) -> None:
    for _ in range(throttling.FOR_ONE_NAME_FROM_ONE_NETWORK):
        assert not signs_in("sai")
    assert not signs_in(OLD)
    choose(client, get_link())
    assert signs_in(NEW)
