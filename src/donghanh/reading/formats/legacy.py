"""Text of legacy encodings, as every reader decodes it and tells of it."""

from collections.abc import Sequence

from donghanh.reading.blocks import Doubt
from donghanh.vietnam import legacy
from donghanh.vietnam.legacy import LegacyEncoding

_DECODED = (
    "Chữ trong tệp dùng bảng mã {}, đã chuyển sang Unicode; hãy đối chiếu tên riêng, số hiệu với bản gốc."
)
_NO_CAPITALS = " TCVN3 không có mã cho chữ hoa mang dấu thanh nên các chữ đó có thể còn viết thường."
_RAISED = " Chỗ chắc chắn là chữ hoa (như “HOạCH”, hoặc dòng gõ bằng phông chữ hoa) đã được viết hoa lại."


def recode(text: str) -> tuple[str, tuple[Doubt, ...]]:
    """Text that some program has decoded wrongly, or that mixes encodings: in Unicode, and what to tell of it.

    Ordinary text comes back as it is, without a doubt.
    """
    recoded = legacy.recode(text)
    return recoded.text, doubts_about(recoded.encodings, recoded.raised)


def doubts_about(encodings: Sequence[LegacyEncoding], raised: bool) -> tuple[Doubt, ...]:
    """The one doubt that names the encodings which were decoded; none where there are none."""
    if not encodings:
        return ()
    message = _DECODED.format(" và ".join(encodings))
    if LegacyEncoding.TCVN3 in encodings:
        message += _NO_CAPITALS
    return (Doubt("legacy_encoding", message + (_RAISED if raised else "")),)
