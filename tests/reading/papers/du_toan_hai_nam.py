"""Department of a new province, 2026-2027: a plan whose estimate has sources under two years, the whole row first."""

from pathlib import Path

from ._c import merged_table
from .paper import STATE, Paper

NAME = "du_toan_hai_nam.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["UBND TỈNH SƠN LA", "SỞ NỘI VỤ", "", "Số: 215/KH-SNV"],
        [*STATE, "Sơn La, ngày 30 tháng 01 năm 2026"],
    )
    paper.title("KẾ HOẠCH", "Thực hiện Chương trình truyền thông về bình đẳng giới giai đoạn 2026 - 2027")
    paper.para(
        "Căn cứ Quyết định số 1790/QĐ-TTg ngày 23/10/2021 của Thủ tướng Chính phủ, Sở Nội vụ tỉnh Sơn La ban hành Kế "
        "hoạch như sau:"
    )
    paper.head("I. MỤC TIÊU CỤ THỂ")
    paper.paras(
        "- 75 xã, phường có góc truyền thông về bình đẳng giới.", "- Ít nhất 60% bản tin có bản tiếng Thái."
    )
    paper.head("II. HOẠT ĐỘNG")
    paper.paras(
        "1. Xây dựng bộ tài liệu truyền thông song ngữ.",
        "2. Đài Phát thanh - Truyền hình tỉnh phát sóng 24 chuyên mục.",
    )
    paper.head("III. KINH PHÍ")
    paper.para("Tổng nhu cầu kinh phí là 3.286,5 triệu đồng.")
    merged_table(
        paper,
        [
            ["TT", "Hoạt động", "Năm 2026 (triệu đồng)", "", "", "Năm 2027 (triệu đồng)", "", ""],
            ["", "", "Tổng", "NSTW", "NST", "Tổng", "NSTW", "NST"],
            ["", "TỔNG SỐ", "1.586,5", "1.200", "386,5", "1.700", "1.250", "450"],
            ["I", "Xây dựng tài liệu", "486,5", "400", "86,5", "500", "400", "100"],
            ["1", "Biên soạn, dịch tài liệu", "236,5", "200", "36,5", "200", "150", "50"],
            ["2", "In ấn, phát hành", "250", "200", "50", "300", "250", "50"],
            ["II", "Truyền thông đại chúng", "1.100", "800", "300", "1.200", "850", "350"],
            ["1", "Chuyên mục phát thanh", "600", "400", "200", "700", "500", "200"],
            ["2", "Phóng sự truyền hình", "500", "400", "100", "500", "350", "170"],
        ],
        [1, 4.5, 2, 1.8, 1.8, 2, 1.8, 1.8],
        [((0, 2), (0, 4)), ((0, 5), (0, 7)), ((0, 0), (1, 0)), ((0, 1), (1, 1))],
        bold=(0, 1, 2, 3, 6),
    )
    paper.head("IV. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Phòng Xây dựng chính quyền:", " Tham mưu triển khai, theo dõi Kế hoạch.")
    paper.head("2. Đề nghị Hội LHPN tỉnh:", " Phối hợp biên soạn tài liệu.")
    paper.head("3. UBND các xã, phường:", " Báo cáo kết quả về Sở Nội vụ trước ngày 15/12 hằng năm.")
    paper.signature(
        ["- UBND tỉnh (b/c);", "- UBND các xã, phường;", "- Lưu: VT, XDCQ."],
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Cầm Thị Phong Lan"],
    )
    paper.save(path)
