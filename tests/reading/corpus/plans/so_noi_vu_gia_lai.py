"""A provincial department under the two-level model: lettered tasks, partners in the sentence, one meeting as the report."""

from ..model import (
    Letterhead,
    Plan,
    base,
    fault,
    item,
    para,
    report,
    run_in,
    section,
    target,
    total,
    unit,
    when,
)

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Công tác bình đẳng giới và vì sự tiến bộ của phụ nữ", "trên địa bàn tỉnh Gia Lai năm 2026"),
    issuer="Sở Nội vụ tỉnh Gia Lai",
    programme=None,
    period=("2026-01-01", "2026-12-31"),
    letterhead=Letterhead(
        ("ỦY BAN NHÂN DÂN TỈNH GIA LAI", "SỞ NỘI VỤ"), "212/KH-SNV", "Gia Lai, ngày 05 tháng 02 năm 2026"
    ),
    number="212/KH-SNV",
    issued_on="2026-02-05",
    opening=(
        para(
            "Căn cứ Nghị quyết số 28/NQ-CP ngày 03/3/2021 của Chính phủ ban hành Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030;",
            base("28/NQ-CP", "Nghị quyết", "2021-03-03", "Chính phủ"),
        ),
        para(
            "Căn cứ Quyết định số 2232/QĐ-TTg ngày 28/12/2020 của Thủ tướng Chính phủ; thực hiện Kế hoạch số 15/KH-UBND ngày 09/01/2026 của UBND tỉnh;",
            base("2232/QĐ-TTg", "Quyết định", "2020-12-28", "Thủ tướng Chính phủ"),
            base("15/KH-UBND", "Kế hoạch", "2026-01-09", "UBND tỉnh"),
        ),
        para(
            "Sở Nội vụ tỉnh Gia Lai xây dựng Kế hoạch công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026 như sau:"
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            run_in(
                "Mục đích",
                "Thu hẹp khoảng cách giới trong tiếp cận việc làm, giáo dục, y tế và tham gia quản lý.",
            ),
            run_in("Yêu cầu", "Lồng ghép với nhiệm vụ thường xuyên của từng cơ quan, địa phương."),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU",
            item(
                "Phấn đấu trên 60% cơ quan quản lý nhà nước có lãnh đạo chủ chốt là nữ.",
                target(60, "%", ">"),
                mark="a",
            ),
            item("Tăng tỷ lệ lao động nữ làm công hưởng lương lên 48%.", target(48, "%"), mark="a"),
            item("Thành lập 05 nhóm nam giới tiên phong phòng, chống bạo lực.", target(5, "nhóm"), mark="a"),
            item(
                "Ít nhất 70% người bị bạo lực được phát hiện có nhu cầu được tư vấn.",
                target(70, "%", ">="),
                mark="a",
            ),
            role="targets",
        ),
        section(
            "NHIỆM VỤ, GIẢI PHÁP",
            section(
                "Truyền thông",
                item(
                    "Tổ chức Tháng hành động vì bình đẳng giới từ ngày 15/11/2026 đến ngày 15/12/2026.",
                    mark="a",
                    at=when("từ ngày 15/11/2026 đến ngày 15/12/2026", "2026-11-15", "2026-12-15"),
                ),
                item(
                    "Sở Văn hóa, Thể thao và Du lịch phối hợp với Báo và Phát thanh, Truyền hình Gia Lai sản xuất chương trình bằng tiếng Gia Rai, tiếng Ba Na.",
                    mark="a",
                    lead="Sở Văn hóa, Thể thao và Du lịch",
                    partners="Báo và Phát thanh, Truyền hình Gia Lai",
                ),
            ),
            section(
                "Nâng cao năng lực",
                item(
                    "Mở lớp tập huấn lồng ghép giới cho công chức xã, phường trong tháng 5/2026, kinh phí 65.000.000 đồng.",
                    total(65_000_000),
                    mark="a",
                    at=when("trong tháng 5/2026", "2026-05"),
                ),
                item("Cấp phát tài liệu cho báo cáo viên, tuyên truyền viên ở cơ sở.", mark="a"),
            ),
            section(
                "Kiểm tra, giám sát",
                para("Kiểm tra việc thực hiện tại xã Ia Grai, phường An Khê và xã Vĩnh Sơn."),
            ),
            role="content",
        ),
        run_in(
            "KINH PHÍ THỰC HIỆN",
            para(
                "Từ dự toán ngân sách nhà nước năm 2026 giao cho các cơ quan; mức chi tập huấn chờ hướng dẫn mới của Bộ Tài chính.",
                fault("pending_basis"),
            ),
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Sở Nội vụ",
                "Chủ trì, đôn đốc các cơ quan thực hiện Kế hoạch.",
                "Sơ kết, đề nghị khen thưởng tập thể, cá nhân tiêu biểu.",
            ),
            unit(
                "Các sở, ban, ngành",
                item(
                    "Căn cứ chức năng, nhiệm vụ xây dựng kế hoạch của ngành, hoàn thành trước ngày 28/02/2026."
                ),
                item(
                    "Báo cáo kết quả tại hội nghị giao ban công tác nữ 6 tháng và cuối năm.",
                    report("semiannual", None, None, "hội nghị giao ban công tác nữ"),
                    report("annual", None, None, "hội nghị giao ban công tác nữ"),
                ),
            ),
            unit(
                "UBND các xã, phường",
                "Bố trí công chức phụ trách; đưa mục tiêu bình đẳng giới vào kế hoạch phát triển kinh tế - xã hội.",
            ),
            unit(
                "Trân trọng đề nghị Ủy ban MTTQ Việt Nam tỉnh",
                "Giám sát, phản biện việc thực hiện chính sách về bình đẳng giới.",
            ),
            role="organisation",
        ),
    ),
    closing=(para("Trên đây là Kế hoạch công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026./."),),
    signature=("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Rơ Châm H’Yéo"),
    recipients=(
        "UBND tỉnh (b/c)",
        "Các sở, ban, ngành",
        "UBND các xã, phường",
        "Giám đốc, các Phó Giám đốc Sở",
        "Lưu: VT, BĐG",
    ),
    places=("tỉnh Gia Lai", "xã Ia Grai", "phường An Khê", "xã Vĩnh Sơn"),
)
