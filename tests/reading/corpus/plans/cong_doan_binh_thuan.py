"""Liên đoàn Lao động tỉnh: decimal style of sums (triệu), nine months, signed by order, a table of contents with money."""

from ..model import (
    Letterhead,
    Plan,
    base,
    cell,
    item,
    para,
    rate,
    report,
    row,
    run_in,
    section,
    table,
    target,
    total,
    unit,
    when,
)

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Hoạt động nữ công và chăm lo lao động nữ", "năm 2024"),
    issuer="Ban Thường vụ Liên đoàn Lao động tỉnh Bình Thuận",
    programme=None,
    period=("2024-01-01", "2024-12-31"),
    letterhead=Letterhead(
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", "LIÊN ĐOÀN LAO ĐỘNG TỈNH BÌNH THUẬN"),
        "14/KH-LĐLĐ",
        "Bình Thuận, ngày 30 tháng 01 năm 2024",
    ),
    number="14/KH-LĐLĐ",
    issued_on="2024-01-30",
    opening=(
        para(
            "Căn cứ Bộ luật Lao động số 45/2019/QH14 ngày 20/11/2019; Nghị quyết số 13b/NQ-BCH ngày 15/3/2023 của Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam;",
            base("45/2019/QH14", "Bộ luật", "2019-11-20"),
            base("13b/NQ-BCH", "Nghị quyết", "2023-03-15", "Ban Chấp hành Tổng Liên đoàn Lao động Việt Nam"),
        ),
        para(
            "Ban Thường vụ Liên đoàn Lao động tỉnh Bình Thuận xây dựng Kế hoạch hoạt động nữ công năm 2024 như sau:"
        ),
    ),
    sections=(
        section(
            "Mục đích, yêu cầu",
            para(
                "Nâng cao chất lượng hoạt động nữ công; chăm lo thiết thực cho nữ đoàn viên, người lao động, nhất là ở các khu công nghiệp."
            ),
            role="purpose",
        ),
        section(
            "Các chỉ tiêu chủ yếu",
            item(
                "Ít nhất 80% doanh nghiệp có tổ chức công đoàn thực hiện chính sách phòng vắt, trữ sữa mẹ.",
                target(80, "%", ">="),
            ),
            item(
                "Tổ chức khám sức khỏe chuyên khoa cho 1.500 lao động nữ trở lên.",
                target(1500, "lao động nữ", ">="),
            ),
            item(
                "Mỗi công đoàn cấp trên cơ sở tổ chức tối đa 03 cuộc hội thi trong năm.",
                target(3, "cuộc hội thi", "<=", "Mỗi công đoàn cấp trên cơ sở"),
            ),
            item("Phát triển mới 9 câu lạc bộ nữ công nhân khu nhà trọ.", target(9, "câu lạc bộ")),
            role="targets",
        ),
        section(
            "Nhiệm vụ, tiến độ và kinh phí",
            table(
                "label text lead when amount note",
                row(
                    "1",
                    "Truyền thông pháp luật lao động tại khu nhà trọ",
                    "Ban Nữ công",
                    when("Quý I/2024", "2024-01", "2024-03"),
                    "24,5",
                    "",
                ),
                row(
                    "2",
                    "Hội thi “Bữa cơm gia đình công nhân” tại thành phố Phan Thiết",
                    cell("Ban Nữ công; Ban Tuyên giáo", "Ban Nữ công", "Ban Tuyên giáo"),
                    when("Tháng 6/2024", "2024-06"),
                    "68",
                    "Kỷ niệm Ngày Gia đình Việt Nam",
                ),
                row(
                    "3",
                    "Khám sức khỏe chuyên khoa cho lao động nữ",
                    cell("LĐLĐ các huyện, thị xã, thành phố", "LĐLĐ các huyện, thị xã, thành phố"),
                    when("Tháng 10/2024", "2024-10"),
                    "150",
                    "",
                ),
                row(
                    "4",
                    "Tập huấn nghiệp vụ cho cán bộ nữ công",
                    "Trường Chính trị tỉnh",
                    when("Tháng 4/2024", "2024-04"),
                    "42",
                    "02 lớp",
                ),
                head=(
                    ("STT", "Nội dung", "Đơn vị chủ trì", "Thời gian", "Kinh phí (triệu đồng)", "Ghi chú"),
                ),
                total="Cộng",
                multiplier=1_000_000,
            ),
            role="content",
        ),
        section(
            "Kinh phí",
            run_in("Nguồn kinh phí", "Tài chính công đoàn năm 2024 và nguồn vận động."),
            section(
                "Một số mức chi",
                item("Nước uống cho đại biểu: 20.000đ/người/buổi.", rate(20_000, "người/buổi")),
                item(
                    "Quà cho lao động nữ khó khăn: 300 suất x 400.000 đồng/suất = 120.000.000 đồng.",
                    rate(400_000, "suất", 300),
                    total(120_000_000, 300),
                ),
            ),
            role="budget",
        ),
        section(
            "Tổ chức thực hiện",
            unit(
                "Ban Nữ công LĐLĐ tỉnh",
                "Tham mưu triển khai, kiểm tra việc thực hiện Kế hoạch.",
                "Tổng hợp đề xuất khen thưởng nhân dịp 20/10.",
            ),
            unit(
                "Văn phòng LĐLĐ tỉnh, Ban Tài chính LĐLĐ tỉnh",
                "Bố trí kinh phí, phương tiện, cơ sở vật chất.",
                units=("Văn phòng LĐLĐ tỉnh", "Ban Tài chính LĐLĐ tỉnh"),
            ),
            unit(
                "LĐLĐ các huyện, thị xã, thành phố và công đoàn ngành",
                item("Xây dựng kế hoạch, hướng dẫn công đoàn cơ sở thực hiện."),
                item(
                    "Thực hiện chế độ báo cáo quý, 6 tháng, 9 tháng và năm về LĐLĐ tỉnh (qua Ban Nữ công) theo quy định.",
                    *(
                        report(cycle, None, "LĐLĐ tỉnh", "Ban Nữ công")
                        for cycle in ("quarterly", "semiannual", "nine_month", "annual")
                    ),
                ),
                units=("LĐLĐ các huyện, thị xã, thành phố", "công đoàn ngành"),
            ),
            role="organisation",
        ),
    ),
    closing=(para("Đề nghị các cấp công đoàn nghiêm túc triển khai thực hiện./."),),
    signature=("TM. BAN THƯỜNG VỤ", "TUQ. CHỦ TỊCH", "TRƯỞNG BAN NỮ CÔNG", "Đặng Thị Kim Oanh"),
    recipients=(
        "Ban Nữ công Tổng Liên đoàn",
        "Ban Dân vận Tỉnh ủy",
        "LĐLĐ các huyện, thị xã, thành phố; công đoàn ngành",
        "Lưu: VT, NC",
    ),
    places=("tỉnh Bình Thuận", "thành phố Phan Thiết"),
)
