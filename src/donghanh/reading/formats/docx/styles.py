"""What a paragraph and a run look like once styles, defaults and direct formatting are put together.

Source: ECMA-376 part 1, 17.7 (styles), 17.7.3 (toggle properties).
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from donghanh.reading.formats.docx.names import (
    OFF,
    P_PR,
    R_PR,
    VAL,
    Element,
    W,
    child_number,
    is_on,
    number,
)

BOLD, ITALIC, HIDDEN, CAPS = 1, 2, 4, 8
_TOGGLES = {W + "b": BOLD, W + "i": ITALIC, W + "vanish": HIDDEN, W + "caps": CAPS}

INDENT_STEP = 567
"""Twips in one step of indentation: one centimetre, the tab stop of Vietnamese offices."""
_MAX_CHAIN = 50
_HEADING_NAME = re.compile(r"(?:heading|tiêu đề|đầu đề|đề mục) (\d)$", re.IGNORECASE)
_BODY_LEVEL = 9
MAX_LEVEL = 8


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """The properties of a paragraph that reading needs; None where nothing on the way sets one.

    outline: 0-based outline level, 9 for body text. numbering: id of the list, 0 for none.
    level: 0-based level in it, direct_level whether the paragraph itself says so. left: left indent
    in twips. styles: the style and its ancestors.
    mark_deleted, mark_hidden, drop_cap: the paragraph runs on into the next one.
    """

    styles: tuple[str, ...] = ()
    align: str | None = None
    outline: int | None = None
    numbering: int | None = None
    direct_level: bool = False
    level: int | None = None
    left: int | None = None
    mark_deleted: bool = False
    mark_hidden: bool = False
    style_separator: bool = False
    drop_cap: bool = False

    @property
    def centred(self) -> bool:
        return self.align == "center"

    @property
    def heading(self) -> int | None:
        return None if self.outline is None or self.outline >= _BODY_LEVEL else self.outline + 1

    @property
    def indent(self) -> int:
        """Steps of left indent."""
        return 0 if self.left is None else max(0, int(self.left / INDENT_STEP + 0.5))


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    name: str
    p_pr: Element | None
    r_pr: Element | None
    linked_borders: Element | None


class Styles:
    """styles.xml, resolved on demand."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default_paragraph = ""
        self._looks: dict[str, ParagraphLook] = {}
        self._flags: dict[tuple[str, str], int] = {}
        self._toggled: dict[str, tuple[int, int]] = {}
        self._default_flags = 0
        self.default_run: Element | None = None
        default_look = ParagraphLook()
        if root is not None:
            self.default_run = run = root.find(f"{W}docDefaults/{W}rPrDefault/{R_PR}")
            self._default_flags = 0 if run is None else _toggles(run)[1]
            default_look = _applied(ParagraphLook(), root.find(f"{W}docDefaults/{W}pPrDefault/{P_PR}"))
            for element in root.findall(W + "style"):
                self._add(element)
        self._default_look = default_look

    def _add(self, element: Element) -> None:
        style_id = element.get(W + "styleId", "")
        parent, name = element.find(W + "basedOn"), element.find(W + "name")
        self._styles[style_id] = _Style(
            parent="" if parent is None else str(parent.get(VAL, "")),
            name="" if name is None else str(name.get(VAL, "")),
            p_pr=element.find(P_PR),
            r_pr=element.find(R_PR),
            linked_borders=element.find(f"{W}tblPr/{W}tblBorders"),
        )
        is_default = element.get(W + "default", "0") not in OFF
        if is_default and element.get(W + "type") == "paragraph":
            self._default_paragraph = style_id

    def paragraph(self, p_pr: Element | None) -> ParagraphLook:
        """The look of a paragraph with these direct properties."""
        named = None if p_pr is None else p_pr.find(W + "pStyle")
        look = self._look_of(self.known("" if named is None else str(named.get(VAL, ""))))
        return look if p_pr is None else _applied(look, p_pr, direct=True)

    def known(self, style_id: str) -> str:
        """The style that a paragraph has which names this one: the default style where there is none such."""
        return style_id if style_id in self._styles else self._default_paragraph

    def run(self, look: ParagraphLook, r_pr: Element | None) -> int:
        """BOLD, ITALIC, HIDDEN and CAPS of a run in a paragraph, as bits."""
        style = look.styles[0] if look.styles else ""
        if r_pr is None:
            return self._flags_of(style, "")
        character, given, on = "", 0, 0
        for child in r_pr:
            bit = _TOGGLES.get(child.tag)
            if bit is not None:
                given |= bit
                on = on | bit if is_on(child) else on & ~bit
            elif child.tag == W + "rStyle":
                character = child.get(VAL, "")
        return (self._flags_of(style, character) & ~given) | on

    def run_properties(self, style_id: str) -> list[Element]:
        """The run properties of a style and its ancestors, nearest first."""
        found = (self._styles[ancestor].r_pr for ancestor in self._chain(style_id))
        return [r_pr for r_pr in found if r_pr is not None]

    def numbering_of(self, style_id: str) -> int | None:
        """The list that a numbering style stands for."""
        return self._look_of(style_id).numbering

    def table_borders(self, style_id: str) -> Element | None:
        for ancestor in self._chain(style_id):
            borders = self._styles[ancestor].linked_borders
            if borders is not None:
                return borders
        return None

    def _chain(self, style_id: str) -> list[str]:
        """The style and its ancestors, nearest first; a circle ends where it closes."""
        chain: list[str] = []
        while style_id in self._styles and style_id not in chain and len(chain) < _MAX_CHAIN:
            chain.append(style_id)
            style_id = self._styles[style_id].parent
        return chain

    def _look_of(self, style_id: str) -> ParagraphLook:
        if style_id not in self._looks:
            chain = self._chain(style_id)
            look = self._default_look
            for ancestor in reversed(chain):
                style = self._styles[ancestor]
                look = _applied(look, style.p_pr)
                named = _HEADING_NAME.match(style.name)
                if named and (style.p_pr is None or style.p_pr.find(W + "outlineLvl") is None):
                    look = replace(look, outline=max(0, int(named[1]) - 1))
            self._looks[style_id] = replace(look, styles=tuple(chain))
        return self._looks[style_id]

    def _flags_of(self, paragraph: str, character: str) -> int:
        key = (paragraph, character)
        if key not in self._flags:
            p_given, p_on = self._toggles_of(paragraph)
            c_given, c_on = self._toggles_of(character)
            # A toggle set by both the paragraph's and the character's style cancels out.
            unset = self._default_flags & ~(p_given | c_given)
            self._flags[key] = (p_on ^ c_on) | unset
        return self._flags[key]

    def _toggles_of(self, style_id: str) -> tuple[int, int]:
        """Which toggles a style with its ancestors sets, and to what."""
        if style_id not in self._toggled:
            given = on = 0
            for ancestor in reversed(self._chain(style_id)):
                r_pr = self._styles[ancestor].r_pr
                if r_pr is not None:
                    more, shown = _toggles(r_pr)
                    given, on = given | more, (on & ~more) | shown
            self._toggled[style_id] = (given, on)
        return self._toggled[style_id]


