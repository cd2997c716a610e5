"""Reading in the background: what is stored, and that nothing is ever stored by half."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from donghanh.accounts.models import User
from donghanh.audit.models import Entry
from donghanh.documents import failures, originals, results, services
from donghanh.documents.models import Document, Reading, State
from donghanh.sealed import sandbox
from donghanh.sealed.sealing import PARSING

pytestmark = pytest.mark.django_db
HandOver = Callable[..., Document]


def test_what_was_read_is_stored_with_the_columns_that_lists_show(hand_over: HandOver) -> None:
    document = hand_over("Chăm lo phụ nữ vùng biên\nTrăm việc")
    reading = document.reading
    assert document.state == State.READ
    assert document.kind == "text"
    assert reading.text == "Chăm lo phụ nữ vùng biên\nTrăm việc"
    assert (reading.document_kind, reading.number, reading.title) == (
        "ke_hoach",
        "7/KH-BTV",
        "Chăm lo phụ nữ vùng biên",
    )
    assert (reading.issued_on, reading.period_from, reading.period_to) == (
        date(2026, 2, 5),
        date(2026, 1, 1),
        None,
    )
    assert (reading.errors, reading.warnings, reading.remarks) == (1, 0, 0)
    assert document.seconds > 0


def test_the_background_worker_reads_what_is_uploaded(
    hand_over: HandOver, run_work: Callable[[], None]
) -> None:
    document = hand_over(read=False)
    assert document.state == State.WAITING
    run_work()
    document.refresh_from_db()
    assert document.state == State.READ


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("encrypted", "encrypted", "Tệp được đặt mật khẩu."),
        ("crash", "crash", "lưu thành .docx"),
        ("babble", "crash", "lưu thành .docx"),
        ("flood", "too_much", "tách kế hoạch"),
        ("fault", "fault", "báo người quản trị"),
        ("memory", "memory", "bộ nhớ"),
        ("time", "timeout", "60 giây"),
    ],
)
def test_a_failed_reading_keeps_its_reason(
    hand_over: HandOver, monkeypatch: pytest.MonkeyPatch, content: str, code: str, words: str
) -> None:
    if content == "time":
        monkeypatch.setattr(results, "PARSING", replace(PARSING, wall_seconds=1))
    document = hand_over(content)
    assert (document.state, document.failure_code) == (State.FAILED, code)
    assert words in failures.explain(document.failure_code, document.failure_message)
    assert not Reading.objects.exists()


def test_a_lost_original_is_said_to_be_lost(hand_over: HandOver) -> None:
    document = hand_over(read=False)
    originals.path_of(document.sha256).unlink()
    services.read(document.pk)
    document.refresh_from_db()
    assert document.failure_code == "missing"


def test_a_crash_while_storing_leaves_nothing_half_read(
    hand_over: HandOver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise OSError("disk full")

    document = hand_over(read=False)
    with monkeypatch.context() as patched:
        patched.setattr(services, "record", broken)
        with pytest.raises(OSError, match="disk full"):
            services.read(document.pk)
    document.refresh_from_db()
    assert not Reading.objects.exists()
    assert (document.state, document.reading) == (State.READING, None)

    services.read(document.pk)  # the worker takes its task up again
    document.refresh_from_db()
    assert document.state == State.READ
    assert Reading.objects.count() == 1


def test_a_document_that_kills_its_worker_every_time_is_given_up(hand_over: HandOver) -> None:
    document = hand_over(read=False)
    Document.objects.update(state=State.READING, attempts=services.MAX_ATTEMPTS)
    services.read(document.pk)
    document.refresh_from_db()
    assert (document.state, document.failure_code) == (State.FAILED, "crash")


def test_of_two_readings_at_once_one_is_stored(hand_over: HandOver, monkeypatch: pytest.MonkeyPatch) -> None:
    document = hand_over(read=False)
    sealed = results.read_sealed
    depth = 0

    def overtaken(*args: str) -> results.Result | results.Failure:
        nonlocal depth
        depth += 1
        if depth == 1:
            services.read(document.pk)
        return sealed(*args)

    monkeypatch.setattr(results, "read_sealed", overtaken)
    services.read(document.pk)
    document.refresh_from_db()
    assert document.state == State.READ
    assert Reading.objects.count() == 1


def test_a_document_that_was_read_is_not_read_twice(hand_over: HandOver) -> None:
    document = hand_over()
    services.read(document.pk)
    assert Reading.objects.count() == 1


def test_text_that_no_database_can_hold_is_stored_without_losing_its_places(hand_over: HandOver) -> None:
    document = hand_over("Kế\0 hoạch\nhai")
    assert document.reading.text == "Kế\N{REPLACEMENT CHARACTER} hoạch\nhai"
    assert document.reading.plan["document"]["title"] == "Kế\N{REPLACEMENT CHARACTER} hoạch"


def test_a_failed_document_is_read_again_when_asked(
    hand_over: HandOver, user: User, run_work: Callable[[], None]
) -> None:
    document = hand_over("crash")
    assert services.retry(user, document.pk).state == State.WAITING
    run_work()
    document.refresh_from_db()
    assert document.state == State.FAILED


def test_every_step_stands_in_the_audit_trail(hand_over: HandOver, user: User) -> None:
    failing = hand_over("crash")
    services.retry(user, failing.pk)
    hand_over("Kế hoạch")
    entries = Entry.objects.filter(object_type="documents.document").values_list("verb", "actor_id")
    assert list(entries) == [
        ("uploaded", user.pk),
        ("failed_to_read", None),
        ("asked_to_read_again", user.pk),
        ("uploaded", user.pk),
        ("read", None),
    ]


def test_the_log_of_a_fault_holds_nothing_of_the_file(
    hand_over: HandOver, caplog: pytest.LogCaptureFixture
) -> None:
    hand_over("fault\nLò Thị Hà, 0912 345 678", name="Lò Thị Hà.txt")
    assert "docx.py:7" in caplog.text
    assert "Lò Thị" not in caplog.text


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"[]",
        b"null",
        b'{"reading": {}}',
        b'{"unreadable": {}}',
        b'{"reading": {"version": "1", "kind": "x", "pages": -1, "text": "", "plan": {"document": {}}, '
        b'"doubts": []}}',
        b'{"reading": {"version": "1", "kind": "x", "pages": 1, "text": 7, "plan": {"document": {}}, '
        b'"doubts": []}}',
        b'{"reading": {"version": "1", "kind": "x", "pages": 1, "text": "", "plan": [], "doubts": []}}',
        b"[" * 100_000,
    ],
)
def test_an_answer_that_is_not_as_agreed_is_a_failure(
    hand_over: HandOver, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    monkeypatch.setattr(sandbox, "run_sealed", lambda *args, **kwargs: answer)
    assert hand_over().failure_code == "crash"
