"""Red Cross and Women's Union of a province, 2026: quotas by former districts, the whole first, three kinds of things."""

from pathlib import Path

from ._b import merge_group_rows
from .paper import STATE, Paper

NAME = "phan_bo_qua_tet.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["TỈNH LÂM ĐỒNG", "BAN VẬN ĐỘNG TẾT VÌ NGƯỜI NGHÈO", "", "Số: 06/KH-BVĐ"],
        [*STATE, "Lâm Đồng, ngày 09 tháng 01 năm 2026"],
    )
    paper.title("KẾ HOẠCH", "Phân bổ, trao quà Tết Bính Ngọ năm 2026 cho phụ nữ, trẻ em nghèo")
    paper.para("Ban Vận động Tết vì người nghèo tỉnh Lâm Đồng xây dựng Kế hoạch phân bổ quà Tết như sau:")
    paper.head("I. CHỈ TIÊU")
    paper.para("- Trao 510 suất quà, 110 chiếc chăn ấm và 45 thẻ bảo hiểm y tế.")
    paper.head("II. NỘI DUNG THỰC HIỆN")
    paper.paras(
        "- Vận động doanh nghiệp ủng hộ trước ngày 20/01/2026.",
        "- Trao quà tập trung tại xã Nam Ban Lâm Hà, từ ngày 01/02/2026 đến ngày 10/02/2026.",
    )
    paper.head("III. KINH PHÍ")
    paper.para("- Quà: 510 suất x 500.000 đồng/suất = 255.000.000 đồng.")
    paper.head("IV. PHÂN BỔ")
    paper.table(
        [
            ["TT", "Địa phương", "Tổng số hộ", "Suất quà", "Chăn ấm", "Thẻ BHYT"],
            ["", "Toàn tỉnh", "665", "510", "110", "45"],
            ["Địa bàn huyện Lâm Hà cũ", "", "", "", "", ""],
            ["1", "Xã Đinh Văn Lâm Hà", "140", "100", "30", "10"],
            ["2", "Xã Phú Sơn Lâm Hà", "105", "80", "20", "5"],
            ["3", "Xã Nam Ban Lâm Hà", "130", "100", "20", "10"],
            ["Địa bàn huyện Đam Rông cũ", "", "", "", "", ""],
            ["4", "Xã Đam Rông 1", "95", "75", "15", "5"],
            ["5", "Xã Đam Rông 2", "90", "70", "10", "10"],
            ["6", "Xã Đam Rông 4", "105", "85", "15", "5"],
        ],
        [1.2, 5, 2.4, 2.4, 2.4, 2.4],
        bold=(0, 1, 2, 6),
    )
    merge_group_rows(paper, (2, 6), first=0)
    paper.head("V. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Hội Chữ thập đỏ tỉnh:", " Tiếp nhận, vận chuyển hàng đến các xã.")
    paper.head("2. Hội LHPN tỉnh")
    paper.paras(
        "- Giám sát việc lập danh sách, cấp phát.",
        "- Báo cáo kết quả về Ban Vận động trước ngày 28/02/2026.",
    )
    paper.signature(
        ["- Thường trực Tỉnh ủy (b/c);", "- Hội LHPN tỉnh, Hội Chữ thập đỏ tỉnh;", "- Lưu: BVĐ."],
        ["TM. BAN VẬN ĐỘNG", "TRƯỞNG BAN", "Ka Hiếu"],
    )
    paper.save(path)
