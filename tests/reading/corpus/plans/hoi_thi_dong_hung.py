"""An event of Hội Nông dân huyện: a time clause of days, costs in thousands under group rows, one list to send."""

from ..model import (
    Letterhead,
    Plan,
    base,
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
    title=("Tổ chức Hội thi “Nhà nông giỏi nghề” lần thứ 5",),
    issuer="Ban Chấp hành Hội Nông dân huyện Đông Hưng",
    programme=None,
    period=("2022-08-15", "2022-10-14"),
    letterhead=Letterhead(
        ("HỘI NÔNG DÂN TỈNH THÁI BÌNH", "BCH HỘI NÔNG DÂN HUYỆN ĐÔNG HƯNG"),
        "31-KH/HNDH",
        "Đông Hưng, ngày 05 tháng 8 năm 2022",
    ),
    number="31-KH/HNDH",
    issued_on="2022-08-05",
    opening=(
        para(
            "Thực hiện Kế hoạch số 58-KH/HNDT ngày 11/7/2022 của Ban Thường vụ Hội Nông dân tỉnh Thái Bình, Ban Chấp hành Hội Nông dân huyện Đông Hưng tổ chức Hội thi như sau:",
            base("58-KH/HNDT", "Kế hoạch", "2022-07-11", "Ban Thường vụ Hội Nông dân tỉnh Thái Bình"),
        ),
    ),
    sections=(
        section(
            "Mục đích, yêu cầu",
            item("Tôn vinh nông dân sản xuất giỏi, trao đổi kinh nghiệm canh tác sạch."),
            item("Hội thi tổ chức vui tươi, tiết kiệm, thu hút đông đảo hội viên."),
            role="purpose",
        ),
        section(
            "Thời gian, địa điểm, thành phần",
            run_in("Thời gian", "Từ ngày 15/8/2022 đến ngày 14/10/2022."),
            run_in("Địa điểm", "Nhà văn hóa huyện, thị trấn Đông Hưng."),
            section(
                "Thành phần",
                item("Phấn đấu có ít nhất 30 đội đăng ký dự thi vòng sơ loại.", target(30, "đội", ">=")),
                item("Ban Giám khảo do Ban Tổ chức mời."),
            ),
            role="scope",
        ),
        section(
            "Nội dung, hình thức",
            section(
                "Vòng sơ loại",
                item("Các đội nộp bài thuyết trình bằng video dài không quá 5 phút."),
                item(
                    "Ban Giám khảo chấm, chọn 08 đội vào chung kết, công bố ngày 20/9/2022.",
                    at=when("ngày 20/9/2022", "2022-09-20"),
                ),
            ),
            section(
                "Vòng chung kết",
                item(
                    "Các đội thi ba phần:",
                    item("Chào hỏi."),
                    item("Kiến thức về vật tư nông nghiệp, an toàn thực phẩm."),
                    item("Thực hành ghép cây, tỉa cành."),
                ),
                item(
                    "Tổng kết, trao giải đúng dịp kỷ niệm ngày thành lập Hội 14/10.",
                    at=when("dịp kỷ niệm ngày thành lập Hội 14/10", "2022-10-14"),
                ),
            ),
            role="content",
        ),
        section(
            "Kinh phí",
            para("Đơn vị tính: nghìn đồng"),
            table(
                "label text measure quantity price amount note",
                row("I", "Vòng sơ loại", "", "", "", "", "", heading=1),
                row("1", "Bồi dưỡng Ban Giám khảo", "người", "5", "500", "2.500", ""),
                row("2", "Nước uống", "buổi", "4", "250", "1.000", ""),
                row("II", "Vòng chung kết", "", "", "", "", "", heading=1),
                row("1", "Thuê âm thanh, ánh sáng", "buổi", "1", "6.000", "6.000", "Trọn gói"),
                row("2", "Giải Nhất", "giải", "1", "3.000", "3.000", ""),
                row("3", "Giải Khuyến khích", "giải", "7", "800", "5.600", "Tiền mặt"),
                head=(("STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền", "Ghi chú"),),
                total="Tổng cộng",
                multiplier=1_000,
            ),
            role="budget",
        ),
        section(
            "Tổ chức thực hiện",
            unit(
                "Thường trực Hội Nông dân huyện",
                "Thành lập Ban Tổ chức, Ban Giám khảo; ban hành thể lệ.",
                "Chuẩn bị cơ sở vật chất, mời đại biểu.",
            ),
            unit(
                "Hội Nông dân các xã, thị trấn",
                item("Tổ chức Hội thi cấp cơ sở, lựa chọn đội dự thi."),
                item(
                    "Nộp danh sách đội thi về Thường trực Hội Nông dân huyện chậm nhất ngày 31/8/2022.",
                    report("once", "2022-08-31", "Thường trực Hội Nông dân huyện"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Trên đây là Kế hoạch tổ chức Hội thi, đề nghị Hội Nông dân các xã, thị trấn triển khai thực hiện./."
        ),
    ),
    signature=("T/M BAN CHẤP HÀNH", "CHỦ TỊCH", "Phạm Quang Đoan"),
    recipients=("Hội Nông dân tỉnh", "TT Huyện ủy, UBND huyện", "Hội Nông dân các xã, thị trấn", "Lưu VP"),
    places=("tỉnh Thái Bình", "huyện Đông Hưng", "thị trấn Đông Hưng"),
)
