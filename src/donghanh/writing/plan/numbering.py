"""Numbers of parts as they stand on paper: "I." over "1." over "1.1." over "a)"."""

import re

# How labels count, from the highest part down, and what closes each.
_STYLES: tuple[tuple[str, str], ...] = (
    (r"(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s.*", "."),
    (r"Điều \d{1,3}", "."),
    (r"[A-HĐ]", "."),
    (r"[IVX]{1,6}", "."),
    (r"\d{1,3}", "."),
    (r"\d{1,2}(?:\.\d{1,2})+", "."),
    (r"[a-zđ]\d?", ")"),
    (r"(?:i{1,3}|iv|vi{0,3}|ix|x)", ")"),
    (r"\(.+\)", ""),
)
_PATTERNS = tuple((rank, re.compile(pattern), close) for rank, (pattern, close) in enumerate(_STYLES))
_NUMBER, _LOWER = 4, 6


def rank(label: str) -> float:
    """How high a label stands, 0 for "Phần I"; deeper decimals stand lower."""
    for place, pattern, _ in _PATTERNS:
        if pattern.fullmatch(label):
            return place + label.count(".") / 100
    return float(len(_PATTERNS))


def level(label: str | None, depth: int) -> int:
    """As which heading a label is set: 1 for "I" and "A", 2 for "1", 3 for what stands below; else by its depth."""
    if not label:
        return depth
    return 1 if rank(label) < _NUMBER else 2 if int(rank(label)) == _NUMBER else 3


def closed(label: str, above: str | None = None) -> str:
    """The label with the mark that closes it: "I.", "1.", "a)"; above: the label of the part it stands in.

    >>> closed("IV"), closed("2", "a"), closed("Điều 3")
    ('IV.', '2)', 'Điều 3.')
    """
    if not label:
        return ""
    place = int(rank(label))
    if place == _NUMBER and above and int(rank(above)) in (_NUMBER, _NUMBER + 1, _LOWER):
        return f"{label})"  # "1." in "a)" would be read as its neighbour
    close = next((close for number, _, close in _PATTERNS if number == place), ".")
    return label + close
