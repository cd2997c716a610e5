"""Words and lists beside each other: what no words say is written from the lists, and nothing twice."""

from pathlib import Path

import pytest

from reading.corpus.build import all_plans
from reading.corpus.gold import gold
from writing.plans import (
    Form,
    activity,
    amount,
    document,
    duty,
    lists_alone,
    lost,
    plan,
    read_back,
    section,
    target,
    there_and_back,
    written,
)

CORPUS = {name: gold(made) for name, made in all_plans().items()}


@pytest.mark.parametrize("name", list(CORPUS)[::4])
def test_lists_beside_empty_words_are_written_as_if_there_were_none(name: str, tmp_path: Path) -> None:
    form = lists_alone(CORPUS[name])
    emptied = {
        **form,
        "document": {**form["document"], "opening": [], "closing": []},
        "sections": [{**entry, "body": []} for entry in form["sections"]],
    }
    found = lost(there_and_back(emptied, tmp_path))
    found.pop("findings", None)
    assert not found


def mixed(*bodies: list[str], **lists: list[Form]) -> Form:
    """Two parts with these words, the second with a part below it."""
    places = (
        section("I", "CHỈ TIÊU", "targets"),
        section("II", "NỘI DUNG"),
        section("II/1", "Truyền thông"),
    )
    return plan(*({**place, "body": body} for place, body in zip(places, bodies, strict=True)), **lists)


def test_an_empty_body_gets_what_its_lists_say_beside_others_that_have_words(tmp_path: Path) -> None:
    form = mixed(
        [],
        [],
        ["- Phát 200 tờ rơi.", "- Treo băng rôn."],
        targets=[target("Vận động ít nhất 30 hộ tham gia.", "I", 30, "hộ", ">=")],
        activities=[activity("Phát 200 tờ rơi.", "II/1"), activity("Treo băng rôn.", "II/1")],
    )
    assert not lost(there_and_back(form, tmp_path))


def test_what_the_words_below_a_heading_say_is_not_written_under_it_again(tmp_path: Path) -> None:
    form = mixed(
        ["- Vận động ít nhất 30 hộ tham gia."],
        [],
        ["- Phát 200 tờ rơi.", "- Treo băng rôn."],
        responsibilities=[duty("II", "Phát 200 tờ rơi.", "Treo băng rôn.", units=("Hội LHPN xã",))],
        amounts=[amount("Vận động ít nhất 30 hộ tham gia.", "II", 30)],
    )
    back = read_back(written(form), tmp_path)
    assert [entry["body"] for entry in back["sections"]] == [entry["body"] for entry in form["sections"]]


def test_an_opening_without_bases_time_and_places_gets_them(tmp_path: Path) -> None:
    form = plan(
        section("I", "NỘI DUNG"),
        head={
            **document(title="Chăm lo phụ nữ"),
            "opening": ["Hội LHPN xã Bình An xây dựng kế hoạch như sau:"],
        },
        legal_bases=[
            {
                "number": "3/NQ-HĐND",
                "kind": "Nghị quyết",
                "issued_on": "2025-12-20",
                "issuer": "HĐND xã Bình An",
            }
        ],
        places=[{"name": "xã Hòa Lạc", "level": "commune", "within": None}],
        activities=[activity("Mở lớp may.", "I"), activity("Tặng quà.", "I")],
    )
    form["document"]["issuer"] = "Hội LHPN xã Bình An"
    form["places"].append({"name": "xã Bình An", "level": "commune", "within": None})
    found = lost(there_and_back(form, tmp_path))
    assert not found


def test_reports_go_under_a_heading_that_has_no_words(tmp_path: Path) -> None:
    report = {
        "cycle": "monthly", "due": None, "from": None, "to": None, "via": None, "text": "Báo cáo kết quả hằng tháng.",
    }  # fmt: skip
    organised = {
        **section("I", "TỔ CHỨC THỰC HIỆN", "organisation"),
        "body": ["- Phân công cán bộ theo dõi."],
    }
    other = section("II", "CHẾ ĐỘ BÁO CÁO", "reporting")
    assert not lost(there_and_back(plan(organised, other, reporting=[report]), tmp_path))
    alone = read_back(written(plan(organised, section("II", "NỘI DUNG"), reporting=[report])), tmp_path)
    assert [one["cycle"] for one in alone["reporting"]] == ["monthly"]
