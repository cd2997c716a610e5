"""Long content that a careless reader would take the square of its length for.

The tests read it and look at the words; benchmarks/growth.py measures it.
"""

from reading.formats.docx.building import docx, p, r, tbl, tr

TEXTS = {
    "wrapped": "Mở lớp tập huấn cho hội viên phụ nữ các xã vùng biên giới về kỹ năng\nquản lý vốn vay và bán hàng.\n",
    "stars": "**a *b _c __d ",
    "brackets": "[[[![[",
    "tags": "<b><td><p <!-- <script> <table",
    "tabs": '1.\tmột\n-\t"hai\n',
    "bars": "| một\n|\n",
    "dots": "- - - . . . x ",
    "spaces": "      x      y",
    "blanks": "\n \n\t\n",
    "numbers": "3\n\n",
    "one line": "chữ ",
    "columns": "Nơi nhận:     TM. ỦY BAN\n",
    "pages": "3\n\fTrang 2\n",
}
"""One piece of each kind of text."""

BODIES = {
    "paragraphs": p("Tổ chức lớp tập huấn cho cán bộ chi hội"),
    "broken lines": p(r("A\n" * 4)),
    "one paragraph": "<w:r><w:t>x</w:t><w:br/></w:r>",
    "tables": tbl(tr("TT", "Nội dung"), tr("1", "Mở lớp")),
    "deleted ends": p("một", "<w:rPr><w:del/></w:rPr>"),
    "letterheads": p("UBND X\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
    "rows": tr("TT", "Nội dung"),
}
"""One piece of each kind of Word body."""


def text(kind: str, length: int) -> str:
    """A text of about so many characters."""
    return "Kế hoạch\n" + TEXTS[kind] * (length // len(TEXTS[kind]))


def word(kind: str, times: int) -> bytes:
    """A Word file whose body has so many pieces."""
    body = BODIES[kind] * times
    around = {"one paragraph": "p", "rows": "tbl"}.get(kind)
    return docx(f"<w:{around}>{body}</w:{around}>" if around else body)
