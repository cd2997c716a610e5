"""The command a person types."""

import json

import pytest

from donghanh.cli.place import main


def test_a_former_commune_is_printed_with_what_covers_it_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["xã Leng Su Sìn, huyện Mường Nhé, tỉnh Điện Biên"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "query": "xã Leng Su Sìn, huyện Mường Nhé, tỉnh Điện Biên",
        "matches": [
            {
                "was": {
                    "code": 3158,
                    "name": "Xã Leng Su Sìn",
                    "district": "Huyện Mường Nhé",
                    "province": "Tỉnh Điện Biên",
                    "until": "2025-07-01",
                },
                "today": [
                    {"code": 3158, "name": "Xã Sín Thầu", "province": "Tỉnh Điện Biên", "partly": False}
                ],
            }
        ],
        "question": None,
    }


def test_a_place_of_today_was_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["đặc khu Lý Sơn"]) == 0
    (match,) = json.loads(capsys.readouterr().out)["matches"]
    assert match["was"] is None
    assert [t["name"] for t in match["today"]] == ["Đặc khu Lý Sơn"]


def test_words_need_no_quotation_marks(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tỉnh", "Kon", "Tum"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["query"] == "tỉnh Kon Tum"
    assert result["matches"][0]["was"]["district"] is None
    assert result["matches"][0]["today"][0]["name"] == "Tỉnh Quảng Ngãi"


def test_several_places_are_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["xã Tân Thành"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert len(result["matches"]) > 10
    assert result["question"]


def test_nothing_found_is_a_failure_with_advice(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["xã Không Ở Đâu"]) == 1
    result = json.loads(capsys.readouterr().out)
    assert result["matches"] == []
    assert "Không tìm thấy" in result["question"]


@pytest.mark.parametrize("argv", [[], [""], ["  "], ["--loud"]])
def test_wrong_use_shows_the_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Cách dùng" in captured.err


def test_help_is_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "Cách dùng" in capsys.readouterr().out
