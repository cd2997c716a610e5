"""Hội LHPN huyện on credit: a sum that is off and two spans of time, quotas by other words, two bases of one issuer."""

from ..model import (
    Letterhead,
    Plan,
    base,
    fault,
    item,
    para,
    quotas,
    report,
    section,
    target,
    total,
    unit,
    when,
)

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Nâng cao chất lượng hoạt động ủy thác vốn vay Ngân hàng Chính sách xã hội", "năm 2024"),
    issuer="Ban Thường vụ Hội LHPN huyện Lạng Giang",
    programme=None,
    period=("2024-04-01", "2025-03-31"),
    letterhead=Letterhead(
        ("HỘI LHPN TỈNH BẮC GIANG", "BAN THƯỜNG VỤ HỘI LHPN HUYỆN LẠNG GIANG"),
        "26/KH-BTV",
        "Lạng Giang, ngày 19 tháng 3 năm 2024",
    ),
    number="26/KH-BTV",
    issued_on="2024-03-19",
    findings=(fault("period_conflict"),),
    opening=(
        para(
            "Thực hiện Chỉ thị số 40-CT/TW ngày 22/11/2014, Kết luận số 06-KL/TW ngày 10/6/2021 của Ban Bí thư về tín dụng chính sách xã hội; Văn bản liên tịch số 02/VBLT-NHCSXH-HLHPN ngày 15/01/2020 giữa Phòng giao dịch Ngân hàng Chính sách xã hội huyện và Hội LHPN huyện;",
            base("40-CT/TW", "Chỉ thị", "2014-11-22", "Ban Bí thư"),
            base("06-KL/TW", "Kết luận", "2021-06-10", "Ban Bí thư"),
            base(
                "02/VBLT-NHCSXH-HLHPN",
                "Văn bản liên tịch",
                "2020-01-15",
                "Phòng giao dịch Ngân hàng Chính sách xã hội huyện và Hội LHPN huyện",
            ),
        ),
        para("Ban Thường vụ Hội LHPN huyện Lạng Giang xây dựng Kế hoạch như sau:"),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            item("Vốn đến đúng người cần, sử dụng đúng mục đích."),
            item("Cán bộ Hội nắm chắc từng tổ, từng hộ vay."),
            role="purpose",
        ),
        section("THỜI GIAN THỰC HIỆN", para("Từ tháng 4/2024 đến hết tháng 3/2025."), role="other"),
        section(
            "CHỈ TIÊU",
            item("Tỷ lệ nợ quá hạn dưới 0,1%.", target(0.1, "%", "<"), mark="1"),
            item("100% tổ tiết kiệm và vay vốn xếp loại tốt, khá.", target(100, "%"), mark="1"),
            item(
                "Mỗi tổ có tối thiểu 95% thành viên gửi tiết kiệm hằng tháng.",
                target(95, "%", ">=", "Mỗi tổ"),
                mark="1",
            ),
            role="targets",
        ),
        section(
            "NỘI DUNG",
            section(
                "Tuyên truyền, tập huấn",
                item("Tập huấn ghi chép sổ sách cho tổ trưởng tại 02 cụm xã."),
                item("In 3.000 tờ rơi về lãi suất, thời hạn vay."),
            ),
            section(
                "Củng cố tổ tiết kiệm và vay vốn",
                item("Sáp nhập tổ dưới 30 thành viên; thay tổ trưởng không đủ năng lực."),
                item(
                    "Hội LHPN xã Nghĩa Hưng, Hội LHPN xã Hương Sơn phối hợp với Phòng giao dịch Ngân hàng Chính sách xã hội huyện đối chiếu nợ xong trước ngày 30/6/2024.",
                    lead=("Hội LHPN xã Nghĩa Hưng", "Hội LHPN xã Hương Sơn"),
                    partners="Phòng giao dịch Ngân hàng Chính sách xã hội huyện",
                    at=when("trước ngày 30/6/2024", None, "2024-06-30"),
                ),
            ),
            role="content",
        ),
        section(
            "PHÂN BỔ TỔ ĐIỂM",
            quotas(
                ("Số TT", "Tên đơn vị", "Số tổ xây dựng điểm", "Ghi chú"),
                ("Hội LHPN xã Nghĩa Hưng", 3, ""),
                ("Hội LHPN xã Hương Sơn", 2, ""),
                ("Hội LHPN xã Quang Thịnh", 2, "Có hộ dân tộc Nùng"),
                ("Hội LHPN thị trấn Vôi", 1, ""),
                of="Số tổ xây dựng điểm",
                total="Tổng số",
            ),
            role="scope",
        ),
        section(
            "KINH PHÍ",
            para("Tổng kinh phí 45.000.000 đồng, gồm:", total(45_000_000), fault("total_mismatch")),
            item("Tập huấn: 24.000.000 đồng;", total(24_000_000)),
            item("In tờ rơi: 6.000.000 đồng;", total(6_000_000)),
            item("Kiểm tra, khen thưởng: 12.000.000 đồng.", total(12_000_000)),
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit("Thường trực Hội LHPN huyện", "Kiểm tra 100% cơ sở Hội; phân công cán bộ dự giao dịch xã."),
            unit(
                "Hội LHPN các xã, thị trấn",
                item("Họp giao ban tổ trưởng đúng lịch; đôn đốc thu lãi, thu tiết kiệm."),
                item(
                    "Báo cáo tháng về Hội LHPN huyện tại hội nghị giao ban; báo cáo năm trước ngày 10/12/2024.",
                    report("monthly", None, "Hội LHPN huyện", "hội nghị giao ban"),
                    report("annual", "2024-12-10"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(para("Trên đây là Kế hoạch của Ban Thường vụ Hội LHPN huyện Lạng Giang./."),),
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Giáp Thị Nhâm"),
    recipients=("Hội LHPN tỉnh", "PGD NHCSXH huyện (p/h)", "Hội LHPN các xã, thị trấn", "Lưu: VT, KT"),
    places=("huyện Lạng Giang", "xã Nghĩa Hưng", "xã Hương Sơn", "xã Quang Thịnh", "thị trấn Vôi"),
)
