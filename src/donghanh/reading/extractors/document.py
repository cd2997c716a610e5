"""The paper itself: kind, number, date, issuer, title, programme, period, signature, recipients."""

import re
from datetime import date

from donghanh.reading.blocks import Doubt
from donghanh.reading.extractors.sections import loose_lines
from donghanh.reading.front import CAPACITY, Frame, is_position
from donghanh.reading.outline import Outline
from donghanh.reading.plan import AnnexOf, DocumentFacts, Signatory
from donghanh.reading.plan_time import plan_period
from donghanh.reading.source import Line
from donghanh.vietnam.dates import find_dates, make_date
from donghanh.vietnam.documents import REFERENCE
from donghanh.vietnam.letters import LOWER, UPPER
from donghanh.vietnam.organisations import COMMITTEES, starts_name, without_alias

_NUMBER = re.compile(r"\bSố\s*:?\s*(?P<number>.*?)(?=\s{2,}|$|\s+(?:CỘNG|ĐẢNG|V/v)\b)")
_ISSUED = re.compile(
    r"ngày\s*(?P<d>[\d\s.…_]{0,20}?)\s*(?:tháng|/)\s*(?P<m>[\d\s.…_]{0,20}?)\s*(?:năm|/)\s*(?P<y>[\d\s.…_]{0,20})",
    re.IGNORECASE,
)
_PROGRAMME = re.compile(
    r"(?<!\w)(?P<kind>Chương trình|Tiểu dự án|Dự án|Đề án|CHƯƠNG TRÌNH|TIỂU DỰ ÁN|DỰ ÁN|ĐỀ ÁN"
    r"|chương trình(?= (?:[“\"']|mục tiêu quốc gia))|dự án(?= \d| [“\"'])|đề án(?= \d| [“\"'])"
    r"|[Cc]uộc vận động|[Pp]hong trào(?= (?:thi đua )?[“\"'])|[Cc]hiến dịch)(?!\w)"
)
_PROGRAMME_END = re.compile(
    r"\s+thuộc\s|\s+(?:năm|NĂM)\s+(?:học )?\d|\s+(?:giai đoạn|GIAI ĐOẠN)\s|\s*\(|\s+(?:trên địa bàn|TRÊN ĐỊA BÀN)|\s+tại\s|\s*,?\s+(?:\d{1,2} )?(?:quý|tháng) "
    r"|\s+của (?=[A-ZĐ])|\s*[;.]\s|\s+(?:đến|ĐẾN) (?:năm|NĂM) \d|\s+[-–]\s+(?:năm|giai đoạn)|,\s+(?:trọng tâm|gắn với|trong đó|theo|với|góp phần|nhằm|hướng tới)\s|\s+(?:gắn với|nhằm)\s"
)
_ISSUES = re.compile(
    r"\s+(?:ban hành|xây dựng|tổ chức thực hiện|tổ chức|triển khai|lập|đề ra|ký kết|thống nhất|hướng dẫn|thông báo|đề nghị|yêu cầu"
    r"|phối hợp (?:tổ chức|ban hành|xây dựng))\s+(?:(?:và |nội dung |thực hiện )?)?"
    r"(?:[Kk]ế hoạch|[Cc]hương trình|[Hh]ướng dẫn|[Nn]ội dung|[Mm]ột số|[Cc]ác|[Hh]ội|UBND|Ủy ban|việc|thực hiện|như sau|[Tt]hông báo|[Đđ]ề án|kết quả|tình hình|công tác)"
)
# In the sentence that ends in ":" and opens the body, any act of these makes its subject the issuer.
_ISSUES_LOOSELY = re.compile(
    r"\s+(?:ban hành|xây dựng|tổ chức|triển khai|lập|làm|giao|phân bổ|phát động|đề ra|ký kết|thống nhất|hướng dẫn|thông báo|đề nghị|yêu cầu|phối hợp)\s"
)
_TELLS = re.compile(r"\s+(?:xin )?báo cáo\s")
_LEVELS = re.compile(
    r"\b(?:tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|Thành phố)\.?\s+["
    + UPPER
    + r"\d]|Trung ương|Việt Nam|Hà Nội|Thủ đô"
)
_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
_BARE_LEVEL = re.compile(rf"(?<!\w){_LEVEL}$")
_POSITION = re.compile(rf"(?:Q\.\s*|QUYỀN\s+)?[{UPPER}]+(?:[ ,\-]+[{UPPER}]+){{0,9}}[ ,\-]*$")
_NAME = re.compile(
    r"(?:(?:ThS|TS|PGS|GS|BS|CN|KS|Thạc sĩ|Tiến sĩ|Bác sĩ|Kỹ sư|Cử nhân|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy))[.\s]+)*(?:["
    + UPPER
    + r"]["
    + LOWER
    + r"'’]*(?:["
    + UPPER
    + r"]["
    + LOWER
    + r"]*)?[\s.]*){2,6}$"
)


