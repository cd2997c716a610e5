"""Paragraphs of any words, set by a small typesetter of our own, come back whole."""

from hypothesis import given
from hypothesis import strategies as st

from donghanh.reading.blocks import Paragraph
from donghanh.reading.formats.pdf import read

from .canvas import Canvas, draw, width_of

WORDS = (
    "Hội Nông dân xã phối hợp với chi hội các thôn tổ chức tập huấn vận động hỗ trợ, giám sát, báo cáo (nếu có) "
    "2025 15/3/2026 5.000.000 đồng/hộ UBND kinh tế - 2021 20%"
).split()
LEFT, RIGHT, TOP, BOTTOM, PITCH = 85.0, 540.0, 80.0, 780.0, 18.0
SPACE = width_of(" ")

paragraph = st.tuples(
    st.sampled_from(["", "- ", "1. ", "a) ", "II. "]),
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=50),
).map(lambda parts: parts[0] + "Về " + " ".join(parts[1]) + " xong.")


def broken(text: str, first: float) -> list[str]:
    lines: list[str] = []
    room = RIGHT - LEFT - first
    for word in text.split(" "):
        if lines and width_of(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            room = RIGHT - LEFT - (0 if lines else first)
            lines.append(word)
    return lines


def typeset(texts: list[str], first: float, gap: float, justified: bool) -> bytes:
    pages = [Canvas()]
    y = TOP
    for text in texts:
        lines = broken(text, first)
        for i, line in enumerate(lines):
            if y > BOTTOM:
                pages.append(Canvas().text(300, 40, str(len(pages) + 1)))
                y = TOP
            x = LEFT + (0 if i else first)
            words = line.split(" ")
            spare = RIGHT - x - width_of(line)
            stretch = spare / (len(words) - 1) if justified and i < len(lines) - 1 and len(words) > 1 else 0
            for word in words:
                pages[-1].text(round(x, 2), y, word + " ")
                x += width_of(word) + SPACE + stretch
            y += PITCH
        y += gap
    return draw(*pages)


@given(
    st.lists(paragraph, min_size=8, max_size=20), st.sampled_from([(36, 0), (36, 6), (0, 8)]), st.booleans()
)
def test_paragraphs_come_back_whole(texts: list[str], style: tuple[float, float], justified: bool) -> None:
    document = read(typeset(texts, *style, justified))
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == texts
