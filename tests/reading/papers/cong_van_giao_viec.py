"""People's committee of a province after the merger, 2025: a letter that gives each office its task."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "cong_van_giao_viec.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        [
            "ỦY BAN NHÂN DÂN",
            "TỈNH ĐỒNG THÁP",
            "Số: 1987/UBND-KGVX",
            "V/v tăng cường phòng, chống xâm hại trẻ em dịp nghỉ hè",
        ],
        [*STATE, "Đồng Tháp, ngày 21 tháng 7 năm 2025"],
    )
    paper.paras(
        "Kính gửi:",
        "- Các sở, ban, ngành tỉnh;",
        "- Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội;",
        "- Ủy ban nhân dân các xã, phường.",
        "Thực hiện Công điện số 112/CĐ-TTg ngày 15/7/2025 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh Đồng Tháp yêu "
        "cầu các đơn vị thực hiện các nhiệm vụ sau:",
    )
    paper.head("1. Sở Y tế")
    paper.paras(
        "- Chủ trì hướng dẫn quy trình tiếp nhận, can thiệp trường hợp trẻ em bị xâm hại.",
        "- Tổng hợp, tham mưu UBND tỉnh báo cáo Bộ Y tế theo quy định.",
    )
    paper.head("2. Công an tỉnh:", " Chỉ đạo công an cấp xã nắm tình hình, xử lý nghiêm các vụ việc.")
    paper.head("3. Đề nghị Hội LHPN tỉnh, Tỉnh đoàn")
    paper.paras(
        "- Phát huy 85 câu lạc bộ “Mẹ truyền con nối”, tư vấn kỹ năng cho phụ huynh.",
        "- Duy trì đường dây nóng tiếp nhận tin báo.",
    )
    paper.head("4. Ủy ban nhân dân các xã, phường")
    paper.paras(
        "- Rà soát trẻ em có nguy cơ; bố trí kinh phí hoạt động hè tối thiểu 20 triệu đồng/xã.",
        "- Gửi báo cáo kết quả về Sở Y tế (phòng Bảo trợ xã hội, email: treem@dongthap.example.vn) trước ngày "
        "31/8/2025.",
    )
    paper.para("Yêu cầu các đơn vị nghiêm túc thực hiện./.")
    paper.signature(
        ["- Như trên;", "- TT.TU, TT.HĐND tỉnh;", "- CT, các PCT UBND tỉnh;", "- Lưu: VT, KGVX (Hiền)."],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Bích Trâm"],
    )
    paper.save(path)
