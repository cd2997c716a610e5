"""Đoàn Thanh niên of a commune, two-level model: Party-style number, its own head lines, numbered tasks, money by line."""

from ..model import Letterhead, Plan, base, item, para, rate, report, section, target, total, unit, when

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Công tác bảo vệ, chăm sóc và giáo dục thiếu niên, nhi đồng", "năm 2026"),
    issuer="Ban Chấp hành Đoàn xã Thoại Sơn",
    programme=None,
    period=("2026-01-01", "2026-12-31"),
    letterhead=Letterhead(
        ("TỈNH ĐOÀN AN GIANG", "BAN CHẤP HÀNH ĐOÀN XÃ THOẠI SƠN", "***"),
        "07-KH/ĐTN",
        "Thoại Sơn, ngày 22 tháng 01 năm 2026",
        right=("ĐOÀN TNCS HỒ CHÍ MINH",),
    ),
    number="07-KH/ĐTN",
    issued_on="2026-01-22",
    opening=(
        para(
            "Thực hiện Kế hoạch số 31-KH/TĐTN-TTN ngày 05/01/2026 của Ban Thường vụ Tỉnh đoàn An Giang, Ban Chấp hành Đoàn xã Thoại Sơn xây dựng Kế hoạch công tác bảo vệ, chăm sóc và giáo dục thiếu niên, nhi đồng năm 2026, cụ thể:",
            base("31-KH/TĐTN-TTN", "Kế hoạch", "2026-01-05", "Ban Thường vụ Tỉnh đoàn An Giang"),
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH - YÊU CẦU",
            item("Tạo môi trường an toàn, lành mạnh để thiếu nhi học tập, vui chơi, rèn luyện."),
            item("Hoạt động vừa sức, thu hút nhiều thiếu nhi tham gia, bảo đảm an toàn tuyệt đối."),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU CƠ BẢN",
            item("Xây dựng mới 02 sân chơi thiếu nhi.", target(2, "sân chơi"), mark="1"),
            item(
                "Trao tối thiểu 60 suất học bổng cho thiếu nhi có hoàn cảnh khó khăn.",
                target(60, "suất học bổng", ">="),
                mark="1",
            ),
            item(
                "Mỗi chi đoàn nhận giúp 01 em có nguy cơ bỏ học.",
                target(1, "em", "=", "Mỗi chi đoàn"),
                mark="1",
            ),
            item(
                "Tỷ lệ đội viên được trang bị kỹ năng phòng, chống xâm hại đạt 100%.",
                target(100, "%"),
                mark="1",
            ),
            role="targets",
        ),
        section(
            "NỘI DUNG THỰC HIỆN",
            section(
                "Giáo dục truyền thống, đạo đức, lối sống",
                item(
                    "Tổ chức hành trình về địa chỉ đỏ tại xã Ba Chúc vào tháng 3/2026.",
                    at=when("vào tháng 3/2026", "2026-03"),
                ),
                item("Đẩy mạnh phong trào đọc sách, xây dựng tủ sách măng non ở ấp Tây Bình."),
            ),
            section(
                "Chăm lo, bảo vệ thiếu nhi",
                item(
                    "Trao 60 suất học bổng, mỗi suất 1.000.000 đồng, trị giá 60.000.000 đồng.",
                    rate(1_000_000, "suất", 60),
                    total(60_000_000, 60),
                ),
                item(
                    "Chi đoàn Công an xã chủ trì, phối hợp với Trạm Y tế xã tập huấn phòng, chống đuối nước, xâm hại trẻ em trong Tháng hành động vì trẻ em.",
                    lead="Chi đoàn Công an xã",
                    partners="Trạm Y tế xã",
                    at=when("trong Tháng hành động vì trẻ em"),
                ),
                item("Lắp đặt sân chơi tại Trường Tiểu học B, kinh phí 35 triệu đồng.", total(35_000_000)),
            ),
            section(
                "Xây dựng Đội vững mạnh",
                para(
                    "Bồi dưỡng chỉ huy Đội, phụ trách Đội; đổi mới sinh hoạt chi đội gắn với công tác nhi đồng."
                ),
            ),
            role="content",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Ban Thường vụ Đoàn xã",
                "Ban hành Kế hoạch, phân công ủy viên phụ trách từng nội dung.",
                "Kiểm tra, đánh giá, đề xuất khen thưởng.",
            ),
            unit(
                "Chi đoàn các ấp, Chi đoàn trường học",
                item("Triển khai các chỉ tiêu được giao, tranh thủ sự ủng hộ của cấp ủy, chi bộ ấp."),
                item(
                    "Báo cáo kết quả trước ngày 25 hằng tháng; báo cáo 6 tháng trước ngày 20/5/2026 gửi về Văn phòng Đoàn xã.",
                    report("monthly", "ngày 25 hằng tháng", "Văn phòng Đoàn xã"),
                    report("semiannual", "2026-05-20", "Văn phòng Đoàn xã"),
                ),
                units=("Chi đoàn các ấp", "Chi đoàn trường học"),
            ),
            unit(
                "Đề nghị Hội đồng Đội xã, Hội LHPN xã",
                "Phối hợp tổ chức hoạt động hè, chăm lo thiếu nhi khó khăn.",
                units=("Hội đồng Đội xã", "Hội LHPN xã"),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para("Trên đây là Kế hoạch công tác bảo vệ, chăm sóc và giáo dục thiếu niên, nhi đồng năm 2026."),
    ),
    signature=("TM. BAN CHẤP HÀNH ĐOÀN XÃ", "BÍ THƯ", "Phan Hoàng Khải"),
    recipients=(
        "Ban Thường vụ Tỉnh đoàn",
        "Thường trực Đảng ủy xã",
        "Ủy ban MTTQ Việt Nam xã",
        "Các chi đoàn trực thuộc",
        "Lưu VP",
    ),
    places=("xã Thoại Sơn", "xã Ba Chúc", "ấp Tây Bình"),
)
