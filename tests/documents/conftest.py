"""People with documents, and a stand-in for the reader that does what the file tells it to."""

import sys
from collections.abc import Callable

import pytest
from django.test import Client

from donghanh.accounts.models import User
from donghanh.documents import child, services
from donghanh.documents.models import Document
from donghanh.reading import READER_VERSION

STAND_IN = """
import json, os, sys, time
data = sys.stdin.buffer.read()
told = data.decode("utf-8", "replace").split("\\n")[0]
if told == "crash":
    os.abort()
if told == "babble":
    print("{}"); sys.exit()
if told == "flood":
    sys.stdout.write("a" * (33 * 1024**2)); sys.exit()
if told == "fault":
    print(json.dumps({"fault": {"kind": "KeyError", "where": "docx.py:7"}})); sys.exit()
if told == "memory":
    print(json.dumps({"fault": {"kind": "MemoryError", "where": "docx.py:7"}})); sys.exit()
if told == "encrypted":
    print(json.dumps({"unreadable": {"code": "encrypted", "message": "Tệp được đặt mật khẩu."}})); sys.exit()
if told == "time":
    time.sleep(30)
if told == "no program":
    print(json.dumps({"unreadable": {"code": "program_missing", "message": "Máy này chưa cài LibreOffice."}})); sys.exit()
recognised = []
if told == "scan":
    for page in (1, 2, 3):
        print(f"#{page}/3", flush=True)
    words = [["Kế", 72.0, 80.0, 90.0, 92.0, 96], ["hoạch", 93.0, 80.0, 130.0, 92.0, 41]]
    recognised = [{"number": 2, "width": 595.0, "height": 842.0, "words": words}]
    open("searchable.pdf", "wb").write(b"%PDF-1.7 stand-in")
if told == "link":
    os.symlink("/etc/passwd", "searchable.pdf")
text = data.decode()
place = {"start": 0, "end": len(told), "page": 1}
count = int(told) if told.isdigit() else 1
line = len(text) // count
activities = [
    {"text": f"Việc {n}", "label": None, "section": "III/1", "lead": ["Hội LHPN xã"], "partners": [],
     "period": None, "note": None, "source": {"start": n * line, "end": (n + 1) * line, "page": 1}}
    for n in range(count)
]
ANNEX = {
    "document": {"kind": "phu_luc", "number": None, "issued_on": None, "title": "Danh sách xã", "issuer": "Hội LHPN tỉnh",
                 "annex_of": {"number": "7/KH-BTV", "issued_on": "2026-02-05", "issuer": None}},
    "allocations": [{"unit": "Xã Bình An", "quantity": 10, "of": "suất", "note": None, "source": place}],
    "findings": [], "file": "phu-luc.xlsx",
}
if "Danh sách" in text:
    start = text.index("Danh sách")
    ANNEX["source"] = {"start": start, "end": len(text), "page": None}
    ANNEX["allocations"][0]["source"] = {"start": start, "end": start + len("Danh sách"), "page": None}
plan = {
    "schema": "donghanh.plan/1",
    "document": {"kind": "ke_hoach", "number": "7/KH-BTV", "issued_on": "2026-02-05", "title": told,
                 "issuer": "Hội LHPN tỉnh", "programme": None, "period": {"from": "2026-01-01", "to": None},
                 "signatory": {}, "recipients": []},
    "legal_bases": [], "sections": [], "targets": [], "activities": activities, "amounts": [],
    "allocations": [], "responsibilities": [], "reporting": [], "places": [],
    **({"papers": [ANNEX]} if told == "annexed" else {}),
    "findings": [{"code": "blank_date", "severity": "error", "message": "Ngày để trống.", "source": place}],
}
if NEWER:
    plan["document"]["number"] = "8/KH-BTV"
    plan["activities"] = activities[:-1]
print(json.dumps({"reading": {"version": VERSION, "kind": "text", "pages": None, "text": text, "plan": plan,
                              "doubts": [], "recognised": recognised}}))
"""


def told_of(version: str, newer: bool = False) -> str:
    return f"VERSION, NEWER = {version!r}, {newer!r}\n{STAND_IN}"


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first line of a file says how its reading goes; anything else is read as a plan of that title."""
    monkeypatch.setattr(child, "READER", (sys.executable, "-I", "-c", told_of(READER_VERSION)))


@pytest.fixture
def older_reader(stand_in: None, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """What is read is read by an older reader; call it, and the reader of today reads otherwise."""
    code = told_of("0")
    monkeypatch.setattr(child, "READER", (sys.executable, "-I", "-c", code))

    def upgrade(otherwise: bool = True) -> None:
        newer = told_of(READER_VERSION, otherwise)
        monkeypatch.setattr(child, "READER", (sys.executable, "-I", "-c", newer))

    return upgrade


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
def signed_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def other(outsider: User) -> Client:
    client = Client()
    client.force_login(outsider)
    return client
