"""People's committee of a highland district, 2023: a decision that shares out money by source, in millions."""

from pathlib import Path

from ._c import merged_table
from .paper import STATE, Paper

NAME = "quyet_dinh_phan_bo_du_an.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "HUYỆN TU MƠ RÔNG", "", "Số: 1042/QĐ-UBND"],
        [*STATE, "Tu Mơ Rông, ngày 27 tháng 6 năm 2023"],
    )
    paper.title(
        "QUYẾT ĐỊNH",
        "Về việc phân bổ kinh phí thực hiện Dự án 8 “Thực hiện bình đẳng giới và giải quyết những vấn đề cấp thiết đối "
        "với phụ nữ và trẻ em” năm 2023",
    )
    paper.title("ỦY BAN NHÂN DÂN HUYỆN TU MƠ RÔNG")
    paper.paras(
        "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;",
        "Căn cứ Thông tư số 15/2022/TT-BTC ngày 04/3/2022 của Bộ Tài chính;",
        "Căn cứ Quyết định số 292/QĐ-UBND ngày 12/6/2023 của UBND tỉnh Kon Tum về giao bổ sung dự toán;",
        "Theo đề nghị của Trưởng phòng Tài chính - Kế hoạch huyện.",
    )
    paper.title("QUYẾT ĐỊNH:")
    paper.head(
        "Điều 1.",
        " Phân bổ kinh phí thực hiện Dự án 8 năm 2023, tổng số 1.286,5 triệu đồng (bằng chữ: Một tỷ hai trăm tám mươi "
        "sáu triệu năm trăm nghìn đồng), cụ thể như sau:",
    )
    paper.para("Đơn vị tính: triệu đồng", italic=True)
    merged_table(
        paper,
        [
            ["TT", "Đơn vị", "Tổng số", "Trong đó", "", "Ghi chú"],
            ["", "", "", "Ngân sách trung ương", "Ngân sách địa phương", ""],
            ["I", "Cấp huyện", "420,5", "380", "40,5", ""],
            ["1", "Hội LHPN huyện", "300", "270", "30", ""],
            ["2", "Phòng Dân tộc", "120,5", "110", "10,5", "Truyền thông"],
            ["II", "Cấp xã", "866", "790", "76", ""],
            ["1", "Xã Đăk Hà", "286", "260", "26", ""],
            ["2", "Xã Tu Mơ Rông", "300", "275", "25", ""],
            ["3", "Xã Ngọk Yêu", "280", "255", "25", ""],
            ["", "Tổng cộng", "1.286,5", "1.170", "116,5", ""],
        ],
        [1.2, 5, 2.5, 3, 3, 2],
        [((0, 3), (0, 4)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 2), (1, 2)), ((0, 5), (1, 5))],
        bold=(0, 1, 2, 5, 9),
    )
    paper.head("Điều 2. Trách nhiệm của các đơn vị")
    paper.head(
        "1. Phòng Tài chính - Kế hoạch huyện:",
        " Thông báo bổ sung có mục tiêu cho ngân sách cấp xã; hướng dẫn thanh, quyết toán.",
    )
    paper.head("2. Các đơn vị được phân bổ kinh phí")
    paper.paras(
        "- Sử dụng kinh phí đúng mục đích, đúng đối tượng.",
        "- Báo cáo kết quả giải ngân về Phòng Dân tộc trước ngày 25 hằng tháng.",
    )
    paper.head(
        "Điều 3.",
        " Chánh Văn phòng HĐND và UBND huyện; Trưởng phòng Tài chính - Kế hoạch; Trưởng phòng Dân tộc; Giám đốc Kho bạc "
        "Nhà nước huyện; Chủ tịch Hội LHPN huyện; Chủ tịch UBND các xã có tên tại Điều 1 chịu trách nhiệm thi hành Quyết "
        "định này kể từ ngày ký./.",
    )
    paper.signature(
        ["- Như Điều 3;", "- Ban Dân tộc tỉnh;", "- TT HĐND huyện;", "- Lưu: VT, TCKH."],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "A Lưới"],
    )
    paper.save(path)
