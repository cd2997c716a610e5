"""Hội LHPN tỉnh: sums, rates and caps in prose, captions with a time, short forms that are no legal basis."""

from ..model import (
    Letterhead,
    Plan,
    base,
    cap,
    caption,
    item,
    para,
    rate,
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
    title=("Thực hiện Đề án “Hỗ trợ phụ nữ khởi nghiệp”", "năm 2024"),
    issuer="Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Thái Nguyên",
    programme="Đề án Hỗ trợ phụ nữ khởi nghiệp",
    period=("2024-01-01", "2024-12-31"),
    letterhead=Letterhead(
        ("HỘI LHPN VIỆT NAM", "BAN THƯỜNG VỤ HỘI LHPN", "TỈNH THÁI NGUYÊN"),
        "33/KH-BTV",
        "Thái Nguyên, ngày 26 tháng 02 năm 2024",
    ),
    number="33/KH-BTV",
    issued_on="2024-02-26",
    opening=(
        para(
            "Căn cứ Quyết định số 939/QĐ-TTg ngày 30/6/2017 của Thủ tướng Chính phủ phê duyệt Đề án “Hỗ trợ phụ nữ khởi nghiệp giai đoạn 2017 - 2025”;",
            base("939/QĐ-TTg", "Quyết định", "2017-06-30", "Thủ tướng Chính phủ"),
        ),
        para(
            "Thực hiện Chỉ thị số 21-CT/TW ngày 20/01/2018 của Ban Bí thư về tiếp tục đẩy mạnh công tác phụ nữ trong tình hình mới; Kế hoạch số 52/KH-ĐCT ngày 18/01/2024 của Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam;",
            base("21-CT/TW", "Chỉ thị", "2018-01-20", "Ban Bí thư"),
            base("52/KH-ĐCT", "Kế hoạch", "2024-01-18", "Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam"),
        ),
        para(
            "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Thái Nguyên xây dựng Kế hoạch thực hiện Đề án năm 2024 như sau:"
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            item(
                "Khơi dậy tinh thần tự chủ, dám nghĩ dám làm của phụ nữ; giúp ý tưởng kinh doanh đi vào thực tế."
            ),
            item("Lựa chọn đúng người, đúng việc; không dàn trải, bám sát lợi thế của từng địa phương."),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU",
            item(
                "Trên 85% cán bộ Hội chuyên trách được bồi dưỡng kiến thức khởi nghiệp.",
                target(85, "%", ">"),
                mark="1",
            ),
            item(
                "Hỗ trợ thành lập mới không dưới 04 hợp tác xã do phụ nữ quản lý.",
                target(4, "hợp tác xã", ">="),
                mark="1",
            ),
            item(
                "Mỗi huyện, thành phố giúp ít nhất 10 phụ nữ hiện thực hóa ý tưởng kinh doanh.",
                target(10, "phụ nữ", ">=", "Mỗi huyện, thành phố"),
                mark="1",
            ),
            item(
                "Kết nối tiêu thụ 25 sản phẩm đạt chuẩn OCOP lên sàn thương mại điện tử.",
                target(25, "sản phẩm"),
                mark="1",
            ),
            item("Số dư nợ ủy thác tăng vượt 7% so với năm trước.", target(7, "%", ">"), mark="1"),
            item("Duy trì nền nếp sinh hoạt Câu lạc bộ Nữ doanh nhân tỉnh.", target(None, None), mark="1"),
            role="targets",
        ),
        section(
            "NỘI DUNG HOẠT ĐỘNG",
            section(
                "Truyền thông nâng cao nhận thức",
                item(
                    "Mở chuyên mục “Chuyện khởi nghiệp” trên trang thông tin điện tử của Hội theo HD 05 của Trung ương Hội."
                ),
                item(
                    "Tổ chức Ngày hội “Phụ nữ khởi nghiệp” cấp tỉnh tại thành phố Thái Nguyên, dự kiến tháng 10/2024.",
                    at=when("dự kiến tháng 10/2024", "2024-10"),
                ),
                item(
                    "Ban Tuyên giáo chủ trì, phối hợp với Báo Thái Nguyên, Đài Phát thanh và Truyền hình tỉnh tuyên truyền gương phụ nữ vượt khó.",
                    lead="Ban Tuyên giáo",
                    partners=("Báo Thái Nguyên", "Đài Phát thanh và Truyền hình tỉnh"),
                ),
            ),
            section(
                "Bồi dưỡng, tư vấn",
                caption(
                    "Thời gian: Từ tháng 4 đến tháng 8/2024.",
                    at=when("Từ tháng 4 đến tháng 8/2024", "2024-04", "2024-08"),
                ),
                item(
                    "Nội dung:",
                    item(
                        "Mở 04 lớp quản trị hợp tác xã, kinh phí 12.000.000 đồng/lớp, tổng 48.000.000 đồng.",
                        rate(12_000_000, "lớp", 4),
                        total(48_000_000, 4),
                    ),
                    item("Tổ chức tư vấn trực tuyến cho nhóm phụ nữ trồng chè tại xã La Bằng, huyện Đại Từ."),
                    item(
                        "Đưa 20 chị đi học tập mô hình du lịch cộng đồng, hoàn thành trước ngày 30/5/2024.",
                        at=when("trước ngày 30/5/2024", None, "2024-05-30"),
                    ),
                ),
            ),
            section(
                "Hỗ trợ vốn, kết nối thị trường",
                item(
                    "Hỗ trợ vốn mồi cho 30 ý tưởng (5.000.000 đồng/ý tưởng), trị giá 150.000.000 đồng.",
                    rate(5_000_000, "ý tưởng", 30),
                    total(150_000_000, 30),
                ),
                item(
                    "Hướng dẫn hội viên vay vốn ưu đãi, mức vay tối đa 100 triệu đồng/hộ.",
                    cap(100_000_000, "hộ"),
                ),
                item(
                    "Hội LHPN huyện Định Hóa và Hội LHPN huyện Võ Nhai phối hợp với Sở Công Thương mở điểm giới thiệu sản phẩm.",
                    lead=("Hội LHPN huyện Định Hóa", "Hội LHPN huyện Võ Nhai"),
                    partners="Sở Công Thương",
                ),
            ),
            role="content",
        ),
        section(
            "KINH PHÍ",
            para("Tổng kinh phí: 280.000.000 đồng (Hai trăm tám mươi triệu đồng), gồm:", total(280_000_000)),
            item("Bồi dưỡng: 48.000.000 đồng.", total(48_000_000)),
            item("Vốn mồi cho ý tưởng: 150.000.000 đồng.", total(150_000_000)),
            item("Ngày hội “Phụ nữ khởi nghiệp”: 70 triệu đồng.", total(70_000_000)),
            item("Kiểm tra, giám sát: 12.000.000đ.", total(12_000_000)),
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Hội LHPN tỉnh",
                "Giao Ban Hỗ trợ phụ nữ phát triển kinh tế làm đầu mối, theo dõi, đôn đốc.",
                "Phối hợp với các sở, ngành thẩm định ý tưởng.",
            ),
            unit(
                "Hội LHPN các huyện, thành phố",
                item("Xây dựng kế hoạch của đơn vị, lựa chọn ý tưởng dự thi cấp tỉnh."),
                item(
                    "Báo cáo kết quả 6 tháng trước ngày 15/6/2024, năm trước ngày 25/11/2024 về Hội LHPN tỉnh (qua Ban Hỗ trợ phụ nữ phát triển kinh tế).",
                    report(
                        "semiannual", "2024-06-15", "Hội LHPN tỉnh", "Ban Hỗ trợ phụ nữ phát triển kinh tế"
                    ),
                    report("annual", "2024-11-25", "Hội LHPN tỉnh", "Ban Hỗ trợ phụ nữ phát triển kinh tế"),
                ),
            ),
            unit(
                "Đề nghị Ngân hàng Chính sách xã hội tỉnh, Liên minh Hợp tác xã tỉnh",
                "Tạo điều kiện về vốn, thủ tục cho hợp tác xã do phụ nữ làm chủ.",
                units=("Ngân hàng Chính sách xã hội tỉnh", "Liên minh Hợp tác xã tỉnh"),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Trên đây là Kế hoạch thực hiện Đề án “Hỗ trợ phụ nữ khởi nghiệp” năm 2024, đề nghị các cấp Hội triển khai thực hiện./."
        ),
    ),
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Ma Thị Thúy Vân"),
    recipients=(
        "Đoàn Chủ tịch Hội LHPN Việt Nam (để b/c)",
        "Ban Dân vận Tỉnh ủy; UBND tỉnh",
        "Thường trực Hội LHPN tỉnh",
        "Hội LHPN các huyện, thành phố",
        "Lưu: VT, KT",
    ),
    places=(
        "tỉnh Thái Nguyên",
        "thành phố Thái Nguyên",
        "xã La Bằng < huyện Đại Từ",
        "huyện Đại Từ",
        "huyện Định Hóa",
        "huyện Võ Nhai",
    ),
)