def extract(outline: Outline, parent: DocumentFacts | None = None) -> tuple[DocumentFacts, list[Doubt]]:
    """The document's own facts; what it leaves blank is None.

    parent: of the paper in the same file that this one was issued with, whose number and date stand for it.
    """
    frame = outline.frame
    header = [line.text for line in frame.header]
    doubts: list[Doubt] = []
    number = _number(header)
    issued_on = _issued_on(header)
    annex = _annex(frame.annex) if frame.annex and (frame.kind == "phu_luc" or not number) else None
    if parent is not None and not number:
        annex = _issued_with(annex, parent)
    issuer = _issuer(outline)
    if annex and annex.issuer and (issuer is None or frame.kind == "phu_luc"):
        issuer = annex.issuer
    if issuer is None:
        doubts.append(
            Doubt("issuer", "Không rõ cơ quan ban hành: văn bản không ghi đủ tên tổ chức và địa phương.")
        )
    title = frame.title_text
    above, below = loose_lines(outline)
    recipients, signatory = _recipients(frame.tail), _signatory(frame.tail)
    return (
        DocumentFacts(
            kind=frame.kind,
            number=number,
            issued_on=issued_on,
            issuer=issuer,
            title=title,
            programme=_programme(title, frame.kind),
            period=plan_period(outline, title, issued_on),
            annex_of=annex,
            signatory=signatory,
            recipients=recipients,
            header=tuple(
                line.text for line in (*frame.header, *_kind_line(frame), *frame.annex, *frame.measures)
            ),
            opening=(*(line.text for line in outline.opening), *above),
            closing=(*below, *(line.text for line in (*outline.closing, *frame.notes))),
            footer=_footer(frame.tail, recipients, signatory),
        ),
        doubts,
    )


def _number(header: list[str]) -> str | None:
    for text in header:
        if match := _NUMBER.search(text):
            written = match["number"].strip(" .;")
            whole = REFERENCE.match(written)
            return whole[0].strip() if whole else None
    return None


def _issued_on(header: list[str]) -> date | None:
    for text in header:
        if match := _ISSUED.search(text):
            parts = [match[g].strip(" .…_") for g in "dmy"]
            return make_date(*(int(p) for p in reversed(parts))) if all(p.isdigit() for p in parts) else None
    return None


def _annex(lines: list[Line]) -> AnnexOf:
    text = " ".join(line.text.strip() for line in lines)
    number = re.search(
        r"số\s*:?\s*(?P<n>\d{1,5}\s*(?:/\s*\d{4}\s*)?[-/]\s*[A-ZĐ][^\s,;)]*)", text, re.IGNORECASE
    )
    dates = find_dates(text)
    issuer = re.search(r"\bcủa\s+(?P<name>[^;()]+?)\s*(?:\)|$|\s+(?:về|v/v|ban hành)\s)", text)
    name = issuer["name"].strip(" .,") if issuer else None
    return AnnexOf(
        re.sub(r"\s*([/-])\s*", r"\1", number["n"]) if number else None,
        dates[0].value if dates else None,
        name,
    )


def _issued_with(annex: AnnexOf | None, parent: DocumentFacts) -> AnnexOf:
    """What an annex says of the paper it was issued with, its blanks filled from that paper itself."""
    if annex is None:
        return AnnexOf(parent.number, parent.issued_on, parent.issuer)
    if annex.number and parent.number and annex.number.casefold() != parent.number.casefold():
        return annex  # it was issued with another
    return AnnexOf(
        annex.number or parent.number,
        annex.issued_on or parent.issued_on,
        annex.issuer or parent.issuer,
    )


def _issuer(outline: Outline) -> str | None:
    """The issuing body: as the opening names it, else the closing, else the letterhead, else the signature."""
    bare = None
    if outline.frame.kind == "quyet_dinh" and (authority := _authority(outline.opening)):
        return authority
    for line in [*outline.opening[::-1], *outline.closing]:
        name = _subject(line.text, outline.frame.kind)
        if name and _LEVELS.search(name) and not _BARE_LEVEL.search(name):
            return name
        bare = bare or name
    for line in outline.closing:
        if match := re.search(
            r"Trên đây là [^;]*?\bcủa\s+(?P<name>[^;:,.]+?)(?=\s*(?:[;:,.]|$|\s(?:về|yêu cầu|đề nghị)\s))",
            line.text,
        ):
            if starts_name(match["name"]) and _LEVELS.search(match["name"]):
                return match["name"].strip()
    head = _letterhead(outline.frame.header)
    if bare and (placed := _placed(bare, outline.frame.header)):
        return placed
    if head and not bare and (placed := _placed(head, outline.frame.header)):
        return placed
    if head and (_of_place(head) or bare is None):
        return head
    return bare


