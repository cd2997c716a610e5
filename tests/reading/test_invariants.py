"""What holds for every reading, whatever the paper: of random papers, of our own, and of papers changed a little."""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading import Reading, read_document
from donghanh.reading.blocks import Block, BlockDocument, FileKind, Paragraph
from donghanh.reading.errors import NotAPlan
from donghanh.reading.formats import read_blocks
from reading.building import blocks, paper, read, table
from reading.corpus.build import Sample, all_plans, made, render

SCHEMA = Path(__file__).resolve().parents[2].parent / "shared" / "contract" / "plan.schema.json"
LISTS = ("legal_bases", "sections", "targets", "activities", "amounts", "allocations", "responsibilities", "reporting", "places", "findings")  # fmt: skip


# ---- papers to read

TITLES = ["MỤC ĐÍCH, YÊU CẦU", "CHỈ TIÊU", "ĐỐI TƯỢNG, ĐỊA BÀN", "NỘI DUNG", "KINH PHÍ", "TỔ CHỨC THỰC HIỆN", "CHẾ ĐỘ BÁO CÁO", "NHIỆM VỤ", "Tuyên truyền",
          "Phòng Y tế", "Đề nghị UBND các xã", "Hội LHPN xã/phường", "Nội dung 1: Dạy nghề", "Thời gian", "Hỗ trợ sinh kế: Trao 5 con bò giống cho hộ nghèo."]  # fmt: skip
SENTENCES = [
    "Tặng 10 suất quà, mỗi suất 500.000đ, tổng 5.000.000đ;", "Ít nhất 04 cuộc đối thoại trong năm.", "Mỗi chi hội giúp 02 hộ thoát nghèo",
    "Kinh phí: 2.500,000đ/người/ngày.", "Định kỳ 6 tháng (trước ngày 10/6), năm (trước ngày 31/6) báo cáo Hội cấp trên.", "Tập trung các việc sau:",
    "Thời gian: từ ngày 15/11 đến ngày 15/12/2025", "Phòng Y tế chủ trì, phối hợp với Công an xã khám sức khỏe", "Thực hiện Quyết định số 1719/QĐ-TTg ngày 14/10/2021.",
    "Tại xã Nậm Cắn và xã Na Loi, huyện Kỳ Sơn, tỉnh Nghệ An", "Chờ hướng dẫn mới của cấp trên.", "Trên đây là kế hoạch năm 2025.", "100% hội viên được tuyên truyền",
    "02 lớp x 18.000.000 đồng/lớp = 35.000.000 đồng", "Nâng cao nhận thức.", "Nơi nhận:", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Căn cứ tình hình địa phương;", "05 xã: A, B, C",
]  # fmt: skip
FRAMING = re.compile("Nơi nhận|TM\\.|CHỦ TỊCH")
MARKS = ["", "", "I. ", "II. ", "IV. ", "A. ", "1. ", "2. ", "2. ", "3/ ", "1.1. ", "1.2 ", "a) ", "b) ", "đ) ", "- ", "- ", "+ ", "• ", "* ", "Phần I. ", "Điều 1. ", "(1) "]  # fmt: skip
CELLS = ["", "", "TT", "Nội dung", "Đơn vị thực hiện", "Phối hợp", "Thời gian", "Ghi chú", "Số lượng", "Đơn giá", "Thành tiền", "Tên xã", "I", "1", "1.1", "-", "Tổng cộng",
         "Tập huấn", "Hội LHPN xã", "Tháng 5", "10", "2.000.000", "20.000.000", "Xã Bình An", "Phòng Y tế, Công an xã"]  # fmt: skip

lines = st.tuples(st.sampled_from(MARKS), st.sampled_from(TITLES + SENTENCES)).map("".join)
paragraphs = st.builds(
    Paragraph, lines, st.integers(0, 2), st.sampled_from([0, 0, 5, 999]), st.booleans(), st.booleans(), st.sampled_from([None, None, None, 1, 2]), st.none()
)  # fmt: skip
tables = st.lists(st.lists(st.sampled_from(CELLS), min_size=4, max_size=4), min_size=1, max_size=6).map(
    lambda r: table(*r)
)
bodies: st.SearchStrategy[list[Block]] = st.lists(paragraphs | paragraphs | paragraphs | tables, max_size=14)
plausible = bodies.map(lambda body: paper(*body))
# A body whose words do not look like the frame around it.
begun = bodies.map(
    lambda body: paper(
        "I. MỤC ĐÍCH",
        "- Nâng cao nhận thức.",
        *[b for b in body if not FRAMING.search(getattr(b, "text", ""))],
    )
)
broken = bodies.map(lambda body: blocks(*body))
wild = st.lists(
    st.text(max_size=40).map(lambda s: " ".join(unicodedata.normalize("NFC", s).split())) | lines, max_size=8
).map(lambda t: blocks(*t))


def written(name: str) -> bytes:
    plan = made(Sample(name, "", "txt"))
    assert plan is not None
    return render(plan, "txt")


# ---- what holds


