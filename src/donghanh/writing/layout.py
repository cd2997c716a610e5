"""How official documents look, as data: `data/layouts/state.json` and `mass.json`.

A layout is values and nothing else: sizes in points, lengths in centimetres or millimetres as their names say. What
an office wants otherwise (`Office`) is laid over it; there is no state to set.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from donghanh.writing.model import Look, Office

Align = Literal["left", "center", "right", "justify"]
LAYOUTS = ("state", "mass")
"""The state's (Nghị định 30/2020/NĐ-CP), and the mass organisation's, which is provisional."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one part is set.

    size: in points, as it is written; sizes: the smallest and largest that the rule allows. upper: in capitals.
    before, after: space in points. indent_cm: of the first line. line: spacing, 1.0 for single.
    """

    name: str
    size: float
    sizes: tuple[float, float]
    bold: bool
    italic: bool
    upper: bool
    align: Align
    before: float
    after: float
    indent_cm: float
    line: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout; letterhead_cm, foot_cm: widths of the two halves; sign_gap_pt: room for hand and seal."""

    key: str
    name: str
    font: str
    motto: bool
    nation_text: str
    motto_text: str
    width_mm: float
    height_mm: float
    margins_mm: Mapping[str, float]
    allowed_mm: Mapping[str, tuple[float, float]]
    letterhead_cm: tuple[float, float]
    foot_cm: tuple[float, float]
    sign_gap_pt: float
    styles: Mapping[Look, Style]

    def for_office(self, office: Office | None) -> "Layout":
        """With what the office wants otherwise."""
        if office is None:
            return self
        return replace(
            self,
            font=office.font or self.font,
            motto=self.motto if office.motto is None else office.motto,
        )


@cache
def layout(key: str) -> Layout:
    """One of `LAYOUTS`."""
    data = _data(key)
    page = data["page"]
    return Layout(
        key=key,
        name=data["name"],
        font=data["font"],
        motto=data["motto"],
        nation_text=data["nation_text"],
        motto_text=data["motto_text"],
        width_mm=page["width_mm"],
        height_mm=page["height_mm"],
        margins_mm=page["margins_mm"],
        allowed_mm={side: (low, high) for side, (low, high) in page["allowed_mm"].items()},
        letterhead_cm=tuple(data["letterhead_cm"]),
        foot_cm=tuple(data["foot_cm"]),
        sign_gap_pt=data["sign_gap_pt"],
        styles={
            Look(look): Style(**{**style, "sizes": tuple(style["sizes"])})
            for look, style in data["styles"].items()
        },
    )


def _data(key: str) -> dict[str, Any]:
    """The data of a layout over those that it extends."""
    text = (files(__package__) / "data" / "layouts" / f"{key}.json").read_text(encoding="utf-8")
    own: dict[str, Any] = json.loads(text)
    below = own.pop("extends", None)
    return {**_data(below), **own} if below else own
