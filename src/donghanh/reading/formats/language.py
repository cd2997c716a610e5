"""Whether the words of a document are Vietnamese."""

import re
from collections.abc import Iterable, Iterator

from donghanh.reading.blocks import Block, Paragraph
from donghanh.reading.errors import NoText, NotVietnamese

# Letters that only Vietnamese has (nearly): a twelfth to a sixth of the letters of any official text.
# Those it shares with French or Portuguese (é, à, â, ê) do not count: text in the old TCVN3 and VNI
# fonts, shown in Latin letters, is full of them.
_ONLY_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_LATIN_MARKED = re.compile("[\u00a1-\u024f]")
_LEAST_SHARE = 0.03

_NO_WORDS = "Tệp không có chữ nào để đọc. Hãy kiểm tra lại tệp rồi gửi bản có đủ nội dung."
_OLD_FONT = (
    "Chữ trong tệp dùng phông hoặc bảng mã cũ mà không nhận ra được loại nào. "
    "Hãy mở tệp bằng Word, chuyển sang phông Unicode (như Times New Roman), lưu lại rồi gửi."
)
_NO_MARKS = (
    "Không thấy chữ tiếng Việt có dấu trong tệp. Hãy gửi bản tiếng Việt gõ bằng phông Unicode, có đủ dấu."
)


def check_vietnamese(blocks: Iterable[Block]) -> None:
    """Pass if the words of `blocks` are Vietnamese.

    Raises: NoText where there are no words, NotVietnamese for another language or an old font.
    """
    letters = vietnamese = marked = 0
    for text in _texts(blocks):
        letters += sum(map(str.isalpha, text))
        vietnamese += len(_ONLY_VIETNAMESE.findall(text))
        marked += len(_LATIN_MARKED.findall(text))
    if letters == 0 and marked == 0:
        raise NoText(_NO_WORDS)
    if vietnamese < _LEAST_SHARE * letters or vietnamese == 0:
        raise NotVietnamese(_OLD_FONT if marked > letters / 12 else _NO_MARKS)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (p.text for row in block.rows for cell in row.cells for p in cell.paragraphs)
