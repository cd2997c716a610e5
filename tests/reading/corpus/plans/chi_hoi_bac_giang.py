"""Hội LHPN tỉnh, before the reform: weak chi hội, a quota table with a total, a commitment in the scope."""

from ..model import (
    Letterhead,
    Plan,
    base,
    item,
    para,
    quotas,
    report,
    run_in,
    section,
    target,
    unit,
    when,
)

SPONSORS = "Các ban, đơn vị thuộc cơ quan Hội LHPN tỉnh"

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Giúp đỡ, củng cố chi hội phụ nữ còn khó khăn trong hoạt động", "năm 2023"),
    issuer="Ban Thường vụ Hội LHPN tỉnh Bắc Giang",
    programme=None,
    period=("2023-01-01", "2023-12-31"),
    letterhead=Letterhead(
        ("HỘI LHPN VIỆT NAM", "BAN THƯỜNG VỤ HỘI LHPN", "TỈNH BẮC GIANG"),
        "17/KH-BTV",
        "Bắc Giang, ngày 13 tháng 02 năm 2023",
    ),
    number="17/KH-BTV",
    issued_on="2023-02-13",
    opening=(
        para(
            "Thực hiện Hướng dẫn số 11/HD-ĐCT ngày 19/9/2022 của Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam về nâng cao "
            "chất lượng sinh hoạt chi hội; Kế hoạch số 06/KH-BTV ngày 05/01/2023 của Ban Thường vụ Hội LHPN tỉnh về "
            "nhiệm vụ trọng tâm năm 2023;",
            base("11/HD-ĐCT", "Hướng dẫn", "2022-09-19", "Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam"),
            base("06/KH-BTV", "Kế hoạch", "2023-01-05", "Ban Thường vụ Hội LHPN tỉnh"),
        ),
        para(
            "Ban Thường vụ Hội LHPN tỉnh Bắc Giang xây dựng Kế hoạch giúp đỡ, củng cố chi hội phụ nữ còn khó khăn trong "
            "hoạt động năm 2023 với các nội dung sau:"
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            item(
                "Giúp các chi hội còn lúng túng trong sinh hoạt có nền nếp, thu hút hội viên bằng việc làm cụ thể.",
                mark="1",
            ),
            item(
                "Việc giúp đỡ phải sát thực tế từng chi hội, tránh hình thức; lấy kết quả cuối năm làm thước đo.",
                mark="1",
            ),
            role="purpose",
        ),
        section(
            "ĐỐI TƯỢNG, PHẠM VI",
            run_in("Đối tượng", "Chi hội có tỷ lệ tập hợp hội viên thấp, sinh hoạt thưa, thiếu nguồn quỹ."),
            section(
                "Số lượng",
                para(
                    "Trong năm, các cấp Hội trong tỉnh lựa chọn, giúp đỡ ít nhất 45 chi hội ở thôn, bản, tổ dân phố.",
                    target(45, "chi hội", ">="),
                ),
                para("Giao số lượng chi hội cần giúp đỡ cho các đơn vị như sau:"),
                quotas(
                    ("TT", "Đơn vị", "Số chi hội nhận giúp đỡ", "Ghi chú"),
                    ("Hội LHPN huyện Sơn Động", 9, "Ưu tiên các bản vùng cao"),
                    ("Hội LHPN huyện Lục Ngạn", 8, ""),
                    ("Hội LHPN huyện Yên Thế", 7, ""),
                    ("Hội LHPN huyện Lục Nam", 6, ""),
                    ("Hội LHPN huyện Lạng Giang", 5, ""),
                    ("Hội LHPN thành phố Bắc Giang", 4, "Khu nhà trọ công nhân"),
                    ("Hội Phụ nữ Công an tỉnh", 3, ""),
                    ("Hội Phụ nữ Bộ Chỉ huy Quân sự tỉnh", 3, "Nhận chi hội kết nghĩa"),
                    of="Số chi hội nhận giúp đỡ",
                ),
            ),
            role="scope",
        ),
        section(
            "NỘI DUNG GIÚP ĐỠ",
            section(
                "Khảo sát, lựa chọn chi hội",
                item(
                    "Rà soát từng chi hội theo phiếu đánh giá chung của tỉnh, hoàn thành trong tháng 3/2023.",
                    at=when("trong tháng 3/2023", "2023-03"),
                ),
                item("Họp dân thôn, bản lấy ý kiến hội viên trước khi đề nghị giúp đỡ."),
            ),
            section(
                "Bồi dưỡng cán bộ chi hội",
                item(
                    "Ban Tổ chức Hội LHPN tỉnh chủ trì, phối hợp với Trường Chính trị tỉnh mở lớp bồi dưỡng kỹ năng điều "
                    "hành sinh hoạt cho chi hội trưởng trong Quý II/2023.",
                    lead="Ban Tổ chức Hội LHPN tỉnh",
                    partners="Trường Chính trị tỉnh",
                    at=when("trong Quý II/2023", "2023-04", "2023-06"),
                ),
                item("Biên soạn tài liệu sinh hoạt theo chủ đề, gửi tới từng chi hội qua nhóm Zalo."),
            ),
            section(
                "Đổi mới nội dung, hình thức sinh hoạt",
                item(
                    "Mỗi chi hội được giúp đỡ tự chọn những phần việc sau:",
                    item("Lập tổ phụ nữ cùng sở thích, tổ đổi công mùa vải."),
                    item("Gây quỹ bằng thu gom phế liệu, trồng rau chung."),
                    item("Thăm hỏi, giúp hội viên ốm đau, sinh con, gặp rủi ro."),
                ),
                item(
                    "Tổ chức giao lưu giữa chi hội mạnh và chi hội được giúp đỡ tại xã Tân Sơn, huyện Lục Ngạn."
                ),
            ),
            role="content",
        ),
        run_in(
            "KINH PHÍ",
            "Sử dụng kinh phí hoạt động thường xuyên của các cấp Hội và nguồn vận động hợp pháp khác.",
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Hội LHPN tỉnh",
                "Giao Ban Tổ chức tham mưu văn bản hướng dẫn, theo dõi chung.",
                "Các ban, đơn vị còn lại cử cán bộ dự sinh hoạt với chi hội được phân công.",
            ),
            unit(
                "Hội LHPN các huyện, thành phố và đơn vị trực thuộc",
                item(
                    "Lựa chọn chi hội, gửi danh sách về Hội LHPN tỉnh (qua Ban Tổ chức) trước ngày 31/3/2023.",
                    report("once", "2023-03-31", "Hội LHPN tỉnh", "Ban Tổ chức"),
                ),
                item(
                    "Báo cáo tiến độ tại hội nghị giao ban quý; báo cáo kết quả năm trước ngày 20/11/2023.",
                    report("quarterly", None, None, "hội nghị giao ban quý"),
                    report("annual", "2023-11-20"),
                ),
                units=("Hội LHPN các huyện, thành phố", "đơn vị trực thuộc"),
            ),
            unit(
                "Hội LHPN các xã, phường, thị trấn",
                "Trực tiếp giúp chi hội; phân công ủy viên Ban Chấp hành dự sinh hoạt hằng tháng.",
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Trên đây là Kế hoạch giúp đỡ, củng cố chi hội phụ nữ còn khó khăn trong hoạt động năm 2023, đề nghị các đơn vị "
            "quan tâm thực hiện./."
        ),
    ),
    signature=("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Giáp Thị Hồng Lam"),
    recipients=(
        "Ban Dân vận Tỉnh ủy (b/c)",
        "Thường trực Hội LHPN tỉnh",
        SPONSORS,
        "Hội LHPN các huyện, thành phố; đơn vị trực thuộc",
        "Lưu: VT, TC",
    ),
    places=(
        "tỉnh Bắc Giang",
        "huyện Sơn Động",
        "huyện Lục Ngạn",
        "huyện Yên Thế",
        "huyện Lục Nam",
        "huyện Lạng Giang",
        "thành phố Bắc Giang",
        "xã Tân Sơn < huyện Lục Ngạn",
    ),
)
