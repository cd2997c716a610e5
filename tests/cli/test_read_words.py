"""The words of the reading command and of its documentation cover what reading can say."""

import json
import re
from pathlib import Path

import pytest

from donghanh.cli import words
from donghanh.cli.read import USAGE
from donghanh.cli.summary import remarks, summarise

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT.parent / "shared/contract/plan.schema.json"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_documentation_explains_every_finding_and_every_option(language: str) -> None:
    text = (ROOT / f"docs/reading.{language}.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.M)) == set(words.FINDINGS)
    assert set(re.findall(r"--[a-z]+", text)) >= set(re.findall(r"--[a-z]+", USAGE)) - {"--help"}


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the contract is not beside the repository")
def test_there_is_a_word_for_every_value_of_the_contract() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]

    def values(name: str, key: str) -> list[str]:
        return list(schema[name]["items"]["properties"][key]["enum"])

    assert set(words.FINDINGS) == set(values("findings", "code"))
    assert set(words.SEVERITIES) == set(values("findings", "severity"))
    assert set(words.CYCLES) == set(values("reporting", "cycle"))
    assert set(words.AMOUNT_KINDS) == set(values("amounts", "kind"))
    assert set(words.COMPARATORS) == set(values("targets", "comparator"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.money(1200000), "1.200.000 đồng"),
        (words.money(None), "số tiền chưa rõ"),
        (words.number(62.5), "62,5"),
        (words.number(1286.0), "1.286"),
        (words.day("2026-02-05"), "05/02/2026"),
        (words.day("2026-11-20"), "20/11/2026"),
        (words.day("--11-20"), "20/11 hằng năm"),
        (words.day("ngày 20 hằng tháng"), "ngày 20 hằng tháng"),
        (words.period({"from": "2026-01-01", "to": "2026-12-31"}), "năm 2026"),
        (words.period({"from": "2024-01-01", "to": "2026-12-31"}), "từ năm 2024 đến năm 2026"),
        (words.period({"from": "2026-03-01", "to": "2026-03-31"}), "01/3/2026 – 31/3/2026"),
        (words.period({"from": "2026-03-01", "to": None}), "từ 01/3/2026"),
        (words.period({"from": None, "to": "2026-03-31"}), "đến 31/3/2026"),
        (words.period({"from": None, "to": None}), ""),
        (words.section("IV/1/1.2"), "mục IV.1.2"),
        (words.section("IV#2/1"), "mục IV (lần 2).1"),
        (words.section(None), ""),
        (words.shorten("một hai ba", 8), "một hai…"),
        (words.plain("a\x1b[31m\u202eb\n c"), "a [31m b c"),
    ],
)
def test_values_are_said_as_official_papers_write_them(said: str, expected: str) -> None:
    assert said == expected


def plan(**lists: list[dict[str, object]]) -> dict[str, object]:
    document = {
        "kind": "ke_hoach", "number": None, "issued_on": None, "issuer": None, "title": "Trồng rừng",
        "programme": None, "period": {"from": None, "to": None}, "annex_of": None,
        "signatory": {"capacity": None, "position": None, "name": None}, "recipients": [],
    }  # fmt: skip
    names = "legal_bases sections targets activities amounts allocations responsibilities reporting places findings"
    return {"document": document, **{name: lists.get(name, []) for name in names.split()}}


def test_unknown_stays_unsaid() -> None:
    summary = summarise(plan())
    assert summary.headline == "Kế hoạch"
    assert summary.fields == ()
    assert summary.groups == ()
    assert "kinh phí" in summary.lacking


@pytest.mark.parametrize(
    ("place", "today"),
    [
        ({"level": "commune", "today": {"code": 1, "name": "Xã Sín Thầu", "province": "Tỉnh Điện Biên"}},
         "Xã Sín Thầu, Tỉnh Điện Biên"),
        ({"level": "province", "today": {"code": 1, "name": "Tỉnh Gia Lai", "province": "Tỉnh Gia Lai"}}, "Tỉnh Gia Lai"),
        ({"level": "district", "today": None}, "không còn cấp huyện từ 01/7/2025"),
        ({"level": "commune", "today": None}, "chưa xác định được, cần hỏi lại"),
        ({"level": "village", "today": None}, None),
    ],
)  # fmt: skip
def test_a_place_is_said_with_what_it_is_called_today(place: dict[str, object], today: str | None) -> None:
    (group,) = summarise(plan(places=[{"name": "nơi ấy", "within": None, **place}])).groups
    assert group.entries[0].details == ((("Nay là", today),) if today else ())


def test_findings_come_worst_first_with_section_and_page() -> None:
    def finding(code: str, severity: str, start: int, page: int | None) -> dict[str, object]:
        return {
            "code": code,
            "severity": severity,
            "message": "…",
            "source": {"start": start, "end": start + 1, "page": page},
        }

    said = remarks(
        plan(
            sections=[{"id": "I", "source": {"start": 50}}, {"id": "I/2", "source": {"start": 80}}],
            findings=[
                finding("missing_targets", "info", 10, None),
                finding("pending_basis", "warning", 60, 3),
                finding("label_gap", "error", 80, 4),
            ],
        )
    )
    assert [(r.name, r.where) for r in said] == [
        ("Số mục bị nhảy", "mục I.2, trang 4"),
        ("Chờ hướng dẫn", "mục I, trang 3"),
        ("Không có chỉ tiêu", ""),
    ]
