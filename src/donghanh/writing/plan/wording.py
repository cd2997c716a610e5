"""The sentences that offices always write the same way."""

import re
from collections.abc import Sequence
from datetime import date

from donghanh.vietnam.documents import HEADINGS, SYMBOL_KINDS
from donghanh.vietnam.letters import UPPER
from donghanh.vietnam.organisations import COMMITTEES, starts_name, strip_address
from donghanh.writing.model import DOTS, Office
from donghanh.writing.plan.form import AnnexOf, DocumentFacts, LegalBasis

_LEVEL = r"(?i:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
_NAME = rf"[{UPPER}][^\s,;()]*(?: [{UPPER}\d][^\s,;()]*)*"
_PLACE = re.compile(rf"(?<!\w){_LEVEL} (?P<name>{_NAME})")
_ONE_LINE = 24
_AUTHORITY = re.compile(r"CHỦ TỊCH|ỦY BAN|UỶ BAN|UBND|BAN |GIÁM ĐỐC|TRƯỞNG|HỘI ĐỒNG|BỘ TRƯỞNG|THỦ TƯỚNG")
_KINDS = {
    "ke_hoach": "KẾ HOẠCH",
    "huong_dan": "HƯỚNG DẪN",
    "quyet_dinh": "QUYẾT ĐỊNH",
    "bao_cao": "BÁO CÁO",
    "thong_bao": "THÔNG BÁO",
    "chuong_trinh": "CHƯƠNG TRÌNH",
    "phu_luc": "PHỤ LỤC",
    "cong_van": "",
}
_NAMED = dict(HEADINGS)
_SMALL = {
    "TTr": "TỜ TRÌNH",
    "BB": "BIÊN BẢN",
    "PA": "PHƯƠNG ÁN",
    "TL": "THỂ LỆ",
    "GM": "GIẤY MỜI",
    "QyĐ": "QUY ĐỊNH",
}
_ABBREVIATIONS = {
    "ke_hoach": "KH",
    "huong_dan": "HD",
    "quyet_dinh": "QĐ",
    "bao_cao": "BC",
    "thong_bao": "TB",
    "chuong_trinh": "CTr",
}


def kind_line(document: DocumentFacts) -> str:
    """What heads the paper, "KẾ HOẠCH"; "" for a letter, and where nothing tells."""
    if document.kind in _KINDS:
        return _KINDS[document.kind]
    symbol = re.split(r"[/-]", document.number or "//")
    for part in symbol[1:]:
        named = _SMALL.get(part) or SYMBOL_KINDS.get(part, "").upper()
        if _NAMED.get(named) == "other":
            return named
    return "BIÊN BẢN" if re.match(r"(?:Hội nghị|Cuộc họp|Phiên họp|Họp)\s", document.title) else ""


def symbol_of(kind: str) -> str:
    """What of a number is known before it is given: "KH-……"."""
    known = _ABBREVIATIONS.get(kind)
    return f"{known}-{DOTS[:2]}" if known else DOTS[:3]


def office_of(issuer: str | None) -> Office:
    """The letterhead of a body: a committee stands below the organisation that it leads."""
    if not issuer:
        return Office()
    place = place_of(issuer)
    for degree in COMMITTEES:
        if issuer.startswith(f"{degree} "):
            return Office((degree,), _broken(issuer[len(degree) + 1 :]), place)
    return Office(_broken(issuer), (), place)


def _broken(name: str) -> tuple[str, ...]:
    """A long name in two lines, its place in the second: "ỦY BAN NHÂN DÂN" over "HUYỆN TRÀNG ĐỊNH"."""
    found = [match.start() for match in _PLACE.finditer(name) if match.start() > 0]
    if len(name) <= _ONE_LINE or not found:
        return (name,)
    return name[: found[0]].strip(), name[found[0] :]


