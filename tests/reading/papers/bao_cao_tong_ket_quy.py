"""District Women's Union, 2022: a report on a fund with income by source in a table, some words about next year."""

from pathlib import Path

from ._c import merged_table
from .paper import STATE, Paper

NAME = "bao_cao_tong_ket_quy.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI LHPN TỈNH HÀ GIANG", "BTV HỘI LHPN HUYỆN BẮC MÊ", "-----", "Số: 57/BC-BTV"],
        [*STATE, "Bắc Mê, ngày 20 tháng 12 năm 2022"],
    )
    paper.title("BÁO CÁO", "Kết quả vận động và sử dụng Quỹ hỗ trợ phụ nữ nghèo năm 2022, kế hoạch năm 2023")
    paper.para(
        "Thực hiện Hướng dẫn số 09/HD-BTV ngày 25/01/2022 của Ban Thường vụ Hội LHPN tỉnh Hà Giang, Ban Thường vụ Hội "
        "LHPN huyện Bắc Mê báo cáo kết quả như sau:"
    )
    paper.head("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO")
    paper.para(
        "Hội LHPN huyện đã ban hành kế hoạch, giao chỉ tiêu cho 13 xã, thị trấn, hoàn thành trước ngày 28/02/2022."
    )
    paper.head("II. KẾT QUẢ VẬN ĐỘNG, SỬ DỤNG QUỸ")
    paper.para("Số liệu vận động đến ngày 15/12/2022 (ĐVT: nghìn đồng):")
    merged_table(
        paper,
        [
            ["TT", "Đơn vị", "Tổng số", "Chia ra", "", ""],
            ["", "", "", "Hội viên đóng góp", "Doanh nghiệp ủng hộ", "Khác"],
            ["1", "Xã Yên Phú", "32.500", "18.000", "12.000", "2.500"],
            ["2", "Xã Minh Sơn", "21.400", "15.400", "6.000", ""],
            ["3", "Thị trấn Yên Cường", "27.000", "14.000", "10.000", "3.000"],
            ["", "Cộng", "80.900", "47.400", "28.000", "5.500"],
        ],
        [1.2, 5, 2.6, 2.8, 2.8, 2],
        [((0, 3), (0, 5)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (1, 2))],
        bold=(0, 1, 5),
    )
    paper.paras(
        "- Cho 26 hội viên vay không lãi, mức vay 2.000.000 đồng/người.",
        "- Tồn quỹ chuyển sang năm sau 28,9 triệu đồng.",
    )
    paper.head("III. KẾ HOẠCH NĂM 2023")
    paper.head("1. Chỉ tiêu")
    paper.paras("- Vận động thêm ít nhất 90 triệu đồng.", "- 100% hội viên vay vốn được tập huấn chăn nuôi.")
    paper.head("2. Nhiệm vụ")
    paper.paras(
        "- Kiểm tra việc sử dụng vốn tại 13 xã, thị trấn trong quý III/2023.",
        "- Hội LHPN các xã, thị trấn báo cáo số dư quỹ về Hội LHPN huyện trước ngày 10 hằng tháng.",
    )
    paper.signature(
        ["- Hội LHPN tỉnh;", "- TT Huyện ủy;", "- Lưu: VT."],
        ["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Phàn Thị Liều"],
    )
    paper.save(path)
