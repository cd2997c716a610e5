"""Of the page of a portal the document is read, whole, and nothing around it."""

import pytest

from donghanh.reading.blocks import Table
from donghanh.reading.formats.html import read
from reading.formats.html.reading_it import doubts, page, texts

MENU = "<div id=top-menu><ul><li><a href='/'>Trang chủ</a><li><a href='/vb'>Văn bản</a></ul></div>"
PROPERTIES = (
    "<table><tr><td>Số ký hiệu<td>12/KH-BTV<tr><td>Ngày ban hành<td>10/3/2025<tr><td>Loại văn bản<td>Kế hoạch"
    "<tr><td>Người ký<td>Lê Thị Hoa</table>"
)
HEAD = (
    "<table><tr><td>HỘI LHPN TỈNH<br>Số: 12/KH-BTV<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc"
    "</table>"
)
BODY = "<p>KẾ HOẠCH</p><p>Tổ chức Ngày hội</p><p>I. MỤC ĐÍCH</p><p>1. Nâng cao nhận thức.</p>"
FOOT = "<table><tr><td>Nơi nhận:<br>- Như trên;<br>- Lưu: VT.<td>TM. BAN THƯỜNG VỤ<br>CHỦ TỊCH<br>Lê Thị Hoa</table>"
RELATED = (
    "<h3>Tin liên quan</h3><ul><li><a href='/1'>Kế hoạch số 1</a><li><a href='/2'>Kế hoạch số 2</a></ul>"
)
FOOTER = "<footer><p>Cơ quan chủ quản: Hội LHPN tỉnh</p></footer>"


def words(body: str) -> str:
    found = []
    for block in read(page(body)).blocks:
        if isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return " | ".join(found)


DOCUMENT = words(HEAD + BODY + FOOT)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (MENU, FOOTER),
        (MENU + PROPERTIES, RELATED + FOOTER),
        (MENU + "<h1>Kế hoạch tổ chức Ngày hội</h1><p>Ngày đăng: 12/3/2025</p>", RELATED),
        ("<nav><a href='/'>Trang chủ</a></nav><h2>Chi tiết văn bản</h2>", "<p>Lượt xem: 120</p>" + FOOTER),
        (MENU + "<dl><dt>Số ký hiệu:<dd>12/KH-BTV<dt>Người ký:<dd>Lê Thị Hoa</dl>", "<p>Tải về: <a href='/x'>x.pdf</a></p>"),
        (
            "<table width=100%><tr><td colspan=2 class=banner>CỔNG THÔNG TIN</td></tr><tr><td class=left-menu>"
            "<a href='/'>Giới thiệu</a><br><a href='/a'>Văn bản</a></td><td>",
            "</td></tr><tr><td class=footer>Bản quyền thuộc Hội</td></tr></table>",
        ),
        ("<div class=breadcrumb><a href='/'>Trang chủ</a> » Kế hoạch</div><article>", "</article><div id=binhluan>Hay!</div>"),
    ],
)  # fmt: skip
def test_the_document_is_taken_out_of_its_page(before: str, after: str) -> None:
    assert words(before + HEAD + BODY + FOOT + after) == DOCUMENT


def test_a_page_of_nothing_but_the_document_is_kept_whole() -> None:
    body = "<p>Gửi chị em kế hoạch:</p>" + HEAD + BODY + FOOT + "<p>PHỤ LỤC</p><p>Tài liệu gửi kèm.</p>"
    assert words(body) == f"Gửi chị em kế hoạch: | {DOCUMENT} | PHỤ LỤC | Tài liệu gửi kèm."


def test_annexes_behind_the_signature_are_kept_up_to_the_furniture() -> None:
    annex = (
        "<p>PHỤ LỤC</p><p>Phân bổ chỉ tiêu</p><table border=1><tr><td>TT<td>Xã<tr><td>1<td>An Bình</table>"
    )
    share = "<div class=share><a href='/fb'>Chia sẻ</a></div>"
    for between in ("", share):
        found = words(MENU + HEAD + BODY + FOOT + between + annex + RELATED + FOOTER)
        assert found == f"{DOCUMENT} | PHỤ LỤC | Phân bổ chỉ tiêu | TT | Xã | 1 | An Bình"


def test_nothing_between_letterhead_and_signature_is_left_out() -> None:
    odd = "<div class=related><a href='/x'>Công văn số 5</a></div><aside>Ghi chú: chờ hướng dẫn.</aside><p>Tải về mẫu 1.</p>"
    found = words(MENU + HEAD + BODY + odd + FOOT + FOOTER)
    assert "Công văn số 5 | Ghi chú: chờ hướng dẫn. | Tải về mẫu 1." in found


def test_a_letterhead_set_line_by_line_is_kept() -> None:
    lines = "<p>HỘI LHPN TỈNH BẮC GIANG</p><p>BAN THƯỜNG VỤ</p><p>Số: 12/KH-BTV</p><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>"
    found = texts(MENU + PROPERTIES + lines + BODY + FOOTER)
    assert found[:3] == ["HỘI LHPN TỈNH BẮC GIANG", "BAN THƯỜNG VỤ", "Số: 12/KH-BTV"]


def test_the_heading_of_the_page_is_the_title_where_the_document_has_none() -> None:
    body = (
        MENU
        + "<h1>Kế hoạch tổ chức Ngày hội</h1><p>Lượt xem: 5</p><p>Thực hiện chương trình công tác năm, Hội triển khai:</p><p>I. MỤC ĐÍCH</p>"
    )
    assert texts(body + FOOTER) == [
        "Kế hoạch tổ chức Ngày hội", "Thực hiện chương trình công tác năm, Hội triển khai:", "I. MỤC ĐÍCH",
    ]  # fmt: skip


def test_long_words_that_cannot_be_told_are_kept_with_a_doubt() -> None:
    remark = "<p>" + "Chị em các chi hội phấn khởi đón nhận kế hoạch này và mong được tham gia. " * 4 + "</p>"
    body = MENU + HEAD + BODY + FOOT + RELATED + remark + FOOTER
    assert "Chị em các chi hội" in words(body)
    assert doubts(body) == ["page_furniture"]


def test_a_page_without_signs_of_a_document_is_kept_with_a_doubt() -> None:
    news = "Chiều nay mưa to, các chi hội dời buổi sinh hoạt sang sáng chủ nhật tuần sau."
    body = MENU + f"<p>{news}</p>" + FOOTER
    assert (texts(body), doubts(body)) == ([news], ["page_furniture"])


def test_what_is_hidden_in_the_menu_is_not_told() -> None:
    body = MENU + "<div style='display:none'>Đăng nhập</div>" + HEAD + BODY + FOOT + FOOTER
    assert doubts(body) == []


def test_a_document_that_is_the_bulk_of_the_page_is_no_furniture_whatever_it_is_called() -> None:
    assert words(MENU + f"<div class=print-menu-content>{HEAD}{BODY}{FOOT}</div>" + FOOTER) == DOCUMENT


def test_a_mail_saved_from_outlook_is_kept_whole() -> None:
    mail = "<p class=MsoNormal><b>From:</b> Hội LHPN tỉnh</p><p class=MsoNormal><a href='/x'>Kính gửi</a> các chị.</p>"
    assert words(mail + HEAD + BODY + FOOT) == f"From: Hội LHPN tỉnh | Kính gửi các chị. | {DOCUMENT}"
