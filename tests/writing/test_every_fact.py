"""What the lists say besides their sentences stands on the paper, and is read back where reading can."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest

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
    there_and_back,
    written,
)


def back_of(
    name: str, entry: Form, folder: Path, title: str = "CHỈ TIÊU", role: str = "targets"
) -> list[Form]:
    form = plan(section("I", title, role), **{name: [entry]})
    assert not lost(there_and_back(form, folder))
    found: list[Form] = read_back(written(form), folder)[name]
    return found


def words_of(data: bytes) -> str:
    made = docx.Document(io.BytesIO(data))
    cells = (cell.text for one in made.tables for row in one.rows for cell in row.cells)
    return "\n".join((*(one.text for one in made.paragraphs), *cells))


@pytest.mark.parametrize("per", ["mỗi cơ sở Hội", "chi hội"])
@pytest.mark.parametrize("comparator", ["=", ">=", ">", "<=", "<"])
def test_who_has_to_reach_a_target_and_how_far_comes_back(per: str, comparator: str, tmp_path: Path) -> None:
    wanted = target("Ra mắt mô hình giúp phụ nữ khởi nghiệp", "I", 2, "mô hình", comparator) | {"per": per}
    (found,) = back_of("targets", wanted, tmp_path)
    assert [found[key] for key in ("quantity", "unit", "per", "comparator")] == [
        2,
        "mô hình",
        per,
        comparator,
    ]


def test_a_bound_that_the_sentence_does_not_tell_stands_beside_it(tmp_path: Path) -> None:
    (found,) = back_of("targets", target("Giúp 12 hộ thoát nghèo.", "I", 12, "hộ", ">="), tmp_path)
    assert found["comparator"] == ">="


def test_who_has_to_reach_a_target_without_a_figure_is_noted() -> None:
    entry = target("Xây dựng Hội vững mạnh", "I", None, None) | {"per": "mỗi chi hội"}
    assert "mỗi chi hội" in words_of(written(plan(section("I", "CHỈ TIÊU", "targets"), targets=[entry])))


SUMS: dict[str, tuple[Form, str]] = {
    "how many": (amount("Chi 500.000 đồng mua sách.", "I", 500_000, quantity=12), "12"),
    "what for": (amount("Chi 500.000 đồng mua sách.", "I", 500_000, "rate", per="tủ sách"), "tủ sách"),
    "a bound": (amount("Chi 500.000 đồng mua sách.", "I", 500_000, "cap"), "Mức tối đa"),
    "a price": (amount("Chi 500.000 đồng mua sách.", "I", 500_000, "rate"), "Đơn giá"),
}


@pytest.mark.parametrize("name", SUMS)
def test_what_a_sentence_does_not_say_of_its_sum_stands_beside_it(name: str, tmp_path: Path) -> None:
    entry, words = SUMS[name]
    form = plan(section("I", "KINH PHÍ", "budget"), amounts=[entry])
    assert words in words_of(written(form))
    assert [one["value"] for one in read_back(written(form), tmp_path)["amounts"]] == [500_000]


def test_two_counts_of_one_line_are_both_written() -> None:
    sums = [
        amount("In tài liệu", "I", 10_000, "rate", per=per, quantity=n)
        for per, n in (("tờ", 40), ("cuốn", 7))
    ]
    words = words_of(written(plan(section("I", "KINH PHÍ", "budget"), amounts=sums)))
    assert all(one in words for one in ("đồng/tờ", "đồng/cuốn", "40", "Số lượng: 7"))


@pytest.mark.parametrize(
    ("title", "duties"),
    [
        ("Trạm Y tế xã", ("Khám bệnh cho phụ nữ.", "Tư vấn dinh dưỡng.")),
        ("Phân công nhiệm vụ", ("Trạm Y tế xã khám bệnh cho phụ nữ.",)),
        ("Phân công nhiệm vụ", ("Khám bệnh cho phụ nữ.",)),
    ],
)
def test_one_who_can_only_be_asked_is_asked(title: str, duties: tuple[str, ...]) -> None:
    sections = (section("I", "TỔ CHỨC THỰC HIỆN", "organisation"), section("I/1", title, "organisation"))
    asked = duty("I/1", *duties, units=("Trạm Y tế xã",), request=True)
    words = words_of(written(plan(*sections, responsibilities=[asked])))
    assert "Đề nghị" in words
    assert "Đề nghị" not in words_of(written(plan(*sections, responsibilities=[asked | {"request": False}])))


def test_a_sentence_that_asks_comes_back_as_a_request(tmp_path: Path) -> None:
    sections = (
        section("I", "TỔ CHỨC THỰC HIỆN", "organisation"),
        section("I/1", "Phân công nhiệm vụ", "organisation"),
    )
    asked = duty("I/1", "Trạm Y tế xã khám bệnh.", units=("Trạm Y tế xã",), request=True)
    assert not lost(there_and_back(plan(*sections, responsibilities=[asked]), tmp_path))


def report(text: str, cycle: str, **changed: Any) -> Form:
    return {"cycle": cycle, "due": None, "from": None, "to": None, "via": None, "text": text, **changed}


@pytest.mark.parametrize("cycle", ["weekly", "monthly", "quarterly", "semiannual", "nine_month", "annual"])
@pytest.mark.parametrize("due", [None, "--12-05"])
def test_a_report_tells_who_to_whom_how_often_and_by_when(
    cycle: str, due: str | None, tmp_path: Path
) -> None:
    wanted = report(
        "Báo cáo kết quả thực hiện.", cycle, due=due, to="Hội LHPN xã", via="Văn phòng Hội", **{"from": "Trạm Y tế xã"}
    )  # fmt: skip
    (found,) = back_of("reporting", wanted, tmp_path, "CHẾ ĐỘ BÁO CÁO", "reporting")
    assert {key: found[key] for key in ("cycle", "due", "from", "to", "via")} == {
        key: wanted[key] for key in ("cycle", "due", "from", "to", "via")
    }


@pytest.mark.parametrize("due", ["2026-12-05", "ngày 20 của tháng cuối quý"])
def test_the_day_of_a_report_is_told_as_papers_tell_it(due: str, tmp_path: Path) -> None:
    cycle = "once" if due[0] == "2" else "quarterly"
    (found,) = back_of(
        "reporting", report("Báo cáo kết quả.", cycle, due=due), tmp_path, "CHẾ ĐỘ BÁO CÁO", "reporting"
    )
    assert (found["cycle"], found["due"]) == (cycle, due)


def test_a_report_that_is_a_duty_too_is_told_in_full_once(tmp_path: Path) -> None:
    sections = (
        section("I", "TỔ CHỨC THỰC HIỆN", "organisation"),
        section("I/1", "Trạm Y tế xã", "organisation"),
    )
    duties = duty("I/1", "Khám bệnh; báo cáo kết quả.", "Tư vấn.", units=("Trạm Y tế xã",))
    reports = [report("báo cáo kết quả.", "monthly", to="Hội LHPN xã", **{"from": "Trạm Y tế xã"})]
    form = plan(*sections, responsibilities=[duties], reporting=reports)
    assert not lost(there_and_back(form, tmp_path))
    words = words_of(written(form))
    assert words.count("báo cáo kết quả, định kỳ hằng tháng, gửi Hội LHPN xã.") == 1


@pytest.mark.parametrize("programme", ["Đề án 939", "Chương trình “Mẹ đỡ đầu”"])
def test_a_programme_that_the_title_does_not_name_is_named(programme: str) -> None:
    named = plan(head=document(programme=programme))
    assert words_of(written(named)).count(f"Kế hoạch này thực hiện {programme}.") == 1
    told = plan(
        head=document(programme=programme, title="Thực hiện Đề án 939 và Chương trình Mẹ đỡ đầu năm 2026")
    )
    assert "Kế hoạch này thực hiện" not in words_of(written(told))


def test_each_note_of_a_unit_is_kept() -> None:
    shares = [
        quota("Chi hội Đông", 3, "Suất quà", "Thôn xa"),
        quota("Chi hội Đông", 1, "Xe đạp", "Trẻ mồ côi"),
    ]
    assert "Thôn xa; Trẻ mồ côi" in words_of(written(plan(allocations=shares)))


def test_a_basis_without_a_number_is_cited() -> None:
    basis = {"number": None, "kind": "Luật Trẻ em", "issued_on": None, "issuer": None}
    assert "Căn cứ Luật Trẻ em." in words_of(written(plan(legal_bases=[basis])))


FOOT = ["Nơi nhận:", "(Đã ký)", "Người lập biểu: Trần Thị Lan"]
TWO = {"capacity": "TM. A / TM. B", "position": "CHỦ TỊCH / BÍ THƯ", "name": "Lê Thị Hoa / Trần Văn Bình"}


@pytest.mark.parametrize("key", LAYOUTS)
@pytest.mark.parametrize("signatory", [{}, {"signatory": TWO}], ids=["one", "two"])
def test_what_else_the_foot_says_comes_back(signatory: Form, key: str, tmp_path: Path) -> None:
    form = plan(section("I", "NỘI DUNG"), head={**document(**signatory), "footer": FOOT},
                activities=[activity("Mở lớp may.", "I"), activity("Tặng quà.", "I")])  # fmt: skip
    data = written(form, key)
    back = read_back(data, tmp_path)
    assert sorted(back["document"]["footer"]) == sorted(FOOT)
    assert not lost(there_and_back(form, tmp_path, key))
    assert check_layout(data, layout(key)) == []
