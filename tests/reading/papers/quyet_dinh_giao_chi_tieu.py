"""Social policy bank of a province, 2026: a decision that assigns credit and member quotas to communes."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "quyet_dinh_giao_chi_tieu.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI LIÊN HIỆP PHỤ NỮ", "TỈNH THANH HÓA", "-----", "Số: 27/QĐ-BTV"],
        [*STATE, "Thanh Hóa, ngày 16 tháng 01 năm 2026"],
    )
    paper.title(
        "QUYẾT ĐỊNH", "Về việc giao chỉ tiêu thi đua năm 2026 cho Hội LHPN các xã thuộc Cụm thi đua số 5"
    )
    paper.title("BAN THƯỜNG VỤ HỘI LIÊN HIỆP PHỤ NỮ TỈNH THANH HÓA")
    paper.paras(
        "Căn cứ Điều lệ Hội Liên hiệp Phụ nữ Việt Nam;",
        "Căn cứ Kế hoạch số 04/KH-BTV ngày 08/01/2026 của Ban Thường vụ Hội LHPN tỉnh về công tác Hội năm 2026;",
        "Theo đề nghị của Ban Xây dựng tổ chức Hội.",
    )
    paper.title("QUYẾT ĐỊNH:")
    paper.head("Điều 1.", " Giao chỉ tiêu thi đua năm 2026 cho 06 xã thuộc Cụm thi đua số 5 như sau:")
    paper.table(
        [
            ["STT", "Tên xã", "Hội viên mới", "Hộ thoát nghèo", "Mô hình kinh tế"],
            ["1", "Xã Mường Lát", "45", "12", "2"],
            ["2", "Xã Trung Lý", "30", "15", "1"],
            ["3", "Xã Quang Chiểu", "25", "8", "1"],
            ["4", "Xã Pù Nhi", "35", "10", "2"],
            ["5", "Xã Nhi Sơn", "20", "6", "1"],
            ["6", "Xã Tam Chung", "28", "9", "1"],
            ["", "Cộng", "183", "60", "8"],
        ],
        [1.2, 5, 3, 3, 3],
        bold=(0, 7),
    )
    paper.head(
        "Điều 2.",
        " Hội LHPN các xã căn cứ chỉ tiêu được giao, xây dựng kế hoạch và báo cáo kết quả 6 tháng, "
        "năm về Hội LHPN tỉnh (qua Ban Xây dựng tổ chức Hội) trước ngày 15/6 và ngày 30/11.",
    )
    paper.head(
        "Điều 3.",
        " Văn phòng, Ban Xây dựng tổ chức Hội và Hội LHPN các xã có tên tại Điều 1 chịu trách nhiệm "
        "thi hành Quyết định này.",
    )
    paper.signature(
        ["- Như Điều 3;", "- Lưu: VT, XDTC."],
        ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Hương"],
    )
    paper.save(path)
