"""Numbered documents that the text cites, once each, wherever it cites them."""

import re
from dataclasses import replace

from donghanh.reading.blocks import Doubt
from donghanh.reading.outline import Outline
from donghanh.reading.plan import LegalBasis, PlanDocument
from donghanh.reading.source import Line
from donghanh.vietnam.dates import find_dates
from donghanh.vietnam.documents import CITED_KINDS, REFERENCE, SYMBOL_KINDS, is_reference
from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.organisations import starts_name

_NAMES = "|".join(CITED_KINDS)
# A law may have a comma in its title: "Luật Phòng, chống bạo lực gia đình số 13/2022/QH15".
_KIND = re.compile(
    rf"(?P<kind>(?<!\w)(?:{_NAMES}))(?P<more>\s+[^;,.:()“”\d]{{0,60}}?|(?<=uật)\s+[^;.:()“”\d]{{0,80}}?)?\s*(?:số\s*:?\s*)?$",
    re.IGNORECASE,
)
_ANY_KIND = re.compile(rf"(?<!\w)(?:{_NAMES})(?!\w)", re.IGNORECASE)
# "theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số ..."
_PROPOSES = re.compile(
    rf"(?<!\w)của\s+(?P<who>[{UPPER}](?:[^;:.,()\d]|,\s(?=[{UPPER}])){{2,100}}?)\s+tại\s+(?:{_NAMES})\s+(?:số\s*:?\s*)?$"
)
# "các Kế hoạch số 21/KH-UBND ngày 15/01/2026, số 34/KH-UBND của ...": one kind and one issuer for several.
_NEXT_NUMBER = re.compile(rf"\s*(?:,|và|,\s+và)\s+(?:(?:{_NAMES})\s+)?số\s*:?\s*")
# Who issues the paper itself, behind the last document that it cites.
_ISSUES = r"(?:xây dựng|ban hành|tổ chức|triển khai|hướng dẫn|thông báo|đề nghị|báo cáo|thống nhất|phối hợp)"
_ISSUER_END = re.compile(
    r"\s+(?:về|v/v|ban hành|phê duyệt|quy định|hướng dẫn|triển khai|thực hiện|tổ chức|sửa đổi|bổ sung|giai đoạn|năm|nhằm|trong|"
    r"ngày|đối với|số|cho|tại kỳ|tại|khóa|khoá)(?=\s|$)"
    rf"|\s+và\s+(?=(?:{_NAMES})(?!\w))|[;,.:()“”]"
)


def extract(outline: Outline, plan: PlanDocument) -> tuple[list[LegalBasis], list[Doubt]]:
    """Every citation with its number; the paper's own number and the annex's parent are none."""
    document = plan.document
    parent = document.annex_of.number if document.annex_of else None
    own = {_key(number) for number in (document.number, parent) if number}
    found: dict[str, LegalBasis] = {}
    for line in [
        *outline.opening,
        *outline.frame.title,
        *_body(outline),
        *outline.closing,
        *outline.frame.behind,
        *outline.frame.notes,
    ]:
        for basis in _cited(line):
            key = _key(basis.number)
            if key in own or (line.text.lstrip().startswith("Trên đây là") and not found.get(key)):
                continue
            before = found.get(key)
            if before is None or (before.issued_on is None and basis.issued_on is not None):
                found[key] = basis if before is None else _fuller(before, basis)
    return sorted(found.values(), key=lambda b: b.source.start), []


def _fuller(first: LegalBasis, later: LegalBasis) -> LegalBasis:
    """The first mention, with what only a later one says."""
    return LegalBasis(
        first.number, first.kind or later.kind, later.issued_on, first.issuer or later.issuer, first.source
    )


def _body(outline: Outline) -> list[Line]:
    lines = outline.frame.body
    return lines[len(outline.opening) : len(lines) - len(outline.closing)]


def _key(number: str) -> str:
    return re.sub(r"\s", "", number).casefold()


