"""The form `donghanh.plan/1` as values of ours, checked as it is taken in.

What a file may leave out has its own default: body, opening and closing None where they are absent, which is
another thing than empty. Texts are in NFC, without what nobody sees.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal, cast

import msgspec
from msgspec import Meta, Struct
from msgspec.inspect import StructType, Type, UnionType, VarTupleType, type_info

from donghanh.vietnam.text import clean

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 50


class FormError(ValueError):
    """The file is not of the form; the message is Vietnamese and says where."""


class _Part(Struct, frozen=True):
    pass


class Source(_Part, frozen=True):
    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=0)]
    page: int | None = None


class Period(_Part, frozen=True, rename={"start": "from", "end": "to"}):
    start: date | None
    end: date | None


class AnnexOf(_Part, frozen=True):
    number: str | None = None
    issued_on: date | None = None
    issuer: str | None = None


class Signatory(_Part, frozen=True):
    capacity: str | None = None
    position: str | None = None
    name: str | None = None


class DocumentFacts(_Part, frozen=True):
    kind: str
    number: str | None
    issued_on: date | None
    issuer: str | None
    title: str
    programme: str | None
    period: Period
    recipients: tuple[str, ...]
    signatory: Signatory = Signatory()
    annex_of: AnnexOf | None = None
    header: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    opening: tuple[str, ...] | None = None
    closing: tuple[str, ...] | None = None


class LegalBasis(_Part, frozen=True):
    number: str | None
    kind: str | None
    issued_on: date | None
    issuer: str | None
    source: Source | None = None


Role = Literal["purpose", "targets", "scope", "content", "budget", "organisation", "reporting", "other"]


class Section(_Part, frozen=True):
    id: str
    label: str | None
    title: str
    role: Role
    parent: str | None
    body: tuple[str, ...] | None = None
    source: Source | None = None


class Target(_Part, frozen=True):
    text: str
    quantity: float | int | None
    unit: str | None
    comparator: Literal["=", ">=", "<=", ">", "<"]
    per: str | None
    section: str | None
    source: Source | None = None


class ActivityPeriod(_Part, frozen=True, rename={"start": "from", "end": "to"}):
    text: str
    start: date | None = None
    end: date | None = None


class Activity(_Part, frozen=True):
    text: str
    label: str | None
    section: str | None
    lead: tuple[str, ...] | None
    partners: tuple[str, ...]
    period: ActivityPeriod | None
    note: str | None
    source: Source | None = None


class Amount(_Part, frozen=True):
    value: int | None
    kind: Literal["total", "rate", "cap"]
    per: str | None
    quantity: float | int | None
    text: str
    section: str | None
    source: Source | None = None


class Allocation(_Part, frozen=True):
    unit: str
    quantity: float | int
    of: str | None
    note: str | None
    source: Source | None = None


class Responsibility(_Part, frozen=True):
    units: tuple[str, ...]
    request: bool
    duties: tuple[str, ...]
    section: str | None
    source: Source | None = None


class ReportingDuty(_Part, frozen=True, rename={"sender": "from", "receiver": "to"}):
    cycle: str
    due: str | None
    sender: str | None
    receiver: str | None
    via: str | None
    text: str
    source: Source | None = None


class PlaceToday(_Part, frozen=True):
    code: int
    name: str
    province: str


class Place(_Part, frozen=True):
    name: str
    level: str
    within: str | None
    today: PlaceToday | None = None
    source: Source | None = None


class Finding(_Part, frozen=True):
    code: str
    severity: str
    message: str
    source: Source | None = None
    written: int | None = None
    computed: int | None = None


class Plan(_Part, frozen=True, rename={"form": "schema"}):
    """One file of the form; papers: what was issued with it. not_findings: what annotators rule out."""

    form: Literal["donghanh.plan/1"]
    document: DocumentFacts
    legal_bases: tuple[LegalBasis, ...]
    sections: tuple[Section, ...]
    targets: tuple[Target, ...]
    activities: tuple[Activity, ...]
    amounts: tuple[Amount, ...]
    allocations: tuple[Allocation, ...]
    responsibilities: tuple[Responsibility, ...]
    reporting: tuple[ReportingDuty, ...]
    places: tuple[Place, ...]
    findings: tuple[Finding, ...]
    not_findings: tuple[str, ...] = ()
    papers: "tuple[Plan, ...]" = ()
    source: Source | None = None
    file: str | None = None


_DECODER = msgspec.json.Decoder(Plan)
# What msgspec says, and how a person says it.
_SAID: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"Object missing required field `(.+)`", "thiếu mục “{0}”"),
        (r"Expected `(.+)`, got `(.+)`", "phải là {0}, nhưng tệp ghi {1}"),
        (r"Invalid enum value (.+)", "ghi {0}, không thuộc các giá trị cho phép"),
        (r"Invalid RFC3339 .+|Invalid .*date.*", "không phải một ngày có thật, viết dạng 2026-01-31"),
        (r"(?:Number|Integer value) out of range", "số quá lớn"),
        (r"Expected `.+` >= 0", "không được nhỏ hơn 0"),
    )
)
_TYPES = {
    "str": "chữ",
    "int": "số nguyên",
    "float": "số",
    "bool": "true hoặc false",
    "null": "null",
    "array": "danh sách",
    "object": "đối tượng { }",
    "date": "ngày (2026-01-31)",
}


def parse(data: bytes) -> Plan:
    """A file of the form, as its bytes.

    Raises: FormError, which says what is wrong and where (a JSON path such as `$.sections[2].role`).
    """
    if len(data) > MAX_BYTES:
        raise FormError("Tệp quá lớn: một kế hoạch không quá 64 MB.")
    plan = cast(Plan, _cleaned(_decoded(_DECODER, data)))
    _check_sections(plan, "$")
    return plan


def strange_keys(data: bytes) -> Counter[str]:
    """What a file says that the form has no place for, which is not written: `$.activities[].ten`, and how often.

    Raises: FormError where it is no JSON, or has what no program reads.
    """
    return Counter(_strange(_decoded(msgspec.json.Decoder(), data), type_info(Plan), "$"))


def _decoded(decoder: msgspec.json.Decoder[Any], data: bytes) -> object:
    try:
        return decoder.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as error:
        raise FormError(_explained(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        at = re.search(r"byte (\d+)", str(error))
        line = data[: int(at[1])].count(b"\n") + 1 if at else None
        where = f" ở dòng {line}" if line else ""
        raise FormError(f"Tệp không phải JSON, hoặc bị cắt cụt: sai{where}.") from error
    except RecursionError as error:
        raise FormError("Tệp lồng quá nhiều lớp, không phải một kế hoạch.") from error


def _strange(value: object, kind: Type, path: str) -> Iterator[str]:
    if isinstance(kind, UnionType):
        kind = next((each for each in kind.types if isinstance(each, StructType | VarTupleType)), kind)
    if isinstance(value, list) and isinstance(kind, VarTupleType):
        for item in value:
            yield from _strange(item, kind.item_type, f"{path}[]")
    elif isinstance(value, dict) and isinstance(kind, StructType):
        known = {each.encode_name: each.type for each in kind.fields}
        for name, inner in value.items():
            if name in known:
                yield from _strange(inner, known[name], f"{path}.{name}")
            else:
                yield f"{path}.{name}"


def _cleaned(value: object) -> object:
    """A part with its texts as they are written: rules that look at a text must see what a person does."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if isinstance(value, _Part):
        return type(value)(*(_cleaned(getattr(value, name)) for name in value.__struct_fields__))
    return value


