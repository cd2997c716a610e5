"""UBND thị xã: a table of targets, sums in many spellings, times in many spellings, signed by order of the chair."""

from ..model import (
    Letterhead,
    Plan,
    base,
    cap,
    cell,
    item,
    para,
    rate,
    report,
    row,
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
    title=("Trợ giúp phụ nữ, trẻ em có hoàn cảnh đặc biệt khó khăn", "trên địa bàn thị xã Cửa Lò năm 2024"),
    issuer="Ủy ban nhân dân thị xã Cửa Lò",
    programme=None,
    period=("2024-01-01", "2024-12-31"),
    letterhead=Letterhead(
        ("ỦY BAN NHÂN DÂN", "THỊ XÃ CỬA LÒ"), "63/KH-UBND", "Cửa Lò, ngày 4 tháng 3 năm 2024"
    ),
    number="63/KH-UBND",
    issued_on="2024-03-04",
    opening=(
        para(
            "Căn cứ Nghị định số 20/2021/NĐ-CP ngày 15-3-2021 của Chính phủ quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội;",
            base("20/2021/NĐ-CP", "Nghị định", "2021-03-15", "Chính phủ"),
        ),
        para(
            "Căn cứ Nghị quyết số 22/2021/NQ-HĐND ngày 09/12/2021 của Hội đồng nhân dân tỉnh Nghệ An;",
            base("22/2021/NQ-HĐND", "Nghị quyết", "2021-12-09", "Hội đồng nhân dân tỉnh Nghệ An"),
        ),
        para(
            "Ủy ban nhân dân thị xã Cửa Lò xây dựng Kế hoạch trợ giúp phụ nữ, trẻ em có hoàn cảnh đặc biệt khó khăn năm 2024, cụ thể:"
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            item("Không để phụ nữ, trẻ em nào bị bỏ lại phía sau.", mark="1"),
            item("Trợ giúp đúng người, đúng chế độ, kịp thời.", mark="1"),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU",
            section(
                "Chỉ tiêu giao trong năm",
                table(
                    "label text measure quantity note",
                    row("1", "Trẻ em mồ côi được nhận đỡ đầu", "trẻ", "35", ""),
                    row("2", "Phụ nữ khuyết tật được học nghề", "người", "20", "Ưu tiên nghề may"),
                    row("3", "Hộ nghèo do phụ nữ làm chủ được vay vốn", "hộ", "110", ""),
                    row("4", "Tỷ lệ trẻ em được tiêm chủng đầy đủ", "%", "98,5", ""),
                    head=(("TT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch 2024", "Ghi chú"),),
                ),
            ),
            section(
                "Chỉ tiêu khác",
                item("Xây dựng 01 (một) nhà tạm lánh cấp thị xã.", target(1, "nhà tạm lánh")),
                item("Duy trì trên 12 điểm tư vấn ở các phường.", target(12, "điểm tư vấn", ">")),
            ),
            role="targets",
        ),
        section(
            "NỘI DUNG, TIẾN ĐỘ",
            table(
                "label text lead partners . when",
                row(
                    "1",
                    "Rà soát, lập hồ sơ đối tượng",
                    "Phòng Lao động - Thương binh và Xã hội",
                    "UBND các phường",
                    "Hồ sơ điện tử",
                    when("Trước 30/4/2024", None, "2024-04-30"),
                ),
                row(
                    "2",
                    "Mở lớp dạy nghề may tại phường Nghi Thu",
                    "Hội LHPN thị xã",
                    "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên",
                    "02 lớp",
                    when("Tháng 5 - 7/2024", "2024-05", "2024-07"),
                ),
                row(
                    "3",
                    "Khám sức khỏe, cấp thuốc cho bà mẹ đơn thân",
                    "Trung tâm Y tế thị xã",
                    "",
                    "300 lượt khám",
                    when("Quý IV/2024", "2024-10", "2024-12"),
                ),
                row(
                    "4",
                    "Tặng quà Tết Trung thu",
                    cell("Thị đoàn, Hội LHPN thị xã", "Thị đoàn", "Hội LHPN thị xã"),
                    "Hội Chữ thập đỏ thị xã",
                    "500 suất quà",
                    when("Tháng 9/2024", "2024-09"),
                ),
                head=(
                    (
                        "TT",
                        "Nội dung công việc",
                        "Cơ quan chủ trì",
                        "Cơ quan phối hợp",
                        "Sản phẩm",
                        "Thời gian hoàn thành",
                    ),
                ),
            ),
            role="content",
        ),
        section(
            "KINH PHÍ VÀ MỨC HỖ TRỢ",
            item("Tổng kinh phí: 1 tỷ 250 triệu đồng.", total(1_250_000_000)),
            item("Quà Tết Trung thu: 200 nghìn đồng/suất.", rate(200_000, "suất")),
            item("Hỗ trợ học nghề không quá 1,5 triệu đồng/người/khóa.", cap(1_500_000, "người/khóa")),
            item(
                "Khám sức khỏe: 300 lượt x 150.000 VNĐ/lượt = 45.000.000 VNĐ.",
                rate(150_000, "lượt", 300),
                total(45_000_000, 300),
            ),
            item("Trợ cấp đột xuất tối đa 3.000.000 đ/trường hợp.", cap(3_000_000, "trường hợp")),
            role="budget",
        ),
        section(
            "TRÁCH NHIỆM THỰC HIỆN",
            unit(
                "Phòng Lao động - Thương binh và Xã hội",
                item("Tham mưu UBND thị xã điều hành; quản lý hồ sơ."),
                item(
                    "Tổng hợp kết quả, báo cáo UBND thị xã và Sở Lao động - Thương binh và Xã hội trước ngày 20/12/2024.",
                    report(
                        "once", "2024-12-20", "UBND thị xã và Sở Lao động - Thương binh và Xã hội", None, None
                    ),
                ),
            ),
            unit(
                "Phòng Tài chính - Kế hoạch và Kho bạc Nhà nước Cửa Lò",
                "Cấp phát, kiểm soát kinh phí theo quy định.",
                units=("Phòng Tài chính - Kế hoạch", "Kho bạc Nhà nước Cửa Lò"),
            ),
            unit(
                "Chủ tịch UBND các phường",
                item("Chịu trách nhiệm về danh sách đối tượng đề nghị trợ giúp."),
                item(
                    "Báo cáo 6 tháng đầu năm chậm nhất ngày 05/6/2024, cả năm chậm nhất ngày 05/12/2024.",
                    report("semiannual", "2024-06-05"),
                    report("annual", "2024-12-05"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(para("Yêu cầu các đơn vị, địa phương triển khai thực hiện nghiêm túc./."),),
    signature=("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Hoàng Thị Quỳnh Mai"),
    recipients=(
        "UBND tỉnh (để b/c)",
        "TT. Thị ủy, TT. HĐND thị xã",
        "Các phòng, ban, ngành, đoàn thể",
        "UBND các phường",
        "Lưu: VT, LĐ (02b)",
    ),
    places=("thị xã Cửa Lò", "tỉnh Nghệ An", "phường Nghi Thu"),
)
