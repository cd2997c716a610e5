"""Any plan that an office could have: written in either layout, with its words or without, it comes back whole."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.score import score
from donghanh.writing.checking import check_layout
from donghanh.writing.layout import LAYOUTS, layout
from writing.plans import (
    Form,
    activity,
    amount,
    document,
    duty,
    lost,
    plan,
    quota,
    read_back,
    section,
    target,
    written,
)

ACTS = (
    "Mở lớp dạy nghề may công nghiệp", "Khám sức khỏe sinh sản lưu động", "Phát thanh về phòng, chống bạo lực gia đình",
    "Trồng tuyến đường hoa kiểu mẫu", "Sửa chữa nhà dột nát", "Rà soát hội viên đơn thân", "Trao học bổng cho trẻ mồ côi",
    "Kết nối tiêu thụ rau sạch", "Tập huấn sử dụng dịch vụ công trực tuyến", "Giao lưu văn nghệ quần chúng",
)  # fmt: skip
OFFICES = ("Hội LHPN xã", "Đoàn Thanh niên xã", "Trạm Y tế xã", "Công an xã", "Hội Nông dân xã")
TIMES = (("Tháng 3/2026", "2026-03-01", "2026-03-31"), ("Quý II/2026", "2026-04-01", "2026-06-30"))
PARTS = (
    ("MỤC ĐÍCH, YÊU CẦU", "purpose"),
    ("CHỈ TIÊU", "targets"),
    ("NỘI DUNG", "content"),
    ("KINH PHÍ", "budget"),
    ("TỔ CHỨC THỰC HIỆN", "organisation"),
)
ROMAN = ("I", "II", "III", "IV", "V")


@st.composite
def acts(draw: st.DrawFn, place: str) -> list[Form]:
    """Activities of one section: all as sentences, or all as rows of a table, numbered or not."""
    texts = draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=5, unique=True))
    rows, numbered = draw(st.booleans()), draw(st.booleans())
    made = []
    for number, text in enumerate(texts, 1):
        more: dict[str, Any] = {}
        if rows:
            when = draw(st.none() | st.sampled_from(TIMES))
            more = {
                "lead": [draw(st.sampled_from(OFFICES))],
                "partners": draw(st.lists(st.sampled_from(OFFICES), max_size=2, unique=True)),
                "period": when and dict(zip(("text", "from", "to"), when, strict=True)),
                "note": draw(st.none() | st.just("Ưu tiên chi hội vùng xa")),
            }
        label = str(number) if rows and numbered else None
        made.append(activity(text + ("" if rows else f" cho {number + 1} chi hội."), place, label, **more))
    return made


@st.composite
def contents(draw: st.DrawFn, top: str) -> tuple[list[Form], list[Form]]:
    """Headings below a heading of contents, and what is to be done under the lowest."""
    if draw(st.booleans()):
        return [], draw(acts(top))
    sections, found = [], []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        place = f"{top}/{number}"
        sections.append(section(place, f"Công tác thứ {number} của Hội"))
        if draw(st.booleans()):
            sections += [section(f"{place}/{number}.{n}", f"Việc {n} của nhóm {number}") for n in (1, 2)]
            found += [act for n in (1, 2) for act in draw(acts(f"{place}/{number}.{n}"))]
        else:
            found += draw(acts(place))
    return sections, found


@st.composite
def money(draw: st.DrawFn, place: str) -> list[Form]:
    if draw(st.booleans()):
        return [
            amount(f"In tờ rơi đợt {n}: {n}.500.000 đồng.", place, n * 1_000_000 + 500_000)
            for n in range(1, draw(st.integers(1, 3)) + 1)
        ]
    made = []
    for n in range(1, draw(st.integers(1, 4)) + 1):
        price, count = 1000 * draw(st.integers(5, 900)), draw(st.integers(2, 90))
        made.append(amount(f"Vật tư loại {n}", place, price, "rate", per="bộ", quantity=count))
        made.append(amount(f"Vật tư loại {n}", place, price * count, quantity=count))
    total = sum(one["value"] for one in made if one["kind"] == "total")
    return [*made, amount("Tổng cộng", place, total)] if len(made) > 2 else made


@st.composite
def plans(draw: st.DrawFn) -> Form:
    chosen = [part for part in PARTS if part[1] == "content" or draw(st.booleans())]
    sections: list[Form] = []
    lists: dict[str, list[Form]] = {}
    for label, (title, role) in zip(ROMAN, chosen, strict=False):
        sections.append(section(label, title, role))
        if role == "content":
            below, lists["activities"] = draw(contents(label))
            sections += below
        elif role == "targets":
            counts = draw(st.lists(st.integers(2, 400), min_size=1, max_size=4, unique=True))
            if draw(st.booleans()):
                lists["targets"] = [
                    target(f"Vận động ít nhất {n} hộ tham gia.", label, n, "hộ", ">=") for n in counts
                ]
            else:
                lists["targets"] = [
                    target(f"Hội viên nhóm {'ABCD'[i]}", label, n, "người") for i, n in enumerate(counts)
                ]
            if draw(st.booleans()):
                lists["allocations"] = [
                    quota(f"Chi hội {name}", draw(st.integers(1, 60))) for name in ("Đông", "Đoài", "Trung")
                ]
        elif role == "budget":
            lists["amounts"] = draw(money(label))
        elif role == "organisation":
            for number, office in enumerate(
                draw(st.lists(st.sampled_from(OFFICES), min_size=1, max_size=3, unique=True)), 1
            ):
                asked = draw(st.booleans())
                place = f"{label}/{number}"
                sections.append(section(place, f"Đề nghị {office}" if asked else office, role))
                duties = ["Cử cán bộ theo dõi.", "Kiểm tra, đôn đốc cơ sở."][: draw(st.integers(1, 2))]
                lists.setdefault("responsibilities", []).append(
                    duty(place, *duties, units=(office,), request=asked)
                )
    head = document(
        number=draw(st.none() | st.just("7/KH-BTV")),
        issued_on=draw(st.none() | st.just("2026-02-09")),
        recipients=draw(st.sampled_from([[], ["Lưu: VT"], ["Hội LHPN tỉnh", "Đảng ủy xã", "Lưu: VT, VP"]])),
        signatory=draw(
            st.sampled_from(
                [
                    {"capacity": None, "position": None, "name": None},
                    {"capacity": "TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH", "position": "PHÓ CHỦ TỊCH", "name": "Trần Thị Bình"},
                ]
            )
        ),
    )  # fmt: skip
    return plan(*sections, head=head, **lists)


@given(plans(), st.sampled_from(LAYOUTS), st.booleans(), st.booleans())
def test_any_plan_comes_back_whole(form: Form, key: str, with_words: bool, with_places: bool) -> None:
    """with_words: what was read first is written once more, its bodies now verbatim."""
    with TemporaryDirectory() as folder:
        data = written(form, key)
        back = read_back(data, Path(folder))
        found = lost(score(form, back))
        if with_words:
            if not with_places:
                back = {name: _without_sources(value) for name, value in back.items()}
            data = written(back, key)
            found |= lost(score(back, read_back(data, Path(folder))))
    found.pop("findings", None)  # no list says what a clerk would query
    assert not found
    assert check_layout(data, layout(key)) == []


def _without_sources(value: Any) -> Any:
    if isinstance(value, list):
        return [
            {k: v for k, v in entry.items() if k != "source"} if isinstance(entry, dict) else entry
            for entry in value
        ]
    return value
