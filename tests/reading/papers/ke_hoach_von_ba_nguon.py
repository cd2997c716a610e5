"""Women's Union of a new province, 2026: a plan with money by source under one head; one row does not add up across."""

from pathlib import Path

from ._c import merged_table
from .paper import STATE, Paper

NAME = "ke_hoach_von_ba_nguon.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI LIÊN HIỆP PHỤ NỮ", "TỈNH TUYÊN QUANG", "", "Số: 08/KH-HPN"],
        [*STATE, "Tuyên Quang, ngày 22 tháng 01 năm 2026"],
    )
    paper.title(
        "KẾ HOẠCH",
        "Truyền thông phòng, chống tảo hôn và hôn nhân cận huyết thống",
        "trong vùng đồng bào dân tộc thiểu số tỉnh Tuyên Quang năm 2026",
    )
    paper.para(
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 08/01/2026 của UBND tỉnh Tuyên Quang, Hội Liên hiệp Phụ nữ tỉnh Tuyên "
        "Quang xây dựng kế hoạch như sau:"
    )
    paper.head("I. MỤC ĐÍCH")
    paper.para("Nâng cao nhận thức của cha mẹ, thanh niên; giảm dần tảo hôn trong đồng bào Mông, Dao.")
    paper.head("II. CHỈ TIÊU")
    paper.paras(
        "- Giảm ít nhất 15 cặp tảo hôn so với năm 2025.",
        "- 40 câu lạc bộ “Thủ lĩnh của sự thay đổi” duy trì sinh hoạt.",
    )
    paper.head("III. NỘI DUNG")
    paper.paras(
        "1. Tổ chức 12 phiên tòa giả định tại trường bán trú trong quý II/2026.",
        "2. Tập huấn kỹ năng truyền thông cho 40 chủ nhiệm câu lạc bộ.",
        "3. Ban Tuyên giáo chủ trì phát hành tài liệu song ngữ Mông - Việt.",
    )
    paper.head("IV. KINH PHÍ")
    paper.para("Tổng kinh phí 1 tỷ 240 triệu đồng, chi tiết như sau:")
    paper.para("ĐVT: triệu đồng", italic=True)
    merged_table(
        paper,
        [
            ["TT", "Nội dung", "Tổng kinh phí", "Nguồn kinh phí", "", "", ""],
            ["", "", "", "NSTW", "NSĐP", "Vốn vay", "Xã hội hóa"],
            ["I", "Truyền thông tại cộng đồng", "780", "600", "100", "", "80"],
            ["1", "Phiên tòa giả định", "360", "300", "40", "", "20"],
            ["2", "Duy trì câu lạc bộ", "420", "300", "60", "", "60"],
            ["II", "Nâng cao năng lực", "460", "320", "90", "", "50"],
            ["1", "Tập huấn", "260", "200", "60", "", "10"],
            ["2", "Tài liệu song ngữ", "200", "120", "30", "", "50"],
            ["", "Tổng cộng", "1.240", "", "", "", ""],
        ],
        [1.2, 5, 2.4, 2, 2, 2, 2],
        [((0, 3), (0, 6)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (1, 2))],
        bold=(0, 1, 2, 5, 8),
    )
    paper.head("V. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Ban Tuyên giáo:", " Là đầu mối theo dõi, tổng hợp, tham mưu sơ kết.")
    paper.head("2. Hội LHPN các xã, phường")
    paper.paras(
        "- Xây dựng kế hoạch cụ thể, phối hợp với nhà trường quản lý học sinh dịp Tết.",
        "- Báo cáo kết quả hằng quý trước ngày 20 của tháng cuối quý về Hội LHPN tỉnh.",
    )
    paper.signature(
        ["- UBND tỉnh;", "- Hội LHPN các xã, phường;", "- Lưu: VT, BTG."],
        ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Ma Thị Thanh Nhàn"],
    )
    paper.save(path)
