"""Hội Nông dân huyện, phases and a responsibilities table in the text: units led in prose, caps, six reports of all cycles."""

from ..model import (
    Letterhead,
    Plan,
    base,
    cell,
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
    title=(
        "Tuyên truyền, vận động nông dân sử dụng phân bón hữu cơ, thu gom vỏ bao bì thuốc bảo vệ thực vật",
        "giai đoạn 2022 - 2024",
    ),
    issuer="Ban Thường vụ Hội Nông dân huyện Hòa Vang",
    programme=None,
    period=("2022-01-01", "2024-12-31"),
    letterhead=Letterhead(
        ("HỘI NÔNG DÂN THÀNH PHỐ ĐÀ NẴNG", "BAN THƯỜNG VỤ HỘI NÔNG DÂN", "HUYỆN HÒA VANG"),
        "42-KH/HNDH",
        "Hòa Vang, ngày 18 tháng 01 năm 2022",
    ),
    number="42-KH/HNDH",
    issued_on="2022-01-18",
    opening=(
        para(
            "Căn cứ Nghị định số 08/2022/NĐ-CP ngày 10/01/2022 của Chính phủ quy định chi tiết một số điều của Luật Bảo vệ môi trường; Kết luận số 61-KL/TW ngày 03/12/2009 của Ban Bí thư;",
            base("08/2022/NĐ-CP", "Nghị định", "2022-01-10", "Chính phủ"),
            base("61-KL/TW", "Kết luận", "2009-12-03", "Ban Bí thư"),
        ),
        para("Ban Thường vụ Hội Nông dân huyện Hòa Vang xây dựng Kế hoạch với các nội dung như sau:"),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            run_in("Mục đích", "Đồng ruộng sạch, nông sản an toàn, nông dân khỏe mạnh."),
            run_in("Yêu cầu", "Làm thường xuyên, có địa chỉ, có kiểm tra."),
            role="purpose",
        ),
        section(
            "MỘT SỐ CHỈ TIÊU CƠ BẢN",
            item("Đến hết năm 2024, lắp đặt 220 bể thu gom trên đồng ruộng.", target(220, "bể thu gom")),
            item("Mỗi năm giảm không dưới 8% lượng phân hóa học.", target(8, "%", ">=")),
            item(
                "100% chi hội nghề nghiệp ký cam kết, trong đó trên 50% có quy chế riêng.", target(100, "%")
            ),
            item(
                "Mỗi cơ sở Hội xây dựng ít nhất 02 mô hình ủ phân.",
                target(2, "mô hình", ">=", "Mỗi cơ sở Hội"),
            ),
            role="targets",
        ),
        section(
            "NỘI DUNG VÀ GIẢI PHÁP",
            table(
                "label text lead partners when",
                row(
                    "1",
                    "Tập huấn kỹ thuật ủ phân hữu cơ tại xã Hòa Tiến",
                    "Hội Nông dân huyện",
                    cell(
                        "Phòng Nông nghiệp và Phát triển nông thôn, Hội LHPN huyện",
                        "Phòng Nông nghiệp và Phát triển nông thôn",
                        "Hội LHPN huyện",
                    ),
                    when("Quý II hằng năm"),
                ),
                row(
                    "2",
                    "Lắp đặt bể thu gom tại xã Hòa Phong, xã Hòa Châu",
                    "Hội Nông dân các xã",
                    "UBND các xã",
                    when("Năm 2022 - 2023", "2022", "2023"),
                ),
                row(
                    "3",
                    "Ra quân thu gom vỏ bao bì",
                    "Hội Nông dân các xã",
                    "",
                    when("Ngày 05/6/2022", "2022-06-05"),
                ),
                head=(("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời gian"),),
            ),
            role="content",
        ),
        section(
            "KINH PHÍ THỰC HIỆN",
            item("Từ nguồn sự nghiệp môi trường giao hằng năm."),
            item("Quỹ Hỗ trợ nông dân và nguồn vận động."),
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Ban Thường vụ Hội Nông dân huyện",
                "Chỉ đạo chung; kiểm tra, đánh giá kết quả từng năm.",
                "Tổ chức sơ kết vào cuối năm 2022, tổng kết vào quý IV năm 2024.",
            ),
            unit(
                "Hội Nông dân các xã",
                item("Cụ thể hóa thành kế hoạch, chỉ tiêu của đơn vị."),
                item(
                    "Báo cáo tháng (trước ngày 20), 6 tháng (trước ngày 10/6), 9 tháng (trước ngày 10/9), năm (trước ngày 25/11) gửi Hội Nông dân huyện.",
                    report("monthly", "ngày 20", "Hội Nông dân huyện"),
                    report("semiannual", "--06-10", "Hội Nông dân huyện"),
                    report("nine_month", "--09-10", "Hội Nông dân huyện"),
                    report("annual", "--11-25", "Hội Nông dân huyện"),
                ),
            ),
            unit(
                "Đề nghị Phòng Tài nguyên và Môi trường, UBND các xã",
                "Bố trí phương tiện vận chuyển, xử lý vỏ bao bì đúng quy định.",
                units=("Phòng Tài nguyên và Môi trường", "UBND các xã"),
            ),
            role="organisation",
        ),
    ),
    closing=(para("Đề nghị các cơ sở Hội nghiêm túc triển khai Kế hoạch này./."),),
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Ngô Văn Thái"),
    recipients=(
        "HND thành phố (b/c)",
        "Thường trực Huyện ủy",
        "UBND huyện; Phòng TN&MT",
        "Hội Nông dân các xã",
        "Lưu: VT",
    ),
    places=("huyện Hòa Vang", "xã Hòa Tiến", "xã Hòa Phong", "xã Hòa Châu"),
)
