"""UBND tỉnh: aims split by field, tasks that name leads at the end of the sentence, a plan over three years, yearly days."""

from ..model import Letterhead, Plan, base, item, para, report, run_in, section, target, total, unit, when

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=(
        "Phòng ngừa, ứng phó với bạo lực trên cơ sở giới",
        "trên địa bàn tỉnh Đắk Lắk giai đoạn 2022 - 2024",
    ),
    issuer="Ủy ban nhân dân tỉnh Đắk Lắk",
    programme=None,
    period=("2022-01-01", "2024-12-31"),
    letterhead=Letterhead(
        ("ỦY BAN NHÂN DÂN", "TỈNH ĐẮK LẮK"), "41/KH-UBND", "Đắk Lắk, ngày 28 tháng 02 năm 2022"
    ),
    number="41/KH-UBND",
    issued_on="2022-02-28",
    opening=(
        para(
            "Thực hiện Quyết định số 2232/QĐ-TTg, ngày 28/12/2020 của Thủ tướng Chính phủ phê duyệt Chương trình phòng ngừa và ứng phó với bạo lực trên cơ sở giới giai đoạn 2021 - 2025, UBND tỉnh ban hành Kế hoạch phòng ngừa, ứng phó với bạo lực trên cơ sở giới trên địa bàn tỉnh như sau:",
            base("2232/QĐ-TTg", "Quyết định", "2020-12-28", "Thủ tướng Chính phủ"),
        ),
    ),
    sections=(
        section(
            "QUAN ĐIỂM, MỤC ĐÍCH",
            item("Phòng ngừa là chính; can thiệp sớm, lấy người bị bạo lực làm trung tâm."),
            item("Huy động cả hệ thống chính trị và cộng đồng cùng tham gia."),
            role="purpose",
        ),
        section(
            "CÁC CHỈ TIÊU CỤ THỂ",
            section(
                "Về truyền thông",
                item(
                    "Đến năm 2024, 100% xã, phường, thị trấn có nhóm truyền thông nòng cốt.", target(100, "%")
                ),
                item(
                    "Mỗi năm có ít nhất 15.000 lượt người được tiếp cận thông tin.",
                    target(15000, "lượt người", ">="),
                ),
            ),
            section(
                "Về dịch vụ",
                item("Trên 80% người gây bạo lực được tư vấn chuyển đổi hành vi.", target(80, "%", ">")),
                item("Thí điểm 02 mô hình Ngôi nhà Ánh Dương.", target(2, "mô hình")),
            ),
            role="targets",
        ),
        section(
            "NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU",
            section(
                "Hoàn thiện cơ chế phối hợp",
                item(
                    "Ban hành quy trình tiếp nhận, chuyển gửi người bị bạo lực; hoàn thành trong quý II năm 2022.",
                    at=when("trong quý II năm 2022", "2022-04", "2022-06"),
                ),
                item(
                    "Công an tỉnh chủ trì, phối hợp với Sở Tư pháp xử lý nghiêm các vụ xâm hại tình dục.",
                    lead="Công an tỉnh",
                    partners="Sở Tư pháp",
                ),
            ),
            section(
                "Nâng cao chất lượng dịch vụ",
                item("Thí điểm mô hình tại thành phố Buôn Ma Thuột và huyện Krông Bông."),
                item("Đường dây nóng hoạt động 24/24 giờ, bảo đảm bí mật."),
                item("Đào tạo 40 cán bộ tư vấn, kinh phí 96 triệu đồng.", total(96_000_000, 40)),
            ),
            role="content",
        ),
        run_in(
            "KINH PHÍ",
            "Ngân sách nhà nước theo phân cấp hiện hành, lồng ghép trong các chương trình, đề án liên quan.",
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Sở Lao động - Thương binh và Xã hội",
                item("Cơ quan đầu mối, đôn đốc thực hiện."),
                item(
                    "Hằng năm, tổng hợp báo cáo UBND tỉnh trước ngày 20 tháng 12.",
                    report("annual", "--12-20", "UBND tỉnh"),
                ),
            ),
            unit(
                "Sở Y tế; Sở Giáo dục và Đào tạo; Sở Văn hóa, Thể thao và Du lịch",
                "Triển khai các hoạt động thuộc lĩnh vực quản lý.",
                units=("Sở Y tế", "Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch"),
            ),
            unit(
                "Đề nghị Hội Liên hiệp Phụ nữ tỉnh",
                "Vận hành địa chỉ tin cậy tại cộng đồng; giám sát việc thực hiện chính sách.",
            ),
            unit(
                "UBND các huyện, thị xã, thành phố",
                item("Xây dựng kế hoạch, bố trí ngân sách."),
                item(
                    "Báo cáo định kỳ 6 tháng (trước ngày 15/6) và năm (trước ngày 05/12) về UBND tỉnh qua Sở Lao động - Thương binh và Xã hội.",
                    report("semiannual", "--06-15", "UBND tỉnh", "Sở Lao động - Thương binh và Xã hội"),
                    report("annual", "--12-05", "UBND tỉnh", "Sở Lao động - Thương binh và Xã hội"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Trên đây là Kế hoạch của Ủy ban nhân dân tỉnh Đắk Lắk, yêu cầu các sở, ngành, địa phương thực hiện./."
        ),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Thanh Niê"),
    recipients=(
        "Bộ Lao động - Thương binh và Xã hội",
        "TT Tỉnh ủy, TT HĐND tỉnh",
        "Các sở, ban, ngành",
        "UBND các huyện, thị xã, thành phố",
        "Lưu: VT, KGVX",
    ),
    places=("tỉnh Đắk Lắk", "thành phố Buôn Ma Thuột", "huyện Krông Bông"),
)
