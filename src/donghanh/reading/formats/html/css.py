"""The style rules of a page, as far as they change what a person reads.

Selectors are understood as Word, LibreOffice, Google Docs and plain pages write them: tags, classes, ids,
one within or under another, and the `::before` that shows the number of a list. Others are left out, and
so are rules for print and for small screens.

Source: CSS Cascading Level 4, Selectors Level 4.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from donghanh.reading.formats.html.parsing import Element

Declarations = Mapping[str, str]

MOST_CSS = 1_000_000
_MOST_RULES = 20_000
_MOST_ALIKE = 1_000
_MOST_CLASSES = 20
_MOST_KNOWN = 10_000
_MOST_TRIALS = 2_000_000
_FARTHEST = 40

_KEPT = frozenset(
    "font font-weight font-style font-size font-family text-align text-transform text-indent display visibility "
    "opacity white-space margin margin-left padding-left list-style list-style-type content counter-reset "
    "counter-increment border border-style border-width border-top border-right border-bottom border-left mso-hide mso-list "
    "mso-element mso-tab-count mso-special-character".split()
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_DECLARATION = re.compile(r"\s*([-\w]+)\s*:((?:[^;\"']++|\"[^\"]*+\"?|'[^']*+'?)*+);?")
_COMPOUND = re.compile(r"(\*|[a-zA-Z][\w-]*)?((?:[.#][-\w]+)*)(::?before)?")
_STEP = re.compile(r"\s*>\s*|\s+")
_BRACE = re.compile(r"[{}]")
_SCREEN = re.compile(r"@media\s+(?:all|screen)\s*", re.IGNORECASE)


def declarations(text: str) -> dict[str, str]:
    """The properties of a style attribute or of a rule that matter, in lower case but for quoted words."""
    found: dict[str, str] = {}
    for match in _DECLARATION.finditer(text[:MOST_CSS]):
        name = match[1].lower()
        if name in _KEPT:
            value = match[2].replace("!important", "").strip()
            found[name] = value if name == "content" else value.lower()
    return found


@dataclass(frozen=True, slots=True)
class _Compound:
    tag: str = ""
    classes: frozenset[str] = frozenset()
    id: str = ""

    @property
    def key(self) -> str:
        """What every element that fits has: an id, a class or a tag."""
        if self.id:
            return f"#{self.id}"
        return f".{min(self.classes)}" if self.classes else self.tag or "*"

    def fits(self, element: Element, classes: frozenset[str]) -> bool:
        return (
            (not self.tag or self.tag == element.tag)
            and self.classes <= classes
            and (not self.id or self.id == element.get("id"))
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector with steps, outermost first; `direct[i]`: step i is the parent of step i + 1."""

    steps: tuple[_Compound, ...]
    direct: tuple[bool, ...]
    declared: Declarations

    @property
    def weight(self) -> tuple[int, int, int]:
        return (
            sum(bool(step.id) for step in self.steps),
            sum(len(step.classes) for step in self.steps),
            sum(bool(step.tag) for step in self.steps),
        )


