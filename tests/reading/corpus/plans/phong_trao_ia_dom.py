"""Hội LHPN xã of the two-level model, plain and short: sections by 1., units by letters, everything on one level."""

from ..model import Letterhead, Plan, Style, base, item, para, report, section, target, total, unit, when

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Tổ chức các hoạt động kỷ niệm ngày Quốc tế Phụ nữ 8/3", "và tuần lễ Áo dài năm 2026"),
    issuer="Ban Thường vụ Hội LHPN xã Ia Dom",
    programme=None,
    period=("2026-01-01", "2026-12-31"),
    letterhead=Letterhead(
        ("HỘI LHPN TỈNH GIA LAI", "BTV HỘI LHPN XÃ IA DOM"), "05/KH-BTV", "Ia Dom, ngày 10 tháng 02 năm 2026"
    ),
    number="05/KH-BTV",
    issued_on="2026-02-10",
    style=Style(scheme="1. a) - a)"),
    opening=(
        para(
            "Thực hiện Công văn số 88/BTV-VP ngày 02/02/2026 của Ban Thường vụ Hội LHPN tỉnh Gia Lai về tổ chức các hoạt động dịp 8/3, Ban Thường vụ Hội LHPN xã Ia Dom xây dựng kế hoạch như sau:",
            base("88/BTV-VP", "Công văn", "2026-02-02", "Ban Thường vụ Hội LHPN tỉnh Gia Lai"),
        ),
    ),
    sections=(
        section(
            "Mục đích, yêu cầu",
            item("Ôn lại truyền thống, tạo khí thế thi đua trong hội viên."),
            item("Tiết kiệm, an toàn, có ý nghĩa với từng chi hội."),
            role="purpose",
        ),
        section(
            "Chỉ tiêu",
            item("100% chi hội tổ chức sinh hoạt chuyên đề.", target(100, "%")),
            item(
                "Vận động tối thiểu 15 phần quà cho phụ nữ làng đặc biệt khó khăn.",
                target(15, "phần quà", ">="),
            ),
            role="targets",
        ),
        section(
            "Nội dung hoạt động",
            item(
                "Mít tinh kỷ niệm tại nhà rông làng Mook Trêl, sáng ngày 07/3/2026.",
                at=when("sáng ngày 07/3/2026", "2026-03-07"),
            ),
            item("Thi nấu ăn, dệt thổ cẩm giữa các chi hội."),
            item(
                "Chi hội các làng phối hợp với Đồn Biên phòng cửa khẩu quốc tế Lệ Thanh tặng quà, khám bệnh cho phụ nữ nghèo.",
                lead="Chi hội các làng",
                partners="Đồn Biên phòng cửa khẩu quốc tế Lệ Thanh",
            ),
            item(
                "Phát động mặc áo dài, trang phục truyền thống từ ngày 01/3 đến ngày 08/3/2026.",
                at=when("từ ngày 01/3 đến ngày 08/3/2026", "2026-03-01", "2026-03-08"),
            ),
            role="content",
        ),
        section(
            "Kinh phí",
            para(
                "Trích từ quỹ Hội 6.000.000 đồng và nguồn ủng hộ của các mạnh thường quân.", total(6_000_000)
            ),
            role="budget",
        ),
        section(
            "Tổ chức thực hiện",
            unit("Thường trực Hội", "Chuẩn bị chương trình, khách mời, khen thưởng."),
            unit(
                "Các chi hội",
                item("Tuyên truyền, vận động hội viên tham gia đông đủ."),
                item(
                    "Gửi báo cáo kết quả (kèm ảnh) về Thường trực Hội trước ngày 15/3/2026.",
                    report("once", "2026-03-15", "Thường trực Hội"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Trên đây là kế hoạch tổ chức các hoạt động kỷ niệm 8/3 năm 2026 của Ban Thường vụ Hội LHPN xã Ia Dom./."
        ),
    ),
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Rơ Mah H’Lan"),
    recipients=("Hội LHPN tỉnh", "Đảng ủy, UBND xã", "Các chi hội", "Lưu"),
    places=("xã Ia Dom", "tỉnh Gia Lai", "làng Mook Trêl"),
)
