"""The number and symbol of a document, "18/KH-BTV": put together and taken apart.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3 (numbers below ten with a nought, no space in the symbol) and Phụ
lục III (abbreviations of kinds); papers of the Party part number and symbol with a hyphen, "05-CT/TW".
"""

import re
from dataclasses import dataclass

from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.text import tidy

# By the kinds of `documents.HEADINGS`; an official letter has none, so its symbol begins with whose it is.
ABBREVIATIONS = {
    "ke_hoach": "KH", "huong_dan": "HD", "quyet_dinh": "QĐ", "bao_cao": "BC", "thong_bao": "TB", "chuong_trinh": "CTr",
}  # fmt: skip

_GROUP = rf"[{UPPER}][^\W\d_]*\d{{0,2}}"
_SYMBOL = re.compile(rf"{_GROUP}(?:[-/.&]{_GROUP})*")
_AROUND_MARKS = re.compile(r" ?([/-]) ?")
_WRITTEN = re.compile(
    rf"(?:[Ss]ố:? ?)?0*(?P<running>[1-9]\d{{0,4}})(?:(?P<mark>[/-])(?P<symbol>{_SYMBOL.pattern}))?"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """running: the number in its register, from 1 to 99999. symbol: what stands behind it, blank where only the number was
    written. mark: what stands between them."""

    running: int
    symbol: str = ""
    mark: str = "/"

    def __str__(self) -> str:
        return f"{self.running:02}{self.mark}{self.symbol}" if self.symbol else f"{self.running:02}"


def read_reference(written: str) -> Reference | None:
    """What somebody wrote as the number of a document; None where it is none.

    >>> str(read_reference("Số: 2/KH – BTV")), read_reference("18a/KH-BTV")
    ('02/KH-BTV', None)
    """
    found = _WRITTEN.fullmatch(_AROUND_MARKS.sub(r"\1", tidy(written).replace("–", "-")))
    if found is None:
        return None
    return Reference(int(found["running"]), found["symbol"] or "", found["mark"] or "/")


def is_symbol(written: str) -> bool:
    """Whether something may stand for a unit in the symbols of its documents: "BTV", "HLHPN-VP"."""
    return _SYMBOL.fullmatch(written) is not None


def symbol_of(kind: str, unit: str) -> str:
    """The symbol of a kind of document of a unit.

    >>> symbol_of("ke_hoach", "BTV"), symbol_of("cong_van", "BTV")
    ('KH-BTV', 'BTV')
    """
    abbreviation = ABBREVIATIONS.get(kind)
    return f"{abbreviation}-{unit}" if abbreviation else unit
