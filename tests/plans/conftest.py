"""A province of today with its communes, people in it, and a paper whose reading was accepted."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from donghanh.accounts.models import RoleGrant, User
from donghanh.accounts.permissions import Role
from donghanh.documents.models import Document, Reading, State, Upload
from donghanh.documents.review.models import Version
from donghanh.organisations.models import Kind, Level, Line, OrgUnit, Place
from donghanh.organisations.placing import NewUnit
from donghanh.plans import taking_in
from donghanh.plans.models import Plan
from organisations import making

DAY = date(2026, 3, 2)
FIRST_DAY = date(2025, 7, 1)
PROVINCE = "Hội LHPN tỉnh Cao Bằng"
COMMUNE, NEIGHBOUR = "Hội LHPN xã Bảo Lạc", "Hội LHPN xã Cốc Pàng"


def source(start: int) -> dict[str, int]:
    return {"start": start, "end": start + 10, "page": 1}


FORM: dict[str, Any] = {
    "schema": "donghanh.plan/1",
    "document": {
        "kind": "ke_hoach", "number": "12/KH-BTV", "issued_on": "2026-03-02", "issuer": PROVINCE,
        "title": "Đồng hành cùng phụ nữ biên cương năm 2026", "programme": "Đồng hành cùng phụ nữ biên cương",
        "period": {"from": "2026-03-01", "to": "2026-11-30"}, "annex_of": None,
        "signatory": {"capacity": "TM. BAN THƯỜNG VỤ", "position": "PHÓ CHỦ TỊCH", "name": "Hoàng Thị Sao"},
        "recipients": ["Hội LHPN các xã, phường", "Lưu: VT"],
    },
    "legal_bases": [
        {"number": "05/CTPH", "kind": "chuong_trinh", "issued_on": "2026-01-15", "issuer": PROVINCE, "source": source(5)}
    ],
    "sections": [
        {"id": "I", "label": "I", "title": "NỘI DUNG", "role": "content", "parent": None, "body": [], "source": source(20)},
        {"id": "I/1", "label": "1", "title": "Truyền thông", "role": "content", "parent": "I", "body": ["Tại bản."],
         "source": source(40)},
        {"id": "II", "label": "II", "title": "TỔ CHỨC THỰC HIỆN", "role": "organisation", "parent": None, "body": [],
         "source": source(400)},
    ],
    "targets": [
        {"text": "Tặng 120 suất quà", "quantity": 120, "unit": "suất quà", "comparator": "=", "per": None,
         "section": "I", "source": source(30)},
        {"text": "Ít nhất 10 hộ thoát nghèo mỗi xã", "quantity": 10, "unit": "hộ", "comparator": ">=",
         "per": "mỗi xã", "section": "I", "source": source(35)},
    ],
    "activities": [
        {"text": "Truyền thông bằng hai thứ tiếng", "label": "1.1", "section": "I/1", "lead": ["Hội LHPN các xã, phường"],
         "partners": ["UBND các xã, phường"], "period": {"text": "tháng 3 - 11", "from": "2026-03-01", "to": "2026-11-30"},
         "note": None, "source": source(60)},
        {"text": "Đối thoại chính sách", "label": "1.2", "section": "I/1", "lead": [COMMUNE], "partners": [],
         "period": None, "note": "chờ hướng dẫn", "source": source(90)},
        {"text": "Khảo sát nhu cầu", "label": "1.3", "section": "I/1", "lead": ["Ban Gia đình - Xã hội tỉnh"], "partners": [],
         "period": None, "note": None, "source": source(120)},
    ],
    "amounts": [
        {"value": 255_000_000, "kind": "total", "per": None, "quantity": None, "text": "255.000.000 đồng", "section": "I",
         "source": source(150)},
        {"value": 500_000, "kind": "rate", "per": "suất", "quantity": None, "text": "500.000 đồng/suất", "section": "I",
         "source": source(160)},
    ],
    "allocations": [
        {"unit": "Hội LHPN xã Bảo Lạc", "quantity": 70, "of": "suất quà", "note": None, "source": source(200)},
        {"unit": "Hội LHPN xã Cốc Pàng", "quantity": 49.5, "of": "suất quà", "note": "đợt 1", "source": source(220)},
    ],
    "responsibilities": [
        {"units": ["UBND các xã, phường"], "request": True, "duties": ["Bố trí địa điểm", "Cử người tham gia"],
         "section": "II", "source": source(420)},
        {"units": ["Hội LHPN các xã, phường"], "request": False, "duties": ["Lập kế hoạch của xã"], "section": "II",
         "source": source(450)},
    ],
    "reporting": [
        {"cycle": "quarterly", "due": "trước ngày 05 tháng đầu quý sau", "from": "Hội LHPN các xã, phường",
         "to": PROVINCE, "via": "Ban Gia đình - Xã hội", "text": "Báo cáo quý", "source": source(480)},
    ],
    "places": [], "findings": [],
}  # fmt: skip


@pytest.fixture
def cao_bang(db: None) -> Line:
    """The Union and the People's Committees of a province and some of its communes."""
    union, _ = Line.objects.get_or_create(code="union", defaults={"name": "Hội Liên hiệp Phụ nữ"})
    committee, _ = Line.objects.get_or_create(code="committee", defaults={"name": "Ủy ban nhân dân"})
    above = Place.objects.create(
        code=4, level=Level.PROVINCE, kind="tỉnh", name="tỉnh Cao Bằng", bare_name="Cao Bằng"
    )
    places = [above] + [
        Place.objects.create(
            code=code, level=Level.COMMUNE, kind="xã", name=f"xã {name}", bare_name=name, parent=above
        )
        for code, name in ((1321, "Bảo Lạc"), (1324, "Cốc Pàng"), (1477, "Trùng Khánh"))
    ]
    for line, kind, title in ((union, Kind.UNION, "Hội LHPN"), (committee, Kind.PEOPLES_COMMITTEE, "UBND")):
        top = None
        for place in places:
            new = NewUnit(kind, place.level, f"{title} {place.name}", place=place)
            made = making.add(new, superior=top, line=line)
            top = top or made
    return union


