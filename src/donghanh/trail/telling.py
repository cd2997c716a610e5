"""Entries in plain words: who did what to which thing, and what was before and after.

Three queries, however many; one more where what some of them said was erased.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from donghanh.accounts.models import User
from donghanh.audit.models import Entry
from donghanh.audit.services import ERASED
from donghanh.organisations.models import Line, OrgUnit
from donghanh.trail import words


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that an act said or changed; before: None where it is no change."""

    field: str
    before: str | None
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """An entry in words. number: in the chain, None while it waits for its seal. erasure: by whom, when and why what
    it said was erased, blank where it still says it."""

    entry: Entry
    number: int | None
    sentence: str
    thing: str
    unit: str
    ip: str
    changes: tuple[Change, ...]
    erasure: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there is something to erase."""
        return bool(self.changes or self.ip)

    @property
    def text(self) -> str:
        """All its words, as the search looks through them."""
        changes = (part for change in self.changes for part in (change.field, change.before, change.after))
        return " ".join(part for part in (self.sentence, self.unit, self.ip, self.erasure, *changes) if part)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of what entries are about. Only these kinds are named: what a paper is called is for its readers."""

    units: Mapping[int, OrgUnit]
    people: Mapping[int, User]
    lines: Sequence[Line]

    def thing(self, label: str, key: str) -> str:
        """A thing with its kind: unit “Hội LHPN xã Na Loi”, document no. 7."""
        known: dict[str, Mapping[int, object]] = {
            OrgUnit._meta.label_lower: self.units,
            User._meta.label_lower: self.people,
            Line._meta.label_lower: {line.pk: line for line in self.lines},
        }
        found = known.get(label, {}).get(int(key)) if key.isdigit() else None
        if found is not None:
            return gettext("%(kind)s “%(name)s”") % {"kind": words.kind(label), "name": found}
        return gettext("%(kind)s no. %(key)s") % {"kind": words.kind(label), "key": key}

    def value(self, key: str, said: object) -> str:
        known: Mapping[Any, object] = {}
        if key in words.UNITS:
            known = self.units
        elif key in words.PEOPLE:
            known = self.people
        elif key == "line":
            known = {line.code: line for line in self.lines}
        return str(known[said]) if isinstance(said, int | str) and said in known else words.value(key, said)


def tell(entries: Iterable[Entry]) -> list[Told]:
    """Entries in words, in their order; they come with their seals."""
    entries = list(entries)
    erasures = _erasures(entries)
    names = _names([*entries, *erasures.values()])
    return [_told(entry, names, erasures.get(str(entry.pk))) for entry in entries]


def thing(label: str, key: str) -> str:
    """What a thing is called, by its kind and number."""
    return _names([Entry(object_type=label, object_id=key, details={})]).thing(label, key)


def _erasures(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The acts by which some of the entries were erased, by the number of the erased one."""
    erased = [str(entry.pk) for entry in entries if entry.is_erased]
    if not erased:
        return {}
    acts = Entry.objects.filter(verb=ERASED, object_type=Entry._meta.label_lower, object_id__in=erased)
    return {act.object_id: act for act in acts}


def _erasure(act: Entry, names: _Names) -> str:
    said = gettext("what it said was erased under “%(reason)s” by %(who)s on %(day)s")
    return said % {
        "reason": act.details["changes"]["reason"],
        "who": names.people.get(act.actor_id or 0) or gettext("The program"),
        "day": date_format(timezone.localtime(act.at), "d/m/Y"),
    }


def _told(entry: Entry, names: _Names, erasure: Entry | None) -> Told:
    about = names.thing(entry.object_type, entry.object_id)
    actor = names.people.get(entry.actor_id or 0)
    sentence = words.SENTENCES.get(entry.verb)
    if sentence is None:  # a verb of former times
        said = f"{entry.verb}: {about}"
    else:
        said = str(sentence) % {"who": actor or gettext("The program"), "thing": about}
    seal = getattr(entry, "seal", None)
    return Told(
        entry=entry,
        number=seal.sequence if seal else None,
        sentence=said[:1].upper() + said[1:],
        thing=about,
        unit=str(names.units.get(entry.unit_id or 0, "")),
        ip=entry.details.get("ip") or "",
        changes=tuple(_changes(entry, names)),
        erasure=_erasure(erasure, names) if erasure else "",
    )


def _changes(entry: Entry, names: _Names) -> Iterator[Change]:
    # What changed comes first; PostgreSQL keeps the names of JSON in an order of its own.
    for key, said in sorted(_said(entry), key=lambda row: (not _is_change(*row), row[0])):
        if _is_change(key, said):
            yield Change(words.field(key), names.value(key, said[0]), names.value(key, said[1]))
        else:
            yield Change(words.field(key), None, names.value(key, said))


def _is_change(key: str, said: object) -> bool:
    """Whether a value says what was before and after."""
    return isinstance(said, list) and len(said) == 2 and key not in words.LISTS


def _said(entry: Entry) -> Sequence[tuple[str, Any]]:
    changes = entry.details.get("changes")
    return list(changes.items()) if isinstance(changes, dict) else []


def _names(entries: Sequence[Entry]) -> _Names:
    units = {entry.unit_id for entry in entries if entry.unit_id}
    people = {entry.actor_id for entry in entries if entry.actor_id}
    of_kind = {OrgUnit: units, User: people}
    numbers = {model._meta.label_lower: known for model, known in of_kind.items()}
    for entry in entries:
        if entry.object_type in numbers and entry.object_id.isdigit():
            numbers[entry.object_type].add(int(entry.object_id))
        for key, said in _said(entry):
            known = units if key in words.UNITS else people if key in words.PEOPLE else None
            if known is not None:
                known.update(
                    each for each in (said if isinstance(said, list) else [said]) if isinstance(each, int)
                )
    return _Names(
        OrgUnit.objects.only("name").in_bulk(units),
        User.objects.only("full_name").in_bulk(people),
        list(Line.objects.all()),
    )
