"""Numbers and symbols of documents, put together and taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.vietnam.references import (
    ABBREVIATIONS,
    Reference,
    is_symbol,
    read_reference,
    symbol_of,
)

SYMBOLS = ["KH-BTV", "KHPH-HLHPN-BTLBP", "CTrPH/HLHPNHN-BĐBPKT", "HD-ĐCT", "BTV", "TTr-ĐCT", "CT/TW"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("18/KH-BTV", Reference(18, "KH-BTV")),
        ("Số: 02/KH- BTV", Reference(2, "KH-BTV")),
        ("số 018 / KH–BTV", Reference(18, "KH-BTV")),
        ("05-CT/TW", Reference(5, "CT/TW", "-")),
        ("967/KHPH-HLHPN-BTLBP", Reference(967, "KHPH-HLHPN-BTLBP")),
        ("18", Reference(18)),
        ("", None),
        ("KH-BTV", None),
        ("00/KH-BTV", None),
        ("18a/KH-BTV", None),
        ("18/", None),
        ("18/kh-btv", None),
        ("18/KH-BTV và 19/KH-BTV", None),
        ("١٨/KH-BTV", None),
    ],
)
def test_what_people_write_as_a_number_is_read(written: str, expected: Reference | None) -> None:
    assert read_reference(written) == expected


@given(st.integers(1, 99_999), st.sampled_from(["", *SYMBOLS]), st.sampled_from("/-"))
def test_what_is_written_is_read_back(running: int, symbol: str, mark: str) -> None:
    reference = Reference(running, symbol, mark if symbol else "/")
    assert read_reference(str(reference)) == reference


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_it(written: str) -> None:
    found = read_reference(written)
    assert found is None or 1 <= found.running <= 99_999


def test_numbers_below_ten_have_a_nought_before_them() -> None:
    assert [str(Reference(n, "KH-BTV")) for n in (1, 9, 10, 100)] == [
        "01/KH-BTV", "09/KH-BTV", "10/KH-BTV", "100/KH-BTV",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [*ABBREVIATIONS, "cong_van", "other"])
def test_the_symbol_of_every_kind_may_stand_behind_a_number(kind: str) -> None:
    assert is_symbol(symbol_of(kind, "BTV"))
    assert symbol_of(kind, "BTV").endswith("BTV")
