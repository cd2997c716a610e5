"""duplicate_label, label_gap: numbers that stand twice or jump, among siblings only."""

from donghanh.reading.nodes import Node, NodeKind
from donghanh.reading.outline import Outline
from donghanh.reading.plan import Finding, PlanDocument

# All ways of lettering are usual: with đ after d and without, with f and without.
_ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "abcdđeghiklmnopqrstuvxy", "abcdeghiklmnopqrstuvxy")


def check(outline: Outline, plan: PlanDocument) -> list[Finding]:
    found: list[Finding] = []
    for parent in (outline.root, *(n for n in outline.root.walk() if n is not outline.root)):
        runs: dict[str, list[Node]] = {}
        for child in parent.children:
            if child.label is None or child.label.is_bullet or not child.label.text:
                continue
            runs.setdefault(f"{child.label.style}/{child.table is not None}", []).append(child)
        for run in runs.values():
            found += _check_run(run)
    return found


def _check_run(run: list[Node]) -> list[Finding]:
    found = []
    seen: dict[str, Node] = {}
    last: Node | None = None
    for node in run:
        assert node.label is not None
        label = node.label.text
        if label in seen and node.label.value == 1 and node.kind is not NodeKind.SECTION:
            seen = {}  # a new list begins under the same heading
            last = None
        elif label in seen:
            first = seen[label]
            found.append(
                Finding(
                    "duplicate_label",
                    "error",
                    f"Số mục “{label}” đặt hai lần: “{_quote(first)}” và “{_quote(node)}”.",
                    node.span,
                )
            )
        elif last is not None and _jumps(last, node):
            assert last.label is not None
            found.append(
                Finding(
                    "label_gap",
                    "warning",
                    f"Số mục nhảy từ “{last.label.text}” sang “{label}”: “{_quote(last)}” rồi đến “{_quote(node)}”.",
                    node.span,
                )
            )
        seen.setdefault(label, node)
        last = node
    return found


def _jumps(last: Node, node: Node) -> bool:
    assert last.label is not None and node.label is not None
    before, here = last.label.value, node.label.value
    if before is None or here is None or here <= before:
        return False
    if node.label.style in ("lower", "upper"):
        a, b = last.label.text.strip("()").lower()[:1], node.label.text.strip("()").lower()[:1]
        if any(a + b in letters for letters in _ALPHABETS):
            return False
    return here - before > 1


def _quote(node: Node) -> str:
    assert node.label is not None
    words = node.text if len(node.text) <= 60 else node.text[:57].rstrip() + "…"
    return f"{node.label.text}. {words}"
