"""Plans in the reading's form, made small for tests, and the way there and back."""

import json
from pathlib import Path
from typing import Any

from donghanh.reading import read_file
from donghanh.reading.score import Score, score
from donghanh.writing.layout import layout
from donghanh.writing.plan import document_of, parse
from donghanh.writing.word import word

Form = dict[str, Any]
LISTS = (
    "legal_bases", "targets", "activities", "amounts", "allocations", "responsibilities", "reporting", "places", "findings",
)  # fmt: skip


def written(form: Form, key: str = "state") -> bytes:
    return word(document_of(parse(json.dumps(form, ensure_ascii=False).encode())), layout(key))


def read_back(data: bytes, folder: Path) -> Form:
    path = folder / "ke-hoach.docx"
    path.write_bytes(data)
    form: Form = json.loads(json.dumps(read_file(path).plan, default=dict))
    return form


def there_and_back(form: Form, folder: Path, key: str = "state") -> Score:
    return score(form, read_back(written(form, key), folder))


def lost(result: Score) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """List by list what did not come back, and what came back besides."""
    return {
        name: (tally.missing, tally.surplus)
        for name, tally in result.tallies.items()
        if tally.missing or tally.surplus
    }


def lists_alone(form: Form) -> Form:
    """The form as annotators write it: without the words, and without places in a text."""
    bare: Form = json.loads(json.dumps(form))
    for name in ("opening", "closing", "header", "footer"):
        bare["document"].pop(name, None)
    for entries in bare.values():
        for entry in entries if isinstance(entries, list) else ():
            if isinstance(entry, dict):
                for name in ("source", "body", "today"):
                    entry.pop(name, None)
    bare.pop("source", None)
    bare["papers"] = [lists_alone(paper) for paper in bare.get("papers", ())]
    return bare


def document(**changed: Any) -> Form:
    return {
        "kind": "ke_hoach",
        "number": "12/KH-BTV",
        "issued_on": "2026-01-05",
        "issuer": "Ban Thường vụ Hội LHPN xã Bình An",
        "title": "Chăm lo phụ nữ, trẻ em khó khăn năm 2026",
        "programme": None,
        "period": {"from": "2026-01-01", "to": "2026-12-31"},
        "annex_of": None,
        "signatory": {"capacity": "TM. BAN THƯỜNG VỤ", "position": "CHỦ TỊCH", "name": "Lê Thị Hoa"},
        "recipients": ["Hội LHPN tỉnh", "Lưu: VT"],
        **changed,
    }


def plan(*sections: Form, head: Form | None = None, **lists: Any) -> Form:
    empty = {name: [] for name in LISTS}
    return {
        "schema": "donghanh.plan/1",
        "document": head or document(),
        "sections": list(sections),
        **empty,
        **lists,
    }


def section(
    place: str, title: str, role: str = "content", *, label: str | None = "", parent: str | None = None
) -> Form:
    """A heading; its label is the end of its id where none is given."""
    own = place.rpartition("/")[2].partition("#")[0] if label == "" else label
    above = place.rpartition("/")[0] or None if parent is None else parent
    return {"id": place, "label": own, "title": title, "role": role, "parent": above}


def activity(text: str, place: str | None, label: str | None = None, **changed: Any) -> Form:
    entry = {"text": text, "label": label, "section": place, "lead": None, "partners": [], "period": None}
    return {**entry, "note": None, **changed}


def target(text: str, place: str, quantity: float | None, unit: str | None, comparator: str = "=") -> Form:
    return {
        "text": text, "quantity": quantity, "unit": unit, "comparator": comparator, "per": None, "section": place,
    }  # fmt: skip


def amount(text: str, place: str, value: int, kind: str = "total", **changed: Any) -> Form:
    return {
        "value": value,
        "kind": kind,
        "per": None,
        "quantity": None,
        "text": text,
        "section": place,
        **changed,
    }


def duty(place: str | None, *duties: str, units: tuple[str, ...], request: bool = False) -> Form:
    return {"units": list(units), "request": request, "duties": list(duties), "section": place}


def quota(unit: str, quantity: float, of: str | None = "Suất quà", note: str | None = None) -> Form:
    return {"unit": unit, "quantity": quantity, "of": of, "note": note}
