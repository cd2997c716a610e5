"""What of a Word file departs from a layout, each departure with its place, in the words of those who type.

Fields that wait to be filled are measured as what they will hold. What a layout leaves free is not judged: the case
of a heading, the emphasis within a sentence, the order of columns.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from donghanh.writing.checking.measuring import Measured, RuledTable, Sheet, Story, measure
from donghanh.writing.checking.parts import Part, parts_of
from donghanh.writing.layout import Layout, Style
from donghanh.writing.model import Look

_MM = 0.6  # as much as rounding makes of a margin
_PT = 0.26
_CM_PT = 72 / 2.54
_GAP_PT = 6
_LINES = (1.0, 1.5)
_INDENT_CM = (1.0, 1.27)
_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
_ALIGN = {"left": "căn trái", "center": "căn giữa", "right": "căn phải", "justify": "căn đều hai lề"}
_WORDS = 7
# The parts that a letterhead has, in the order in which they are read.
_EXPECTED = (Look.ISSUER, Look.NUMBER, Look.PLACE_DATE)
_PLAIN = (Look.SUPERIOR, Look.NUMBER, Look.SUBJECT, Look.PLACE_DATE, Look.BASIS, Look.RECIPIENTS)
_RUNNING = (Look.BODY, Look.BASIS)
_UNTOUCHED = (Look.TABLE_HEAD, Look.TABLE_TEXT, Look.AUTHORITY)


@dataclass(frozen=True, slots=True)
class Departure:
    """what: what is wrong and how it should be; where: the part and its first words; times: how often."""

    what: str
    where: str
    times: int = 1

    def __str__(self) -> str:
        more = f" (và {self.times - 1} chỗ nữa)" if self.times > 1 else ""
        return f"{self.where}: {self.what}{more}"


def check_layout(data: bytes, layout: Layout) -> list[Departure]:
    """Every departure of a .docx from a layout, in the order of the paper; the same one again only counts.

    Raises: UnreadableFile, as reading does, where the file cannot or must not be opened.
    """
    story = measure(data)
    parts = parts_of(story.paragraphs)
    found: dict[tuple[str, str], list[str]] = {}
    for what, part, where in _all(story, parts, layout):
        found.setdefault((what, part), []).append(where)
    return [Departure(what, places[0], len(places)) for (what, _), places in found.items()]


Found = Iterator[tuple[str, str, str]]


def _all(story: Story, parts: list[Part], layout: Layout) -> Found:
    for number, sheet in enumerate(story.sheets, 1):
        name = "Trang giấy" if len(story.sheets) == 1 else f"Trang giấy phần {number}"
        yield from ((what, name, name) for what in _sheet(sheet, layout))
    yield from ((what, "Bố cục", "Bố cục") for what in _order(parts, layout))
    yield from ((what, "Kẻ", _where(part, layout)) for what, part in _rules(story, parts))
    for part in parts:
        style = layout.styles[part.look]
        for what in _part(part, style, layout):
            yield what, style.name, _where(part, layout)
    yield from _bases(parts, layout)
    for table in story.tables:
        yield from ((what, "Bảng", f"Bảng “{_first_words(table.words)}”") for what in _table(table))


def _where(part: Part, layout: Layout) -> str:
    return f"{layout.styles[part.look].name} “{_first_words(part.paragraph.text)}”"


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + ("…" if len(words) > _WORDS else "")


def _sheet(sheet: Sheet, layout: Layout) -> Iterator[str]:
    across = sheet.width > sheet.height
    width, height = (sheet.height, sheet.width) if across else (sheet.width, sheet.height)
    if abs(width - layout.width_mm) > 1 or abs(height - layout.height_mm) > 1:
        yield f"khổ giấy {_n(width)} x {_n(height)} mm, phải là A4 ({_n(layout.width_mm)} x {_n(layout.height_mm)} mm)"
    for side, (low, high) in layout.allowed_mm.items():
        margin = sheet.margins[side]
        if not low - _MM <= margin <= high + _MM:
            yield f"lề {_SIDES[side]} {_n(margin)} mm, phải từ {_n(low)} đến {_n(high)} mm"
    yield from _page_number(sheet, layout.styles[Look.PAGE_NUMBER])


def _page_number(sheet: Sheet, style: Style) -> Iterator[str]:
    if sheet.numbered is None or sheet.number_run is None:
        yield "không có số trang ở lề trên"
        return
    if sheet.numbered.align != "center":
        yield f"số trang {_ALIGN.get(sheet.numbered.align, sheet.numbered.align)}, phải căn giữa"
    if not _within(sheet.number_run.size, style.sizes):
        yield f"số trang cỡ chữ {_n(sheet.number_run.size)}, phải {_range(style.sizes)}"
    if not sheet.first_hidden:
        yield "trang đầu hiện số trang, phải ẩn"


def _order(parts: list[Part], layout: Layout) -> Iterator[str]:
    """What is missing, and what stands above what it should stand below."""
    looks = [part.look for part in parts]
    annex = bool(parts) and Look.NUMBER not in looks and Look.ATTACHED in looks
    if not annex:
        wanted = ((Look.NATION, Look.MOTTO) if layout.motto else ()) + _EXPECTED
        for look in (*wanted, Look.RECIPIENTS_LABEL, Look.CAPACITY):
            if look not in looks:
                yield f"thiếu {layout.styles[look].name.lower()}"
    if not layout.motto and Look.NATION in looks:
        yield "có Quốc hiệu, tiêu ngữ, thể thức này không dùng"
    if Look.KIND not in looks and Look.SUBJECT not in looks and Look.TITLE not in looks:
        yield "thiếu tên loại và trích yếu nội dung"
    above = (
        (Look.NATION, Look.MOTTO),
        (Look.ISSUER, Look.NUMBER),
        (Look.NUMBER, Look.KIND),
        (Look.KIND, Look.TITLE),
    )
    for first, second in above:
        if first in looks and second in looks and looks.index(first) > looks.index(second):
            yield f"{layout.styles[first].name.lower()} phải đứng trên {layout.styles[second].name.lower()}"


def _rules(story: Story, parts: list[Part]) -> Iterator[tuple[str, Part]]:
    """The lines below motto, issuer and title: of the paragraph itself or of the next."""
    places = {id(paragraph): at for at, paragraph in enumerate(story.paragraphs)}
    last = {part.look: part for part in reversed(parts) if part.look in (Look.MOTTO, Look.ISSUER)}
    for part in last.values():
        at = places[id(part.paragraph)]
        near = story.paragraphs[at : at + 2] if part.look is Look.MOTTO else story.paragraphs[at : at + 3]
        if not any(paragraph.drawn for paragraph in near):
            yield "thiếu đường kẻ bên dưới", part


def _part(part: Part, style: Style, layout: Layout) -> Iterator[str]:
    paragraph = part.paragraph
    for run in paragraph.runs:
        if run.font and run.font.casefold() != layout.font.casefold():
            yield f"phông chữ {run.font}, phải là {layout.font}"
            break
    for run in paragraph.runs:
        if not _within(run.size, style.sizes):
            yield f"cỡ chữ {_n(run.size)}, phải {_range(style.sizes)}"
            break
    if part.look in _UNTOUCHED:
        return
    yield from _emphasis(part, style)
    if style.upper and not paragraph.text.isupper() and any(c.isalpha() for c in paragraph.text):
        yield "phải viết hoa"
    if paragraph.look.align != style.align and not _may_align(part):
        name = _ALIGN.get(paragraph.look.align, paragraph.look.align)
        yield f"{name}, phải {_ALIGN[style.align]}"
    if part.look in _RUNNING:
        yield from _running(paragraph)


def _may_align(part: Part) -> bool:
    """Headings may stand in the middle or at the left; so may lists of recipients and addressees."""
    runs = part.paragraph.runs
    if part.look is Look.BODY and runs and all(run.bold for run in runs):
        return True
    return part.look in (Look.PART, Look.ADDRESSEE, Look.RECIPIENTS, Look.RECIPIENTS_LABEL)


def _emphasis(part: Part, style: Style) -> Iterator[str]:
    runs = part.paragraph.runs
    rules: tuple[tuple[bool, Callable[[int], bool], str], ...] = (
        (style.bold, lambda at: runs[at].bold, "đậm"),
        (style.italic, lambda at: runs[at].italic, "nghiêng"),
    )
    for wanted, has, name in rules:
        marked = [has(at) for at in range(len(runs))]
        if wanted and not all(marked):
            yield f"không {name}, phải in {name}"
        elif (
            not wanted
            and marked
            and all(marked)
            and (part.look in _PLAIN or (style.bold and name == "nghiêng"))
        ):
            yield f"in {name}, phải là chữ {'đứng' if name == 'nghiêng' else 'thường'}"


def _running(paragraph: Measured) -> Iterator[str]:
    look = paragraph.look
    low, high = _INDENT_CM
    if look.first_line and not low * _CM_PT - 1 <= look.first_line <= high * _CM_PT + 1:
        yield f"dòng đầu lùi {_n(look.first_line / _CM_PT)} cm, phải từ {_n(low)} đến {_n(high)} cm"
    if not look.first_line:
        yield f"dòng đầu không lùi, phải lùi từ {_n(low)} đến {_n(high)} cm"
    if look.before + look.after < _GAP_PT - _PT:
        yield f"cách đoạn {_n(look.before + look.after)} pt, phải từ {_GAP_PT} pt"
    if look.line is not None and not _LINES[0] - 0.05 <= look.line <= _LINES[1] + 0.05:
        yield f"cách dòng {_n(look.line)}, phải từ 1 đến 1,5"


def _bases(parts: list[Part], layout: Layout) -> Found:
    """Each legal basis ends ";", the last "."."""
    name = layout.styles[Look.BASIS].name
    bases = [part for part in parts if part.look is Look.BASIS]
    for part in bases[:-1]:
        if not part.paragraph.text.endswith(";"):
            yield "phải kết thúc bằng dấu chấm phẩy", name, _where(part, layout)
    if bases and not bases[-1].paragraph.text.endswith((".", ";", ",")):
        yield "căn cứ cuối phải kết thúc bằng dấu chấm", name, _where(bases[-1], layout)


def _table(table: RuledTable) -> Iterator[str]:
    if table.rows > 1 and not table.repeats:
        yield "đầu bảng không lặp lại ở trang sau"


def _within(value: float, allowed: tuple[float, float]) -> bool:
    return allowed[0] - _PT <= value <= allowed[1] + _PT


def _range(allowed: tuple[float, float]) -> str:
    low, high = allowed
    return f"là {_n(low)}" if low == high else f"từ {_n(low)} đến {_n(high)}"


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
