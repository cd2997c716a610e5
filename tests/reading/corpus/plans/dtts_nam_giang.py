"""Phòng of a huyện signed by order: bases inside sentences, targets by verbs, reports in odd words, steps as sections."""

from ..model import Letterhead, Plan, base, cap, item, para, rate, report, section, target, total, unit, when

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=(
        "Triển khai Tiểu dự án “Giảm thiểu tảo hôn và hôn nhân cận huyết thống” năm 2023",
        "(thuộc Chương trình mục tiêu quốc gia giai đoạn 2021 - 2030, giai đoạn I: từ năm 2021 đến năm 2025)",
    ),
    issuer="UBND huyện Nam Giang",
    programme="Tiểu dự án Giảm thiểu tảo hôn và hôn nhân cận huyết thống",
    period=("2023-01-01", "2023-12-31"),
    letterhead=Letterhead(
        ("UBND TỈNH QUẢNG NAM", "UBND HUYỆN NAM GIANG"), "97/KH-UBND", "Nam Giang, ngày 21 tháng 4 năm 2023"
    ),
    number="97/KH-UBND",
    issued_on="2023-04-21",
    opening=(
        para(
            "Căn cứ Quyết định 1719/QĐ-TTg ngày 14 tháng 10 năm 2021 của Thủ tướng Chính phủ; Quyết định số 498/QĐ-TTg ngày 14/4/2015 của Thủ tướng Chính phủ phê duyệt Đề án “Giảm thiểu tình trạng tảo hôn và hôn nhân cận huyết thống”; Luật Hôn nhân và gia đình năm 2014;",
            base("1719/QĐ-TTg", "Quyết định", "2021-10-14", "Thủ tướng Chính phủ"),
            base("498/QĐ-TTg", "Quyết định", "2015-04-14", "Thủ tướng Chính phủ"),
        ),
        para(
            "Theo đề nghị của Phòng Dân tộc tại Tờ trình số 35/TTr-PDT ngày 12/4/2023, UBND huyện Nam Giang ban hành Kế hoạch triển khai Tiểu dự án năm 2023 như sau:",
            base("35/TTr-PDT", "Tờ trình", "2023-04-12", "Phòng Dân tộc"),
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH VÀ YÊU CẦU",
            section(
                "Mục đích",
                item("Chuyển biến nhận thức, hành vi trong hôn nhân của đồng bào Cơ Tu, Giẻ Triêng."),
                item("Ngăn chặn, giảm số cặp tảo hôn qua từng năm."),
            ),
            section(
                "Yêu cầu", item("Lựa chọn hình thức phù hợp phong tục; dựa vào già làng, người có uy tín.")
            ),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU PHẤN ĐẤU",
            item("Giảm ít nhất 3% số cặp tảo hôn so với năm trước.", target(3, "%", ">=")),
            item("Không có cặp kết hôn cận huyết thống.", target(None, None)),
            item("Mở 06 lớp tập huấn cho già làng, người có uy tín.", target(6, "lớp tập huấn")),
            item(
                "Thu hút từ 400 thanh niên tham gia câu lạc bộ tiền hôn nhân trở lên.",
                target(400, "thanh niên", ">="),
            ),
            item("Trên 95% trường học có nội dung ngoại khóa về tảo hôn.", target(95, "%", ">")),
            role="targets",
        ),
        section(
            "NHIỆM VỤ TRỌNG TÂM",
            section(
                "Truyền thông",
                item(
                    "Tổ chức 02 phiên tòa giả định tại xã Tà Pơơ và xã Chơ Chun, thời gian trong tháng 9/2023.",
                    at=when("trong tháng 9/2023", "2023-09"),
                ),
                item(
                    "Phòng Dân tộc chủ trì, phối hợp cùng Trung tâm Văn hóa, Thể thao và Truyền thanh - Truyền hình huyện xây dựng 04 phóng sự.",
                    lead="Phòng Dân tộc",
                    partners="Trung tâm Văn hóa, Thể thao và Truyền thanh - Truyền hình huyện",
                ),
            ),
            section(
                "Can thiệp, hỗ trợ",
                item("Tư vấn cho học sinh có nguy cơ bỏ học lấy chồng, lấy vợ sớm."),
                item(
                    "Hỗ trợ sinh hoạt câu lạc bộ: 1.500.000 đồng/câu lạc bộ/quý, tối đa 10 câu lạc bộ.",
                    rate(1_500_000, "câu lạc bộ/quý", 10),
                ),
                item(
                    "Chi khen thưởng thôn không có tảo hôn: không quá 5.000.000 đồng/thôn.",
                    cap(5_000_000, "thôn"),
                ),
            ),
            role="content",
        ),
        section(
            "DỰ TOÁN KINH PHÍ",
            para("Tổng dự toán 420.000.000đ, trong đó:", total(420_000_000)),
            item("Ngân sách trung ương: 380.000.000đ;", total(380_000_000)),
            item("Ngân sách huyện đối ứng: 40.000.000đ.", total(40_000_000)),
            role="budget",
        ),
        section(
            "PHÂN CÔNG THỰC HIỆN",
            unit(
                "Phòng Dân tộc huyện",
                item("Chủ trì triển khai, lập dự toán, thanh quyết toán."),
                item(
                    "Tham mưu UBND huyện báo cáo Ban Dân tộc tỉnh theo định kỳ hoặc đột xuất.",
                    report("unspecified", None, "Ban Dân tộc tỉnh"),
                ),
            ),
            unit(
                "Phòng Tư pháp, Phòng Giáo dục và Đào tạo",
                "Phổ biến pháp luật; đưa nội dung vào giờ sinh hoạt dưới cờ.",
                units=("Phòng Tư pháp", "Phòng Giáo dục và Đào tạo"),
            ),
            unit("Đề nghị Tòa án nhân dân huyện", "Lựa chọn vụ việc để tuyên truyền, xét xử lưu động."),
            unit(
                "UBND các xã, thị trấn",
                item("Đưa nội dung vào hương ước, quy ước thôn."),
                item(
                    "Mỗi quý một lần, trước ngày 05 của tháng đầu quý sau, báo cáo tình hình về Phòng Dân tộc huyện.",
                    report("quarterly", "ngày 05 của tháng đầu quý sau", "Phòng Dân tộc huyện"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Trên đây là Kế hoạch triển khai Tiểu dự án năm 2023 trên địa bàn huyện; trong quá trình thực hiện nếu có khó khăn, đề nghị phản ánh về Phòng Dân tộc để được hướng dẫn./."
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "A Viết Sơn"),
    recipients=(
        "Ban Dân tộc tỉnh (b/c)",
        "TTHU, TTHĐND huyện (b/c)",
        "CT, các PCT UBND huyện",
        "UBND các xã, thị trấn",
        "Lưu: VT, DT",
    ),
    places=("huyện Nam Giang", "xã Tà Pơơ", "xã Chơ Chun"),
)
