"""Whatever is written is read back to the same facts: the invented corpus, papers of others, every odd shape."""

import json
from pathlib import Path

import pytest

from reading.corpus.build import all_plans
from reading.corpus.gold import gold
from reading.corpus.office import available, convert
from reading.papers import GOLD, PAPERS
from writing.plans import (
    activity,
    amount,
    document,
    duty,
    lists_alone,
    lost,
    plan,
    quota,
    read_back,
    section,
    target,
    there_and_back,
    written,
)

CONTRACT = Path(__file__).resolve().parents[3] / "shared" / "contract" / "gold"
CORPUS = {name: gold(made) for name, made in all_plans().items()}
# What a finding was about stands in no list: words of a body, the figure of a total row.
NOT_IN_LISTS = frozenset({"so_noi_vu_gia_lai"})
ALL_OF_PAPERS = 0.995


@pytest.mark.parametrize("key", ["state", "mass"])
@pytest.mark.parametrize("name", CORPUS)
def test_the_lists_of_a_plan_come_back_whole(name: str, key: str, tmp_path: Path) -> None:
    result = there_and_back(CORPUS[name], tmp_path, key)
    found = lost(result)
    if name in NOT_IN_LISTS:
        found.pop("findings")
    assert not found


def test_the_papers_of_other_annotators_come_back(tmp_path: Path) -> None:
    forms = [json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8")) for name in PAPERS]
    scores = [there_and_back(form, tmp_path) for form in forms]
    assert sum(score.macro for score in scores) / len(scores) >= ALL_OF_PAPERS
    assert not {name for score in scores for name in lost(score)} - {"findings", "targets"}


@pytest.mark.skipif(not CONTRACT.exists(), reason="the plans of the contract are not beside the repository")
@pytest.mark.parametrize("key", ["state", "mass"])
def test_the_plans_of_the_contract_come_back_whole(key: str, tmp_path: Path) -> None:
    for path in sorted(CONTRACT.glob("*.json")):
        assert not lost(there_and_back(json.loads(path.read_text(encoding="utf-8")), tmp_path, key)), (
            path.name
        )


@pytest.mark.parametrize("name", list(CORPUS)[::3])
def test_a_reading_with_its_words_comes_back_word_for_word(name: str, tmp_path: Path) -> None:
    first = read_back(written(CORPUS[name]), tmp_path)
    second = read_back(written(first), tmp_path)
    for entry in (first, second):
        entry["document"].pop("header")  # what a layout repeats of it is its affair
    assert [s["body"] for s in second["sections"]] == [s["body"] for s in first["sections"]]
    assert second["document"] == first["document"]
    assert second["findings"] == first["findings"] or len(second["findings"]) == len(first["findings"])


@pytest.mark.parametrize("left_out", ["opening", "closing", "body"])
def test_any_part_of_the_words_may_be_absent(left_out: str, tmp_path: Path) -> None:
    form = read_back(written(CORPUS["tin_chap_lang_giang"]), tmp_path)
    if left_out == "body":
        form["sections"] = [{k: v for k, v in s.items() if k != "body"} for s in form["sections"]]
    else:
        form["document"].pop(left_out)
    assert not lost(there_and_back(form, tmp_path))


def test_a_section_with_words_keeps_them_beside_others_that_have_none(tmp_path: Path) -> None:
    form = read_back(written(CORPUS["tin_chap_lang_giang"]), tmp_path)
    for at, entry in enumerate(form["sections"]):
        if at % 2:
            entry.pop("body")
    back = read_back(written(form), tmp_path)
    assert not lost(_score(form, back))
    kept = {entry["id"]: entry["body"] for entry in form["sections"] if "body" in entry}
    assert {entry["id"]: entry["body"] for entry in back["sections"] if entry["id"] in kept} == kept


SOURCES = [("Thuê hội trường", 30, 20, 10), ("In tài liệu", 8, 8), ("Nước uống", 5, 5), ("Quà tặng", 12, 7, 5), ("Cộng", 55, 40, 15)]  # fmt: skip


def test_sums_of_several_sources_stand_in_columns_that_come_to_their_total(tmp_path: Path) -> None:
    """The form tells their order in a row alone; "In tài liệu" and "Nước uống" have one source each."""
    amounts = [amount(text, "I", value * 10**6) for text, *values in SOURCES for value in values]
    back = read_back(written(plan(section("I", "KINH PHÍ", "budget"), amounts=amounts)), tmp_path)
    assert [(a["text"], a["value"]) for a in back["amounts"]] == [(a["text"], a["value"]) for a in amounts]
    head, *rows = back["sections"][0]["body"]
    assert head == "Nội dung chi\tTổng kinh phí (đồng)\tNguồn 1 (đồng)\tNguồn 2 (đồng)"
    sums = [
        sum(int((row.split("\t") + [""] * 4)[i].replace(".", "") or 0) for row in rows[:-1]) for i in (2, 3)
    ]
    assert sums == [40_000_000, 15_000_000]


def test_a_row_that_lacks_half_of_forty_sources_keeps_its_sums(tmp_path: Path) -> None:
    acts = [f"Mở lớp {number}" for number in range(1, 5)]
    sums = [[number * 1000 for number in range(1, 41)] for _ in acts]
    sums[-1] = sums[-1][:20]
    amounts = [
        amount(text, "I", value) for text, own in zip(acts, sums, strict=True) for value in (sum(own), *own)
    ]
    back = read_back(written(plan(section("I", "KINH PHÍ", "budget"), amounts=amounts)), tmp_path)
    row = back["sections"][0]["body"][-1].split("\t")
    assert [cell for cell in row if cell] == [acts[-1], "210.000", *(f"{n}.000" for n in range(1, 21))]


@pytest.mark.skipif(not available(), reason="no LibreOffice here to save it again with")
@pytest.mark.parametrize("key", ["state", "mass"])
def test_it_comes_back_after_libreoffice_saved_it_again(key: str, tmp_path: Path) -> None:
    names = [
        "tin_chap_lang_giang",
        "phu_luc_nong_dan_ha_giang",
        "hoi_thi_dong_hung",
        "cong_van_tre_em_an_giang",
    ]
    again = convert({name: written(CORPUS[name], key) for name in names}, "docx")
    for name, data in again.items():
        first = read_back(written(CORPUS[name], key), tmp_path)
        assert not lost(_score(first, read_back(data, tmp_path))), name


def _score(form: dict, other: dict):  # type: ignore[no-untyped-def, type-arg]
    from donghanh.reading.score import score

    return score(form, other)


DEEP = ["I", "1", "1.1", "1.1.1", "1.1.1.1", "1.1.1.1.1", "1.1.1.1.1.1", "1.1.1.1.1.1.1", "1.1.1.1.1.1.1.1"]
MIXED = ["Phần thứ nhất", "A", "I", "1", "1.1", "a", "1", "(1)", "i"]


@pytest.mark.parametrize("labels", [DEEP, MIXED])
def test_headings_nine_levels_deep_come_back(labels: list[str], tmp_path: Path) -> None:
    sections, place = [], ""
    for depth, label in enumerate(labels, 1):
        place = f"{place}/{label}" if place else label
        sections.append(section(place, f"Nội dung của cấp thứ {depth}", label=label))
    acts = [activity("Mở lớp tập huấn cho cán bộ.", place), activity("Kiểm tra tại cơ sở.", place)]
    assert not lost(there_and_back(plan(*sections, activities=acts), tmp_path))


ODD = {
    "nothing at all": plan(
        head=document(
            number=None,
            issued_on=None,
            issuer=None,
            title="",
            period={"from": None, "to": None},
            signatory={"capacity": None, "position": None, "name": None},
            recipients=[],
        )
    ),
    "a number that stands twice": plan(
        section("I", "MỤC ĐÍCH", "purpose"),
        section("I#2", "NỘI DUNG"),
        section("I#2/1", "Truyền thông"),
        section("I#2/1#2", "Tập huấn"),
        activities=[activity("Phát 200 tờ rơi.", "I#2/1"), activity("Mở 3 lớp.", "I#2/1#2")],
    ),
    "rows under a heading without number": plan(
        section("I", "NỘI DUNG"),
        section("I/(Quý đầu năm)", "Quý đầu năm", label=None),
        section("I/(Quý cuối năm)", "Quý cuối năm", label=None),
        activities=[
            activity("Mở lớp may", "I/(Quý đầu năm)", "1", lead=["Hội LHPN xã"]),
            activity("Khám bệnh", "I/(Quý đầu năm)", "2", lead=["Trạm Y tế xã"]),
            activity("Tặng quà", "I/(Quý cuối năm)", "3", lead=["Hội LHPN xã"]),
        ],
    ),
    "a row that is heading and activity": plan(
        section("I", "TRUYỀN THÔNG"),
        section("II", "TẬP HUẤN CÁN BỘ HỘI CƠ SỞ"),
        head=document(kind="phu_luc", number=None, issued_on=None, annex_of={"number": "9/KH-BTV", "issued_on": "2026-01-02", "issuer": "Ban Thường vụ Hội LHPN xã Bình An"}),
        activities=[
            activity("Phát tin trên loa", "I", "1", lead=["Hội LHPN xã"]),
            activity("Viết bài", "I", "2", lead=["Đoàn xã"]),
            activity("TẬP HUẤN CÁN BỘ HỘI CƠ SỞ", "II", "II", note="Chờ bố trí kinh phí"),
        ],
        places=[{"name": "xã Bình An", "level": "commune", "within": None}],
    ),
    "figures in columns": plan(
        section("I", "CHỈ TIÊU", "targets"),
        section("II", "KINH PHÍ", "budget"),
        section("III", "PHÂN BỔ QUÀ", "other"),
        targets=[target("Hội viên mới", "I", 120, "người", ">="), target("Tỷ lệ hội viên học nghề", "I", 62.5, "%")],
        amounts=[
            amount("In tờ rơi", "II", 2_000, "rate", per="tờ", quantity=500),
            amount("In tờ rơi", "II", 1_000_000, quantity=500),
            amount("Nước uống", "II", 15_000, "cap", per="người/buổi"),
            amount("Tổng cộng", "II", 1_000_000),
        ],
        allocations=[quota("Chi hội Đông", 12, note="Thôn xa"), quota("Chi hội Đoài", 8), quota("Chi hội Trung", 10)],
    ),
    "units that carry out and units that are asked": plan(
        section("I", "TỔ CHỨC THỰC HIỆN", "organisation"),
        section("I/1", "Hội LHPN xã", "organisation"),
        section("I/2", "Đề nghị Trạm Y tế xã", "organisation"),
        responsibilities=[
            duty("I/1", "Xây dựng kế hoạch.", "Báo cáo về Hội LHPN tỉnh trước ngày 20 hằng tháng.", units=("Hội LHPN xã",)),
            duty("I/2", "Khám sức khỏe cho phụ nữ.", units=("Trạm Y tế xã",), request=True),
        ],
        reporting=[
            {"cycle": "monthly", "due": "ngày 20 hằng tháng", "from": "Hội LHPN xã", "to": "Hội LHPN tỉnh", "via": None, "text": "Báo cáo về Hội LHPN tỉnh trước ngày 20 hằng tháng."}
        ],
    ),
    "duties without a heading of their own": plan(
        section("I", "TỔ CHỨC THỰC HIỆN", "organisation"),
        section("I/1", "Phân công nhiệm vụ", "organisation"),
        responsibilities=[
            duty("I/1", "Trạm Y tế xã khám bệnh.", units=("Trạm Y tế xã",)),
            duty("I/1", "Công an xã tổ chức tuần tra ban đêm.", units=("Công an xã",)),
        ],
    ),
    "a heading with a sum beside others that have duties": plan(
        section("I", "KINH PHÍ", "budget"),
        section("I/1", "Chi truyền thông", "budget"),
        amounts=[amount("Chi truyền thông", "I/1", 4_000_000), amount("In tờ rơi", "I/1", 4_000_000)],
    ),
    "several who sign": plan(
        section("I", "NỘI DUNG"),
        head=document(signatory={"capacity": "TM. BAN THƯỜNG VỤ / TM. ỦY BAN NHÂN DÂN", "position": "CHỦ TỊCH / PHÓ CHỦ TỊCH", "name": "Lê Thị Hoa / Trần Văn Bình"}),
        activities=[activity("Mở lớp may.", "I"), activity("Tặng quà.", "I")],
    ),
    "a very long title": plan(
        section("I", "NỘI DUNG"),
        head=document(title="Triển khai " + "công tác phụ nữ và phong trào thi đua ở cơ sở, " * 14 + "năm 2026", issuer="Ban Chấp hành " + "Hội Liên hiệp Phụ nữ các cơ quan, đơn vị " * 4 + "tỉnh Cà Mau"),
        activities=[activity("Mở lớp may.", "I"), activity("Tặng quà.", "I")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("quantity", [12_345_678_901.5, 0.0000001, 62.125])
def test_a_figure_of_any_size_comes_back_as_it_was(quantity: float, tmp_path: Path) -> None:
    shares = [quota("Chi hội Đông", quantity), quota("Chi hội Đoài", 2)]
    form = plan(section("I", "PHÂN BỔ VỐN", "other"), allocations=shares)
    assert not lost(there_and_back(form, tmp_path))


@pytest.mark.parametrize("key", ["state", "mass"])
@pytest.mark.parametrize("name", ODD)
def test_odd_plans_come_back_whole(name: str, key: str, tmp_path: Path) -> None:
    assert not lost(there_and_back(ODD[name], tmp_path, key))


def test_units_without_duties_and_odd_places_lose_nothing_and_raise_nothing(tmp_path: Path) -> None:
    form = plan(
        section("I", "TỔ CHỨC THỰC HIỆN", "organisation"),
        responsibilities=[duty(None, units=("Hội LHPN xã",)), duty("Z", units=("Đoàn xã",))],
        activities=[activity("Mở lớp may.", "không có")],
    )
    text = json.dumps(read_back(written(form), tmp_path), ensure_ascii=False)
    assert all(words in text for words in ("Hội LHPN xã", "Đoàn xã", "Mở lớp may."))


def test_annexes_come_back_as_papers_of_their_own(tmp_path: Path) -> None:
    annexes = [CORPUS["phu_luc_nong_dan_ha_giang"], ODD["a row that is heading and activity"]]
    form = {**CORPUS["tin_chap_lang_giang"], "papers": annexes}
    back = read_back(written(form), tmp_path)
    assert [paper["document"]["title"] for paper in back["papers"]] == [
        paper["document"]["title"] for paper in annexes
    ]
    for wanted, found in zip((form, *annexes), (back, *back["papers"]), strict=True):
        assert not lost(_score(lists_alone(wanted), found))


@pytest.mark.parametrize(
    "kind", ["ke_hoach", "huong_dan", "chuong_trinh", "thong_bao", "quyet_dinh", "cong_van", "other"]
)
def test_every_kind_of_paper_comes_back(kind: str, tmp_path: Path) -> None:
    title = "V/v chăm lo phụ nữ năm 2026" if kind == "cong_van" else "Chăm lo phụ nữ năm 2026"
    sections = (section("I", "NỘI DUNG"), section("II", "TỔ CHỨC THỰC HIỆN", "organisation"))
    acts = [activity("Mở lớp may.", "I"), activity("Tặng quà cho trẻ em.", "I")]
    found = lost(
        there_and_back(plan(*sections, head=document(kind=kind, title=title), activities=acts), tmp_path)
    )
    assert not found


def test_a_decision_names_who_decides_over_its_bases(tmp_path: Path) -> None:
    head = document(
        kind="quyet_dinh",
        number="9/QĐ-UBND",
        title="Về việc giao chỉ tiêu năm 2026",
        issuer="Ủy ban nhân dân xã Bình An",
    )
    base = {
        "number": "3/NQ-HĐND",
        "kind": "Nghị quyết",
        "issued_on": "2025-12-20",
        "issuer": "HĐND xã Bình An",
    }
    form = plan(
        section("Điều 1", "Giao chỉ tiêu cho các chi hội", "targets"),
        head=head,
        legal_bases=[base],
        targets=[target("Mỗi chi hội kết nạp 5 hội viên.", "Điều 1", 5, "hội viên")],
        responsibilities=[duty(None, "Các chi hội chịu trách nhiệm thi hành Quyết định này.", units=("Các chi hội",))],
        places=[{"name": "xã Bình An", "level": "commune", "within": None}],
    )  # fmt: skip
    back = read_back(written(form), tmp_path)
    assert not lost(_score(form, back))
    assert back["document"]["opening"] == [
        "ỦY BAN NHÂN DÂN XÃ BÌNH AN",
        "Căn cứ Nghị quyết số 3/NQ-HĐND ngày 20/12/2025 của HĐND xã Bình An.",
        "QUYẾT ĐỊNH:",
    ]
