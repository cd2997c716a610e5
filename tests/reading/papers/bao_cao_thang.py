"""Women's Union of a ward, September 2025: a monthly report with next month's work in a table."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "bao_cao_thang.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["UBMTTQ VIỆT NAM PHƯỜNG THỦ ĐỨC", "BAN THƯỜNG VỤ HỘI LHPN", "Số: 18/BC-PN"],
        [*STATE, "Thủ Đức, ngày 24 tháng 9 năm 2025"],
    )
    paper.title(
        "BÁO CÁO", "Kết quả hoạt động công tác Hội tháng 9", "Chương trình công tác tháng 10 năm 2025"
    )
    paper.head("A. KẾT QUẢ HOẠT ĐỘNG THÁNG 9")
    paper.head("I. Công tác trọng tâm")
    paper.paras(
        "- Phối hợp tổ chức đêm hội Trung thu cho 350 trẻ, kinh phí 42.000.000đ (vận động 100%).",
        "- Trao 12 suất học bổng (1.000.000đ/suất) cho con hội viên khó khăn.",
    )
    paper.head("II. Công tác xây dựng Hội")
    paper.para(
        "- Hoàn thành rà soát hội viên tại 17 khu phố trước ngày 15/9/2025; nộp báo cáo số liệu đúng hạn."
    )
    paper.head("III. Khó khăn")
    paper.para("- Chưa có văn bản hướng dẫn mới về định mức chi của chi hội.")
    paper.head("B. CHƯƠNG TRÌNH CÔNG TÁC THÁNG 10")
    paper.table(
        [
            ["Ngày", "Nội dung", "Người thực hiện", "Phối hợp"],
            ["05/10/2025", "Họp Ban Chấp hành Hội", "Chủ tịch Hội", "Các chi hội"],
            ["18/10/2025", "Họp mặt kỷ niệm 20/10", "Ban Thường vụ Hội", "UBND phường"],
            ["Tuần 4", "Tập huấn chuyển đổi số cho chi hội trưởng", "Phó Chủ tịch Hội", ""],
        ],
        [3, 6.5, 4, 3],
    )
    paper.head("C. ĐỀ XUẤT, KIẾN NGHỊ")
    paper.para("- Kiến nghị Hội LHPN Thành phố hỗ trợ tài liệu sinh hoạt.")
    paper.signature(
        ["- Hội LHPN Thành phố;", "- Thường trực UBMTTQ phường;", "- Lưu VP."],
        ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Đoàn Thị Kim Yến"],
    )
    paper.save(path)
