"""What the browser tests of a review share: plans, the forms of facts, how a fact stands."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

import donghanh.documents
from donghanh.documents.models import Document
from donghanh.documents.review.selectors import reviews_of

PLAN = Path(donghanh.documents.__file__).parent / "samples" / "ke-hoach-dong-hanh-vung-bien-2026.docx"
PRINTED = PLAN.parent / "ke-hoach-binh-dang-gioi-muong-pon-2026.pdf"
WIDTHS = pytest.mark.parametrize("width", [390, 1280])
SCRIPTED = pytest.mark.parametrize("javascript", [True, False], ids=["with script", "without script"])
Open = Callable[..., Page]


ASKING = """HỘI LIÊN HIỆP PHỤ NỮ TỈNH NGHỆ AN
Số: 18/KH-BTV
Nghệ An, ngày 27 tháng 02 năm 2026

KẾ HOẠCH
Hỗ trợ phụ nữ vùng biên giới năm 2026

I. NỘI DUNG
1. Trao quà tại phường Cửa Nam, quận Hoàn Kiếm, thành phố Hà Nội từ ngày 25/9/2026 đến ngày 31/9/2026.
II. KINH PHÍ
Vận động xã hội hóa.
III. TỔ CHỨC THỰC HIỆN
1. Hội LHPN các xã
Báo cáo kết quả về Hội LHPN tỉnh trước ngày 31/11 hằng năm.
2. Ban Tuyên giáo
Đưa tin, viết bài.
"""


def said(page: Page) -> Locator:
    """The field for the words of a fact."""
    return page.get_by_role("textbox", name="Nguyên văn:", exact=True)


def correct(page: Page, key: str) -> None:
    """Open the form of a fact in its row; until its first field has the focus, typing would go astray."""
    page.locator(f"#of-{key}").get_by_role("link", name="Sửa").click()
    expect(said(page)).to_be_focused()


def standing(document: Document, key: str) -> tuple[str, object]:
    """The state of a fact and what it says."""
    document.refresh_from_db()
    assert document.reading is not None
    item = reviews_of(document.reading)[0].item(key)
    assert item is not None
    return item.state, item.value
