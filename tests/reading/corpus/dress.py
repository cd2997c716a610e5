"""Mutations that write the same facts in another dress."""

import re
from dataclasses import replace
from typing import Any

from .changes import Mutation, map_parts, map_texts, undated
from .gold import gold
from .model import Base, Fault, Item, Plan, Section, Table


def scheme(marks: str) -> Mutation:
    return lambda plan: replace(plan, style=replace(plan.style, scheme=marks)) if plan.sections else None


def bullets(dash: str, plus: str) -> Mutation:
    return lambda plan: replace(plan, style=replace(plan.style, marks=(("-", dash), ("+", plus))))


def style(**changes: Any) -> Mutation:
    return lambda plan: replace(plan, style=replace(plan.style, **changes))


def without_letterhead(plan: Plan) -> Plan | None:
    body = " ".join([*plan.title, *(p.text for p in (*plan.opening, *plan.closing))]).casefold()
    if plan.letterhead is None or plan.kind == "cong_van" or plan.issuer.casefold() not in body:
        return None
    blanks = ("blank_number", "blank_date")
    kept = tuple(fault for fault in plan.findings if fault.code not in blanks)
    return undated(replace(plan, letterhead=None, number=None, findings=kept))


def reversed_contents(plan: Plan) -> Plan:
    """Sections under a content heading, and plain bullets beside each other, in the other order."""

    def change(part: Any) -> Any:
        if not isinstance(part, Section) or not part.parts:
            return part
        plain_sections = all(isinstance(p, Section) and p.number is None and not p.facts for p in part.parts)
        plain_items = all(isinstance(p, Item) and p.mark == "-" and not p.caption for p in part.parts)
        return replace(part, parts=part.parts[::-1]) if plain_sections or plain_items else part

    return map_parts(plan, change)


SLIPS = {
    "nhằm": "nhăm",
    "thiết thực": "thiêt thực",
    "hiệu quả": "hiệu qủa",
    "đoàn kết": "đòan kết",
    "khó khăn": "khó khắn",
    "nghiêm túc": "nghiêm túcc",
    "phát huy": "pháthuy",
    "trách nhiệm": "trách nhiêm",
    "rõ người": "rõ ngươi",
}


def typos(plan: Plan) -> Plan:
    """Slips of the pen in prose that carries no fact of its own."""

    def change(part: Any) -> Any:
        if isinstance(part, Item) and not part.facts and part.lead is None and not part.partners:
            for word, slip in SLIPS.items():
                part = replace(part, text=part.text.replace(word, slip))
        return part

    return map_parts(plan, change)


def loose_punctuation(plan: Plan) -> Plan:
    """Spaces before colons and commas, none after some."""

    def change(part: Any) -> Any:
        if (
            isinstance(part, Item)
            and not part.facts
            and part.lead is None
            and not part.partners
            and part.when is None
        ):
            return replace(part, text=part.text.replace("; ", " ;").replace(", ", " , ", 1))
        return part

    return replace(map_parts(plan, change), style=replace(plan.style, colon=" :"))


TONES = dict(
    zip(
        "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split(),
        "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split(),
        strict=True,
    )
)


def old_tone_marks(plan: Plan) -> Plan:
    """The tone on the last vowel (hoà, thuỷ, Uỷ ban), as many offices still write."""
    open_ended = re.compile("(?<![qQ])(" + "|".join(TONES) + r")(?!\w)", re.IGNORECASE)

    def old(match: re.Match[str]) -> str:
        made = TONES[match[0].lower()]
        return (
            made.upper()
            if match[0].isupper()
            else made[0].upper() + made[1]
            if match[0][0].isupper()
            else made
        )

    changed: Plan = map_texts(plan, lambda text: open_ended.sub(old, text))
    return changed


def letters(*changes: tuple[str, str]) -> Mutation:
    """Other signs for the same thing, everywhere."""

    def other(text: str) -> str:
        for old, new in changes:
            text = text.replace(old, new)
        return text

    return lambda plan: map_texts(plan, other)