def _check_sections(plan: Plan, path: str) -> None:
    """Headings form a tree in the order of the text: each id once, a parent before what stands in it."""
    depths: dict[str | None, int] = {None: 0}
    for number, section in enumerate(plan.sections):
        place = f"{path}.sections[{number}]"
        if section.id in depths:
            raise FormError(f"Sai ở {place}.id: mục “{section.id}” đã có ở trên.")
        if section.parent not in depths:
            raise FormError(f"Sai ở {place}.parent: không có mục “{section.parent}” ở trên.")
        depths[section.id] = depths[section.parent] + 1
        if depths[section.id] > MAX_DEPTH:
            raise FormError(f"Sai ở {place}.parent: mục lồng quá {MAX_DEPTH} cấp.")
    for number, paper in enumerate(plan.papers):
        _check_sections(paper, f"{path}.papers[{number}]")


def _explained(said: str) -> str:
    """ "Expected `str`, got `int` - at `$.document.title`" in Vietnamese, the place first."""
    words, _, place = said.partition(" - at ")
    path = place.strip("`") or "$"
    for pattern, sentence in _SAID:
        if match := pattern.match(words):
            return f"Sai ở {path}: {sentence.format(*map(_typed, match.groups()))}."
    return f"Sai ở {path}: {words}."


def _typed(name: str) -> str:
    return " hoặc ".join(_TYPES.get(part, part) for part in name.split(" | "))