def _authority(opening: list[Line]) -> str | None:
    """Who decides, in capitals over the bases of a decision: "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ X"."""
    for line in opening:
        text = line.text.strip()
        if text.isupper() and starts_name(text.title()) and _of_place(text):
            return text
    return None


def _of_place(name: str) -> bool:
    return bool(_LEVELS.search(name) or re.search(rf"\b{_LEVEL} (?!hội\b)\w", name, re.IGNORECASE))


def _placed(name: str, header: list[Line]) -> str | None:
    """A body named without its place, "Ban Thường vụ Hội LHPN tỉnh" or "Hội LHPN", and the place of the letterhead."""
    level = re.search(rf"\b{_LEVEL}$", name, re.IGNORECASE)
    if level is None and _of_place(name):
        return None
    for line in header:
        if dated := re.match(r"\s*(?P<place>[^,\d]{2,40}),\s*ngày\b", line.text):
            place = dated["place"].strip()
            of_place = rf"\b(?P<level>{level[0] if level else _LEVEL}) {re.escape(place)}"
            found = next((m for h in header if (m := re.search(of_place, h.text, re.IGNORECASE))), None)
            if found:
                return f"{name} {place}" if level else f"{name} {found['level'].lower()} {place}"
    return None


def _subject(text: str, kind: str) -> str | None:
    """Who issues, in a sentence that says so: "..., Ban Thường vụ Hội LHPN tỉnh X xây dựng kế hoạch ..."."""
    pattern = _ISSUES_LOOSELY if text.rstrip().endswith(":") else _ISSUES
    match = pattern.search(text) or (_TELLS.search(text) if kind == "bao_cao" else None)
    while match:
        before = text[: match.start()]
        starts = [m.end() for m in re.finditer(r"(?:^|[,;.:]\s+|\b(?:nay|thì)\s+)", before)]
        for start in starts:
            words = without_alias(before[start:]).strip()
            if starts_name(words) and len(words.split()) <= 30 and not re.search(r"[;:]|\w{3}\.\s", words):
                return re.sub(r",\s+(?:tỉnh|thành phố|huyện)\s.*$", "", words)
        match = pattern.search(text, match.start() + 1)
    return None


def _letterhead(lines: list[Line]) -> str | None:
    """The issuer from the letterhead: the last body named above the number; the superior stands before it."""
    left: list[Line] = []
    for line in lines:
        if re.match(r"\s*Số\s*:?", line.text):
            break
        if re.search(r"CỘNG H|Độc lập|ĐẢNG CỘNG SẢN|ngày\b.*tháng|^\s*V/v", line.text) or line.column not in (
            None,
            0,
        ):
            continue
        left.append(line)
    if not left:
        return None
    bold = [line for line in left if line.all_bold]
    if bold and len(bold) < len(left):
        part = _bare_degree(" ".join(b.text for b in bold)) or _goes_on(bold[0].text.strip())
        left = left if part else [*bold]
    bodies: list[str] = []
    for line in left:
        text = re.sub(r"^(?:Tên )?(?:đơn vị|cơ quan)\s*:\s*", "", line.text.strip(), flags=re.IGNORECASE)
        named = (
            starts_name(text.title())
            or starts_name(text)
            or re.match(
                r"HỘI |BAN |ỦY BAN|UỶ BAN|UBND|SỞ |ĐOÀN |PHÒNG |LIÊN |TỈNH ĐOÀN|HUYỆN ĐOÀN|THÀNH ĐOÀN|MẶT TRẬN|ĐẢNG",
                text,
            )
        )
        if bodies and (not named or _bare_degree(bodies[-1]) or _goes_on(text)):
            bodies[-1] += " " + text
        else:
            bodies.append(text)
    last = bodies[-1]
    return f"{last} {bodies[-2]}" if _bare_degree(last) and len(bodies) > 1 else last


def _bare_degree(text: str) -> bool:
    return text.strip().upper() in {d.upper() for d in COMMITTEES}


def _goes_on(text: str) -> bool:
    """A name broken over two lines: "BAN THƯỜNG VỤ HỘI LHPN" / "HUYỆN ĐAKRÔNG"."""
    return bool(re.match(r"(?:TỈNH|HUYỆN|THÀNH PHỐ|QUẬN|XÃ|PHƯỜNG|THỊ|ĐẶC KHU)\s+(?!ĐOÀN|ỦY)", text))


