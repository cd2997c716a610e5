"""Hội LHPN quận: four levels of numbers, ordinals and versions that count nothing, a target for each unit, a yearly day."""

from ..model import Letterhead, Plan, base, cap, item, para, rate, report, section, target, total, unit, when

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Thực hiện Đề án “Tạo nguồn cán bộ nữ từ phong trào phụ nữ”", "quận Ninh Kiều năm 2024"),
    issuer="Ban Thường vụ Hội LHPN quận Ninh Kiều",
    programme="Đề án Tạo nguồn cán bộ nữ từ phong trào phụ nữ",
    period=("2024-01-01", "2024-12-31"),
    letterhead=Letterhead(
        ("HỘI LHPN THÀNH PHỐ CẦN THƠ", "BAN THƯỜNG VỤ HỘI LHPN QUẬN NINH KIỀU"),
        "19/KH-BTV",
        "Ninh Kiều, ngày 08 tháng 4 năm 2024",
    ),
    number="19/KH-BTV",
    issued_on="2024-04-08",
    opening=(
        para(
            "Căn cứ Nghị quyết số 11-NQ/TW ngày 27/4/2007 của Bộ Chính trị về công tác phụ nữ thời kỳ đẩy mạnh công nghiệp hóa, hiện đại hóa đất nước;",
            base("11-NQ/TW", "Nghị quyết", "2007-04-27", "Bộ Chính trị"),
        ),
        para(
            "Thực hiện Đề án số 02-ĐA/BTV ngày 19/02/2024 của Ban Thường vụ Hội LHPN thành phố Cần Thơ, Ban Thường vụ Hội LHPN quận Ninh Kiều xây dựng Kế hoạch như sau:",
            base("02-ĐA/BTV", "Đề án", "2024-02-19", "Ban Thường vụ Hội LHPN thành phố Cần Thơ"),
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            item("Phát hiện sớm, bồi dưỡng, giới thiệu phụ nữ có triển vọng cho cấp ủy.", mark="1"),
            item("Công khai, đúng quy trình, có tính kế thừa.", mark="1"),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU ĐẾN CUỐI NĂM",
            item(
                "Mỗi phường giới thiệu từ 03 hội viên nòng cốt trở lên vào nguồn quy hoạch.",
                target(3, "hội viên nòng cốt", ">=", "Mỗi phường"),
            ),
            item("Tổ chức 02 buổi tọa đàm về kỹ năng lãnh đạo.", target(2, "buổi tọa đàm")),
            item("100% chi hội trưởng sử dụng thành thạo phần mềm quản lý hội viên 2.0.", target(100, "%")),
            item("Bồi dưỡng không quá 120 lượt cán bộ trong một đợt.", target(120, "lượt cán bộ", "<=")),
            role="targets",
        ),
        section(
            "NỘI DUNG TRỌNG TÂM",
            section(
                "Phát hiện, tạo nguồn",
                section(
                    "Ở chi hội, tổ phụ nữ",
                    item("Lập sổ theo dõi hội viên tích cực; phân công hội viên kèm cặp."),
                    item(
                        "Tổ chức Ngày hội “Phụ nữ tài năng” lần thứ 3 tại phường Cái Khế trong tháng 10/2024.",
                        at=when("trong tháng 10/2024", "2024-10"),
                    ),
                ),
                section(
                    "Ở trường học, doanh nghiệp",
                    item(
                        "Hội LHPN phường Xuân Khánh phối hợp với Đoàn Trường Đại học Cần Thơ mở diễn đàn nữ sinh viên.",
                        lead="Hội LHPN phường Xuân Khánh",
                        partners="Đoàn Trường Đại học Cần Thơ",
                    ),
                    item("Kết nạp hội viên là nữ công nhân, nữ chủ doanh nghiệp nhỏ."),
                ),
            ),
            section(
                "Bồi dưỡng",
                item(
                    "Mở lớp kỹ năng ứng cử:",
                    item(
                        "Thù lao báo cáo viên: 1.000.000 đồng/buổi x 4 buổi = 4.000.000 đồng.",
                        rate(1_000_000, "buổi", 4),
                        total(4_000_000, 4),
                    ),
                    item(
                        "Tiền nước cho học viên không quá 40.000 đồng/người/ngày.", cap(40_000, "người/ngày")
                    ),
                ),
                item("Cử cán bộ dự các lớp do Thành phố tổ chức theo Hướng dẫn 07."),
            ),
            role="content",
        ),
        section(
            "KINH PHÍ",
            item("Ngân sách quận: 60 triệu đồng.", total(60_000_000)),
            item("Nguồn vận động: 1,2 tỷ đồng cho cả nhiệm kỳ.", total(1_200_000_000)),
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Ban Thường vụ Hội LHPN quận",
                "Ban hành hướng dẫn, kiểm tra, sơ kết vào cuối năm.",
                "Giới thiệu nguồn cho Quận ủy khi có yêu cầu.",
            ),
            unit(
                "Hội LHPN các phường",
                item("Xây dựng kế hoạch, rà soát nguồn tại từng khu vực."),
                item(
                    "Báo cáo kết quả hằng năm trước ngày 15 tháng 11 về Ban Thường vụ Hội LHPN quận.",
                    report("annual", "--11-15", "Ban Thường vụ Hội LHPN quận"),
                ),
                item("Thường xuyên báo cáo những trường hợp nguồn có biến động.", report("unspecified")),
            ),
            unit(
                "Đề nghị Ban Tổ chức Quận ủy và Phòng Nội vụ quận",
                "Hướng dẫn tiêu chuẩn, quy trình quy hoạch.",
                units=("Ban Tổ chức Quận ủy", "Phòng Nội vụ quận"),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Trên đây là Kế hoạch thực hiện Đề án năm 2024, yêu cầu Hội LHPN các phường nghiêm túc thực hiện./."
        ),
    ),
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Lâm Thị Mỹ Xuyên"),
    recipients=("Hội LHPN thành phố Cần Thơ", "Thường trực Quận ủy", "Hội LHPN các phường", "Lưu: VT"),
    places=("quận Ninh Kiều", "thành phố Cần Thơ", "phường Cái Khế", "phường Xuân Khánh"),
)
