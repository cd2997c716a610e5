"""However a plan was bent, writing it raises nothing and every text of it stands on the paper."""

import copy
import html
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from donghanh.writing.layout import LAYOUTS
from reading.corpus.build import all_plans
from reading.corpus.gold import gold
from writing.plans import Form, written

PLANS = [gold(plan) for plan in all_plans().values()]
KINDS = ("ke_hoach", "quyet_dinh", "cong_van", "phu_luc", "bao_cao", "other", "la")
ROLES = ("purpose", "targets", "scope", "content", "budget", "organisation", "reporting", "other")


def _move(form: Form, chance: Random) -> None:
    lists = [form[name] for name in ("targets", "activities", "amounts", "responsibilities") if form[name]]
    if lists:
        places = [section["id"] for section in form["sections"]]
        chance.choice(chance.choice(lists))["section"] = chance.choice([None, "không có", *places])


def _relabel(form: Form, chance: Random) -> None:
    if form["sections"]:
        labels = (None, "", "1", "I", "a", "1.1", "Điều 1", "(2)", "Bước 1")
        chance.choice(form["sections"])["label"] = chance.choice(labels)


def _uproot(form: Form, chance: Random) -> None:
    """A heading goes, with all below it; what named them names nothing now."""
    gone = {chance.choice(form["sections"])["id"]} if form["sections"] else set()
    for section in form["sections"]:
        if section["parent"] in gone:
            gone.add(section["id"])
    form["sections"] = [section for section in form["sections"] if section["id"] not in gone]


def _apart(form: Form, chance: Random) -> None:
    if form["activities"]:
        chance.choice(form["activities"]).update(
            lead=chance.choice([None, [], ["Hội LHPN xã"]]), note=chance.choice([None, "Ghi chú dài " * 9])
        )


def _price(form: Form, chance: Random) -> None:
    if form["amounts"]:
        chance.choice(form["amounts"]).update(
            value=chance.choice([None, 0, 10**15]), kind=chance.choice(["total", "rate", "cap"]), quantity=2.5
        )


def _empty(form: Form, chance: Random) -> None:
    form["document"][chance.choice(["number", "issued_on", "issuer"])] = None
    form["document"]["signatory"] = chance.choice(
        [{}, {"name": "A B / C D / E F", "capacity": "TM. X / TM. Y"}]
    )


def _kind(form: Form, chance: Random) -> None:
    form["document"]["kind"] = chance.choice(KINDS)


def _role(form: Form, chance: Random) -> None:
    if form["sections"]:
        chance.choice(form["sections"])["role"] = chance.choice(ROLES)


BENDS: tuple[Callable[[Form, Random], None], ...] = (
    _move, _relabel, _uproot, _apart, _price, _empty, _kind, _role,
)  # fmt: skip


def _texts(form: Form) -> Iterator[str]:
    for name, key in (("sections", "title"), ("targets", "text"), ("activities", "text"), ("amounts", "text"), ("reporting", "text"), ("allocations", "unit")):  # fmt: skip
        yield from (entry[key] for entry in form[name])
    for responsibility in form["responsibilities"]:
        yield from responsibility["duties"]


@given(
    st.sampled_from(PLANS),
    st.randoms(use_true_random=False),
    st.lists(st.sampled_from(BENDS), max_size=6),
    st.sampled_from(LAYOUTS),
)
def test_every_text_stands_on_the_paper(
    form: Form, chance: Random, bends: list[Callable[[Form, Random], None]], key: str
) -> None:
    bent = copy.deepcopy(form)
    for bend in bends:
        bend(bent, chance)
    with zipfile.ZipFile(io.BytesIO(written(bent, key))) as archive:
        story = archive.read("word/document.xml").decode()
    paragraphs = re.findall(r"<w:p>.*?</w:p>", story)
    words = " ".join("".join(re.findall(r"<w:t [^>]*>([^<]*)", paragraph)) for paragraph in paragraphs)
    paper = " ".join(html.unescape(words).casefold().split())
    lost = [text for text in _texts(bent) if " ".join(text.rstrip(" .;:,").casefold().split()) not in paper]
    assert not lost
