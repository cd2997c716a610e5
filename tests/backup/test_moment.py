"""Whatever happens while the moment of a backup is chosen, every file that its rows name is in it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from donghanh.accounts.models import User
from donghanh.backup import archive, databases, making
from donghanh.backup.key import Key
from donghanh.backup.manifest import Manifest
from donghanh.documents import originals, services
from donghanh.documents.models import Document
from donghanh.documents.withdrawing import withdraw

pytestmark = pytest.mark.django_db(transaction=True)
Act = Callable[[], object]


@pytest.fixture
def back_up(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> Callable[..., tuple[Manifest, set[str]]]:
    """Call it with what happens just before and just after the moment: what the backup says, and its files."""

    def make(before: Act = lambda: None, after: Act = lambda: None) -> tuple[Manifest, set[str]]:
        engine = databases.of(connection)
        frozen = engine.frozen

        @contextmanager
        def watched(*arguments: Any) -> Iterator[databases.Frozen]:
            before()
            with frozen(*arguments) as moment:
                after()
                yield moment

        monkeypatch.setattr(engine, "frozen", watched)
        key = Key.new()
        run = making.make(tmp_path / "backups", key)
        with archive.Backup(run.path, key) as backup:
            backup.unpack(tmp_path / "unpacked")
            files = (tmp_path / "unpacked" / archive.FILES).rglob("*")
            return backup.manifest, {path.name for path in files if path.is_file()}

    return make


def hand_over(user: User, text: str) -> Document:
    return services.upload(user, [text.encode()], name="ke-hoach.txt").document


def test_what_comes_before_the_moment_is_there_with_its_file(
    user: User, back_up: Callable[..., tuple[Manifest, set[str]]]
) -> None:
    came: list[Document] = []
    manifest, files = back_up(before=lambda: came.append(hand_over(user, "vừa đến")))
    assert manifest.contents.rows["documents_document"] == 1
    assert files == {came[0].sha256}


def test_what_comes_after_the_moment_does_no_harm(
    user: User, back_up: Callable[..., tuple[Manifest, set[str]]]
) -> None:
    manifest, files = back_up(after=lambda: hand_over(user, "đến sau"))
    assert manifest.contents.rows["documents_document"] == 0
    assert len(files) == 1


def test_what_is_withdrawn_after_the_moment_is_still_there_with_its_file(
    user: User, back_up: Callable[..., tuple[Manifest, set[str]]]
) -> None:
    document = hand_over(user, "sắp rút")

    def take_back() -> None:
        withdraw(user, document.pk)
        connection.close()

    taking_back = threading.Thread(target=take_back)

    def meanwhile() -> None:
        taking_back.start()
        while Document.objects.exists():
            time.sleep(0.01)
        time.sleep(0.3)  # for the sweep to come, which has to wait

    manifest, files = back_up(after=meanwhile)
    taking_back.join()
    assert manifest.contents.rows["documents_document"] == 1
    assert files == {document.sha256}
    assert not originals.path_of(document.sha256).exists(), "the sweep came afterwards"
    connection.close()


def test_what_is_only_passing_is_left_out(back_up: Callable[..., tuple[Manifest, set[str]]]) -> None:
    with originals.kept():
        (originals.path_of("ab" * 32).parent).mkdir(parents=True)
        (originals.path_of("ab" * 32).parent.parent / "arriving-x").touch()
        _, files = back_up()
    assert files == set()
