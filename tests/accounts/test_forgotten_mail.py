"""Links by mail: how many are sent, which way they take, and what is left behind."""

import socketserver
import threading
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from accounts.links import ADDRESS, NEW, Get, ask, choose, path_in, signs_in
from donghanh.accounts import throttling
from donghanh.accounts.models import ResetRequest, User
from donghanh.audit.models import Entry
from donghanh.config.logs import PrivateFormatter

pytestmark = pytest.mark.django_db


TOO_MANY = "Yêu cầu liên kết quá nhiều lần"


def test_a_mailbox_is_not_flooded_from_wherever_and_however_it_is_asked(
    lan: User, run_work: Callable[..., None], settings: Settings
) -> None:
    answers = []
    for number in range(6):
        forged = {"X-Forwarded-For": f"203.0.113.{number}", "User-Agent": str(number)}
        address = f"198.51.100.{number}"
        written = ADDRESS.upper() if number % 2 else ADDRESS
        answers.append(TOO_MANY in ask(Client(), written, headers=forged, REMOTE_ADDR=address))
    run_work()
    assert answers == [False] * 3 + [True] * 3
    assert len(outbox.outbox) == throttling.LINKS_FOR_ONE_MAILBOX


def test_a_mailbox_that_nobody_has_is_counted_alike(with_mail: None, client: Client) -> None:
    answers = [TOO_MANY in ask(client, "la@hoi.example.vn") for _ in range(4)]
    assert answers == [False, False, False, True]


def test_a_network_does_not_ask_for_everybody_and_forged_headers_do_not_help_it(with_mail: None) -> None:
    answers = [
        TOO_MANY
        in ask(Client(), f"la{number}@hoi.example.vn", headers={"X-Forwarded-For": f"203.0.113.{number}"})
        for number in range(throttling.LINKS_FROM_ONE_NETWORK + 1)
    ]
    assert answers == [False] * throttling.LINKS_FROM_ONE_NETWORK + [True]
    assert TOO_MANY not in ask(Client(), "la@hoi.example.vn", REMOTE_ADDR="198.51.100.1")


def test_after_an_hour_links_are_sent_again(lan: User, client: Client) -> None:
    for _ in range(3):
        ask(client)
    assert TOO_MANY in ask(client)
    ResetRequest.objects.update(at=timezone.now() - throttling.LINK_WINDOW)
    assert TOO_MANY not in ask(client)
    assert ResetRequest.objects.count() == 1


# The way to the server


class _Sink(socketserver.StreamRequestHandler):
    """Takes mails as an SMTP server does (RFC 5321), and keeps them."""

    def handle(self) -> None:
        self._say("220 sink")
        while line := self.rfile.readline():
            word = line[:4].upper().strip()
            if word == b"DATA":
                self._say("354 go on")
                lines = []
                while (line := self.rfile.readline()) != b".\r\n":
                    lines.append(line.removeprefix(b"."))
                self.server.taken.append(b"".join(lines))  # type: ignore[attr-defined]
            elif word == b"RCPT" and self.server.refuses:  # type: ignore[attr-defined]
                self._say("550 nobody of that name: lan@hoi.example.vn")
                continue
            self._say("221 bye" if word == b"QUIT" else "250 well")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@pytest.fixture
def sink(settings: Settings) -> Iterator[socketserver.TCPServer]:
    """A mail server on this machine, which the installation's setting names."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Sink) as server:
        server.taken, server.refuses = [], False  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield server
        server.shutdown()


def test_a_mail_goes_through_a_real_server(
    client: Client, lan: User, sink: socketserver.TCPServer, run_work: Callable[..., None]
) -> None:
    ask(client)
    run_work()
    [raw] = sink.taken  # type: ignore[attr-defined]
    mail = message_from_bytes(raw, policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert (mail["To"], mail["From"]) == (ADDRESS, "Đồng Hành <donghanh@example.vn>")
    assert (mail["Subject"], mail["Auto-Submitted"]) == ("Đặt lại mật khẩu Đồng Hành", "auto-generated")
    assert mail.get_content_type() == "text/plain"
    assert "Đã đổi mật khẩu." in choose(client, path_in(mail.get_content().replace("\r\n", "\n")))
    assert signs_in(NEW)


def test_a_server_that_takes_no_mail_stops_no_other_work_and_no_address_is_logged(
    client: Client,
    lan: User,
    sink: socketserver.TCPServer,
    run_work: Callable[..., None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    sink.refuses = True  # type: ignore[attr-defined]
    ask(client)
    run_work()
    [record] = [each for each in caplog.records if each.name == "donghanh.accounts.mailing"]
    assert record.getMessage() == "A mail could not be sent."

    assert "SMTPRecipientsRefused" in PrivateFormatter().format(record)
    assert ADDRESS not in PrivateFormatter().format(record)
    assert ADDRESS not in str(list(DBTaskResult.objects.values()))


def test_no_address_and_no_link_stays_in_logs_work_or_trail(
    client: Client, lan: User, get_link: Get, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    choose(client, get_link())
    key = path_in(str(outbox.outbox[0].body)).split("/")[-2]
    kept = f"{caplog.text} {list(Entry.objects.values())} {list(DBTaskResult.objects.values())}"
    kept += str(list(ResetRequest.objects.values()))
    assert list(ResetRequest.objects.values_list("person", "ip")) == [(None, "")]
    assert ADDRESS not in kept
    assert key not in kept
    assert "Nguyễn Thị Lan" not in kept
    assert "127.0.0.1" not in str(list(DBTaskResult.objects.values()))
    assert Entry.objects.get(verb="reset_asked").details["ip"] == "127.0.0.1"
