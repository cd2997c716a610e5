"""People's committee of a commune, 2026: a decision that approves a support plan within its articles."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "quyet_dinh_phe_duyet.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "XÃ BÌNH AN", "", "Số: 733/QĐ-UBND"],
        [*STATE, "Bình An, ngày 14 tháng 4 năm 2026"],
    )
    paper.title("QUYẾT ĐỊNH", "Phê duyệt Phương án hỗ trợ nhà ở cho phụ nữ đơn thân nghèo năm 2026")
    paper.title("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BÌNH AN")
    paper.paras(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
        "Căn cứ Nghị quyết số 12/NQ-HĐND ngày 30/3/2026 của HĐND xã Bình An về nhiệm vụ quý II năm 2026;",
        "Xét Tờ trình số 21/TTr-HPN ngày 08/4/2026 của Hội LHPN xã;",
        "Theo đề nghị của Trưởng phòng Kinh tế xã.",
    )
    paper.title("QUYẾT ĐỊNH:")
    paper.head(
        "Điều 1.",
        " Phê duyệt Phương án hỗ trợ nhà ở cho phụ nữ đơn thân nghèo năm 2026 với các nội dung sau:",
    )
    paper.head("1. Mục tiêu")
    paper.paras(
        "- Xây mới 05 căn nhà, sửa chữa 08 căn nhà trước ngày 30/11/2026.",
        "- 100% hộ được giám sát cộng đồng.",
    )
    paper.head("2. Nội dung thực hiện")
    paper.paras(
        "- Họp thôn bình xét công khai đối tượng trong tháng 5/2026.",
        "- Hội LHPN xã vận động ngày công, vật liệu.",
    )
    paper.head("3. Kinh phí thực hiện")
    paper.para("Tổng kinh phí: 530.000.000 đồng (bằng chữ: Năm trăm ba mươi triệu đồng), trong đó:")
    paper.paras(
        "- Xây mới: 5 căn x 70.000.000 đồng/căn = 350.000.000 đồng.",
        "- Sửa chữa: 8 căn x 20.000.000 đồng/căn = 160.000.000 đồng.",
        "- Quản lý, giám sát: 20.000.000 đồng.",
    )
    paper.head("Điều 2. Tổ chức thực hiện")
    paper.head("1. Phòng Kinh tế:", " Quản lý, thanh quyết toán kinh phí.")
    paper.head(
        "2. Đề nghị Hội LHPN xã:", " Chủ trì vận động; báo cáo tiến độ về UBND xã trước ngày 25 hằng tháng."
    )
    paper.head("Điều 3.", " Quyết định này có hiệu lực kể từ ngày ký.")
    paper.para(
        "Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Kinh tế, Chủ tịch Hội LHPN xã và các đơn vị liên quan chịu trách "
        "nhiệm thi hành Quyết định này./."
    )
    paper.signature(
        ["- Như Điều 3;", "- Đảng ủy, HĐND xã;", "- Lưu: VT."],
        ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Huỳnh Thị Mỹ Dung"],
    )
    paper.save(path)