def place_of(issuer: str) -> str | None:
    """The place in whose name a body speaks: "Hội LHPN huyện Đakrông" dates its papers at Đakrông."""
    found = _PLACE.search(issuer)
    if found:
        name = found["name"]
        return name.title() if name.isupper() else name
    capitals = re.search(rf"({_NAME})$", issuer)
    name = capitals[1] if capitals else ""
    return name if len(name.split()) == 2 and not re.search(r"LHPN|UBND|Việt Nam", name) else None


def dated(place: str | None, day: date) -> str:
    """ "Cà Mau, ngày 05 tháng 02 năm 2026": a zero before days below 10 and before months 1 and 2 only."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"{place or DOTS[:6]}, ngày {day.day:02} tháng {month} năm {day.year}"


def basis_line(basis: LegalBasis) -> str:
    """ "Căn cứ Quyết định số 12/QĐ-TTg ngày 01/02/2026 của Thủ tướng Chính phủ", without closing mark."""
    return f"Căn cứ {cited(basis)}"


def cited(basis: LegalBasis) -> str:
    parts = [basis.kind or "Văn bản"]
    parts += [f"số {basis.number}"] if basis.number else []
    parts += [f"ngày {basis.issued_on:%d/%m/%Y}"] if basis.issued_on else []
    parts += [f"của {basis.issuer}"] if basis.issuer else []
    return " ".join(parts)


def attached_line(annex: AnnexOf, blank_number: bool, blank_date: bool) -> str:
    """What an annex was issued with, in brackets; blanks that the paper itself left open stay dotted."""
    symbol = (annex.number or "").partition("/")[2].partition("-")[0]
    kind = SYMBOL_KINDS.get(symbol, "Kế hoạch")
    number = annex.number or (f"{DOTS[:3]}/{DOTS[:3]}" if blank_number else None)
    parts = [kind] + ([f"số {number}"] if number else [])
    if annex.issued_on:
        parts.append(f"ngày {annex.issued_on:%d/%m/%Y}")
    elif blank_date:
        parts.append(f"ngày {DOTS[:2]}/{DOTS[:2]}/{DOTS[:3]}")
    parts += [f"của {annex.issuer}"] if annex.issuer else []
    return f"(Kèm theo {' '.join(parts)})"


def authority(document: DocumentFacts, places: Sequence[str]) -> str | None:
    """Who decides, in capitals over the bases of a decision; None where a sentence must say it."""
    issuer = document.issuer
    if document.kind != "quyet_dinh" or not issuer or not _names_only(issuer, places):
        return None
    return issuer.upper() if _AUTHORITY.match(issuer.upper()) else None


def _names_only(issuer: str, places: Sequence[str]) -> bool:
    """Whether a body names no place that the paper does not name."""
    named = {place.casefold() for place in places}
    return all(found[0].casefold() in named for found in _PLACE.finditer(issuer))


def issues(document: DocumentFacts, places: Sequence[str]) -> str | None:
    """The sentence that leads over to the body: who issues what.

    None where it would name a place that the paper does not name, or a kind of paper that nobody issues so.
    """
    kind = kind_line(document)
    issuer = document.issuer
    if not issuer or issuer.isupper() or not kind or document.annex_of is not None:
        return None
    if not _names_only(issuer, places):
        return None
    if document.kind == "bao_cao":
        return f"{issuer} báo cáo kết quả như sau:"
    return f"{issuer} ban hành {kind.capitalize()} với các nội dung sau:"


def lowered(words: str) -> str:
    """The words as they go on in a sentence: the first small, unless a name or a short form begins there."""
    if starts_name(words) or not words[1:2].islower():
        return words
    return words[:1].lower() + words[1:]


def asking(words: str) -> str:
    """ "Đề nghị khám sức khỏe": what is asked of one whom the issuer does not command."""
    return words if strip_address(words)[1] else f"Đề nghị {lowered(words)}"


def joined(names: Sequence[str]) -> str:
    """Units in one cell."""
    return "; ".join(names)
