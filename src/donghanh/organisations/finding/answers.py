"""What can come of looking for a unit: one, a set, or a question to the person."""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from django.utils.translation import gettext

from donghanh.organisations.errors import day_in_words
from donghanh.organisations.models import Kind, OrgUnit, Place
from donghanh.organisations.tree import OrgUnitQuerySet


class Why(Enum):
    """Why a name is asked about."""

    NOBODY = "it names nobody in particular"
    SEVERAL = "several are called so"
    ENDED = "it is no more, or is not yet, on that day"
    MISSING = "such a unit should be there and is not"
    UNKNOWN = "nobody is known by that name"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The unit that would have to be made; superior: None where it stands in no line of ours, or that is missing too."""

    kind: Kind
    level: str
    name: str
    place: Place | None
    superior: OrgUnit | None


@dataclass(frozen=True, slots=True)
class Found:
    """One unit. words: as the paper has them."""

    words: str
    unit: OrgUnit


@dataclass(frozen=True, slots=True)
class FoundSet:
    """Each of some units. description: who they are, in words. units: as a query that can be filtered further.

    left_out: how many of the same level are called otherwise: "các xã" leaves the thị trấn out.
    """

    words: str
    description: str
    units: OrgUnitQuerySet
    count: int
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to decide. candidates: whom the words may mean, the likeliest first."""

    words: str
    why: Why
    text: str
    candidates: tuple[OrgUnit, ...] = ()
    proposal: Proposal | None = None

    def about(self, words: str) -> "Question":
        return replace(self, words=words)


Answer = Found | FoundSet | Question


def nobody(words: str) -> Question:
    said = gettext("“%(words)s” names nobody in particular. Choose the units that are meant.")
    return Question(words, Why.NOBODY, said % {"words": words})


def some(words: str, described: str, candidates: tuple[OrgUnit, ...]) -> Question:
    said = gettext("“%(words)s” are some of these: %(described)s. Choose the ones that are meant.")
    return Question(words, Why.NOBODY, said % {"words": words, "described": described}, candidates)


def several(words: str, candidates: tuple[OrgUnit, ...]) -> Question:
    said = gettext("Several units are called “%(words)s”. Choose the one that is meant.")
    return Question(words, Why.SEVERAL, said % {"words": words}, candidates)


def ended(words: str, day: date, candidates: tuple[OrgUnit, ...]) -> Question:
    said = (
        gettext("“%(words)s” is not there on %(day)s. These took it over, or were it; choose who is meant.")
        if candidates
        else gettext("“%(words)s” is not there on %(day)s, and no successor is known. Choose who is meant.")
    )
    return Question(words, Why.ENDED, said % {"words": words, "day": day_in_words(day)}, candidates)


def missing(words: str, proposal: Proposal) -> Question:
    said = gettext("“%(name)s” is not in the tree yet. Make it, or choose another unit.")
    return Question(words, Why.MISSING, said % {"name": proposal.name}, (), proposal)


def unknown(words: str, candidates: tuple[OrgUnit, ...] = ()) -> Question:
    said = (
        gettext("No unit is called “%(words)s”. These are nearest; choose the one that is meant.")
        if candidates
        else gettext("No unit is called “%(words)s”. Choose the one that is meant, or correct the name.")
    )
    return Question(words, Why.UNKNOWN, said % {"words": words}, candidates)