HEADS = {
    "Nội dung": "Nội dung công việc",
    "Nội dung nhiệm vụ": "Nhiệm vụ cụ thể",
    "Chủ trì": "Cơ quan chủ trì",
    "Phối hợp": "Cơ quan phối hợp",
    "Thời gian": "Thời gian hoàn thành",
    "TT": "Số TT",
    "STT": "TT",
    "Đơn vị chủ trì": "Chủ trì thực hiện",
    "ĐVT": "Đơn vị tính",
    "Thành tiền": "Thành tiền (đồng)",
    "ĐƠN VỊ THỰC HIỆN": "Cơ quan thực hiện",
    "Số lượng": "SL",
}


def other_heads(plan: Plan) -> Plan:
    """Other words over the columns of tables; money in thousands keeps its own."""

    def change(part: Any) -> Any:
        if not isinstance(part, Table) or (part.multiplier != 1 and "amount" in part.columns):
            return part
        return replace(part, head=tuple(tuple(HEADS.get(text, text) for text in row) for row in part.head))

    return map_parts(plan, change)


def upper_title(plan: Plan) -> Plan | None:
    return replace(plan, title=tuple(line.upper() for line in plan.title)) if plan.kind_line else None


def bases_as_bullets(plan: Plan) -> Plan:
    return replace(
        plan,
        opening=tuple(
            replace(i, mark="-") if any(isinstance(f, Base) for f in i.facts) else i for i in plan.opening
        ),
    )


def about(plan: Plan) -> Plan | None:
    """The title as a subject line."""
    if plan.kind not in ("ke_hoach", "huong_dan"):
        return None
    first = plan.title[0]
    first = first[0].lower() + first[1:] if not first[:2].isupper() else first
    return replace(plan, title=(f"V/v {first}", *plan.title[1:]))


def other_year(shift: int) -> Mutation:
    """Every year moved, those of cited documents too; from mid-2025 on districts are no more."""
    year = re.compile(r"(?<![\d.,])(19[5-9]\d|20[0-4]\d)(?![\d]|[.,]\d{3})")

    def mutation(plan: Plan) -> Plan | None:
        last = plan.period[1]
        if not last or any(fault.code == "abolished_unit" for fault in plan.findings):
            return None
        moved: Plan = map_texts(plan, lambda text: year.sub(lambda m: str(int(m[0]) + shift), text))
        ended = last < "2025-07-01" <= str(moved.period[1])
        if last >= "2025-07-01" > str(moved.period[1]):
            return None
        if ended and any(place["level"] == "district" for place in gold(plan)["places"]):
            return replace(moved, findings=(*moved.findings, Fault("abolished_unit")))
        return None if ended else moved

    return mutation


DRESS: dict[str, Mutation] = {
    "no_letterhead": without_letterhead,
    "scheme_upper_alpha": scheme("A. I. 1. a)"),
    "scheme_decimal": scheme("1. 1.1. 1.1.1. a)"),
    "scheme_paren": scheme("I. 1) a) a)"),
    "scheme_slash": scheme("I/ 1/ a/ a)"),
    "scheme_dash": scheme("I- 1- 1.1- a)"),
    "bullets_star_dash": bullets("*", "-"),
    "bullets_plus_dash": bullets("+", "-"),
    "bullets_dots": bullets("•", "-"),
    "headings_plain": style(bold_headings=False),
    "headings_colon": style(heading_end=":"),
    "headings_lower": style(heading_case="lower"),
    "headings_upper": style(heading_case="upper"),
    "glued_marks": style(gap=""),
    "double_spaces": style(spaces="  "),
    "hard_spaces": style(spaces="\u00a0"),
    "signed": style(signed="(Đã ký)"),
    "old_tone_marks": old_tone_marks,
    "straight_quotes": letters(("“", '"'), ("”", '"')),
    "long_dashes": letters((" - ", " – ")),
    "other_heads": other_heads,
    "upper_title": upper_title,
    "bases_as_bullets": bases_as_bullets,
    "reversed": reversed_contents,
    "typos": typos,
    "loose_punctuation": loose_punctuation,
    "about": about,
    "year_earlier": other_year(-1),
    "year_later": other_year(+2),
}
