"""UBND xã under the two-level model: an activity table with lead and partner columns, a money table, an empty lead."""

from ..model import (
    Letterhead,
    Plan,
    base,
    cell,
    costs,
    item,
    para,
    report,
    row,
    run_in,
    section,
    table,
    target,
    unit,
    when,
)

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Phòng, chống bạo lực gia đình trên địa bàn xã Vân Sơn năm 2026",),
    issuer="Ủy ban nhân dân xã Vân Sơn",
    programme=None,
    period=("2026-01-01", "2026-12-31"),
    letterhead=Letterhead(
        ("ỦY BAN NHÂN DÂN", "XÃ VÂN SƠN"), "24/KH-UBND", "Vân Sơn, ngày 09 tháng 02 năm 2026"
    ),
    number="24/KH-UBND",
    issued_on="2026-02-09",
    opening=(
        para(
            "Căn cứ Luật Phòng, chống bạo lực gia đình số 13/2022/QH15 ngày 14/11/2022;",
            base("13/2022/QH15", "Luật", "2022-11-14"),
        ),
        para(
            "Căn cứ Nghị định số 76/2023/NĐ-CP ngày 01/11/2023 của Chính phủ quy định chi tiết một số điều của Luật Phòng, "
            "chống bạo lực gia đình;",
            base("76/2023/NĐ-CP", "Nghị định", "2023-11-01", "Chính phủ"),
        ),
        para(
            "Thực hiện Kế hoạch số 318/KH-UBND ngày 30/12/2025 của UBND tỉnh Phú Thọ về công tác gia đình năm 2026;",
            base("318/KH-UBND", "Kế hoạch", "2025-12-30", "UBND tỉnh Phú Thọ"),
        ),
        para(
            "Ủy ban nhân dân xã Vân Sơn xây dựng Kế hoạch phòng, chống bạo lực gia đình trên địa bàn xã năm 2026, cụ thể "
            "như sau:"
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            run_in(
                "Mục đích",
                "Giảm số vụ bạo lực gia đình; người bị bạo lực được bảo vệ sớm, được giữ kín thông tin.",
            ),
            run_in("Yêu cầu", "Việc giao rõ người, rõ thời hạn; lấy phòng ngừa làm chính."),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU",
            item(
                "100% thôn, xóm có tổ hòa giải được bồi dưỡng kiến thức về phòng, chống bạo lực gia đình.",
                target(100, "%"),
            ),
            item("Duy trì 12 địa chỉ tin cậy tại cộng đồng.", target(12, "địa chỉ tin cậy")),
            item(
                "Mỗi thôn tổ chức tối thiểu 02 buổi nói chuyện chuyên đề trong năm.",
                target(2, "buổi nói chuyện chuyên đề", ">=", "Mỗi thôn"),
            ),
            item("Tỷ lệ hộ gia đình ký cam kết không bạo lực đạt từ 95% trở lên.", target(95, "%", ">=")),
            item("Số vụ bạo lực gia đình tái diễn không quá 03 vụ.", target(3, "vụ", "<=")),
            role="targets",
        ),
        section(
            "NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN",
            table(
                "label text lead partners when note",
                row("I", "TUYÊN TRUYỀN, PHỔ BIẾN PHÁP LUẬT", "", "", "", "", heading=1),
                row(
                    "1",
                    "Phát thanh tài liệu phòng, chống bạo lực gia đình trên hệ thống truyền thanh xã",
                    "Phòng Văn hóa - Xã hội",
                    "Công an xã",
                    when("Quý I/2026", "2026-01", "2026-03"),
                    "Mỗi tuần 02 lượt",
                ),
                row(
                    "2",
                    "Tổ chức hội thi tìm hiểu pháp luật dành cho nam giới tại xóm Chiềng",
                    "Hội LHPN xã",
                    "",
                    when("Tháng 6/2026", "2026-06"),
                    "",
                ),
                row(
                    "3",
                    "In, phát tờ gấp bằng tiếng Mường",
                    "",
                    "Hội LHPN xã",
                    when("Tháng 7/2026", "2026-07"),
                    "",
                ),
                row("II", "BẢO VỆ, HỖ TRỢ NGƯỜI BỊ BẠO LỰC", "", "", "", "", heading=1),
                row(
                    "1",
                    "Rà soát, củng cố địa chỉ tin cậy tại cộng đồng",
                    cell("Hội LHPN xã; Trạm Y tế xã", "Hội LHPN xã", "Trạm Y tế xã"),
                    "Các thôn, xóm",
                    when("Từ tháng 3 đến tháng 5/2026", "2026-03", "2026-05"),
                    "05 địa chỉ xuống cấp",
                ),
                row(
                    "2",
                    "Tập huấn kỹ năng tiếp nhận tin báo cho công chức, trưởng thôn",
                    "Công an xã",
                    cell("Phòng Văn hóa - Xã hội, Hội LHPN xã", "Phòng Văn hóa - Xã hội", "Hội LHPN xã"),
                    when("Ngày 15/4/2026", "2026-04-15"),
                    "01 lớp",
                ),
                row(
                    "3",
                    "Tư vấn, can thiệp các vụ việc phát sinh",
                    "Tổ hòa giải các thôn",
                    "Công an xã",
                    "Thường xuyên",
                    "",
                ),
                head=(
                    (
                        "TT",
                        "Nội dung nhiệm vụ",
                        "Đơn vị thực hiện",
                        "Đơn vị thực hiện",
                        "Thời gian",
                        "Ghi chú",
                    ),
                    ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Ghi chú"),
                ),
            ),
            role="content",
        ),
        section(
            "KINH PHÍ",
            para(
                "Kinh phí thực hiện từ ngân sách xã giao năm 2026 cho Phòng Văn hóa - Xã hội, dự toán như sau:"
            ),
            costs(
                (
                    ("Biên tập, thu thanh tài liệu truyền thanh", 8, "bài", 350_000),
                    ("Hội thi tìm hiểu pháp luật", 1, "cuộc", 14_500_000),
                    ("In tờ gấp", 1_200, "tờ", 6_500),
                    ("Vật dụng cho địa chỉ tin cậy", 5, "địa chỉ", 3_000_000),
                    ("Tập huấn kỹ năng tiếp nhận tin báo", 1, "lớp", 9_800_000),
                ),
            ),
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Phòng Văn hóa - Xã hội",
                "Là đầu mối tham mưu, theo dõi, đôn đốc việc thực hiện Kế hoạch.",
                "Quản lý địa chỉ tin cậy; giữ bí mật thông tin người được hỗ trợ.",
            ),
            unit(
                "Công an xã", "Tiếp nhận tin báo, xử lý kịp thời hành vi bạo lực theo quy định của pháp luật."
            ),
            unit("Phòng Kinh tế", "Thẩm định dự toán, hướng dẫn thanh quyết toán."),
            unit(
                "Đề nghị Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội xã",
                "Vận động hội viên, đoàn viên xây dựng gia đình hạnh phúc; giám sát việc thực hiện Kế hoạch.",
                units=("Ủy ban MTTQ Việt Nam xã", "các tổ chức chính trị - xã hội xã"),
            ),
            unit(
                "Các thôn, xóm",
                item("Ký cam kết với từng hộ gia đình trước ngày 30/4/2026."),
                item("Nắm chắc các hộ có nguy cơ, thông tin ngay cho Công an xã."),
            ),
            role="organisation",
        ),
        section(
            "CHẾ ĐỘ BÁO CÁO",
            para(
                "Các đơn vị, các thôn, xóm báo cáo kết quả quý trước ngày 14 của tháng cuối quý, 6 tháng trước ngày 10/6/2026 "
                "và năm trước ngày 05/12/2026 về UBND xã qua Phòng Văn hóa - Xã hội.",
                report(
                    "quarterly",
                    "ngày 14 của tháng cuối quý",
                    "UBND xã",
                    "Phòng Văn hóa - Xã hội",
                    "Các đơn vị, các thôn, xóm",
                ),
                report(
                    "semiannual",
                    "2026-06-10",
                    "UBND xã",
                    "Phòng Văn hóa - Xã hội",
                    "Các đơn vị, các thôn, xóm",
                ),
                report(
                    "annual", "2026-12-05", "UBND xã", "Phòng Văn hóa - Xã hội", "Các đơn vị, các thôn, xóm"
                ),
            ),
            role="reporting",
        ),
    ),
    closing=(
        para(
            "Trên đây là Kế hoạch phòng, chống bạo lực gia đình năm 2026, yêu cầu các đơn vị nghiêm túc thực hiện./."
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đinh Công Tuyển"),
    recipients=(
        "Sở Văn hóa, Thể thao và Du lịch (b/c)",
        "TT Đảng ủy, HĐND xã (b/c)",
        "Chủ tịch, các PCT UBND xã",
        "Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội",
        "Các thôn, xóm",
        "Lưu: VT, VHXH",
    ),
    places=("xã Vân Sơn", "tỉnh Phú Thọ", "xóm Chiềng"),
)
