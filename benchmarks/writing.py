"""How long writing an official plan takes, against putting the same words, unstyled, into Word with python-docx.

    python benchmarks/writing.py

Plans of 5 to 640 pages, with their words and as lists alone, from the bytes of their form to those of the file.
The target is for 20 pages. Checking the layout and printing to PDF are told beside it.
"""

import io
import json
import time
import tracemalloc
from collections.abc import Callable
from typing import Any

import docx

from donghanh.reading.errors import MissingProgram
from donghanh.writing.checking import check_layout
from donghanh.writing.layout import layout
from donghanh.writing.model import Block, OfficialDocument, Paragraph
from donghanh.writing.pdf import pdf
from donghanh.writing.plan import document_of, parse
from donghanh.writing.word import word

ROUNDS = 3
TARGET = 3.0
"""Writing should take no more than this many times as long as the library does for the bare words."""
_DUTY = (
    "Vận động {} hộ tham gia mô hình vườn rau xanh, hoàn thành trước ngày {}/6/2026; các chi hội phối hợp, tổng hợp "
    "và gửi danh sách về cơ quan thường trực để theo dõi, biểu dương kịp thời."
)


def plan(pages: int, *, words: bool) -> bytes:
    """A plan of about this many pages; words: with the bodies of its sections, else with its lists alone."""
    sections: list[dict[str, Any]] = []
    activities: list[dict[str, Any]] = []
    for page in range(pages):
        place = f"II/{page + 1}"
        texts = [_DUTY.format(page * 13 + item, item % 28 + 1) for item in range(10)]
        section = {
            "id": place,
            "label": str(page + 1),
            "title": f"Nhiệm vụ của tổ số {page + 1}",
            "role": "content",
        }
        sections.append(
            {**section, "parent": "II", **({"body": [f"- {text}" for text in texts]} if words else {})}
        )
        for number, text in enumerate(texts):
            lead = [f"Chi hội thôn {number}"] if page % 5 == 0 else None
            activities.append(
                {
                    "text": text,
                    "label": None,
                    "section": place,
                    "lead": lead,
                    "partners": [],
                    "period": None,
                    "note": None,
                }
            )
    top = {"id": "II", "label": "II", "title": "NỘI DUNG", "role": "content", "parent": None}
    lists = ("targets", "amounts", "allocations", "responsibilities", "reporting", "findings")
    bases = [
        {"number": f"{page + 1}/KH-UBND", "kind": "Kế hoạch", "issued_on": None, "issuer": None}
        for page in range(pages)
    ]
    places = [{"name": f"xã Bình An {page + 1}", "level": "commune", "within": None} for page in range(pages)]
    document = {
        "kind": "ke_hoach",
        "number": "12/KH-BTV",
        "issued_on": "2026-01-05",
        "issuer": "Ban Thường vụ Hội LHPN xã Bình An",
        "title": "Xây dựng vườn rau xanh năm 2026",
        "programme": None,
        "period": {"from": "2026-01-01", "to": "2026-12-31"},
        "recipients": ["Hội LHPN tỉnh", "Lưu: VT"],
        **({"opening": [], "closing": []} if words else {}),
    }
    form = {
        "schema": "donghanh.plan/1",
        "document": document,
        "sections": [{**top, **({"body": []} if words else {})}, *sections],
        "activities": activities,
        "legal_bases": bases,
        "places": places,
        **{name: [] for name in lists},
    }
    return json.dumps(form, ensure_ascii=False).encode()


def write(data: bytes) -> bytes:
    return word(document_of(parse(data)), layout("state"))


def texts_of(document: OfficialDocument) -> list[str]:
    return [text for block in (*document.opening, *document.body) for text in _texts(block)]


def _texts(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text]
    return [line for row in block.rows for cell in row for line in cell.lines]


def bare(texts: list[str]) -> bytes:
    """The words alone, a paragraph each, as the library puts them into a file."""
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def best(work: Callable[[], object]) -> float:
    """The shortest of some rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def peak_mb(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1024**2


def main() -> None:
    for pages in (5, 20, 80, 640):
        for words in (True, False):
            data = plan(pages, words=words)
            texts = texts_of(document_of(parse(data)))
            library, ours = best(lambda t=texts: bare(t)), best(lambda d=data: write(d))
            ratio = ours / library
            verdict = f"  over the target of {TARGET:g}" if pages == 20 and ratio > TARGET else ""
            print(
                f"{pages:3} pages, {'words' if words else 'lists':5}  bare {library * 1000:7.1f} ms  "
                f"write {ours * 1000:7.1f} ms  ratio {ratio:5.2f}  peak {peak_mb(lambda d=data: write(d)):5.1f} MB{verdict}"
            )
    made = write(plan(20, words=True))
    print(f" 20 pages, check {best(lambda: check_layout(made, layout('state'))) * 1000:7.1f} ms")
    try:
        print(f" 20 pages, PDF   {best(lambda: pdf(made)) * 1000:7.1f} ms")
    except MissingProgram:
        print(" no LibreOffice here, no PDF")


if __name__ == "__main__":
    main()
