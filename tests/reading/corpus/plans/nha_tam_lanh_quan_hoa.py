"""UBND huyện across mid-2025: places that ceased, a wrong product in prose, a deadline before the date."""

from ..model import (
    Letterhead,
    Plan,
    base,
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
)

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Củng cố, nhân rộng mô hình “Địa chỉ tin cậy - Nhà tạm lánh”", "thuộc Dự án 8 năm 2025"),
    issuer="Ủy ban nhân dân huyện Quan Hóa",
    programme="Dự án 8",
    period=("2025-01-01", "2025-12-31"),
    letterhead=Letterhead(
        ("ỦY BAN NHÂN DÂN", "HUYỆN QUAN HÓA"), "      /KH-UBND", "Quan Hóa, ngày 10 tháng 3 năm 2025"
    ),
    number=None,
    issued_on="2025-03-10",
    findings=(fault("abolished_unit"), fault("blank_number")),
    opening=(
        para(
            "Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2021 - 2030, giai đoạn I: từ năm 2021 đến năm 2025;",
            base("1719/QĐ-TTg", "Quyết định", "2021-10-14", "Thủ tướng Chính phủ"),
        ),
        para(
            "Căn cứ Hướng dẫn số 05/HD-BTV ngày 12/02/2025 của Ban Thường vụ Hội LHPN tỉnh Thanh Hóa, Ủy ban nhân dân huyện Quan Hóa xây dựng Kế hoạch củng cố, nhân rộng mô hình “Địa chỉ tin cậy - Nhà tạm lánh” năm 2025 như sau:",
            base("05/HD-BTV", "Hướng dẫn", "2025-02-12", "Ban Thường vụ Hội LHPN tỉnh Thanh Hóa"),
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            item("Tạo nơi lánh nạn an toàn, gần dân cho phụ nữ, trẻ em bị bạo lực."),
            item("Giữ kín thông tin; người quản lý địa chỉ phải được tập huấn."),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU",
            item("Củng cố 15 địa chỉ tin cậy đã có.", target(15, "địa chỉ tin cậy")),
            item(
                "Thành lập mới ít nhất 02 địa chỉ tin cậy ở bản vùng sâu.", target(2, "địa chỉ tin cậy", ">=")
            ),
            item("100% thành viên ban quản lý được tập huấn.", target(100, "%")),
            role="targets",
        ),
        section(
            "NỘI DUNG THỰC HIỆN",
            run_in(
                "Khảo sát",
                "Đánh giá hoạt động của từng địa chỉ; xác định nơi cần sửa chữa, bổ sung vật dụng.",
            ),
            section(
                "Hỗ trợ vật dụng, chi phí ban đầu",
                item(
                    "Mua sắm vật dụng cho 15 địa chỉ tin cậy, định mức 3.000.000 đồng/địa chỉ: 42.000.000 đồng.",
                    rate(3_000_000, "địa chỉ", 15),
                    total(42_000_000, 15),
                    fault("product_mismatch"),
                ),
                item(
                    "Thành lập mới 02 địa chỉ tại bản Khó, xã Trung Thành và bản Cụm, xã Phú Sơn: 15 triệu đồng/địa chỉ.",
                    rate(15_000_000, "địa chỉ", 2),
                ),
                item("Chi tư vấn, ăn ở cho người tạm lánh theo thực tế phát sinh."),
            ),
            section(
                "Tập huấn, truyền thông",
                item(
                    "Hội LHPN huyện chủ trì phối hợp với Công an huyện, Trung tâm Y tế huyện tập huấn kỹ năng tiếp nhận, tư vấn.",
                    lead="Hội LHPN huyện",
                    partners=("Công an huyện", "Trung tâm Y tế huyện"),
                ),
                item("Công bố số điện thoại của địa chỉ tin cậy trên loa truyền thanh, tại nhà văn hóa bản."),
            ),
            role="content",
        ),
        section(
            "KINH PHÍ",
            para(
                "Kinh phí từ nguồn vốn sự nghiệp Dự án 8 năm 2025 giao cho huyện, tổng cộng 100.000.000 đồng.",
                total(100_000_000),
            ),
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Hội LHPN huyện",
                item("Tham mưu UBND huyện chỉ đạo, hướng dẫn các xã, thị trấn."),
                item(
                    "Tổng hợp, báo cáo Hội LHPN tỉnh và UBND huyện theo quy định.",
                    report("unspecified", None, "Hội LHPN tỉnh và UBND huyện"),
                ),
            ),
            unit(
                "Phòng Tài chính - Kế hoạch, Phòng Dân tộc và Tôn giáo",
                "Thẩm định dự toán; hướng dẫn lồng ghép các nguồn vốn.",
                units=("Phòng Tài chính - Kế hoạch", "Phòng Dân tộc và Tôn giáo"),
            ),
            unit(
                "UBND, Hội LHPN các xã, thị trấn",
                item("Quyết định thành lập, phân công người quản lý địa chỉ tin cậy."),
                item(
                    "Gửi danh sách địa chỉ cần hỗ trợ về Hội LHPN huyện trước ngày 28/02/2025.",
                    report("once", "2025-02-28", "Hội LHPN huyện"),
                    fault("past_deadline"),
                ),
                item(
                    "Báo cáo kết quả 6 tháng trước ngày 10/6/2025, năm trước ngày 05/12/2025 về UBND huyện (qua Hội LHPN huyện).",
                    report("semiannual", "2025-06-10", "UBND huyện", "Hội LHPN huyện"),
                    report("annual", "2025-12-05", "UBND huyện", "Hội LHPN huyện"),
                ),
                units=("UBND các xã, thị trấn", "Hội LHPN các xã, thị trấn"),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para("Trên đây là Kế hoạch của Ủy ban nhân dân huyện Quan Hóa, yêu cầu các đơn vị thực hiện./."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Phạm Bá Diễn"),
    recipients=(
        "Hội LHPN tỉnh (b/c)",
        "TT Huyện ủy, HĐND huyện",
        "Các phòng, ngành liên quan",
        "UBND, Hội LHPN các xã, thị trấn",
        "Lưu: VT",
    ),
    places=(
        "huyện Quan Hóa",
        "tỉnh Thanh Hóa",
        "bản Khó < xã Trung Thành",
        "xã Trung Thành",
        "bản Cụm < xã Phú Sơn",
        "xã Phú Sơn",
    ),
)
