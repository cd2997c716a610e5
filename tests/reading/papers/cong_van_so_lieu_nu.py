"""Provincial Women's Union, 2024: a letter of numbered requests with a date and an address for the answers."""

from pathlib import Path

from .paper import Paper

NAME = "cong_van_so_lieu_nu.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        [
            "HỘI LHPN TỈNH NINH THUẬN",
            "BAN THƯỜNG VỤ",
            "***",
            "Số: 655/BTV-TCCB",
            "V/v rà soát số liệu cán bộ nữ và giới thiệu nguồn quy hoạch",
        ],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Ninh Thuận, ngày 04 tháng 3 năm 2024"],
    )
    paper.paras(
        "Kính gửi: Ban Thường vụ Hội LHPN các huyện, thành phố.",
        "Thực hiện Công văn số 5512/ĐCT-TC ngày 19/02/2024 của Đoàn Chủ tịch Hội LHPN Việt Nam về việc rà soát số liệu "
        "cán bộ nữ, Ban Thường vụ Hội LHPN tỉnh đề nghị Ban Thường vụ Hội LHPN các huyện, thành phố thực hiện một số "
        "nội dung sau:",
        "1. Rà soát, tổng hợp số liệu nữ tham gia cấp ủy, đại biểu HĐND ba cấp (theo biểu mẫu 01 đính kèm).",
        "2. Giới thiệu mỗi huyện 03 cán bộ nữ tiêu biểu vào nguồn quy hoạch, ưu tiên nữ người Chăm, Raglai.",
        "3. Phối hợp với Ban Tổ chức Huyện ủy thẩm định hồ sơ trước khi gửi về tỉnh, hoàn thành trong tháng 3/2024.",
        "Báo cáo kết quả và biểu mẫu gửi về Ban Thường vụ Hội LHPN tỉnh (qua Ban Tổ chức - Cán bộ, email: "
        "bantochuc@phunu.example.vn) trước ngày 29/3/2024.",
        "Nhận được Công văn này, đề nghị các đơn vị quan tâm thực hiện đúng thời gian quy định./.",
    )
    paper.signature(
        ["- Như trên;", "- Thường trực Hội LHPN tỉnh;", "- Lưu: VT, TCCB."],
        ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Chamaléa Thị Thủy"],
    )
    paper.save(path)
