"""How paragraphs of a Word file are set: what its styles and its own marks come to.

Source: ECMA-376 part 1, 17.7.2 (style hierarchy).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from donghanh.reading.formats.docx.names import OFF, R_PR, VAL, Element, W, number

_TWIPS_PT = 20
_ALIGNED = {"both": "justify", "start": "left", "end": "right", "distribute": "justify"}
_DEEPEST = 20  # styles based on styles


@dataclass(frozen=True, slots=True)
class RunLook:
    """font None where the file names none; size in points."""

    font: str | None = None
    size: float = 10
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """Space and indent in points; line: spacing, 1.0 for single, None where it is fixed in points."""

    align: str = "left"
    before: float = 0
    after: float = 0
    first_line: float = 0
    line: float | None = 1.0
    ruled: bool = False
    run: RunLook = field(default_factory=RunLook)


class Looks:
    """The styles of one file."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        found = () if styles is None else styles.findall(W + "style")
        self._styles: Mapping[str, Element] = {str(style.get(W + "styleId", "")): style for style in found}
        self._theme = dict(_theme_fonts(theme))
        self._default = next(
            (
                key
                for key, style in self._styles.items()
                if style.get(W + "default") == "1" and style.get(W + "type") == "paragraph"
            ),
            "",
        )
        base = ParagraphLook()
        if styles is not None and (defaults := styles.find(W + "docDefaults")) is not None:
            base = self._with(base, defaults.find(f"{W}pPrDefault/{W}pPr"))
            base = replace(base, run=self._with_run(base.run, defaults.find(f"{W}rPrDefault/{W}rPr")))
        self._base = base
        self._known: dict[str, ParagraphLook] = {}

    def paragraph(self, properties: Element | None) -> ParagraphLook:
        """How a paragraph with these properties is set."""
        style = None if properties is None else properties.find(W + "pStyle")
        name = self._default if style is None else str(style.get(VAL, ""))
        return self._with(self._of_style(name), properties)

    def run(self, look: ParagraphLook, run: Element) -> RunLook:
        """How a run in such a paragraph is set."""
        properties = run.find(R_PR)
        if properties is None:
            return look.run
        style = properties.find(W + "rStyle")
        under = look.run
        for one in reversed(list(self._chain("" if style is None else str(style.get(VAL, ""))))):
            under = self._with_run(under, one.find(R_PR))
        return self._with_run(under, properties)

    def _of_style(self, name: str) -> ParagraphLook:
        if name not in self._known:
            look = self._base
            for style in reversed(list(self._chain(name))):
                look = self._with(look, style.find(W + "pPr"))
                look = replace(look, run=self._with_run(look.run, style.find(R_PR)))
            self._known[name] = look
        return self._known[name]

    def _chain(self, name: str) -> Iterator[Element]:
        """A style and those that it is based on."""
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            base = style.find(W + "basedOn")
            name = "" if base is None else str(base.get(VAL, ""))

    def _with(self, look: ParagraphLook, properties: Element | None) -> ParagraphLook:
        if properties is None:
            return look
        if (align := properties.find(W + "jc")) is not None:
            value = str(align.get(VAL, "left"))
            look = replace(look, align=_ALIGNED.get(value, value))
        if (spacing := properties.find(W + "spacing")) is not None:
            look = _with_spacing(look, spacing)
        if (indent := properties.find(W + "ind")) is not None and (
            indent.get(W + "firstLine") is not None or indent.get(W + "hanging") is not None
        ):
            first = number(indent.get(W + "firstLine")) or -number(indent.get(W + "hanging"))
            look = replace(look, first_line=first / _TWIPS_PT)
        if properties.find(W + "pBdr") is not None:
            look = replace(look, ruled=True)
        return look

    def _with_run(self, look: RunLook, properties: Element | None) -> RunLook:
        if properties is None:
            return look
        if (fonts := properties.find(W + "rFonts")) is not None:
            named = fonts.get(W + "ascii") or self._theme.get(str(fonts.get(W + "asciiTheme", ""))[:5])
            look = replace(look, font=named or look.font)
        if (size := properties.find(W + "sz")) is not None:
            look = replace(look, size=number(size.get(VAL), 20) / 2)
        if (bold := properties.find(W + "b")) is not None:
            look = replace(look, bold=bold.get(VAL, "1") not in OFF)
        if (italic := properties.find(W + "i")) is not None:
            look = replace(look, italic=italic.get(VAL, "1") not in OFF)
        return look


def _with_spacing(look: ParagraphLook, spacing: Element) -> ParagraphLook:
    before, after, line = (spacing.get(W + name) for name in ("before", "after", "line"))
    if before is not None:
        look = replace(look, before=number(before) / _TWIPS_PT)
    if after is not None:
        look = replace(look, after=number(after) / _TWIPS_PT)
    if line is not None:
        single = str(spacing.get(W + "lineRule", "auto")) == "auto"
        look = replace(look, line=round(number(line, 240) / 240, 2) if single else None)
    return look


def _theme_fonts(theme: Element | None) -> Iterator[tuple[str, str]]:
    """What a theme calls its fonts: "minor" for text, "major" for headings."""
    for element in () if theme is None else theme.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in ("minorFont", "majorFont"):
            latin = next((child for child in element if str(child.tag).endswith("}latin")), None)
            if latin is not None:
                yield name[:5], str(latin.get("typeface", ""))
