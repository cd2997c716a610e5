"""Hội LHPN huyện: a time clause and no year in the title, a count that does not fit its list, a sum in words, once in the lead."""

from ..model import (
    Letterhead,
    Plan,
    base,
    caption,
    fault,
    item,
    para,
    rate,
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
    title=("Triển khai Chương trình “Mẹ đỡ đầu”", "trên địa bàn huyện Bá Thước"),
    issuer="Ban Thường vụ Hội LHPN huyện Bá Thước",
    programme="Chương trình Mẹ đỡ đầu",
    period=("2022-03-01", "2023-12-31"),
    letterhead=Letterhead(
        ("HỘI LHPN TỈNH THANH HÓA", "BAN THƯỜNG VỤ HỘI LHPN", "HUYỆN BÁ THƯỚC"),
        "08/KH-BTV",
        "Bá Thước, ngày 02 tháng 3 năm 2022",
    ),
    number="08/KH-BTV",
    issued_on="2022-03-02",
    opening=(
        para(
            "Thực hiện Kế hoạch số 75/KH-BTV ngày 29/11/2021 của Ban Thường vụ Hội LHPN tỉnh Thanh Hóa và Công văn số 214-CV/HU ngày 21/02/2022 của Ban Thường vụ Huyện ủy, Ban Thường vụ Hội LHPN huyện Bá Thước triển khai Chương trình “Mẹ đỡ đầu” như sau:",
            base("75/KH-BTV", "Kế hoạch", "2021-11-29", "Ban Thường vụ Hội LHPN tỉnh Thanh Hóa"),
            base("214-CV/HU", "Công văn", "2022-02-21", "Ban Thường vụ Huyện ủy"),
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, Ý NGHĨA",
            para(
                "Kết nối yêu thương, chăm lo cho trẻ mồ côi cha, mẹ; giúp các cháu có chỗ dựa tinh thần, được học hành tới nơi tới chốn."
            ),
            role="purpose",
        ),
        section(
            "ĐỐI TƯỢNG, THỜI GIAN, ĐỊA BÀN",
            run_in(
                "Đối tượng",
                "Trẻ em dưới 16 tuổi mồ côi cả cha và mẹ hoặc mồ côi một bên, hoàn cảnh đặc biệt khó khăn.",
            ),
            run_in("Thời gian thực hiện", "Từ tháng 3/2022 đến hết tháng 12/2023."),
            section(
                "Địa bàn",
                item("Triển khai ở tất cả các xã, thị trấn trong huyện."),
                item(
                    "Chọn 03 xã làm điểm: xã Điền Thượng và xã Điền Quang.",
                    target(3, "xã"),
                    fault("count_mismatch"),
                ),
            ),
            role="scope",
        ),
        section(
            "CHỈ TIÊU",
            item("Vận động nhận đỡ đầu ít nhất 40 cháu trong năm đầu.", target(40, "cháu", ">=")),
            item("Mỗi cơ sở Hội nhận đỡ đầu từ 01 cháu trở lên.", target(1, "cháu", ">=", "Mỗi cơ sở Hội")),
            item("100% trẻ được đỡ đầu có sổ theo dõi.", target(100, "%")),
            role="targets",
        ),
        section(
            "NỘI DUNG, BIỆN PHÁP",
            section(
                "Khảo sát, lập hồ sơ",
                item("Cán bộ chi hội đến từng nhà nắm hoàn cảnh, nguyện vọng của trẻ và người nuôi dưỡng."),
                item(
                    "Hội LHPN các xã, thị trấn phối hợp với công chức văn hóa - xã hội xác nhận hồ sơ trước ngày 30/4/2022.",
                    lead="Hội LHPN các xã, thị trấn",
                    partners="công chức văn hóa - xã hội",
                    at=when("trước ngày 30/4/2022", None, "2022-04-30"),
                ),
            ),
            section(
                "Vận động nguồn lực",
                item(
                    "Các hình thức đỡ đầu gồm:",
                    item(
                        "Đỡ đầu bằng tiền: mức hỗ trợ 300.000 đồng/tháng/cháu; 40 cháu trong 12 tháng là 144.000.000 đồng (Một trăm bốn mươi bốn triệu đồng).",
                        rate(300_000, "tháng/cháu", 40),
                        total(144_000_000, 40),
                        mark="=",
                    ),
                    item("Đỡ đầu bằng hiện vật: sách vở, quần áo, xe đạp, gạo.", mark="="),
                    item("Đỡ đầu về tinh thần: thăm hỏi, kèm cặp việc học, dạy kỹ năng sống.", mark="="),
                ),
            ),
            section(
                "Gặp mặt, tuyên dương",
                caption(
                    "Thời gian: dịp Tết Trung thu năm 2022.", at=when("dịp Tết Trung thu năm 2022"), mark="+"
                ),
                item(
                    "Tổ chức gặp mặt “Mẹ và con” tại thị trấn Cành Nàng, tặng 40 suất quà (500.000đ/suất), trị giá 20.000.000đ.",
                    rate(500_000, "suất", 40),
                    total(20_000_000, 40),
                    mark="+",
                ),
                item("Biểu dương tập thể, cá nhân nhận đỡ đầu nhiều trẻ em.", mark="+"),
            ),
            role="content",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            section(
                "Kinh phí", para("Từ nguồn vận động xã hội hóa, Quỹ “Mẹ đỡ đầu” của huyện."), role="budget"
            ),
            section(
                "Phân công nhiệm vụ",
                unit(
                    "Thường trực Hội LHPN huyện",
                    "Ban hành văn bản hướng dẫn; quản lý, công khai Quỹ.",
                    "Giao đồng chí phụ trách công tác gia đình - xã hội theo dõi Chương trình.",
                ),
                unit(
                    "Hội LHPN các xã, thị trấn",
                    item("Tham mưu cấp ủy, chính quyền ủng hộ chủ trương; chủ động tìm người nhận đỡ đầu."),
                    item(
                        "Gửi danh sách trẻ cần đỡ đầu về Hội LHPN huyện trước ngày 15/4/2022.",
                        report("once", "2022-04-15", "Hội LHPN huyện"),
                    ),
                    item(
                        "Báo cáo kết quả vào ngày 20 hằng tháng và tổng hợp trong báo cáo 6 tháng, năm.",
                        report("monthly", "ngày 20 hằng tháng"),
                        report("semiannual"),
                        report("annual"),
                    ),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh về Ban Thường vụ Hội LHPN huyện để xem xét, giải quyết./."
        ),
    ),
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Hà Thị Nhuần"),
    recipients=(
        "Hội LHPN tỉnh (b/c)",
        "TTr Huyện ủy, UBND huyện (b/c)",
        "Hội LHPN các xã, thị trấn",
        "Lưu: VP",
    ),
    places=("huyện Bá Thước", "tỉnh Thanh Hóa", "xã Điền Thượng", "xã Điền Quang", "thị trấn Cành Nàng"),
)
