"""What the reading kept of a letterhead, line by line, told apart again.

The form's own facts say who issued what and when; the lines say besides whose organisation it belongs to, what the
kind of paper was called, which blanks it left.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from donghanh.vietnam.documents import heading_kind
from donghanh.writing.model import DOTS

_NATION = re.compile(r"CỘNG H|Độc lập\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM")
_NUMBER = re.compile(r"Số\s*:?\s*(?P<rest>.*)$")
_DATED = re.compile(r"ngày\b.*\btháng\b.*\bnăm\b|,\s*ngày\b", re.IGNORECASE)
_ATTACHED = re.compile(r"\(?\s*(?:Ban hành\s+)?(?:kèm theo|đính kèm|Ban hành theo)\b", re.IGNORECASE)
_MEASURE = re.compile(r"\(?\s*(?:ĐVT|Đơn vị(?: tính)?)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """names: superior and issuer, a line each. number: behind "Số:", with its blanks. rest: what else stood there."""

    names: tuple[str, ...] = ()
    kind: str = ""
    number: str = ""
    dated: str = ""
    attached: str = ""
    rest: tuple[str, ...] = ()


def told_apart(lines: Sequence[str], title: str) -> Letterhead:
    """The lines of a letterhead by what they say; what the title says already is left out."""
    names: list[str] = []
    rest: list[str] = []
    attached: list[str] = []
    kind = number = dated = ""
    for line in (text.strip() for text in lines):
        if _NATION.search(line) or not line or line in title:
            continue
        if heading_kind(line) is not None or re.match(r"Phụ lục\b", line):
            kind = line
        elif _MEASURE.match(line):
            rest.append(line)
        elif _ATTACHED.match(line) or (attached and attached[0].startswith("(") and ")" not in attached[-1]):
            attached.append(line)
        elif match := _NUMBER.match(line):
            number = re.sub(r"^\s*(?=[/-])", DOTS[:3], match["rest"].strip())
        elif _DATED.search(line):
            dated = _with_dots(line)
        elif line.isupper() and not kind:
            names.append(line)
        elif re.search(r"\w", line):
            rest.append(line)
    return Letterhead(tuple(names), kind, number, dated, " ".join(attached), tuple(rest))


def _with_dots(line: str) -> str:
    """A date with dots where its day or month was left open."""
    for before, behind in (("ngày", "tháng"), ("tháng", "năm")):
        line = re.sub(rf"\b{before}\s+{behind}\b", f"{before} {DOTS[:2]} {behind}", line)
    return line
