"""MTTQ of a city under the two-level model: houses shared out among xã and phường, a rate and its sum in prose."""

from ..model import Letterhead, Plan, base, item, para, quotas, rate, report, section, target, total, unit

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=(
        "Vận động xây dựng nhà Đại đoàn kết cho phụ nữ nghèo làm chủ hộ",
        "trên địa bàn thành phố Cần Thơ năm 2026",
    ),
    issuer="Ban Thường trực Ủy ban MTTQ Việt Nam thành phố Cần Thơ",
    programme=None,
    period=("2026-01-01", "2026-12-31"),
    letterhead=Letterhead(
        ("ỦY BAN MTTQ VIỆT NAM", "THÀNH PHỐ CẦN THƠ", "BAN THƯỜNG TRỰC"),
        "66/KH-MTTQ-BTT",
        "Cần Thơ, ngày 16 tháng 3 năm 2026",
    ),
    number="66/KH-MTTQ-BTT",
    issued_on="2026-03-16",
    opening=(
        para(
            "Căn cứ Quyết định số 1180/QĐ-UBND ngày 02 tháng 3 năm 2026 của UBND thành phố Cần Thơ, Ban Thường trực Ủy ban MTTQ Việt Nam thành phố Cần Thơ ban hành Kế hoạch vận động xây dựng nhà Đại đoàn kết cho phụ nữ nghèo làm chủ hộ năm 2026:",
            base("1180/QĐ-UBND", "Quyết định", "2026-03-02", "UBND thành phố Cần Thơ"),
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH",
            para("Giúp phụ nữ nghèo làm chủ hộ có nhà ở an toàn trước mùa mưa bão."),
            role="purpose",
        ),
        section(
            "ĐỐI TƯỢNG VÀ CHỈ TIÊU GIAO",
            section(
                "Đối tượng", para("Hộ nghèo, hộ cận nghèo do phụ nữ làm chủ hộ, chưa được hỗ trợ nhà ở.")
            ),
            section(
                "Chỉ tiêu giao",
                para(
                    "Toàn thành phố xây mới ít nhất 24 căn nhà, giao cho các địa phương như sau:",
                    target(24, "căn nhà", ">="),
                ),
                quotas(
                    ("STT", "Địa phương", "Số căn", "Ghi chú"),
                    ("Xã Hòa An", 6, ""),
                    ("Xã Phương Bình", 5, "Có 02 hộ Khmer"),
                    ("Xã Long Phú", 5, ""),
                    ("Xã Lai Hòa", 4, "Vùng ven biển"),
                    ("Phường Long Mỹ", 4, ""),
                    of="Số căn",
                    total="Cộng",
                ),
            ),
            role="scope",
        ),
        section(
            "NỘI DUNG THỰC HIỆN",
            item("Rà soát, lập hồ sơ từng hộ; niêm yết công khai tại trụ sở ấp, khu vực."),
            item(
                "Hội LHPN thành phố chủ trì vận động ngày công, vật liệu; phối hợp với Hội Cựu chiến binh thành phố giám sát chất lượng.",
                lead="Hội LHPN thành phố",
                partners="Hội Cựu chiến binh thành phố",
            ),
            item("Bàn giao nhà gắn với Ngày hội Đại đoàn kết toàn dân tộc (18/11)."),
            role="content",
        ),
        section(
            "NGUỒN LỰC",
            para(
                "Mức hỗ trợ 80 triệu đồng/căn, tổng kinh phí 24 căn là 1.920.000.000 đồng (Một tỷ chín trăm hai mươi triệu đồng).",
                rate(80_000_000, "căn", 24),
                total(1_920_000_000, 24),
            ),
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit("Ban Phong trào", "Là bộ phận thường trực, theo dõi tiến độ, tham mưu phân bổ kinh phí."),
            unit(
                "Đề nghị Hội LHPN, Hội Nông dân, Hội Cựu chiến binh thành phố",
                "Vận động hội viên ủng hộ; giúp ngày công khi hộ khởi công.",
                units=("Hội LHPN thành phố", "Hội Nông dân thành phố", "Hội Cựu chiến binh thành phố"),
            ),
            unit(
                "Ủy ban MTTQ Việt Nam các xã, phường",
                item("Chọn đúng đối tượng, thành lập tổ giúp việc."),
                item(
                    "Định kỳ ngày 25 hằng tháng báo cáo tiến độ về Ban Thường trực (qua Ban Phong trào).",
                    report("monthly", "ngày 25 hằng tháng", "Ban Thường trực", "Ban Phong trào"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(para("Đề nghị các đơn vị phối hợp triển khai thực hiện./."),),
    signature=("TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Thạch Sa Rương"),
    recipients=(
        "Thường trực Thành ủy (b/c)",
        "Hội LHPN, Hội Nông dân, Hội Cựu chiến binh thành phố",
        "Ủy ban MTTQ Việt Nam các xã, phường",
        "Lưu: VT, BPT",
    ),
    places=(
        "thành phố Cần Thơ",
        "xã Hòa An",
        "xã Phương Bình",
        "xã Long Phú",
        "xã Lai Hòa",
        "phường Long Mỹ",
    ),
)
