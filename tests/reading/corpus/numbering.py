"""The numbers of sections and items, by place and in the style of the plan.

A style is a row of marks, one a level, such as "I. 1. 1.1. a)": what stands before the closing mark says how
the level counts ("1.1" goes on from the number above it), the closing mark is what the label loses.
"""

from dataclasses import dataclass

from .model import Plan, Section

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


@dataclass(frozen=True, slots=True)
class Mark:
    """label as the gold has it; printed with its closing mark."""

    label: str
    printed: str


def section_mark(scheme: str, depth: int, number: int, above: str) -> Mark:
    levels = scheme.split()
    token = levels[min(depth, len(levels) - 1)]
    shape, closing = token.rstrip("./)-"), token[len(token.rstrip("./)-")) :]
    label = {"I": roman(number), "A": chr(64 + number), "1": str(number), "a": chr(96 + number)}.get(shape)
    label = label or f"{above}.{number}"
    return Mark(label, label + closing.replace("-", " -"))


def item_mark(scheme: str, kind: str, number: int, above: str) -> Mark:
    """The mark of the n-th item of kind "1" or "a" under a section labelled `above`."""
    levels = scheme.split()
    if kind == "a":
        return Mark(chr(96 + number), chr(96 + number) + ("." if "a." in levels else ")"))
    if levels[1].startswith("1.1"):
        return Mark(f"{above}.{number}", f"{above}.{number}.")
    closing = levels[1][-1] if levels[1][-1] in ")/" and levels[1].startswith("1") else "."
    return Mark(str(number), str(number) + closing)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A section with its place in the outline."""

    section: Section
    id: str
    parent: str | None
    mark: Mark
    depth: int


def number_sections(plan: Plan) -> dict[int, Numbered]:
    """Every section by identity; a label that stands twice among its siblings gets #2, #3 in its id."""
    found: dict[int, Numbered] = {}

    def visit(sections: list[Section], parent: Numbered | None) -> None:
        depth, number, seen = (parent.depth + 1 if parent else 0), 0, dict[str, int]()
        for section in sections:
            number = number + 1 if section.number is None else section.number
            mark = section_mark(plan.style.scheme, depth, number, parent.mark.label if parent else "")
            seen[mark.label] = times = seen.get(mark.label, 0) + 1
            name = mark.label if times == 1 else f"{mark.label}#{times}"
            path = f"{parent.id}/{name}" if parent else name
            found[id(section)] = Numbered(section, path, parent.id if parent else None, mark, depth)
            visit([p for p in section.parts if isinstance(p, Section)], found[id(section)])

    visit(list(plan.sections), None)
    return found
