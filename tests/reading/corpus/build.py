"""Plans, mutations and formats together: the documents of the corpus with their gold."""

import importlib
import json
import pkgutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from . import office, plans
from .dress import DRESS
from .faults import FAULTS
from .flow import flow
from .gold import Entry, gold
from .model import Plan
from .scan import scan
from .text import LEGACY as LEGACY_MANNERS
from .text import MANNERS
from .web import WEB
from .word import LAYOUTS, word
from .word import LEGACY as LEGACY_LAYOUTS
from .workbook import SHEETS, cells

MUTATIONS = DRESS | FAULTS
# What LibreOffice makes of which layout, and as what it is read again.
CONVERTED = {
    "pdf": "docx",
    "pdf_lines": "docx_lines",
    "doc": "docx",
    "doc_auto": "docx_auto",
    "odt": "docx",
    "odt_auto": "docx_auto",
    "rtf": "docx",
    "rtf_auto": "docx_auto",
}
# Pictures of the PDF's pages: how they were made. They take seconds a page, so none is read unless it is named.
SCANS = {
    "scan_300": "grey",
    "scan_200": "stamped",
    "scan_photo": "photo",
    "scan_fax": "fax",
    "scan_mixed": "mixed",
    "scan_tif": "tif",
}
WRITTEN = MANNERS | LEGACY_MANNERS | WEB
# Encodings and fonts from before Unicode.
LEGACY = (*LEGACY_LAYOUTS, *LEGACY_MANNERS)
FORMATS = (*LAYOUTS, *LEGACY_LAYOUTS, *CONVERTED, *WRITTEN, *SHEETS)


@dataclass(frozen=True, slots=True)
class Sample:
    """One document: which plan, how changed ("" for not), in which format."""

    plan: str
    mutation: str
    format: str

    @property
    def name(self) -> str:
        return "__".join(part for part in (self.plan, self.mutation, self.format) if part)

    @property
    def ending(self) -> str:
        if self.format in SCANS:
            return "tif" if self.format == "scan_tif" else "pdf"
        return self.format.split("_")[0]

    @property
    def file(self) -> str:
        return f"{self.name}.{self.ending}"


@cache
def all_plans() -> dict[str, Plan]:
    """Every module of `plans` by its name, with its PLAN."""
    names = sorted(info.name for info in pkgutil.iter_modules(plans.__path__))
    return {name: importlib.import_module(f"{plans.__name__}.{name}").PLAN for name in names}


def made(sample: Sample) -> Plan | None:
    """The plan of a sample, changed; None where the mutation finds nothing to change."""
    plan = all_plans()[sample.plan]
    if not sample.mutation:
        return plan
    changed = MUTATIONS[sample.mutation](plan)
    return None if changed == plan else changed


def render(plan: Plan, form: str) -> bytes:
    """The file's bytes; those of the Word file that it is made from where LibreOffice makes it."""
    if form in WRITTEN:
        text = WRITTEN[form](flow(plan))
        return text if isinstance(text, bytes) else text.encode()
    if form in SHEETS:
        return SHEETS[form](cells(flow(plan)))
    layout = "docx" if form in SCANS else CONVERTED.get(form, form)
    return word(flow(plan), plan.style.scheme, (LAYOUTS | LEGACY_LAYOUTS)[layout])


def contents(samples: list[Sample]) -> dict[Sample, tuple[bytes, Entry]]:
    """Bytes and gold of every sample that there is; what LibreOffice makes is made in one go for each ending."""
    found: dict[Sample, tuple[bytes, Entry]] = {}
    by_ending: dict[str, dict[Sample, bytes]] = {}
    for sample in samples:
        plan = made(sample)
        if plan is None:
            continue
        data = render(plan, sample.format)
        found[sample] = data, gold(plan)
        if sample.format in CONVERTED or sample.format in SCANS:
            ending = "pdf" if sample.format in SCANS else sample.ending
            by_ending.setdefault(ending, {})[sample] = data
    for ending, words in by_ending.items():
        for sample, data in office.convert(words, ending).items():
            finished = scan(data, SCANS[sample.format]) if sample.format in SCANS else data
            found[sample] = finished, found[sample][1]
    return found


def write(samples: list[Sample], out: Path) -> list[Sample]:
    """Writes files/ and gold/ as the contract lays them out; returns what there is."""
    found = contents(samples)
    for folder in ("files", "gold"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for sample, (data, expected) in found.items():
        (out / "files" / sample.file).write_bytes(data)
        text = json.dumps(expected, ensure_ascii=False, indent=1)
        (out / "gold" / f"{sample.name}.json").write_text(text, encoding="utf-8")
    return list(found)
