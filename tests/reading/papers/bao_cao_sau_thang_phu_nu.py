"""Women's Union of a merged commune, mid 2026: a report of half a year with the tasks of the next half."""

from pathlib import Path

from .paper import Paper

NAME = "bao_cao_sau_thang_phu_nu.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN MTTQ VIỆT NAM XÃ PHÚ RIỀNG", "BAN THƯỜNG VỤ HỘI LHPN XÃ", "***", "Số: 31/BC-BTV"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Phú Riềng, ngày 10 tháng 6 năm 2026"],
    )
    paper.title(
        "BÁO CÁO",
        "Kết quả công tác Hội và phong trào phụ nữ 6 tháng đầu năm 2026;",
        "phương hướng, nhiệm vụ 6 tháng cuối năm 2026",
    )
    paper.paras(
        "Thực hiện Kế hoạch số 12/KH-BTV ngày 15/01/2026 của Ban Thường vụ Hội LHPN tỉnh Đồng Nai về công tác Hội năm "
        "2026, Ban Thường vụ Hội LHPN xã Phú Riềng báo cáo kết quả 6 tháng đầu năm như sau:",
    )
    paper.head("Phần thứ nhất")
    paper.head("KẾT QUẢ CÔNG TÁC HỘI 6 THÁNG ĐẦU NĂM 2026")
    paper.head("I. ĐẶC ĐIỂM TÌNH HÌNH")
    paper.para(
        "Hội LHPN xã có 28 chi hội với 4.215 hội viên, thu nhập chủ yếu từ cây điều và cao su. Đời sống của hội viên cơ "
        "bản ổn định."
    )
    paper.head("II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU, NHIỆM VỤ")
    paper.head("1. Công tác tuyên truyền, giáo dục")
    paper.paras(
        "- Tổ chức 34 buổi tuyên truyền cho 2.860 lượt hội viên về bầu cử đại biểu Quốc hội và HĐND các cấp.",
        "- Phối hợp với Công an xã mở 02 lớp kỹ năng phòng, chống lừa đảo qua mạng, kinh phí 6.500.000 đồng.",
    )
    paper.head("2. Hỗ trợ phụ nữ phát triển kinh tế")
    paper.paras(
        "- Giúp 12/20 hộ nghèo do phụ nữ làm chủ, đạt 60% chỉ tiêu năm.",
        "- Dư nợ ủy thác qua Ngân hàng Chính sách xã hội đạt 48 tỷ 650 triệu đồng cho 1.124 hộ vay.",
        "- Ra mắt Tổ hợp tác đan lát tại thôn Phú Thịnh, được hỗ trợ 1.286,5 nghìn đồng mua nguyên liệu ban đầu.",
    )
    paper.head("3. Xây dựng tổ chức Hội")
    paper.para("Kết nạp mới 96 hội viên, đạt 80% chỉ tiêu; thu hội phí đạt 100%.")
    paper.head("III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN")
    paper.paras(
        "- Một số chi hội sinh hoạt chưa đều, chế độ báo cáo của chi hội chưa kịp thời.",
        "- Nguyên nhân: cán bộ chi hội kiêm nhiệm, địa bàn rộng sau sắp xếp.",
    )
    paper.head("Phần thứ hai")
    paper.head("PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2026")
    paper.head("I. CHỈ TIÊU PHẤN ĐẤU")
    paper.paras(
        "- Giúp thêm ít nhất 08 hộ nghèo do phụ nữ làm chủ.",
        "- Kết nạp 25 hội viên mới.",
        "- 100% chi hội đăng ký tuyến đường phụ nữ tự quản.",
    )
    paper.head("II. NHIỆM VỤ TRỌNG TÂM")
    paper.paras(
        "1. Tổ chức sơ kết 5 năm Cuộc vận động “Xây dựng gia đình 5 không, 3 sạch” trong tháng 9/2026.",
        "2. Vận động xây 01 mái ấm tình thương tại thôn Phú Tân, trị giá 80 triệu đồng.",
        "3. Duy trì giao ban cán bộ chi hội, nâng chất lượng sinh hoạt.",
    )
    paper.head("III. ĐỀ XUẤT, KIẾN NGHỊ")
    paper.para("Đề nghị Hội LHPN tỉnh mở lớp bồi dưỡng nghiệp vụ cho chi hội trưởng mới.")
    paper.para("Trên đây là Báo cáo công tác Hội 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2026./.")
    paper.signature(
        ["- Hội LHPN tỉnh (b/c);", "- Thường trực Đảng ủy xã (b/c);", "- 28 chi hội;", "- Lưu."],
        ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Điểu Thị Bé"],
    )
    paper.save(path)
