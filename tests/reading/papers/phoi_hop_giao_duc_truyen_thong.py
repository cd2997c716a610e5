"""Veterans and Youth Union of a province, 2024-2026: a joint programme with two signatures, no budget."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "phoi_hop_giao_duc_truyen_thong.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI CỰU CHIẾN BINH TỈNH BẾN TRE", "-----", "TỈNH ĐOÀN BẾN TRE", "-----", "Số: 05/CTrPH-CCB-TĐ"],
        [*STATE, "Bến Tre, ngày 22 tháng 3 năm 2024"],
    )
    paper.title(
        "CHƯƠNG TRÌNH PHỐI HỢP",
        "Giáo dục truyền thống cách mạng, đạo đức, lối sống cho thế hệ trẻ",
        "giai đoạn 2024 - 2026",
    )
    paper.paras(
        "Căn cứ Chỉ thị số 42-CT/TW ngày 24/3/2015 của Ban Bí thư về giáo dục lý tưởng cách mạng cho thế hệ trẻ;",
        "Căn cứ Nghị quyết liên tịch số 01/NQLT-CCB-TWĐTN ngày 18/12/2022 giữa Trung ương Hội Cựu chiến binh Việt Nam "
        "và Trung ương Đoàn TNCS Hồ Chí Minh;",
        "Ban Thường vụ Hội Cựu chiến binh tỉnh Bến Tre và Ban Thường vụ Tỉnh đoàn Bến Tre thống nhất ban hành Chương "
        "trình phối hợp như sau:",
    )
    paper.head("I. MỤC ĐÍCH, YÊU CẦU")
    paper.head(
        "1. Mục đích:", " Khơi dậy lòng yêu nước, khát vọng cống hiến của đoàn viên, thanh niên xứ Dừa."
    )
    paper.head(
        "2. Yêu cầu:", " Nội dung gần gũi, phù hợp lứa tuổi; hai bên chủ động, không khoán việc cho nhau."
    )
    paper.head("II. CHỈ TIÊU PHỐI HỢP")
    paper.paras(
        "1. Tổ chức trên 120 buổi nói chuyện truyền thống.",
        "2. Giúp đỡ 60 thanh niên chậm tiến trở thành người có ích.",
        "3. Mỗi Đoàn cấp huyện phụng dưỡng ít nhất 02 cựu chiến binh neo đơn.",
        "4. Không quá 5% chi đoàn xếp loại trung bình về giáo dục truyền thống.",
        "5. Nâng chất lượng đội ngũ báo cáo viên là cựu chiến binh.",
    )
    paper.head("III. NỘI DUNG PHỐI HỢP")
    paper.head("1. Giáo dục truyền thống, lý tưởng")
    paper.paras(
        "a) Tổ chức hành trình về nguồn, thắp nến tri ân tại nghĩa trang liệt sĩ nhân dịp 27/7.",
        "b) Sưu tầm, số hóa hồi ký, hiện vật của cựu chiến binh Đội quân tóc dài.",
        "c) Tỉnh đoàn chủ trì, phối hợp với Hội Cựu chiến binh tỉnh tổ chức Hội thi “Tự hào trang sử Đồng khởi” trong "
        "Quý I/2025.",
    )
    paper.head("2. Chăm lo, giúp đỡ thanh thiếu niên")
    paper.paras(
        "a) Phân công hội viên cựu chiến binh kèm cặp, giúp đỡ thanh thiếu niên vi phạm pháp luật tại cộng đồng.",
        "b) Kết nối vốn vay, việc làm cho bộ đội xuất ngũ trẻ.",
    )
    paper.head("3. Xây dựng tổ chức Hội, Đoàn vững mạnh")
    paper.para(
        "Giới thiệu cán bộ Đoàn trưởng thành, quân nhân xuất ngũ tham gia Hội Cựu quân nhân; cử báo cáo viên tham gia "
        "các lớp cảm tình Đoàn, đối tượng Đoàn."
    )
    paper.head("IV. TRÁCH NHIỆM THỰC HIỆN")
    paper.head(
        "1. Hội Cựu chiến binh tỉnh:",
        " Chủ trì nội dung giáo dục truyền thống; chọn nhân chứng, báo cáo viên.",
    )
    paper.head("2. Tỉnh đoàn:", " Chủ trì các hoạt động tập trung; quản lý trang cộng đồng “Tiếp lửa”.")
    paper.head("3. Hội Cựu chiến binh, Đoàn Thanh niên các huyện, thành phố")
    paper.paras(
        "- Cụ thể hóa thành chương trình ký kết ở cấp mình; chọn huyện Thạnh Phú và Ba Tri làm điểm.",
        "- Lồng ghép kiểm tra với đánh giá thi đua của hai tổ chức.",
    )
    paper.head("V. CHẾ ĐỘ THÔNG TIN, BÁO CÁO")
    paper.paras(
        "- Cấp huyện báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12 về Hội Cựu chiến binh tỉnh và Tỉnh "
        "đoàn.",
        "- Khi có vụ việc phức tạp, hai bên kịp thời báo cáo cấp ủy cùng cấp.",
    )
    paper.para("Chương trình này có hiệu lực kể từ ngày ký và được tổng kết khi kết thúc giai đoạn./.")
    paper.signature(
        [],
        ["TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "BÍ THƯ", "Nguyễn Trường Giang"],
        ["TM. BAN THƯỜNG VỤ HỘI CCB TỈNH", "CHỦ TỊCH", "Võ Thành Dũng"],
    )
    paper.signature(
        [
            "- Trung ương Hội CCB Việt Nam (b/c);",
            "- Trung ương Đoàn (b/c);",
            "- Hội CCB, Đoàn TN các huyện, thành phố;",
            "- Lưu: VP Hội, VP Tỉnh đoàn.",
        ],
    )
    paper.save(path)