def ranges(plan: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name in LISTS:
        for fact in plan[name]:
            yield name, fact


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


# Said by `document.kind` and by where the lines stand.
STRUCTURE = words("KẾ HOẠCH HƯỚNG DẪN CHƯƠNG TRÌNH PHỤ LỤC CÔNG VĂN Nơi nhận")


def left_behind(reading: Reading) -> Counter[str]:
    """The words of the paper that stand nowhere in the form."""
    said = (text for plan in papers_of(reading) for text in texts_of(plan))
    return words(reading.text) - STRUCTURE - sum((words(text) for text in said), Counter())


def texts_of(plan: dict[str, Any]) -> Iterator[str]:
    """Every text of the output that may hold a word of the paper."""
    document = plan["document"]
    signatory = document["signatory"]
    yield from (
        document["title"],
        document["number"] or "",
        *(signatory[k] or "" for k in ("capacity", "position", "name")),
    )
    for name in ("header", "opening", "closing", "recipients"):
        yield from document[name]
    for section in plan["sections"]:
        yield from (section["label"] or "", section["title"], *section["body"])
    for name in ("activities", "amounts", "targets"):
        yield from (fact["text"] for fact in plan[name])


def papers_of(reading: Reading) -> list[dict[str, Any]]:
    """The leading paper and those that stand in the same file."""
    leading = dict(reading.plan)
    return [leading, *leading.get("papers", [])]


def assert_sound(reading: Reading) -> None:
    for plan in papers_of(reading):
        assert_sound_paper(plan, reading.text)


def assert_sound_paper(plan: dict[str, Any], text: str) -> None:
    for name, fact in ranges(plan):
        start, end = fact["source"]["start"], fact["source"]["end"]
        assert 0 <= start <= end <= len(text), (name, fact)
        quoted = text[start:end]
        if name in ("targets", "activities", "amounts", "reporting"):
            assert quoted == fact["text"], name
        elif name == "sections":
            assert quoted.strip(" .:") == fact["title"].strip(" .:")
        elif name == "legal_bases":
            assert re.sub(r"\s", "", quoted) == fact["number"]
        elif name == "allocations":
            assert quoted == fact["unit"]
        elif name == "places":
            assert (
                fact["name"]
                .casefold()
                .endswith(quoted.casefold().removeprefix("tp.").removeprefix("tp ").strip())
            )
        elif name == "responsibilities":
            assert all(unit.split()[0].casefold() in quoted.casefold() for unit in fact["units"])
    assert_outline(plan)
    assert json.loads(json.dumps(plan, ensure_ascii=False)) == plan
    if SCHEMA.exists():
        validator.validate(plan)


def assert_outline(plan: dict[str, Any]) -> None:
    ids = [section["id"] for section in plan["sections"]]
    assert len(set(ids)) == len(ids)
    assert all(ids)
    seen: set[str] = set()
    for section in plan["sections"]:
        assert section["parent"] is None or section["parent"] in seen
        assert section["parent"] is None or section["id"].startswith(section["parent"] + "/")
        seen.add(section["id"])
    for name in ("targets", "activities", "amounts", "responsibilities"):
        assert all(fact["section"] is None or fact["section"] in seen for fact in plan[name]), name
    starts = [section["source"]["start"] for section in plan["sections"]]
    assert starts == sorted(starts)


validator = (
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    if SCHEMA.exists()
    else None
)


def attempt(document: BlockDocument) -> Reading | None:
    try:
        return read_document(document)
    except NotAPlan:
        return None


@given(plausible)
def test_a_reading_of_any_plan_is_sound(document: BlockDocument) -> None:
    assert_sound(read_document(document))


@given(broken | wild)
def test_any_other_text_is_read_soundly_or_refused(document: BlockDocument) -> None:
    reading = attempt(document)
    assert reading is None or reading.text
    if reading is not None:
        assert_sound(reading)


@given(begun)
def test_nothing_of_a_plan_is_left_behind(document: BlockDocument) -> None:
    left = left_behind(read_document(document))
    assert not left


@given(plausible)
def test_reading_twice_gives_the_same(document: BlockDocument) -> None:
    assert read_document(document) == read_document(document)


@pytest.mark.parametrize("name", all_plans())
def test_readings_of_our_own_plans_are_sound(name: str) -> None:
    assert_sound(read_document(read_blocks(written(name), "plan.txt")))


@pytest.mark.parametrize("name", all_plans())
def test_readings_of_our_own_plans_are_complete(name: str) -> None:
    reading = read_document(read_blocks(written(name), "plan.txt"))
    assert left_behind(reading).total() * 100 <= words(reading.text).total()


@pytest.mark.parametrize("name", all_plans())
def test_decomposed_letters_read_as_composed_ones(name: str) -> None:
    data = written(name)
    apart = unicodedata.normalize("NFD", data.decode()).encode()
    assert apart != data
    assert (
        read_document(read_blocks(apart, "plan.txt")).plan
        == read_document(read_blocks(data, "plan.txt")).plan
    )


def test_ranges_carry_the_page_on_which_they_stand() -> None:
    made = paper("I. NỘI DUNG", "- Tặng quà 5.000.000đ.", "II. KINH PHÍ", "- Nguồn 7.000.000đ.")
    paged = tuple(
        Paragraph(b.text, page=1 if i < 9 else 2)
        for i, b in enumerate(made.blocks)
        if isinstance(b, Paragraph)
    )
    plan = dict(read_document(BlockDocument(FileKind.PDF, paged, pages=2)).plan)
    assert [(s["id"], s["source"]["page"]) for s in plan["sections"]] == [
        ("I", 1),
        ("II", 1 if len(paged) < 9 else 2),
    ]
    assert [a["source"]["page"] for a in plan["amounts"]] == [1, 2]


# ---- the same plan written otherwise

BODY = (
    "I. MỤC ĐÍCH", "- Nâng cao nhận thức của hội viên.", "- Huy động nguồn lực trong năm 2025.",
    "II. CHỈ TIÊU", "- Ít nhất 04 cuộc đối thoại.", "- Mỗi chi hội giúp 02 hộ thoát nghèo.",
    "III. NỘI DUNG", "1. Tuyên truyền", "- Phát tin trên loa trước ngày 15/6/2025.", "- Đăng bài.", "2. Hỗ trợ", "- Tặng 10 suất quà, mỗi suất 500.000đ.",
    "- Đến thăm 05 cháu mồ côi tại xã Nậm Cắn, huyện Kỳ Sơn.", "IV. KINH PHÍ", "- Nguồn xã hội hóa: 5.000.000đ.",
    "V. TỔ CHỨC THỰC HIỆN", "1. Chi hội thôn", "- Lập danh sách gửi Hội LHPN xã trước ngày 01/3/2025.", "2. Đề nghị UBND xã", "- Bố trí kinh phí.",
    "- Định kỳ 6 tháng, năm báo cáo Hội LHPN tỉnh.",
)  # fmt: skip


def facts(plan: dict[str, Any]) -> dict[str, Any]:
    """The facts without where they stand: neither ranges nor the names of their sections."""
    kept = {
        name: [
            {k: v for k, v in fact.items() if k not in ("source", "section", "message")}
            for fact in plan[name]
        ]
        for name in LISTS
    }
    kept["sections"] = [(s["title"], s["role"], s["parent"] is None) for s in plan["sections"]]
    kept["document"] = {k: v for k, v in plan["document"].items() if k != "header"}
    return kept


PLAN = read(*BODY)


def test_the_plan_that_is_written_otherwise_holds_every_kind_of_fact() -> None:
    filled = {name for name in LISTS if PLAN[name]}
    assert filled == set(LISTS) - {"legal_bases", "allocations"}


@pytest.mark.parametrize("at", range(0, len(BODY) + 1, 4))
def test_an_empty_paragraph_changes_nothing(at: int) -> None:
    assert read(*BODY[:at], "", *BODY[at:]) == PLAN


@pytest.mark.parametrize("mark", ["•", "+", "*", "–", "▪", "➢"])
def test_another_mark_before_items_changes_nothing_but_the_text(mark: str) -> None:
    assert facts(read(*[re.sub(r"^-", mark, line) for line in BODY])) == facts(PLAN)


@pytest.mark.parametrize("close", ["/ ", " - ", ") ", ".  "])
def test_another_closing_mark_changes_nothing(close: str) -> None:
    body = [re.sub(r"^([IVX]+|\d)\. ", lambda m: m[1] + close, line) for line in BODY]
    assert facts(read(*body)) == facts(PLAN)


def test_capitals_for_roman_numbers_change_the_labels_only() -> None:
    letters = dict(zip(("I", "II", "III", "IV", "V"), "ABCDE", strict=True))
    plan = read(*[re.sub(r"^([IVX]+)\. ", lambda m: letters[m[1]] + ". ", line) for line in BODY])
    assert facts(plan) == facts(PLAN)
    assert [s["id"] for s in plan["sections"]] == [
        re.sub(r"^[IVX]+", lambda m: letters[m[0]], s["id"]) for s in PLAN["sections"]
    ]


def test_another_year_moves_dates_and_changes_nothing_else() -> None:
    moved = read(
        *[line.replace("2025", "2031") for line in BODY],
        title="Chăm lo trẻ em mồ côi năm 2031",
        day="Bình An, ngày 10 tháng 01 năm 2031",
    )
    assert moved["document"]["period"] == {"from": "2031-01-01", "to": "2031-12-31"}
    ours = json.loads(json.dumps(facts(PLAN)).replace("2025", "2031"))
    theirs = json.loads(json.dumps(facts(moved)))
    assert theirs == ours


def test_a_section_left_out_takes_only_its_own_facts_along() -> None:
    plan = read(*BODY[:3], *BODY[6:])
    assert plan["targets"] == []
    for name in ("activities", "amounts", "responsibilities", "reporting", "places"):
        assert facts(plan)[name] == facts(PLAN)[name]
    assert {f["code"] for f in plan["findings"]} >= {"missing_targets", "label_gap"}
