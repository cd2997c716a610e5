"""Women's Union of a merged province, 2025: a guide to norms of spending, with a table of rates, units and rules."""

from pathlib import Path

from .paper import Paper

NAME = "huong_dan_muc_chi.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG TRỊ", "BAN THƯỜNG VỤ HỘI LHPN TỈNH", "*", "Số: 14/HD-BTV"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Quảng Trị, ngày 03 tháng 11 năm 2025"],
    )
    paper.title(
        "HƯỚNG DẪN",
        "Nội dung, mức chi hoạt động của Tổ truyền thông cộng đồng",
        "thực hiện Dự án 8 năm 2026",
    )
    paper.paras(
        "Căn cứ Thông tư số 55/2023/TT-BTC ngày 15/8/2023 của Bộ Tài chính quy định quản lý, sử dụng kinh phí sự nghiệp "
        "các chương trình mục tiêu quốc gia;",
        "Căn cứ Nghị quyết số 21/2025/NQ-HĐND ngày 29/8/2025 của HĐND tỉnh Quảng Trị;",
        "Ban Thường vụ Hội LHPN tỉnh Quảng Trị hướng dẫn nội dung, mức chi như sau:",
    )
    paper.head("I. PHẠM VI, ĐỐI TƯỢNG ÁP DỤNG")
    paper.paras(
        "1. Phạm vi: 46 thôn đặc biệt khó khăn của các xã Hướng Phùng, Lìa, A Dơi.",
        "2. Đối tượng: Hội LHPN các xã được giao kinh phí và các tổ truyền thông cộng đồng.",
    )
    paper.head("II. NỘI DUNG VÀ MỨC CHI")
    paper.table(
        [
            ["TT", "Nội dung chi", "Đơn vị tính", "Mức chi (đồng)", "Căn cứ áp dụng"],
            ["I", "Tập huấn tổ truyền thông", "", "", ""],
            ["1", "Thù lao báo cáo viên cấp tỉnh", "người/buổi", "1.000.000", "Thông tư số 36/2018/TT-BTC"],
            ["2", "Hỗ trợ tiền ăn học viên", "người/ngày", "150.000", ""],
            ["3", "Nước uống giữa giờ", "người/buổi", "20.000", ""],
            ["II", "Sinh hoạt tổ truyền thông", "", "", ""],
            ["1", "Hỗ trợ thành lập tổ", "tổ", "2.000.000", "Chi một lần"],
            ["2", "In ấn tài liệu, pa nô", "tổ/năm", "Tối đa 3.500.000", "Theo hóa đơn"],
            ["3", "Bồi dưỡng người nói chuyện", "buổi", "200.000", ""],
        ],
        [1.2, 6, 2.5, 3, 4],
        bold=(0, 1, 5),
    )
    paper.head("III. LẬP DỰ TOÁN, THANH QUYẾT TOÁN KINH PHÍ")
    paper.paras(
        "- Chi hỗ trợ tiền tàu xe cho học viên ở xa: 50.000đ/người/lượt (tối đa 2 lượt).",
        "- Chứng từ thanh toán lưu tại đơn vị theo quy định hiện hành.",
    )
    paper.head("IV. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Văn phòng Hội LHPN tỉnh:", " Kiểm tra dự toán, tổng hợp quyết toán.")
    paper.head("2. Hội LHPN các xã")
    paper.paras(
        "- Lập dự toán chi tiết từng tổ, chi đúng mức quy định.",
        "- Gửi báo cáo quyết toán về Hội LHPN tỉnh (qua Văn phòng) trước ngày 15/12/2026.",
    )
    paper.para("Quá trình thực hiện có vướng mắc, phản ánh về Hội LHPN tỉnh để xem xét, điều chỉnh./.")
    paper.signature(
        ["- Sở Tài chính;", "- Hội LHPN các xã, phường, đặc khu;", "- Lưu: VP."],
        ["TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Hồ Thị Kăn Sương"],
    )
    paper.save(path)