def unit(name: str) -> OrgUnit:
    return OrgUnit.objects.get(name=name, until__gt=DAY)


Hire = Callable[..., User]


@pytest.fixture
def hire(cao_bang: Line) -> Hire:
    def hire_one(name: str, role: Role = Role.DATA_ENTRY, where: str = PROVINCE) -> User:
        person = User.objects.create_user(name, "mật khẩu thử", f"Đồng chí {name}")
        RoleGrant.objects.create(user=person, unit=unit(where), line=cao_bang, role=role, since=FIRST_DAY)
        return person

    return hire_one


@pytest.fixture
def lan(hire: Hire) -> User:
    """Who writes the plans of the province."""
    return hire("lan")


def accepted(user: User, keeper: OrgUnit, form: Mapping[str, Any] = FORM) -> Version:
    """What a person accepted of a paper that was handed over for a unit."""
    number = Document.objects.count()
    document = Document.objects.create(sha256=f"{number:064}", size=1)
    Upload.objects.create(document=document, uploaded_by=user, unit=keeper, original_name="kế hoạch.docx")
    reading = Reading.objects.create(document=document, reader_version="1", text="x", plan=dict(form))
    Document.objects.filter(pk=document.pk).update(state=State.READ, reading=reading)
    return Version.objects.create(
        document=document, number=1, reading=reading, step=0, plan=dict(form), accepted_by=user
    )


Make = Callable[..., Plan]


@pytest.fixture
def make(lan: User, cao_bang: Line) -> Make:
    """Call it to have Lan make the province's plan of a paper."""

    def make_one(form: Mapping[str, Any] = FORM, user: User | None = None, keeper: str = PROVINCE) -> Plan:
        kept = unit(keeper)
        version = accepted(user or lan, kept, form)
        return taking_in.take_in(user or lan, version, 1, unit=unit(PROVINCE), keeper=kept, line=cao_bang)

    return make_one
