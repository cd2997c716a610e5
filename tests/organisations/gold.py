"""The names of the gold plans and what they mean, as a person wrote it down before anything could find them.

names.csv holds for each phrase the answers that it should have: "= NAME" one unit, "* TITLE [LEVELS] < PLACE" each
unit of these level words below a place ("<=": and of the place itself), "? make NAME" a unit that would have to be
made, "? near NAME" a question that offers it, "? vague" nobody in particular, "? none" nobody known. Nothing stands
where a phrase names no unit. plans.csv has who issues each plan, the day in whose tree it is read, and of which provinces.
"""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from donghanh.organisations.building import build, find_province
from donghanh.organisations.finding import Answer, Found, FoundSet, Question, Why, find
from donghanh.organisations.models import OrgUnit, Place
from donghanh.organisations.offices import KINDS, build_offices, within
from donghanh.organisations.tree import on

FOLDER = Path(__file__).parent / "gold"
_SET = re.compile(r"\* (?P<title>.+) \[(?P<levels>.+)\] (?P<how><=?) (?P<place>.+)")


@dataclass(frozen=True)
class Plan:
    name: str
    issuer: str
    day: date
    provinces: tuple[str, ...]
    names: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def plans() -> tuple[Plan, ...]:
    names = defaultdict(list)
    for row in _rows("names.csv", ";"):
        answers = tuple(filter(None, row["answers"].split(" | ")))
        names[row["plan"]].append((row["words"], answers))
    return tuple(
        Plan(
            row["plan"],
            row["issuer"],
            date.fromisoformat(row["day"]),
            tuple(row["provinces"].split(", ")),
            tuple(names[row["plan"]]),
        )
        for row in _rows("plans.csv", ",")
    )


def _rows(name: str, delimiter: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def build_for(plan: Plan) -> OrgUnit:
    """The provinces of a plan as of its day, the offices of the issuer's one; who issues it."""
    for code in ("union", "committee", "front"):
        for province in plan.provinces:
            build(None, plan.day, code=code, province=province)
    answer = find(plan.issuer, None, plan.day)[0]
    assert isinstance(answer, Found), answer
    build_offices(None, plan.day, KINDS, find_province(plan.provinces[0], plan.day))
    return answer.unit


def agrees(answer: Answer, wanted: str, day: date) -> bool:
    """Whether an answer is the one that a person wrote down."""
    sort, _, said = wanted.partition(" ")
    if sort == "=":
        return isinstance(answer, Found) and answer.unit.name == said
    if sort == "*":
        return isinstance(answer, FoundSet) and set(answer.units) == _members(wanted, day)
    assert sort == "?", wanted
    if not isinstance(answer, Question):
        return False
    how, _, name = said.partition(" ")
    if how == "make":
        return answer.proposal is not None and answer.proposal.name == name
    if how == "near":
        return name in [unit.name for unit in answer.candidates]
    return answer.why is {"vague": Why.NOBODY, "none": Why.UNKNOWN}[how]


def _members(wanted: str, day: date) -> set[OrgUnit]:
    told = _SET.fullmatch(wanted)
    assert told, wanted
    kind, name = (
        told["place"].split(" ", 1) if not told["place"].startswith("thành") else ("", told["place"][10:])
    )
    area = Place.objects.filter(on(day), bare_name=name, kind__startswith=kind).exclude(level="commune").get()
    levels = [each for word in told["levels"].split(", ") for each in (word, f"{word} trung ương")]
    units = OrgUnit.objects.on(day).filter(within(area, "place__"), place__kind__in=levels)
    if told["how"] == "<":
        units = units.exclude(place=area)
    if told["title"] == "organisations":
        return set(units.filter(kind__in=("union", "mass_organisation"), place=area))
    return set(units.filter(name__startswith=f"{told['title']} "))
