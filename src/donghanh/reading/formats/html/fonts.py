"""Words set in the fonts of before Unicode (".VnTime", "VNI-Times"): the one place where a font tells letters."""


def in_font(text: str, font: str) -> str:
    """`text` as it looks in a font; `font` is its family name in lower case as the page gives it."""
    return text
