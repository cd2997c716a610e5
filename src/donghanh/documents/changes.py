"""What a newer reading would change, as a person looks at it: fact by fact, both sides beside each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from donghanh.documents import words
from donghanh.documents.facts import KINDS, SEVERITY_ORDER
from donghanh.reading.compare import Change, Sort

LISTS: dict[str, str | Promise] = {
    "findings": gettext_lazy("Places to check"),
    **{kind.key: kind.label for kind in KINDS},
}
SORTS = {
    Sort.ADDED: (gettext_lazy("new"), "ok"),
    Sort.REMOVED: (gettext_lazy("gone"), "bad"),
    Sort.CHANGED: (gettext_lazy("changed"), "ask"),
    Sort.KEPT: (gettext_lazy("yours, kept"), "new"),
}
# By which of its words a fact is named.
NAMED_BY = ("text", "title", "unit", "units", "number", "name", "message")


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the list. tone: of its badge; rows: what differs, as name, value before and after."""

    what: str
    sort: str
    tone: str
    text: str
    rows: tuple[tuple[str, str, str], ...]


def said(change: Change) -> Difference:
    """A change in words; values are a stranger's and are taken as they may be."""
    sort, tone = SORTS[change.sort]
    fact: Mapping[str, Any] = change.new or change.old or {}
    what = str(LISTS.get(change.name, change.name))
    if change.paper:
        what = gettext("%(what)s, paper %(number)d of the file") % {"what": what, "number": change.paper + 1}
    name = next((fact[key] for key in NAMED_BY if fact.get(key)), "")
    rows = tuple(
        (str(words.FIELDS[field.name]), _value(field.old), _value(field.new))
        for field in change.fields
        if field.name in words.FIELDS
    )
    return Difference(
        what, str(sort), tone, "" if change.name == "document" else words.shorten(_value(name)), rows
    )


def _value(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return gettext("blank")
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, int | float):
        return words.number(value)
    if isinstance(value, Mapping):
        return words.shorten(", ".join(_value(each) for each in value.values() if each not in (None, "", [])))
    if isinstance(value, list | tuple):
        return words.shorten("; ".join(_value(each) for each in value))
    if value in SEVERITY_ORDER:
        return str(words.SEVERITIES[value])
    return words.shorten(words.official_date(str(value)))
