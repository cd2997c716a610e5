"""Two bodies of a commune, 2026: minutes of a joint meeting in Word, with tasks shared out."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "bien_ban_lien_tich.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN MTTQ VIỆT NAM XÃ MƯỜNG LAY", "HỘI LHPN - HỘI NÔNG DÂN XÃ", "-----"],
        [*STATE, "Mường Lay, ngày 26 tháng 2 năm 2026"],
    )
    paper.title("BIÊN BẢN", "Hội nghị liên tịch bàn việc bảo vệ tổ tiết kiệm và vay vốn")
    paper.para("Hôm nay, hồi 8 giờ 00 ngày 26/02/2026, tại Nhà văn hóa xã Mường Lay, chúng tôi gồm:")
    paper.head("I. THÀNH PHẦN")
    paper.paras(
        "1. Bà Lò Thị Ánh - Chủ tịch Hội LHPN xã: Chủ trì;",
        "2. Ông Vàng A Tủa - Chủ tịch Hội Nông dân xã: Đồng chủ trì;",
        "3. 18 tổ trưởng tổ tiết kiệm và vay vốn.",
    )
    paper.head("II. NỘI DUNG")
    paper.head("1. Tình hình hoạt động của các tổ")
    paper.paras(
        "- Tổng dư nợ hai hội quản lý 21 tỷ 340 triệu đồng; nợ quá hạn 12,5 triệu đồng.",
        "- Tổ bản Hua Nậm Cản nộp báo cáo tháng chậm.",
    )
    paper.head("2. Ý kiến các đại biểu")
    paper.para("- Đề nghị tập huấn lại cách ghi sổ cho 06 tổ trưởng mới.")
    paper.head("III. HỘI NGHỊ THỐNG NHẤT")
    paper.paras(
        "- Hội LHPN xã chủ trì tập huấn 01 lớp cho tổ trưởng trong tháng 3/2026.",
        "- Hội Nông dân xã đôn đốc thu hồi nợ quá hạn, xong trước ngày 30/4/2026.",
        "- Các tổ nộp báo cáo về hai hội trước ngày 05 hằng tháng.",
    )
    paper.para("Biên bản lập xong hồi 10 giờ 30 cùng ngày, lập thành 03 bản, các bên giữ 01 bản./.")
    paper.signature(
        [],
        ["ĐẠI DIỆN HỘI NÔNG DÂN", "CHỦ TỊCH", "Vàng A Tủa"],
        ["ĐẠI DIỆN HỘI LHPN", "CHỦ TỊCH", "Lò Thị Ánh"],
    )
    paper.save(path)
