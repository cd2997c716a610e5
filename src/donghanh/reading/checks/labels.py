"""duplicate_label, label_gap: numbers that stand twice or jump, among siblings only."""

from dataclasses import dataclass

from donghanh.reading.labels import Label
from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument

# All ways of lettering are usual: with đ after d and without, with f and without.
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "abcdđeghiklmnopqrstuvxy", "abcdeghiklmnopqrstuvxy")


@dataclass(frozen=True, slots=True)
class _Numbered:
    node: Node
    label: Label

    @property
    def quote(self) -> str:
        words = self.node.text if len(self.node.text) <= 60 else self.node.text[:57].rstrip() + "…"
        return f"{self.label.text}. {words}"


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found: list[Finding] = []
    for parent in outline.root.walk():
        runs: dict[tuple[str, bool], list[_Numbered]] = {}
        for child in parent.children:
            if child.label is not None and not child.label.is_bullet and child.label.text:
                run = runs.setdefault((child.label.style, child.table is not None), [])
                run.append(_Numbered(child, child.label))
        for run in runs.values():
            found += _check_run(run)
    return found


def _check_run(run: list[_Numbered]) -> list[Finding]:
    found = []
    seen: dict[str, _Numbered] = {}
    last: _Numbered | None = None
    for here in run:
        label = here.label.text
        if label in seen and here.label.value == 1 and here.node.kind is not NodeKind.SECTION:
            seen = {}  # a new list begins under the same heading
            last = None
        elif label in seen:
            message = f"Số mục “{label}” đặt hai lần: “{seen[label].quote}” và “{here.quote}”."
            found.append(Finding("duplicate_label", "error", message, here.node.span))
        elif last is not None and _jumps(last.label, here.label):
            message = (
                f"Số mục nhảy từ “{last.label.text}” sang “{label}”: “{last.quote}” rồi đến “{here.quote}”."
            )
            found.append(Finding("label_gap", "warning", message, here.node.span))
        seen.setdefault(label, here)
        last = here
    return found


def _jumps(last: Label, here: Label) -> bool:
    if last.value is None or here.value is None or here.value <= last.value:
        return False
    if here.style in ("lower", "upper"):
        step = last.text.strip("()").lower()[:1] + here.text.strip("()").lower()[:1]
        if any(step in letters for letters in _ALPHABETS):
            return False
    return here.value - last.value > 1
