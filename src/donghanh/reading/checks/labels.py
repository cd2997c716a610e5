"""duplicate_label, label_gap: numbers that stand twice or jump, among siblings only."""

from dataclasses import dataclass, replace

from donghanh.reading.labels import Label
from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument
from donghanh.vietnam.numbers import parse_roman

# All ways of lettering are usual: with đ after d and without, with f and without.
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "abcdđeghiklmnopqrstuvxy", "abcdeghiklmnopqrstuvxy")
_DASHES = ("-", "–")


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A labelled node; apart: something that is not of its list stands between it and the one before."""

    node: Node
    label: Label
    apart: bool

    @property
    def quote(self) -> str:
        words = self.node.text if len(self.node.text) <= 60 else self.node.text[:57].rstrip() + "…"
        return f"{self.label.text}. {words}"


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found: list[Finding] = []
    for parent in outline.root.walk():
        for run in _runs(parent):
            found += _check_run(_as_roman(run))
    return found


def _runs(parent: Node) -> list[list[_Numbered]]:
    """The labelled children by how they count, each table for itself."""
    runs: dict[tuple[str, int | None], list[_Numbered]] = {}
    before: Node | None = None
    for child in parent.children:
        if child.label is not None and not child.label.is_bullet and child.label.text:
            run = runs.setdefault((child.label.style, child.line.table), [])
            apart = bool(run) and (run[-1].node is not before or _ends_apart(run[-1].node))
            run.append(_Numbered(child, child.label, apart))
        before = child
    return list(runs.values())


def _ends_apart(node: Node) -> bool:
    """Whether what stands last under a node heads something new: a mark that its other items do not bear."""
    marks = [c.label.text for c in node.children if c.label is not None and c.label.is_bullet]
    return len(marks) >= 2 and marks[-1] not in marks[:-1]


def _as_roman(run: list[_Numbered]) -> list[_Numbered]:
    """ "(i)", "(v)" and "(x)" are Roman where "(ii)" or "(iv)" is among them, letters elsewhere."""
    words = [here.label.text.strip("()") for here in run]
    if not any(len(w) > 1 and parse_roman(w.upper()) for w in words if w.islower()):
        return run
    values = [parse_roman(w.upper()) for w in words]
    return [
        replace(here, label=replace(here.label, style="small_roman", value=value))
        for here, value in zip(run, values, strict=True)
    ]


def _check_run(run: list[_Numbered]) -> list[Finding]:
    found = []
    seen: dict[str, _Numbered] = {}
    last: _Numbered | None = None
    for here in run:
        label = here.label.text
        if last is not None and _counts_something(last.label, here.label):
            continue
        if label in seen and here.label.value == 1 and _may_restart(here):
            seen = {}  # a new list begins under the same heading
            last = None
        elif label in seen:
            message = f"Số mục “{label}” đặt hai lần: “{seen[label].quote}” và “{here.quote}”."
            found.append(Finding("duplicate_label", "error", message, here.node.span))
        elif last is not None and _jumps(last.label, here.label) and not _holds_roman(last.node):
            message = (
                f"Số mục nhảy từ “{last.label.text}” sang “{label}”: “{last.quote}” rồi đến “{here.quote}”."
            )
            found.append(Finding("label_gap", "warning", message, here.node.span))
        seen.setdefault(label, here)
        last = here
    return found


def _counts_something(last: Label, here: Label) -> bool:
    """ "5 - Mô hình mới" behind "1.": a figure before a dash, no number of the list."""
    if here.style != "number" or here.close not in _DASHES or last.close in _DASHES:
        return False
    return last.value is None or here.value != last.value + 1


def _may_restart(here: _Numbered) -> bool:
    if here.node.kind is not NodeKind.SECTION:
        return True
    inner = here.node.parent is not None and here.node.parent.parent is not None
    return inner and here.apart


def _holds_roman(node: Node) -> bool:
    """ "i)" with "ii)" to "iv)" read as parts of it: the "v)" that follows is Roman too."""
    return any(c.label is not None and c.label.style == "small_roman" for c in node.children)


def _jumps(last: Label, here: Label) -> bool:
    if last.value is None or here.value is None or here.value <= last.value:
        return False
    if here.style in ("lower", "upper"):
        step = last.text.strip("()").lower()[:1] + here.text.strip("()").lower()[:1]
        if any(step in letters for letters in _ALPHABETS):
            return False
    return here.value - last.value > 1