def _toggles(r_pr: Element) -> tuple[int, int]:
    given = on = 0
    for child in r_pr:
        bit = _TOGGLES.get(child.tag, 0)
        given |= bit
        on = on | bit if bit and is_on(child) else on & ~bit
    return given, on


def _applied(look: ParagraphLook, p_pr: Element | None, direct: bool = False) -> ParagraphLook:
    """`look` with the properties of `p_pr` laid over it."""
    if p_pr is None:
        return look
    changes: dict[str, Any] = {}
    for child in p_pr:
        tag = child.tag
        if tag == W + "jc":
            changes["align"] = child.get(VAL)
        elif tag == W + "ind":
            left = child.get(W + "left", child.get(W + "start"))
            if left is not None:
                changes["left"] = number(left)
        elif tag == W + "outlineLvl":
            changes["outline"] = number(child.get(VAL), _BODY_LEVEL, 0, _BODY_LEVEL)
        elif tag == W + "numPr":
            changes.update(_numbered(child, direct))
        elif tag == R_PR and direct:
            changes.update(_marked(child))
        elif tag == W + "framePr" and direct:
            changes["drop_cap"] = child.get(W + "dropCap", "none") in ("drop", "margin")
    return replace(look, **changes) if changes else look


def _numbered(num_pr: Element, direct: bool) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if num_pr.find(W + "numId") is not None:
        changes["numbering"] = child_number(num_pr, "numId")
        if direct:
            changes["level"] = None
    if num_pr.find(W + "ilvl") is not None:
        changes["level"] = child_number(num_pr, "ilvl", 0, 0, MAX_LEVEL)
        changes["direct_level"] = direct
    return changes


def _marked(r_pr: Element) -> dict[str, Any]:
    """What the properties of the paragraph mark say."""
    changes: dict[str, Any] = {}
    for mark in r_pr:
        if mark.tag in (W + "del", W + "moveFrom"):
            changes["mark_deleted"] = True
        elif mark.tag == W + "vanish":
            changes["mark_hidden"] = is_on(mark)
        elif mark.tag == W + "specVanish":
            changes["style_separator"] = is_on(mark)
    return changes
