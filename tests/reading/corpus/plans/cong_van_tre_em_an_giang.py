"""A công văn of a province under the two-level model: tasks for addressees, no kind line, no targets asked."""

from ..model import Letterhead, Plan, base, item, para, report, section, unit, when

PLAN = Plan(
    kind="cong_van",
    kind_line="",
    title=("V/v tăng cường phòng, chống đuối nước và bảo vệ trẻ em năm 2026",),
    issuer="Ủy ban nhân dân tỉnh An Giang",
    programme=None,
    period=("2026-01-01", "2026-12-31"),
    letterhead=Letterhead(
        ("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG"),
        "1187/UBND-KGVX",
        "An Giang, ngày 12 tháng 5 năm 2026",
        "V/v tăng cường phòng, chống đuối nước và bảo vệ trẻ em năm 2026",
    ),
    number="1187/UBND-KGVX",
    issued_on="2026-05-12",
    addressees=(
        "Các sở, ban, ngành tỉnh",
        "Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội",
        "UBND các xã, phường, đặc khu",
    ),
    opening=(
        para(
            "Thực hiện Công điện số 36/CĐ-TTg ngày 04/5/2026 của Thủ tướng Chính phủ về phòng, chống tai nạn đuối nước trẻ em, Ủy ban nhân dân tỉnh An Giang yêu cầu các đơn vị, địa phương thực hiện một số nhiệm vụ sau:",
            base("36/CĐ-TTg", "Công điện", "2026-05-04", "Thủ tướng Chính phủ"),
        ),
    ),
    sections=(
        section(
            "NHIỆM VỤ CHUNG",
            item("Tuyên truyền sâu rộng kiến thức, kỹ năng an toàn dưới nước tới từng gia đình có trẻ em."),
            item(
                "Rà soát, cắm biển cảnh báo tại kênh, rạch, hố công trình có nguy cơ; hoàn thành trong tháng 6/2026.",
                at=when("trong tháng 6/2026", "2026-06"),
            ),
            role="content",
        ),
        section(
            "PHÂN CÔNG TRÁCH NHIỆM",
            unit(
                "Sở Giáo dục và Đào tạo", "Tổ chức dạy bơi, dạy kỹ năng cứu đuối cho học sinh trong dịp hè."
            ),
            unit(
                "Sở Y tế",
                item("Hướng dẫn sơ cứu, cấp cứu ban đầu cho nhân viên y tế ấp."),
                item("Theo dõi, thống kê các vụ việc trẻ em bị tai nạn thương tích."),
            ),
            unit(
                "Đề nghị Tỉnh đoàn, Hội LHPN tỉnh",
                "Huy động đoàn viên, hội viên trông giữ trẻ, mở điểm vui chơi an toàn tại ấp, khóm.",
                units=("Tỉnh đoàn", "Hội LHPN tỉnh"),
            ),
            unit(
                "UBND các xã, phường, đặc khu",
                item("Chủ tịch UBND chịu trách nhiệm khi để xảy ra đuối nước do thiếu cảnh báo, rào chắn."),
                item(
                    "Lập danh sách trẻ em chưa biết bơi gửi Sở Giáo dục và Đào tạo trước ngày 31/5/2026.",
                    report("once", "2026-05-31", "Sở Giáo dục và Đào tạo"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Các sở, ngành, địa phương báo cáo kết quả thực hiện về Ủy ban nhân dân tỉnh (qua Sở Y tế) trước ngày 15/9/2026 để tổng hợp, theo dõi./.",
            report("once", "2026-09-15", "Ủy ban nhân dân tỉnh", "Sở Y tế", "Các sở, ngành, địa phương"),
        ),
    ),
    signature=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trương Hải Yến"),
    recipients=("Như trên", "TT. Tỉnh ủy, HĐND tỉnh (b/c)", "Chủ tịch, các PCT UBND tỉnh", "Lưu: VT, KGVX"),
    places=("tỉnh An Giang",),
)
