"""Committee for the advancement of women of a province, 2021: several years, a footnote, a text box."""

from pathlib import Path

from ._b import add_box, add_footnote
from .paper import Paper

NAME = "ban_tien_bo_phu_nu.docx"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["UBND TỈNH HẬU GIANG", "BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ", "", "Số: 09/KH-BVSTBPN"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "",
            "Hậu Giang, ngày 22 tháng 3 năm 2021",
        ],
    )
    paper.title(
        "KẾ HOẠCH",
        "Hoạt động vì sự tiến bộ của phụ nữ và bình đẳng giới",
        "tỉnh Hậu Giang giai đoạn 2021 - 2025",
    )
    paper.para(
        "Triển khai Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030 và Công văn số 214/UBQG-VP ngày "
        "26/02/2021 của Ủy ban Quốc gia vì sự tiến bộ của phụ nữ Việt Nam, Ban Vì sự tiến bộ của phụ nữ tỉnh Hậu Giang "
        "đề ra Kế hoạch như sau:"
    )
    add_footnote(paper, "Ban hành kèm theo Nghị quyết số 28/NQ-CP ngày 03/3/2021 của Chính phủ.")
    paper.head("I. MỤC ĐÍCH")
    paper.para(
        "Thu hẹp khoảng cách giới ở những nơi còn chênh lệch rõ, trước hết là việc làm và tiếng nói của phụ nữ nông "
        "thôn, phụ nữ Khmer."
    )
    paper.head("II. THỜI GIAN VÀ PHẠM VI")
    paper.paras(
        "1. Thời gian thực hiện: từ tháng 4/2021 đến hết năm 2024.",
        "2. Phạm vi: toàn tỉnh; làm điểm không dưới 08 xã, trong đó có xã Vị Thắng, huyện Vị Thủy.",
    )
    paper.head("III. MỤC TIÊU, CHỈ TIÊU")
    paper.head("1. Mục tiêu 1: Trong lĩnh vực chính trị")
    paper.paras(
        "- Chỉ tiêu 1: Trên 60% cơ quan quản lý nhà nước cấp tỉnh có lãnh đạo chủ chốt là nữ.",
        "- Chỉ tiêu 2: 100% nữ cán bộ mới được bổ nhiệm tham gia bồi dưỡng kỹ năng lãnh đạo.",
    )
    paper.head("2. Mục tiêu 2: Trong lĩnh vực lao động, việc làm")
    paper.paras(
        "- Chỉ tiêu 1: Tỷ trọng lao động nữ làm công hưởng lương đạt 50% trở lên.",
        "- Chỉ tiêu 2: Hằng năm có ít nhất 500 lao động nữ được vay vốn tạo việc làm.",
    )
    paper.head("3. Mục tiêu 3: Trong gia đình")
    paper.paras(
        "- Chỉ tiêu 1: Mỗi huyện, thị xã, thành phố duy trì 02 mô hình Nhà tạm lánh.",
        "- Chỉ tiêu 2: Người bị bạo lực được phát hiện đều được tư vấn.",
    )
    paper.head("IV. NỘI DUNG HOẠT ĐỘNG")
    paper.head(
        "1. Truyền thông, vận động xã hội.",
        " Mỗi năm chọn một chủ đề; hưởng ứng Tháng hành động vì bình đẳng "
        "giới bằng việc làm cụ thể, tránh khẩu hiệu chung chung.",
    )
    paper.head("2. Nâng cao năng lực")
    paper.paras(
        "a) Mở 05 lớp bồi dưỡng nữ ứng cử viên trong tháng 4/2021.",
        "b) Sở Nội vụ chủ trì, phối hợp với Trường Chính trị tỉnh và Hội LHPN tỉnh rà soát quy hoạch cán bộ nữ.",
        "c) Lồng ghép giới vào đào tạo nghề, trước mắt ở 4 nghề: may, đan lát, chế biến cá thát lát, làm bánh.",
    )
    paper.head("3. Hỗ trợ người bị bạo lực")
    paper.paras(
        "- Vận động cơ sở y tế dành phòng riêng, miễn phí khám lần đầu.",
        "- Đặt số điện thoại 1800 0042 trực 24/24 giờ.",
    )
    paper.head("V. KINH PHÍ")
    paper.para(
        "Ngân sách tỉnh bảo đảm hằng năm 450.000.000 đồng (Bốn trăm năm mươi triệu đồng), trong đó truyền thông 200 "
        "triệu đồng, tập huấn 150 triệu đồng, hỗ trợ mô hình 100 triệu đồng."
    )
    add_box(
        paper,
        [
            "Mức hỗ trợ thành lập Nhà tạm lánh: không quá 40 triệu đồng/mô hình; người lánh nạn: 70.000 "
            "đồng/người/ngày.",
        ],
    )
    paper.head("VI. PHÂN CÔNG THỰC HIỆN")
    paper.head("1. Sở Lao động - Thương binh và Xã hội")
    paper.paras(
        "- Đôn đốc, kiểm tra; hằng năm chọn 03 đơn vị để kiểm tra.",
        "- Báo cáo Ủy ban Quốc gia vì sự tiến bộ của phụ nữ Việt Nam và UBND tỉnh trước ngày 10/12 hằng năm.",
    )
    paper.head("3. Sở Nội vụ, Sở Tài chính:", " Tham mưu công tác cán bộ nữ; bố trí kinh phí.")
    paper.head("4. Sở Y tế; Công an tỉnh")
    paper.paras("- Tiếp nhận, bảo vệ người bị bạo lực.", "- Chia sẻ số liệu để thống kê chung.")
    paper.head(
        "5. Đề nghị Ủy ban MTTQ Việt Nam tỉnh, Hội LHPN tỉnh, Liên đoàn Lao động tỉnh:",
        " Giám sát, phản biện chính sách; vận động đoàn viên, hội viên.",
    )
    paper.head(
        "6. Ban Vì sự tiến bộ của phụ nữ các sở, ngành; Ban Vì sự tiến bộ của phụ nữ huyện, thị xã, thành phố"
    )
    paper.paras(
        "- Xây dựng kế hoạch hoạt động hằng năm.",
    )
    paper.head("VII. CHẾ ĐỘ THÔNG TIN, BÁO CÁO")
    paper.para(
        "Ban Vì sự tiến bộ của phụ nữ các sở, ngành, huyện, thị xã, thành phố báo cáo 6 tháng trước ngày 15/6, một năm "
        "trước ngày 30/11 về Sở Lao động - Thương binh và Xã hội; báo cáo đột xuất khi có yêu cầu."
    )
    paper.signature(
        [
            "- UBQG vì sự tiến bộ của phụ nữ VN;",
            "- TT Tỉnh ủy, HĐND, UBND tỉnh;",
            "- Các thành viên Ban VSTBPN tỉnh;",
            "- Lưu: VT.",
        ],
        ["TM. BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Danh Thị Ngọc Diễm"],
    )
    paper.save(path)