def _cited(line: Line) -> list[LegalBasis]:
    text = line.text
    result: list[LegalBasis] = []
    between = ""
    matches = [
        m for m in REFERENCE.finditer(text) if is_reference(m, text[max(0, m.start() - 40) : m.start()])
    ]
    for index, match in enumerate(matches):
        number = re.sub(r"\s*([/\-–&.])\s*", r"\1", match[0]).rstrip(".&/-")
        kind = _kind_words(_kind(text[max(0, match.start() - 160) : match.start()], number))
        after = text[match.end() : matches[index + 1].start() if index + 1 < len(matches) else None]
        dates = find_dates(after[:60])
        issued_on = (
            dates[0].value
            if dates and re.fullmatch(r"[\s,(]*(?:ký |ban hành )?(?:ngày\s*)?", after[: dates[0].start])
            else None
        )
        rest = after[dates[0].end :] if issued_on and dates else after
        issuer = _issuer(rest) or _proposer(text[max(0, match.start() - 160) : match.start()])
        if result and _NEXT_NUMBER.fullmatch(between) and kind in (None, result[-1].kind):
            kind = result[-1].kind
            if result[-1].issuer is None:
                result[-1] = replace(result[-1], issuer=issuer)
        between = rest
        if issuer is None and index + 1 < len(matches) and re.fullmatch(r"[\s;,]*(?:và\s+)?\D{0,40}", rest):
            tail = text[matches[index + 1].end() :]
            shared = re.search(r"\bgiữa\s+(?P<pair>[^;.]+?)\s+(?:về|trong|thực hiện|giai đoạn|nhằm)\b", tail)
            issuer = shared["pair"] if shared and not re.search(r"\bcủa\b", tail[: shared.start()]) else None
        result.append(
            LegalBasis(
                number,
                kind,
                issued_on,
                issuer,
                line.span(match.start(), match.start() + len(match[0].rstrip(".&/-"))),
            )
        )
    return result


def _proposer(before: str) -> str | None:
    """Who stands before: "theo đề nghị của Trưởng phòng Nội vụ tại Tờ trình số ..."."""
    match = _PROPOSES.search(before)
    return match["who"] if match and starts_name(match["who"]) else None


def _kind(before: str, number: str) -> re.Match[str] | None:
    """The kind that stands nearest, in capitals, or is the one that the number's letters name.

    "Trưởng phòng Tài chính - Kế hoạch tại Tờ trình số 18/TTr-TCKH" is a Tờ trình, "Quyết định phê duyệt Đề án số
    938/QĐ-TTg" a Quyết định.
    """
    starts = [match.start() for match in _ANY_KIND.finditer(before)]
    found = [match for start in starts if (match := _KIND.match(before, start))]
    lettered = SYMBOL_KINDS.get(letters[0]) if (letters := re.search(r"[^\W\d_]+", number)) else None
    named = [match for match in found if lettered and match["kind"].lower().startswith(lettered.lower())]
    capitals = [match for match in found if match["kind"][0].isupper()]
    return next(iter([*named[-1:], *capitals[-1:], *found[:1]]), None)


def _kind_words(match: re.Match[str] | None) -> str | None:
    if match is None:
        return None
    more = (match["more"] or "").strip()
    titled = more[:1].isupper() or _ANY_KIND.search(more) or re.match(r"(?:của|về|và|ban hành|ngày)\b", more)
    more = "" if titled or len(more.split()) > 4 else more
    return re.sub(r"\s+(?:số|liên quan)$", "", f"{match['kind']} {more}".strip())


def _issuer(rest: str) -> str | None:
    if match := re.match(r"\s*,?\s*giữa\s+", rest):
        words = rest[match.end() :]
        end = re.search(
            rf"\s+(?:về|trong|thực hiện|giai đoạn|nhằm|quy định)\s|[;.:“]|,\s+(?=[^\W\d][^,;:]{{3,120}}?\s{_ISSUES}\s)",
            words,
        )
        return (words[: end.start()] if end else words).strip(" ,.") or None
    if match := re.match(r"\s*,?\s*(?:do|của)\s+", rest):
        words = rest[match.end() :]
        end = _ISSUER_END.search(words)
        # "Bộ Lao động - Thương binh và Xã hội": the end is looked for behind the first two words.
        name = (words[: end.start()] if end else words).strip(" ,.")
        return name or None
    return None
