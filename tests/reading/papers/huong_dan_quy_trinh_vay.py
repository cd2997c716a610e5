"""Women's Union of a province, 2022: a guide to entrusted loans with limits and fees in a table without a number column."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "huong_dan_quy_trinh_vay.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "HỘI LHPN TỈNH QUẢNG BÌNH", "", "Số: 22/HD-HPN"],
        [*STATE, "Quảng Bình, ngày 18 tháng 3 năm 2022"],
    )
    paper.title("HƯỚNG DẪN", "Quy trình bình xét cho vay vốn khởi nghiệp đối với hội viên phụ nữ năm 2022")
    paper.para(
        "Căn cứ Văn bản thỏa thuận số 05/VBTT-HPN-NHCS ngày 11/02/2022 giữa Hội LHPN tỉnh và Chi nhánh Ngân hàng Chính "
        "sách xã hội tỉnh Quảng Bình; Hội LHPN tỉnh Quảng Bình hướng dẫn quy trình bình xét cho vay như sau:"
    )
    paper.head("A. QUY ĐỊNH CHUNG")
    paper.head("I. Đối tượng vay vốn")
    paper.para("Hội viên có ý tưởng khởi nghiệp, không có nợ quá hạn.")
    paper.head("II. Mức vay")
    paper.table(
        [
            ["Chương trình", "Mức vay", "Phí quản lý"],
            ["Hộ nghèo", "Tối đa 100 triệu đồng/hộ", "20.000 đồng/tháng"],
            ["Giải quyết việc làm", "Tối đa 100 triệu đồng/lao động", "30.000 đồng/tháng"],
        ],
        [6, 6, 4.5],
    )
    paper.head("B. QUY TRÌNH THỰC HIỆN")
    paper.paras(
        "1. Tổ Tiết kiệm và vay vốn họp bình xét công khai.",
        "2. Hội LHPN xã tổng hợp, trình UBND xã xác nhận trước ngày 20 của tháng.",
        "3. Ngân hàng giải ngân tại điểm giao dịch xã.",
    )
    paper.head("C. TỔ CHỨC THỰC HIỆN")
    paper.head("I. Hội LHPN tỉnh")
    paper.para("- Giao chỉ tiêu dư nợ cho 08 huyện, thị xã, thành phố; tổng nguồn vốn 15 tỷ 750 triệu đồng.")
    paper.head("II. Hội LHPN các huyện, thị xã, thành phố")
    paper.paras(
        "- Kiểm tra 100% xã, phường mỗi năm.",
        "- Báo cáo kết quả về Hội LHPN tỉnh (Ban Hỗ trợ phụ nữ phát triển kinh tế) trước ngày 05 tháng đầu quý sau.",
    )
    paper.signature(
        ["- NHCSXH tỉnh (phối hợp);", "- Hội LHPN các huyện, thị xã, thành phố;", "- Lưu: VT."],
        ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Diệp Thị Minh Quyết"],
    )
    paper.save(path)
