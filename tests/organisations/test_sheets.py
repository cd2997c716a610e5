"""Lists that somebody uploads are parsed in a sealed child: whatever is in them, the server says what is wrong and lives."""

import csv
import io
import json
import resource
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
import xlsxwriter

from donghanh.organisations import sheets
from donghanh.organisations.errors import UnitError
from donghanh.organisations.sheets import BrokenCellsError, ListRow, NoTableError, NotReadError, read_list
from donghanh.reading.errors import UnreadableFile
from donghanh.sealed import table

COLUMNS = {"name": ("Họ và tên", ("ho va ten",)), "value": ("Giá trị", ("gia tri",))}
HEADS = ("Họ và tên", "Giá trị")
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def read(data: bytes) -> list[ListRow]:
    return read_list(data, COLUMNS, needed=(("name",),))


def said(data: bytes) -> str:
    with pytest.raises((UnitError, UnreadableFile)) as caught:
        read(data)
    return str(caught.value)


def book(*rows: Sequence[Any], **sheets: Any) -> bytes:
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = made.add_worksheet()
    for number, row in enumerate((HEADS, *rows)):
        sheet.write_row(number, 0, row)
    made.close()
    return target.getvalue()


def with_sheet(xml: str) -> bytes:
    """A workbook whose sheet is this XML."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book())) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return target.getvalue()


def text(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{words}</t></is></c>'


def of_rows(*rows: str) -> str:
    heads = f'<row r="1">{text("A1", HEADS[0])}{text("B1", HEADS[1])}</row>'
    return f"<worksheet {NAMESPACE}><sheetData>{heads}{''.join(rows)}</sheetData></worksheet>"


def test_cells_come_back_as_what_they_are() -> None:
    moment = datetime(2025, 7, 1, 8, 30)  # noqa: DTZ001 (a cell knows no zone)
    values = ["16834", 912345678, 1.5, date(2025, 7, 1), moment, time(8, 30), True]
    rows = read(book(*(("Lan", value) for value in values), (), ("", ""), ("Mai", "")))
    assert [row.values["value"] for row in rows] == [
        *("16834", 912345678, 1.5, date(2025, 7, 1), date(2025, 7, 1), "08:30:00", "TRUE", "")
    ]
    assert [row.cells["value"] for row in rows[:3]] == ["16834", "912345678", "1.5"]
    assert [row.number for row in rows] == [2, 3, 4, 5, 6, 7, 8, 11]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_no_list_is_parsed_in_the_process_of_the_server(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = book(("Lan", "1")) if kind == "xlsx" else "Họ và tên,Giá trị\nLan,1\n".encode()

    def parsed_here(*args: Any, **options: Any) -> Any:
        raise AssertionError("parsed in the server's process")

    monkeypatch.setattr(zipfile, "ZipFile", parsed_here)
    monkeypatch.setattr(csv, "reader", parsed_here)
    monkeypatch.setattr("donghanh.reading.formats.sheets.values.CalamineWorkbook", parsed_here)
    assert [row.cells["name"] for row in read(data)] == ["Lan"]


def test_cells_without_a_result_are_named() -> None:
    cell = '<c r="B2"><f>A1+1</f></c><c r="C2" t="e"><v>#REF!</v></c>'
    with pytest.raises(BrokenCellsError, match="C2, B2"):
        read(with_sheet(of_rows(f'<row r="2">{text("A2", "Lan")}{cell}</row>')))


def test_rows_far_below_the_list_are_told_and_not_dropped_in_silence() -> None:
    rows = f'<row r="2">{text("A2", "Lan")}</row><row r="1048576">{text("XFD1048576", "xa")}</row>'
    assert "nằm rất xa" in said(with_sheet(of_rows(rows)))


def test_a_last_row_far_below_is_one_row() -> None:
    rows = f'<row r="2">{text("A2", "Lan")}</row><row r="1048576">{text("A1048576", "Mai")}</row>'
    assert [row.number for row in read(with_sheet(of_rows(rows)))] == [2, 1048576]


FULL = "".join(f'<c t="n"><v>{number}</v></c>' for number in range(30))
HOSTILE = {
    "inflating": (lambda: with_sheet(of_rows(" " * 60_000_000)), "có thể gây hại"),
    "too many cells": (
        lambda: with_sheet(of_rows(*(f"<row>{FULL}</row>" for _ in range(23_000)))),
        "nhiều hơn",
    ),
    "entities": (lambda: with_sheet('<!DOCTYPE x [<!ENTITY a "aaaa">]>' + of_rows()), "có thể gây hại"),
    "cut off": (lambda: book(("Lan", 1))[:-200], "hỏng"),
    "endless rows": (lambda: "Họ và tên,Giá trị\n".encode() + b"Lan,1\n" * 8_000_000, "nhiều hơn"),
    "endless line": (lambda: b"a" * 50_000_000, "không phải Excel"),
    "endless columns": (lambda: b"a," * 25_000_000, "nhiều hơn"),
    "open quotes": (lambda: b'"' + b"a\n" * 25_000_000, "không phải Excel"),
    "random": (lambda: bytes(range(256)) * 1000, "không phải Excel"),
    "nothing": (lambda: b"", "dòng tiêu đề"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_list_is_refused_in_words(name: str) -> None:
    make, words = HOSTILE[name]
    data = make()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert words in said(data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


def test_what_no_database_holds_is_marked() -> None:
    (row,) = read("Họ và tên,Giá trị\nLan\0,1\n".encode())
    assert row.cells["name"] == "Lan\N{REPLACEMENT CHARACTER}"


def by_child(monkeypatch: pytest.MonkeyPatch, code: str) -> str:
    """What is said of a list where the child does this instead."""
    monkeypatch.setattr(table, "READER", (sys.executable, "-I", "-c", code))
    return said(b"")


def printing(answer: Any) -> str:
    return f"print({json.dumps(answer)!r})"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import os; os.abort()", "không ra kết quả"),
        ("print('no answer')", "không ra kết quả"),
        ("print('[' * 100_000)", "không ra kết quả"),
        ("print('x' * 40_000_000)", "nhiều hơn"),
        (printing({"fault": {"kind": "MemoryError", "where": ""}}), "nhiều hơn"),
        (printing({"fault": {"kind": "SealError", "where": ""}}), "không cách ly được"),
        (printing({"fault": {"kind": "TypeError", "where": "table.py:1"}}), "không ra kết quả"),
        (printing({"refused": "whatever"}), "không ra kết quả"),
        (printing({"rows": [["1", ["a"]]]}), "không ra kết quả"),
        (printing({"rows": [[1, [["a"]]]]}), "không ra kết quả"),
        (printing({"rows": [[1, [{"day": "tomorrow"}]]]}), "không ra kết quả"),
        (printing({"rows": [[1]]}), "không ra kết quả"),
        (printing([]), "không ra kết quả"),
    ],
)
def test_a_child_without_an_answer_that_can_be_used_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, code: str, words: str
) -> None:
    assert words in by_child(monkeypatch, code)


def test_a_child_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "LISTING", replace(sheets.LISTING, wall_seconds=0.5))
    assert "quá lâu" in by_child(monkeypatch, "import time; time.sleep(30)")


def test_who_comes_while_others_are_read_is_asked_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "_PATIENCE", 0.01)
    with sheets._READING, sheets._READING, pytest.raises(NotReadError, match="Đang đọc"):
        read(b"")
    with pytest.raises(NoTableError):
        read(b"\xff")
