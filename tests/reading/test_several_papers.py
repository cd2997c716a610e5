"""A file that holds several papers is told apart; an archive of files is read as one plan and its annexes."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from donghanh.reading import read_file
from donghanh.reading.blocks import FileKind, Paragraph
from donghanh.reading.errors import EncryptedFile, HostileFile, UnreadableFile, UnsupportedFile
from reading.building import TAIL, read, reading, table

ROWS = table(
    ["TT", "Nội dung", "Đơn vị thực hiện"], ["1", "Phát tin", "Hội LHPN xã"], ["2", "Tặng quà", "Đoàn xã"]
)
QUOTA = table(["TT", "Tên xã", "Số suất"], ["1", "Xã Bình An", "10"], ["2", "Xã Yên Mô", "15"])


def papers(*behind: Any, **parts: Any) -> list[dict[str, Any]]:
    """The papers of a file with a plan and what stands behind its signature."""
    plan = read("I. NỘI DUNG", "- Mở lớp.", tail=(*TAIL, *behind), **parts)
    return [plan, *plan.get("papers", [])]


def activities(paper: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(fact["text"], fact["section"]) for fact in paper["activities"]]


def test_an_annex_behind_the_signature_is_a_paper_of_its_own() -> None:
    plan, annex = papers("PHỤ LỤC I", "Phân công nhiệm vụ", ROWS)
    assert activities(plan) == [("Mở lớp.", "I")]
    assert activities(annex) == [("Phát tin", None), ("Tặng quà", None)]
    assert annex["document"]["kind"] == "phu_luc"
    assert annex["document"]["title"] == "Phân công nhiệm vụ"


def test_an_annex_is_joined_to_the_plan_that_it_stands_behind() -> None:
    plan, annex = papers("PHỤ LỤC", "Danh sách xã", QUOTA)
    assert annex["document"]["number"] is None
    assert annex["document"]["annex_of"] == {
        "number": "05/KH-BTV",
        "issued_on": "2025-01-10",
        "issuer": plan["document"]["issuer"],
    }
    assert annex["document"]["issuer"] == plan["document"]["issuer"]
    assert plan["document"]["annex_of"] is None


def test_blanks_in_the_line_of_an_annex_are_filled_from_its_plan() -> None:
    _, annex = papers(
        "PHỤ LỤC",
        "Danh sách xã",
        "(Kèm theo Kế hoạch số    /KH-BTV ngày   /  /2025 của Hội LHPN xã Bình An)",
        QUOTA,
    )
    assert annex["document"]["annex_of"]["number"] == "05/KH-BTV"
    assert [f["code"] for f in annex["findings"]].count("blank_number") == 1


def test_an_annex_of_another_document_keeps_the_number_that_it_names() -> None:
    _, annex = papers(
        "PHỤ LỤC",
        "Danh sách xã",
        "(Kèm theo Quyết định số 77/QĐ-UBND ngày 02/01/2025 của UBND xã Bình An)",
        QUOTA,
    )
    assert annex["document"]["annex_of"] == {
        "number": "77/QĐ-UBND",
        "issued_on": "2025-01-02",
        "issuer": "UBND xã Bình An",
    }


def test_each_annex_has_facts_and_numbers_of_its_own() -> None:
    _, first, second = papers(
        "PHỤ LỤC I", "Phân công", "I. HỖ TRỢ", "- Tặng quà.", "PHỤ LỤC II", "Danh sách xã", QUOTA
    )
    assert [s["id"] for s in first["sections"]] == ["I"]
    assert [(f["unit"], f["quantity"]) for f in second["allocations"]] == [
        ("Xã Bình An", 10),
        ("Xã Yên Mô", 15),
    ]
    assert not first["allocations"]


def test_a_table_behind_the_signature_takes_its_title_along() -> None:
    plan, annex = papers(
        "DANH SÁCH CÁC XÃ ĐƯỢC HỖ TRỢ", "(Kèm theo Kế hoạch số 05/KH-BTV ngày 10/01/2025)", QUOTA
    )
    assert plan["document"]["signatory"]["name"] == "Nguyễn Thị Lan"
    assert annex["document"]["title"] == "DANH SÁCH CÁC XÃ ĐƯỢC HỖ TRỢ"
    assert len(annex["allocations"]) == 2


def test_a_table_without_a_title_behind_the_signature_belongs_to_the_paper() -> None:
    rows = table(
        ["TT", "Nội dung", "Chủ trì"],
        *([str(n), f"Mở lớp số {n}", "Hội LHPN xã"] for n in range(1, 15)),
        ["15", "Trao quà", ""],
    )
    [plan] = papers(QUOTA, rows)
    assert plan["document"]["signatory"]["name"] == "Nguyễn Thị Lan"
    assert [(f["unit"], f["quantity"]) for f in plan["allocations"]] == [
        ("Xã Bình An", 10),
        ("Xã Yên Mô", 15),
    ]
    assert [text for text, section in activities(plan) if section is None][-1] == "Trao quà"
    assert "missing_lead" in {f["code"] for f in plan["findings"]}


def test_a_list_under_its_name_is_an_annex() -> None:
    plan, annex = papers("DANH SÁCH CHI HỘI NHẬN QUÀ", "1. Chi hội thôn Đông", "2. Chi hội thôn Đoài")
    assert plan["document"]["signatory"]["position"] == "CHỦ TỊCH"
    assert annex["document"]["title"] == "DANH SÁCH CHI HỘI NHẬN QUÀ"
    assert [section["title"] for section in annex["sections"]] == ["Chi hội thôn Đông", "Chi hội thôn Đoài"]


def test_a_note_above_a_table_is_no_title() -> None:
    assert len(papers(QUOTA, "Ghi chú: gửi bản điện tử.", QUOTA)) == 1


def test_a_nameless_table_under_its_title_is_an_annex() -> None:
    _, annex = papers("Phân bổ", QUOTA)
    assert (annex["document"]["kind"], annex["document"]["title"]) == ("phu_luc", "Phân bổ")
    assert annex["document"]["annex_of"]["number"] == "05/KH-BTV"


def test_a_budget_behind_the_signature_lists_no_activities() -> None:
    rows = table(
        ["TT", "Nội dung", "Số tiền"],
        ["1", "Thuê hội trường", "2.000.000"],
        ["2", "In tài liệu", "1.000.000"],
    )
    _, annex = papers("PHỤ LỤC", "Dự toán kinh phí", "Đơn vị tính: đồng", rows)
    assert annex["activities"] == []
    assert [fact["value"] for fact in annex["amounts"]] == [2_000_000, 1_000_000]


def test_an_annex_lacks_neither_targets_nor_reports() -> None:
    _, annex = papers("PHỤ LỤC I", "Phân công nhiệm vụ", ROWS)
    assert not {f["code"] for f in annex["findings"]} & {
        "missing_targets",
        "missing_budget",
        "missing_reporting",
    }


def test_the_plan_that_a_decision_issues_leads_and_the_decision_stands_beside_it() -> None:
    plan = read(
        "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chăm lo trẻ em mồ côi.",
        "Điều 2. Quyết định có hiệu lực kể từ ngày ký.",
        kind="QUYẾT ĐỊNH", title="Về việc ban hành Kế hoạch chăm lo trẻ em mồ côi", number="Số: 12/QĐ-BTV",
        tail=(
            *TAIL, "KẾ HOẠCH", "Chăm lo trẻ em mồ côi năm 2025",
            "(Ban hành kèm theo Quyết định số 12/QĐ-BTV ngày 10/01/2025 của Ban Thường vụ)",
            "I. MỤC TIÊU", "1. Tặng 50 suất quà.", "II. NỘI DUNG", "- Mở lớp.",
        ),
    )  # fmt: skip
    [decision] = plan["papers"]
    assert (decision["document"]["kind"], plan["document"]["kind"]) == ("quyet_dinh", "ke_hoach")
    assert plan["document"]["annex_of"]["number"] == "12/QĐ-BTV"
    assert [target["quantity"] for target in plan["targets"]] == [50]
    assert activities(plan) == [("Mở lớp.", "II")]
    assert decision["targets"] == []


def test_a_second_paper_with_its_own_letterhead_and_number_is_no_annex() -> None:
    _, letter = papers(
        "HỘI LHPN XÃ BÌNH AN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 09/HD-BTV", "Bình An, ngày 12 tháng 01 năm 2025",
        "HƯỚNG DẪN", "Mở lớp", "I. NỘI DUNG", "- Chọn người dạy.",
    )  # fmt: skip
    assert (letter["document"]["kind"], letter["document"]["number"]) == ("huong_dan", "09/HD-BTV")
    assert letter["document"]["annex_of"] is None


@pytest.mark.parametrize(
    "words",
    [
        "Người lập biểu",
        "(Đã ký và đóng dấu)",
        "Ghi chú: gửi bản điện tử.",
        "Phụ lục gửi kèm theo công văn điện tử.",
    ],
)
def test_words_behind_the_signature_are_no_paper(words: str) -> None:
    assert len(papers(words)) == 1


def test_an_annex_named_in_the_body_stays_in_the_body() -> None:
    plan = read("I. NỘI DUNG", "- Mở lớp.", "Phụ lục I", "- Tặng quà.")
    assert "papers" not in plan


def test_a_file_of_annexes_alone_is_read_annex_by_annex() -> None:
    first = read(
        "Đơn vị tính: suất", QUOTA, Paragraph("PHỤ LỤC II", 0, 10, centred=True), "Phân công nhiệm vụ", ROWS,
        kind="PHỤ LỤC I", title="Danh sách xã", number=None, day=None, opening=(), tail=(),
    )  # fmt: skip
    [second] = first["papers"]
    assert len(first["allocations"]) == 2
    assert activities(second) == [("Phát tin", None), ("Tặng quà", None)]


def test_each_paper_says_where_it_stands_in_the_text() -> None:
    found = reading("I. NỘI DUNG", "- Mở lớp.", tail=(*TAIL, "PHỤ LỤC", "Danh sách xã", QUOTA))
    [annex] = found.plan["papers"]
    ranges = [(paper["source"]["start"], paper["source"]["end"]) for paper in (found.plan, annex)]
    assert ranges[0][0] == 0
    assert found.text[slice(*ranges[1])].startswith("PHỤ LỤC\nDanh sách xã")
    assert ranges[1][1] == len(found.text)


def test_a_second_plan_behind_an_unsigned_annex_is_a_paper_of_its_own() -> None:
    _, annex, plan = papers(
        "PHỤ LỤC I", "Danh sách xã", QUOTA,
        "HỘI LHPN XÃ YÊN MÔ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 09/KH-BTV", "Yên Mô, ngày 12 tháng 01 năm 2025",
        "KẾ HOẠCH", "Mở lớp", "I. NỘI DUNG", "- Chọn người dạy.",
    )  # fmt: skip
    assert len(annex["allocations"]) == 2
    assert (plan["document"]["kind"], plan["document"]["number"]) == ("ke_hoach", "09/KH-BTV")


def test_footnotes_at_the_end_do_not_stretch_the_first_paper() -> None:
    found = reading(
        "I. NỘI DUNG",
        "- Mở lớp.",
        tail=(*TAIL, "PHỤ LỤC", "Danh sách xã", QUOTA, "[1] Kế hoạch số 2/KH-UBND"),
    )
    [annex] = found.plan["papers"]
    assert found.plan["source"]["end"] < annex["source"]["start"]
    assert "2/KH-UBND" in found.text


def test_every_range_refers_to_the_one_text() -> None:
    found = reading("I. NỘI DUNG", "- Mở lớp.", tail=(*TAIL, "PHỤ LỤC", "Danh sách xã", QUOTA))
    [annex] = found.plan["papers"]
    for fact in annex["allocations"]:
        assert found.text[fact["source"]["start"] : fact["source"]["end"]] == fact["unit"]


# --- archives -------------------------------------------------------------------------------------------


PLAN = "\n".join(
    [
        "HỘI LHPN XÃ BÌNH AN", "Số: 05/KH-BTV", "Bình An, ngày 10 tháng 01 năm 2025", "KẾ HOẠCH", "Chăm lo trẻ em năm 2025",
        "Ban Thường vụ Hội LHPN xã Bình An xây dựng kế hoạch như sau:", "I. NỘI DUNG", "- Mở lớp.", *TAIL,
    ]
)  # fmt: skip
ANNEX = "PHỤ LỤC\nDanh sách xã\n(Kèm theo Kế hoạch số 05/KH-BTV ngày 10/01/2025)\nTT\tTên xã\tSố suất\n1\tXã Bình An\t10\n2\tXã Yên Mô\t15\n"


def packed(tmp_path: Path, files: dict[str, str | bytes]) -> Path:
    path = tmp_path / "ke-hoach.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_an_archive_is_read_as_a_plan_and_its_annexes(tmp_path: Path) -> None:
    found = read_file(packed(tmp_path, {"a/Phụ lục 1.txt": ANNEX, "b/Kế hoạch.txt": PLAN}))
    [annex] = found.plan["papers"]
    assert found.kind is FileKind.ZIP
    assert (found.plan["file"], annex["file"]) == ("Kế hoạch.txt", "Phụ lục 1.txt")
    assert found.plan["document"]["number"] == "05/KH-BTV"
    assert annex["document"]["annex_of"]["issuer"] == "Ban Thường vụ Hội LHPN xã Bình An"
    for fact in (*annex["allocations"], *found.plan["activities"]):
        start, end = fact["source"]["start"], fact["source"]["end"]
        assert found.text[start:end] == fact.get("unit", fact.get("text"))


def test_what_is_no_paper_does_not_lead_an_archive(tmp_path: Path) -> None:
    note = "Gửi chị Lan, em gửi chị kế hoạch và phụ lục để chị xem giúp em trước thứ Sáu ạ.\n"
    found = read_file(packed(tmp_path, {"a ghi chú.txt": note, "Kế hoạch.txt": PLAN}))
    assert found.plan["file"] == "Kế hoạch.txt"


def test_files_are_taken_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    found = read_file(
        packed(
            tmp_path,
            {f"Phụ lục {n}.txt": ANNEX.replace("Bình An", f"Số {n}") for n in (10, 2, 1)} | {"KH.txt": PLAN},
        )
    )
    assert [paper["file"] for paper in found.plan["papers"]] == [f"Phụ lục {n}.txt" for n in (1, 2, 10)]


def test_a_packed_file_that_cannot_be_read_is_told_and_stops_nothing(tmp_path: Path) -> None:
    nested = packed(tmp_path, {"x.txt": "x"}).read_bytes()
    path = packed(
        tmp_path,
        {"KH.txt": PLAN, "bai-hat.mp3": b"ID3\x03" + bytes(50), "them.zip": nested, "khac.docx": nested},
    )
    found = read_file(path)
    told = " ".join(doubt.message for doubt in found.doubts if doubt.code == "not_read")
    assert all(name in told for name in ("bai-hat.mp3", "them.zip", "khac.docx"))
    assert found.plan["papers"] == []


def test_what_systems_leave_in_archives_is_passed_over(tmp_path: Path) -> None:
    litter = dict.fromkeys(("__MACOSX/._KH.txt", ".DS_Store", "a/Thumbs.db", "~$KH.docx"), b"\x00")
    found = read_file(packed(tmp_path, {"KH.txt": PLAN, **litter}))
    assert found.plan["file"] == "KH.txt"
    assert not [doubt for doubt in found.doubts if doubt.code == "not_read"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "C:\\Windows\\x.txt", "/root/.ssh/x.txt", "a\x00b/x.txt"]
)
def test_a_name_that_leads_elsewhere_is_only_a_name(name: str, tmp_path: Path) -> None:
    found = read_file(packed(tmp_path, {name: PLAN}))
    assert "/" not in found.plan["file"]
    assert "\\" not in found.plan["file"]


def test_an_archive_with_nothing_to_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFile) as caught:
        read_file(packed(tmp_path, {"bai-hat.mp3": b"ID3\x03" + bytes(50)}))
    assert "bai-hat.mp3" in caught.value.message
    with pytest.raises(UnsupportedFile, match="không có tệp nào"):
        read_file(packed(tmp_path, {}))


def test_a_protected_archive_asks_for_the_password_to_be_taken_off(tmp_path: Path) -> None:
    path = packed(tmp_path, {"KH.txt": PLAN})
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(EncryptedFile):
        read_file(path)


def test_an_archive_that_inflates_is_hostile(tmp_path: Path) -> None:
    with pytest.raises(HostileFile):
        read_file(packed(tmp_path, {"KH.txt": b" " * 30_000_000}))


def test_files_that_share_their_bytes_are_hostile(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.txt": PLAN})
    with zipfile.ZipFile(path) as archive:
        part = archive.infolist()[0]
        part.filename = part.orig_filename = "b.txt"
    buffer = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.filelist.append(part)
        archive.writestr("c.txt", "Kế hoạch\n" * 5000)
    path.write_bytes(buffer.getvalue())
    with pytest.raises(HostileFile):
        read_file(path)


def test_too_many_files_are_refused_with_their_number(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="70 tệp"):
        read_file(packed(tmp_path, {f"{n}.txt": PLAN for n in range(70)}))
