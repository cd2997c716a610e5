"""Plans, mutations and formats together: the documents of the corpus with their gold."""

import importlib
import json
import pkgutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from . import pdf, plans
from .dress import DRESS
from .faults import FAULTS
from .flow import flow
from .gold import Entry, gold
from .model import Plan
from .text import LEGACY as LEGACY_MANNERS
from .text import MANNERS
from .web import WEB
from .word import LAYOUTS, word
from .word import LEGACY as LEGACY_LAYOUTS

MUTATIONS = DRESS | FAULTS
PDFS = {"pdf": "docx", "pdf_lines": "docx_lines"}
WRITTEN = MANNERS | WEB
LEGACY = (*LEGACY_LAYOUTS, *LEGACY_MANNERS)
FORMATS = (*LAYOUTS, *PDFS, *WRITTEN, *LEGACY)


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
    def file(self) -> str:
        ending = self.format.split("_")[0]
        return f"{self.name}.{ending}"


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
    """The file's bytes; for PDF those of the Word file that it is made from."""
    if form in WRITTEN:
        return WRITTEN[form](flow(plan)).encode()
    if form in LEGACY_MANNERS:
        return LEGACY_MANNERS[form](flow(plan))
    layout = (LAYOUTS | LEGACY_LAYOUTS)[PDFS.get(form, form)]
    return word(flow(plan), plan.style.scheme, layout)


def contents(samples: list[Sample]) -> dict[Sample, tuple[bytes, Entry]]:
    """Bytes and gold of every sample that there is; PDFs are converted in one go."""
    found: dict[Sample, tuple[bytes, Entry]] = {}
    words: dict[str, bytes] = {}
    for sample in samples:
        plan = made(sample)
        if plan is None:
            continue
        data = render(plan, sample.format)
        found[sample] = data, gold(plan)
        if sample.format in PDFS:
            words[sample.name] = data
    converted = pdf.convert(words) if words else {}
    return {
        sample: (converted[sample.name] if sample.format in PDFS else data, expected)
        for sample, (data, expected) in found.items()
    }


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
