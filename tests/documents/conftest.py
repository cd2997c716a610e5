"""People with documents, and a stand-in for the reader that does what the file tells it to."""

import sys
from collections.abc import Callable

import pytest
from django.test import Client

from donghanh.accounts.models import User
from donghanh.documents import sandbox, services
from donghanh.documents.models import Document

STAND_IN = """
import json, os, sys, time
data = sys.stdin.buffer.read()
told = data.decode("utf-8", "replace").split("\\n")[0]
if told == "crash":
    os.abort()
if told == "babble":
    print("{}"); sys.exit()
if told == "fault":
    print(json.dumps({"fault": {"kind": "KeyError", "where": "docx.py:7"}})); sys.exit()
if told == "memory":
    print(json.dumps({"fault": {"kind": "MemoryError", "where": "docx.py:7"}})); sys.exit()
if told == "encrypted":
    print(json.dumps({"unreadable": {"code": "encrypted", "message": "Tệp được đặt mật khẩu."}})); sys.exit()
if told == "time":
    time.sleep(30)
text = data.decode()
place = {"start": 0, "end": len(told), "page": 1}
count = int(told) if told.isdigit() else 1
line = len(text) // count
activities = [
    {"text": f"Việc {n}", "label": None, "section": "III/1", "lead": ["Hội LHPN xã"], "partners": [],
     "period": None, "note": None, "source": {"start": n * line, "end": (n + 1) * line, "page": 1}}
    for n in range(count)
]
plan = {
    "schema": "donghanh.plan/1",
    "document": {"kind": "ke_hoach", "number": "7/KH-BTV", "issued_on": "2026-02-05", "title": told,
                 "issuer": "Hội LHPN tỉnh", "programme": None, "period": {"from": "2026-01-01", "to": None},
                 "signatory": {}, "recipients": []},
    "legal_bases": [], "sections": [], "targets": [], "activities": activities, "amounts": [],
    "allocations": [], "responsibilities": [], "reporting": [], "places": [],
    "findings": [{"code": "blank_date", "severity": "error", "message": "Ngày để trống.", "source": place}],
}
print(json.dumps({"reading": {"version": "1", "kind": "text", "pages": None, "text": text, "plan": plan,
                              "doubts": []}}))
"""


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first line of a file says how its reading goes; anything else is read as a plan of that title."""
    monkeypatch.setattr(sandbox, "READER", (sys.executable, "-I", "-c", STAND_IN))


@pytest.fixture
def hand_over(user: User, stand_in: None) -> Callable[..., Document]:
    """Call it with a content to have the person hand it over and, unless told otherwise, read."""

    def hand(content: str | bytes = "Kế hoạch", name: str = "kế hoạch.txt", read: bool = True) -> Document:
        data = content.encode() if isinstance(content, str) else content
        document = services.upload(user, [data], name=name).document
        if read:
            services.read(document.pk)
            document.refresh_from_db()
        return document

    return hand


@pytest.fixture
def outsider(db: None) -> User:
    return User.objects.create_user("mai", "mật khẩu thử", "Trần Thị Mai")


@pytest.fixture
def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def other(outsider: User) -> Client:
    client = Client()
    client.force_login(outsider)
    return client
