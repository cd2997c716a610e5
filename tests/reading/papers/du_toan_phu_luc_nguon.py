"""Women's Union of a city, 2024: a plan whose table names sources in đồng, with "Trong đó" rows and a note column."""

from pathlib import Path

from ._c import merged_table
from .paper import STATE, Paper

NAME = "du_toan_phu_luc_nguon.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI LHPN TỈNH LONG AN", "HỘI LHPN THÀNH PHỐ TÂN AN", "***", "Số: 41/KH-HPN"],
        [*STATE, "Tân An, ngày 02 tháng 7 năm 2024"],
    )
    paper.title("KẾ HOẠCH", "Tổ chức Ngày hội Phụ nữ khởi nghiệp thành phố Tân An năm 2024")
    paper.para("Ban Thường vụ Hội LHPN thành phố Tân An xây dựng Kế hoạch tổ chức Ngày hội như sau:")
    paper.head("1. Mục đích, yêu cầu")
    paper.para("Giới thiệu sản phẩm của hội viên, kết nối tiêu thụ.")
    paper.head("2. Chỉ tiêu")
    paper.paras("- Thu hút từ 40 gian hàng trở lên.", "- Kết nối 10 hợp đồng tiêu thụ.")
    paper.head("3. Thời gian, địa điểm")
    paper.paras(
        "- Thời gian: từ ngày 18/10/2024 đến ngày 20/10/2024.",
        "- Địa điểm: Công viên Phường 3, thành phố Tân An.",
    )
    paper.head("4. Nội dung")
    paper.paras(
        "4.1. Khai mạc, trao hỗ trợ 05 ý tưởng (mỗi ý tưởng 3.000.000 đồng).",
        "4.2. Hội thảo “Chuyển đổi số trong kinh doanh” sáng ngày 19/10/2024.",
        "4.3. Phiên livestream bán hàng do Câu lạc bộ Nữ doanh nhân thành phố chủ trì.",
    )
    paper.head("5. Dự toán kinh phí")
    merged_table(
        paper,
        [
            ["STT", "Nội dung chi", "Tổng kinh phí (đồng)", "Trong đó", "", "Ghi chú"],
            ["", "", "", "Ngân sách thành phố", "Xã hội hóa", ""],
            ["1", "Dựng 40 gian hàng", "48.000.000", "20.000.000", "28.000.000", "1,2 triệu đồng/gian"],
            ["2", "Hỗ trợ ý tưởng", "15.000.000", "-", "15.000.000", ""],
            ["3", "Hội thảo", "9.600.000", "9.600.000", "-", ""],
            ["4", "Truyền thông", "7.400.000", "5.400.000", "3.000.000", "Báo, đài"],
            ["", "Cộng", "80.000.000", "35.000.000", "46.000.000", ""],
        ],
        [1.2, 4.5, 3, 3, 3, 2.6],
        [((0, 3), (0, 4)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (1, 2)), ((0, 5), (1, 5))],
        bold=(0, 1, 6),
    )
    paper.para("(Số tiền bằng chữ: Tám mươi triệu đồng)", italic=True)
    paper.head("6. Phân công thực hiện")
    paper.head("6.1. Ban Kinh tế Hội LHPN thành phố:", " Tham mưu kế hoạch, mời gian hàng.")
    paper.head("6.2. Hội LHPN các xã, phường")
    paper.paras("- Vận động ít nhất 02 gian hàng.", "- Gửi danh sách đăng ký trước ngày 30/9/2024.")
    paper.signature(
        ["- Hội LHPN tỉnh;", "- Thường trực Thành ủy;", "- Lưu: VP."],
        ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Nguyễn Thị Cẩm Vân"],
    )
    paper.save(path)