@dataclass(slots=True)
class StyleSheet:
    """All rules of a page. `of` gives what they declare for an element, `before` for what stands before it.

    Rules of one tag and class are merged as they come; all others are kept by the last step of their
    selector, which few elements of a page fit. After too many trials these apply no more.
    """

    _simple: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    _complex: dict[str, list[_Rule]] = field(default_factory=dict)
    _before: dict[str, list[_Rule]] = field(default_factory=dict)
    _trials: int = 0
    _known: dict[tuple[str, str, str], Declarations] = field(default_factory=dict)

    @classmethod
    def of_page(cls, root: Element) -> "StyleSheet":
        sheet = cls()
        left, rules = MOST_CSS, _MOST_RULES
        for element in root.iter("style"):
            text = (element.text or "")[:left]
            left -= len(text)
            for selectors, body in islice(_rules(_COMMENT.sub(" ", text)), rules):
                rules -= 1
                declared = declarations(body)
                for selector in selectors.split(",") if declared else ():
                    sheet._add(selector.strip(), declared)
        return sheet

    def _add(self, selector: str, declared: Declarations) -> None:
        steps: list[_Compound] = []
        before = False
        for part in _STEP.split(selector):
            match = _COMPOUND.fullmatch(part)
            if match is None or not part or before:
                return
            names = re.findall(r"([.#])([-\w]+)", match[2])
            tag = "" if match[1] in (None, "*") else match[1].lower()
            classes = frozenset(name for mark, name in names if mark == ".")
            steps.append(_Compound(tag, classes, next((name for mark, name in names if mark == "#"), "")))
            before = match[3] is not None
        last = steps[-1]
        if not before and len(steps) == 1 and len(last.classes) <= 1 and not last.id:
            key = (last.tag, next(iter(last.classes), ""))
            self._simple.setdefault(key, {}).update(declared)
            return
        direct = tuple(">" in gap[0] for gap in _STEP.finditer(selector))
        rules = (self._before if before else self._complex).setdefault(last.key, [])
        if len(rules) < _MOST_ALIKE:
            rules.append(_Rule(tuple(steps), direct, declared))

    def of(self, element: Element) -> Declarations:
        """What the rules and its own style attribute declare for an element."""
        key = (str(element.tag), element.get("class", ""), element.get("style", ""))
        if self._complex:
            return self._declared(element, *key)
        known = self._known.get(key)
        if known is None:
            known = self._declared(element, *key)
            if len(self._known) < _MOST_KNOWN:
                self._known[key] = known
        return known

    def _declared(self, element: Element, tag: str, classes: str, style: str) -> Declarations:
        names = classes.split()[:_MOST_CLASSES]
        found = dict(self._simple.get((tag, ""), {}))
        for key in (*(("", name) for name in names), *((tag, name) for name in names)):
            found.update(self._simple.get(key, {}))
        if self._complex:
            found.update(self._matching(self._complex, element, names))
        if style:
            found.update(declarations(style))
        return found

    def before(self, element: Element) -> Declarations:
        """What the rules declare for the `::before` of an element."""
        if not self._before:
            return {}
        return self._matching(self._before, element, element.get("class", "").split()[:_MOST_CLASSES])

    def _matching(self, rules: Mapping[str, list[_Rule]], element: Element, names: list[str]) -> Declarations:
        if self._trials > _MOST_TRIALS:
            return {}
        classes = frozenset(names)
        keys = (str(element.tag), *(f".{name}" for name in names), f"#{element.get('id', '')}", "*")
        fitting = [rule for key in keys for rule in rules.get(key, ()) if self._fits(rule, element, classes)]
        found: dict[str, str] = {}
        for rule in sorted(fitting, key=lambda rule: rule.weight):
            found.update(rule.declared)
        return found

    def _fits(self, rule: _Rule, element: Element, classes: frozenset[str]) -> bool:
        """Whether an element and those around it fit a rule."""
        self._trials += 1
        if not rule.steps[-1].fits(element, classes):
            return False
        inner = element
        for step in range(len(rule.steps) - 2, -1, -1):
            for outer in islice(inner.iterancestors(), 1 if rule.direct[step] else _FARTHEST):
                self._trials += 1
                if rule.steps[step].fits(outer, frozenset(outer.get("class", "").split()[:_MOST_CLASSES])):
                    inner = outer
                    break
            else:
                return False
        return True


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and bodies, those of `@media screen` with them; other at-rules are passed over."""
    at = depth = skipped = 0
    selectors = ""
    for brace in _BRACE.finditer(css):
        words, at = css[at : brace.start()], brace.end()
        if brace[0] == "{":
            depth += 1
            head = words.rpartition(";")[2].strip()
            if not skipped and not head.startswith("@"):
                selectors = head
            elif not skipped and not _SCREEN.fullmatch(head):
                skipped = depth
        else:
            if selectors and not skipped:
                yield selectors, words
            selectors = ""
            skipped = 0 if skipped == depth else skipped
            depth = max(0, depth - 1)
