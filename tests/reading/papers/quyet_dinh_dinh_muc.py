"""People's committee of a commune, 2026: a decision on norms of support, with rates in a table and three articles."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "quyet_dinh_dinh_muc.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP", "-------", "Số: 412/QĐ-UBND"],
        [*STATE, "Tân Lập, ngày 03 tháng 3 năm 2026"],
    )
    paper.title(
        "QUYẾT ĐỊNH", "Về việc quy định một số mức chi hỗ trợ hoạt động của Ban Vì sự tiến bộ phụ nữ xã"
    )
    paper.title("ỦY BAN NHÂN DÂN XÃ TÂN LẬP")
    paper.paras(
        "Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15 ngày 25/6/2025;",
        "Căn cứ Thông tư số 191/2009/TT-BTC ngày 01/10/2009 của Bộ Tài chính;",
        "Xét đề nghị của Phòng Kinh tế xã tại Tờ trình số 33/TTr-KT ngày 24/02/2026.",
    )
    paper.title("QUYẾT ĐỊNH:")
    paper.head("Điều 1. Quy định mức chi")
    paper.table(
        [
            ["TT", "Nội dung chi", "ĐVT", "Định mức (1.000đ)"],
            ["1", "Chi họp Ban định kỳ", "người/buổi", "70"],
            ["2", "Chi báo cáo viên tại thôn", "buổi", "250"],
            ["3", "Hỗ trợ câu lạc bộ bình đẳng giới", "CLB/năm", "1.800"],
        ],
        [1.2, 8, 3, 3.5],
    )
    paper.para("Mức khen thưởng cuối năm tối đa 1.000.000 đồng/tập thể.")
    paper.head("Điều 2. Nguồn kinh phí")
    paper.para(
        "Trong dự toán ngân sách xã năm 2026 đã giao: 48.600.000 đồng (Bốn mươi tám triệu sáu trăm nghìn đồng)."
    )
    paper.head(
        "Điều 3.",
        " Chánh Văn phòng HĐND - UBND xã, Trưởng phòng Kinh tế, Trưởng Ban Vì sự tiến bộ phụ nữ xã chịu trách nhiệm thi "
        "hành Quyết định này kể từ ngày ký./.",
    )
    paper.signature(
        ["- Như Điều 3;", "- Kho bạc Nhà nước khu vực;", "- Lưu: VT, KT."],
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Bàn Văn Khé"],
    )
    paper.save(path)
