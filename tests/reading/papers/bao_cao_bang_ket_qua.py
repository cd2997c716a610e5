"""Women's Union of a province after the merger, end of 2025: a report with a table of results and next year's plan."""

from pathlib import Path

from .paper import Paper

NAME = "bao_cao_bang_ket_qua.docx"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["ỦY BAN MTTQ VIỆT NAM TỈNH CÀ MAU", "BAN THƯỜNG VỤ HỘI LHPN TỈNH", "*", "Số 112-BC/BTV"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Cà Mau, ngày 02 tháng 12 năm 2025"],
    )
    paper.title(
        "BÁO CÁO",
        "Tình hình thực hiện công tác Hội và phong trào phụ nữ năm 2025",
        "Nhiệm vụ trọng tâm năm 2026",
    )
    paper.head("A. TÌNH HÌNH THỰC HIỆN NĂM 2025")
    paper.head("I. TÌNH HÌNH TƯ TƯỞNG, ĐỜI SỐNG CỦA PHỤ NỮ")
    paper.para(
        "Đa số hội viên phấn khởi trước việc sắp xếp đơn vị hành chính; một số hộ ở xã Đất Mũi còn khó khăn."
    )
    paper.head("II. KẾT QUẢ CÁC HOẠT ĐỘNG TRỌNG TÂM")
    paper.head("1. Nhiệm vụ tuyên truyền, vận động")
    paper.paras(
        "- Tổ chức 1.204 cuộc sinh hoạt chuyên đề, thu hút 38.560 lượt hội viên.",
        "- Hội LHPN tỉnh phối hợp với Công an tỉnh ký kết chương trình phòng, chống mua bán người.",
    )
    paper.head("2. Hoạt động hỗ trợ phụ nữ phát triển kinh tế")
    paper.paras(
        "- Vận động quỹ “Mái ấm tình thương” 3 tỷ 450 triệu đồng, xây dựng 69 căn nhà (50 triệu đồng/căn).",
        "- Các cấp Hội báo cáo, đề xuất ngân hàng giải ngân 12,6 tỷ đồng vốn ưu đãi.",
    )
    paper.table(
        [
            ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"],
            ["1", "Kết nạp hội viên mới", "Hội viên", "4.000", "4.312", "107,8"],
            ["2", "Giúp hộ thoát nghèo", "Hộ", "300", "285", "95"],
            ["3", "Vốn ủy thác tăng thêm", "Triệu đồng", "60.000", "64.250", "107,1"],
        ],
        [1.2, 6, 2.4, 2.4, 2.4, 2],
    )
    paper.head("III. ĐÁNH GIÁ CHUNG")
    paper.head("1. Ưu điểm:", " Chỉ tiêu đạt và vượt kế hoạch, kinh phí được sử dụng đúng mục đích.")
    paper.head("2. Hạn chế:", " Việc báo cáo định kỳ của một số xã còn chậm so với thời gian quy định.")
    paper.head("B. NHIỆM VỤ TRỌNG TÂM NĂM 2026")
    paper.paras(
        "1. Tổ chức Đại hội đại biểu phụ nữ tỉnh trong tháng 3/2026.",
        "2. Hoàn thành chỉ tiêu kết nạp 4.500 hội viên.",
        "3. Hỗ trợ mỗi xã, phường thành lập ít nhất 01 tổ hợp tác do phụ nữ làm chủ.",
    )
    paper.signature(
        ["- Trung ương Hội LHPN Việt Nam (báo cáo);", "- Ban Thường trực UBMTTQ tỉnh;", "- Lưu VT."],
        ["T/M BAN THƯỜNG VỤ", "CHỦ TỊCH", "(đã ký)", "Nguyễn Hồng Thắm"],
    )
    paper.save(path)
