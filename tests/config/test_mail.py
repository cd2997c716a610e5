"""DONGHANH_MAIL is read whole or refused with words that name the fault, and never with the password."""

from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from donghanh.config import mail

TOLD = "?from=donghanh@hoi.vn&site=https://donghanh.hoi.vn"


@pytest.mark.parametrize("url", [None, "", " "])
def test_without_it_there_is_no_mail(url: str | None) -> None:
    assert mail.read(url) == mail.Mail()


def test_it_names_the_server_who_signs_in_there_who_sends_and_where_links_lead() -> None:
    assert mail.read(f"smtp://hoi%40hoi.vn:m%2Ft@mail.hoi.vn:2587/{TOLD}") == mail.Mail(
        site="https://donghanh.hoi.vn",
        sender="Đồng Hành <donghanh@hoi.vn>",
        host="mail.hoi.vn",
        port=2587,
        user="hoi@hoi.vn",
        password="m/t",
        starts_tls=True,
    )


@pytest.mark.parametrize(
    ("url", "port", "starts_tls", "is_tls"),
    [
        (f"smtp://mail.hoi.vn{TOLD}", 587, True, False),
        (f"smtps://mail.hoi.vn/{TOLD}", 465, False, True),
        (f"smtp://localhost:25/{TOLD}", 25, False, False),
    ],
)
def test_a_mail_leaves_the_machine_encrypted(url: str, port: int, starts_tls: bool, is_tls: bool) -> None:
    read = mail.read(url)
    assert (read.port, read.starts_tls, read.is_tls) == (port, starts_tls, is_tls)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("mail.hoi.vn", "begins with smtp://"),
        (f"http://mail.hoi.vn/{TOLD}", "begins with smtp://"),
        (f"smtp:///{TOLD}", "begins with smtp://"),
        ("smtp://mail.hoi.vn/", "from and site"),
        ("smtp://mail.hoi.vn/?from=a@hoi.vn", "from and site"),
        (f"smtp://mail.hoi.vn/{TOLD}&tls=0", "from and site"),
        ("smtp://mail.hoi.vn/?from=hoi&site=https://hoi.vn", "from is one e-mail address"),
        ("smtp://mail.hoi.vn/?from=a@hoi.vn%0AB:c&site=https://hoi.vn", "from is one e-mail address"),
        ("smtp://mail.hoi.vn/?from=a@hoi.vn&site=donghanh.hoi.vn", "site is the address"),
        ("smtp://mail.hoi.vn/?from=a@hoi.vn&site=https://hoi.vn/dong-hanh", "site is the address"),
        ("smtp://mail.hoi.vn/?from=a@hoi.vn&site=https://a:b@hoi.vn", "site is the address"),
        (f"smtp://mail.hoi.vn:nhieu/{TOLD}", "the port a number"),
        (f"smtp://mail.hoi.vn:99999/{TOLD}", "the port a number"),
        (f"smtp://hoi:bi/mat@mail.hoi.vn/{TOLD}", "written as %2F"),
        (f"smtp://hoi:bi#mat@mail.hoi.vn/{TOLD}", "written as %2F"),
        (f"smtp://[hoi:bimat@mail.hoi.vn/{TOLD}", "the host is a name"),
    ],
)
def test_a_fault_is_named_without_the_password(url: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"^DONGHANH_MAIL: ") as caught:
        mail.read(url)
    assert why in str(caught.value)
    assert "mat" not in str(caught.value)
    assert caught.value.__cause__ is None


@given(st.text(min_size=1), st.text(min_size=1))
def test_whatever_name_and_password_are_made_of_they_are_read_back(user: str, password: str) -> None:
    read = mail.read(f"smtp://{quote(user, safe='')}:{quote(password, safe='')}@mail.hoi.vn/{TOLD}")
    assert (read.user, read.password) == (user, password)


@given(st.text(), st.text(), st.emails() | st.text(), st.text())
def test_whatever_is_written_is_read_or_refused_by_name(
    server: str, more: str, sender: str, site: str
) -> None:
    for url in (
        f"smtp://{server}/?from={quote(sender)}&site=https://{site}",
        f"smtps://{server}{more}",
        server,
    ):
        fault = None
        try:
            mail.read(url)
        except ValueError as error:
            fault = str(error)
        assert fault is None or fault.startswith("DONGHANH_MAIL: ")


def test_a_password_is_not_shown_with_the_rest() -> None:
    assert "bimat" not in repr(mail.read(f"smtp://hoi:bimat@mail.hoi.vn/{TOLD}"))


def test_links_must_lead_to_a_name_that_the_site_answers_to(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["donghanh.hoi.vn"]
    settings.MAIL_SITE = "https://donghanh.hoi.vn:8443"
    call_command("check")
    settings.MAIL_SITE = "https://donghanh.khac.vn"
    with pytest.raises(SystemCheckError, match=r"does not name its site, donghanh\.khac\.vn"):
        call_command("check")


def test_where_the_site_is_encrypted_so_are_its_links(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["donghanh.hoi.vn"]
    settings.HTTPS, settings.MAIL_SITE = True, "http://donghanh.hoi.vn"
    with pytest.raises(SystemCheckError, match="begins with https://"):
        call_command("check")
