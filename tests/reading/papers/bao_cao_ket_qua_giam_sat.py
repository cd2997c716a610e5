"""Fatherland Front committee of a ward, 2026: a report on supervision, with findings and requests to units."""

from pathlib import Path

from .paper import Paper

NAME = "bao_cao_ket_qua_giam_sat.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI LHPN PHƯỜNG THUẬN HÓA", "ĐOÀN GIÁM SÁT", "", "Số: 02/BC-ĐGS"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Thuận Hóa, ngày 30 tháng 6 năm 2026",
        ],
    )
    paper.title(
        "BÁO CÁO", "Kết quả giám sát việc thực hiện chế độ thai sản đối với lao động nữ tại doanh nghiệp"
    )
    paper.para(
        "Thực hiện Kế hoạch số 11/KH-HPN ngày 05/3/2026 của Hội LHPN phường Thuận Hóa, Đoàn giám sát báo cáo kết quả như "
        "sau:"
    )
    paper.head("I. KHÁI QUÁT CHUNG")
    paper.head(
        "1. Thời gian, đối tượng giám sát:", " Từ ngày 10/4/2026 đến ngày 15/5/2026, tại 04 doanh nghiệp."
    )
    paper.head("2. Nội dung giám sát")
    paper.paras("- Việc ký hợp đồng lao động với lao động nữ.", "- Việc chi trả trợ cấp thai sản.")
    paper.head("II. KẾT QUẢ GIÁM SÁT")
    paper.head("1. Những mặt đạt được")
    paper.paras(
        "- 312/340 lao động nữ được ký hợp đồng từ 12 tháng trở lên.",
        "- Chi trả trợ cấp thai sản 1.286,5 triệu đồng cho 47 lao động; tặng thêm 500.000 đồng/người.",
    )
    paper.head("2. Tồn tại, hạn chế")
    paper.para("- Công ty Dệt may Hương Giang báo cáo số liệu chậm, đến ngày 20/5/2026 mới gửi.")
    paper.head("III. KIẾN NGHỊ")
    paper.head("1. Đối với UBND phường")
    paper.para("- Chỉ đạo kiểm tra việc đóng bảo hiểm xã hội.")
    paper.head("2. Đối với các doanh nghiệp")
    paper.para("- Bố trí phòng vắt, trữ sữa trước ngày 30/9/2026.")
    paper.para("Trên đây là Báo cáo kết quả giám sát của Đoàn giám sát Hội LHPN phường Thuận Hóa./.")
    paper.signature(
        ["- TT Đảng ủy phường;", "- UBND phường;", "- 04 doanh nghiệp;", "- Lưu: VT."],
        ["TM. ĐOÀN GIÁM SÁT", "TRƯỞNG ĐOÀN", "Hồ Thị Tố Nga"],
    )
    paper.save(path)