def _programme(title: str, kind: str) -> str | None:
    """The programme that the title names, with its kind word and number, without quotation marks and year."""
    plain = re.sub(r"\([^()]*\)", lambda m: " " * len(m[0]), title)
    for match in _PROGRAMME.finditer(plain):
        if kind == "chuong_trinh" and match.start() == 0:
            continue
        rest = plain[match.end() :]
        if re.match(r"\s+(?:phối hợp|công tác|hoạt động|hành động(?!\s*[“\"]))\b", rest):
            continue
        quoted = re.match(r"(?P<counter>\s+(?:số\s+)?[\dIVX.]+)?\s*[“\"'«](?P<name>[^”\"'»]+)[”\"'»]", rest)
        if quoted:
            counter = (quoted["counter"] or "").strip()
            return " ".join(p for p in (match["kind"], counter, quoted["name"].strip()) if p)
        end = _PROGRAMME_END.search(rest)
        name = (rest[: end.start()] if end else rest).strip(" ,.:;")
        name = re.sub(r"[“”\"]", "", name).strip()
        if name:
            return f"{match['kind']} {name}"
    return None


def _recipients(tail: list[Line]) -> tuple[str, ...]:
    """The lines under Nơi nhận, without dash and closing mark; wrapped ones are rejoined."""
    found: list[str] = []
    inside = False
    for line in tail:
        text = line.text.strip()
        if re.match(r"N[ơƠ][iI] nh[ậẬ]n|NƠI NHẬN", text):
            inside = True
            text = text[len("Nơi nhận") :].lstrip(" :")
            column = line.column
            if not text:
                continue
        if not inside:
            continue
        if line.column != column and line.column is not None:
            continue
        if CAPACITY.match(text) or (found and text.isupper() and len(text) > 6 and not text.startswith("-")):
            break
        if re.match(r"[-–+•*]\s*", text):
            found.append(re.sub(r"^[-–+•*]\s*", "", text))
        elif found and not re.search(r"[;.]\s*$", found[-1]):
            found[-1] += " " + text
        elif found and re.search(r"\./?\.?\s*$", found[-1]) and "Lưu" in found[-1]:
            break
        else:
            found.append(text)
    return tuple(t for t in (re.sub(r"\s*(?:\./\.|[;.,])+\s*$", "", f).strip() for f in found) if t)


def _kind_line(frame: Frame) -> list[Line]:
    """The line that names the kind, where it does not hold the title as well."""
    line = frame.kind_line
    return [line] if line is not None and not frame.title_text.endswith(line.text.strip()) else []


def _footer(tail: list[Line], recipients: tuple[str, ...], signatory: Signatory) -> tuple[str, ...]:
    """What else stands there: "Nơi nhận:", "(đã ký)", who drew up the paper."""
    known = " ".join(
        (*recipients, *(p for p in (signatory.capacity, signatory.position, signatory.name) if p))
    )
    texts = (re.sub(r"\s+", " ", line.text.strip(" *_")) for line in tail)
    return tuple(t for t in texts if re.sub(r"^[-–+•*]\s*|\s*(?:\./\.|[;.,])+$", "", t) not in known)


def _signatory(tail: list[Line]) -> Signatory:
    """Who signed; of two who sign together the lines are joined by " / " in the order of the text."""
    capacities: list[str] = []
    positions: list[str] = []
    names: list[str] = []
    for line in tail:
        text = re.sub(r"\s+", " ", line.text.strip(" *_"))
        body = text.isupper() and starts_name(text.title()) and not is_position(text)
        if CAPACITY.match(text) or body and len(positions) == len(names):
            # "CÔNG AN PHƯỜNG" over "TRƯỞNG CÔNG AN": of several who sign, each stands under its body.
            if text not in capacities:
                capacities.append(text)
        elif re.match(r"\(?\s*(?:đã ký|ký tên|ký)\b|[-+]", text, re.IGNORECASE):
            continue
        elif is_position(text.upper()) and not text.isupper() and len(positions) == len(names):
            positions.append(text)
        elif text.isupper() and _POSITION.match(text) and not re.match(r"NƠI NHẬN", text):
            if len(positions) == len(names) and len(text) < 80:
                positions.append(text)
            elif len(names) < len(positions) and 2 <= len(text.split()) <= 5 and not is_position(text):
                names.append(text)
        elif (capacities or positions) and _NAME.match(text) and not re.match(r"Nơi nhận|Lưu", text):
            if len(names) < max(1, len(positions)):
                names.append(text)
    return Signatory(" / ".join(capacities) or None, " / ".join(positions) or None, " / ".join(names) or None)
