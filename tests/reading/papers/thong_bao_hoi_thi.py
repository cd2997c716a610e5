"""Women's Union of a city, 2024: a notice of a contest; who may enter, prizes, where to send entries."""

from pathlib import Path

from .paper import Paper

NAME = "thong_bao_hoi_thi.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI LHPN THÀNH PHỐ HẢI PHÒNG", "BAN THƯỜNG VỤ", "Số: 24/TB-BTV"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Hải Phòng, ngày 08 tháng 4 năm 2024",
        ],
    )
    paper.title("THÔNG BÁO", "Về việc tổ chức Cuộc thi “Phụ nữ sáng tạo khởi nghiệp xanh” năm 2024")
    paper.para(
        "Thực hiện Kế hoạch số 18/KH-BTV ngày 26/02/2024 của Ban Thường vụ Hội LHPN thành phố Hải Phòng, Ban Thường vụ "
        "Hội LHPN thành phố thông báo tổ chức Cuộc thi như sau:"
    )
    paper.head("1. Đối tượng dự thi:", " Phụ nữ từ 18 tuổi trở lên đang sinh sống tại thành phố Hải Phòng.")
    paper.head("2. Nội dung")
    paper.paras(
        "- Vòng sơ khảo: chấm hồ sơ ý tưởng, hoàn thành trước ngày 30/6/2024.",
        "- Vòng chung kết: tổ chức trong tháng 8/2024 tại quận Hồng Bàng.",
    )
    paper.head("3. Cơ cấu giải thưởng")
    paper.paras(
        "- 01 giải Nhất: 10.000.000 đồng.",
        "- 02 giải Nhì: mỗi giải 7.000.000 đồng.",
        "- 05 giải Khuyến khích: 2.000.000 đồng/giải.",
    )
    paper.head("4. Hồ sơ và thời hạn")
    paper.para(
        "Hội LHPN các quận, huyện gửi danh sách và hồ sơ dự thi về Ban Hỗ trợ phụ nữ phát triển kinh tế, địa chỉ email "
        "khoinghiep@phunu.example.vn, trước ngày 31/5/2024."
    )
    paper.para("Đề nghị Hội LHPN các quận, huyện phổ biến rộng rãi đến hội viên, phụ nữ./.")
    paper.signature(
        ["- Trung ương Hội;", "- Hội LHPN các quận, huyện;", "- Lưu: VT, HTPNPTKT."],
        ["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Bùi Thị Ngà"],
    )
    paper.save(path)
