"""Women's Union and Social Insurance of a city, 2024-2026: a programme under three columns of letterhead."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "phoi_hop_bao_hiem.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper._side_by_side(
        [
            ["HỘI LIÊN HIỆP PHỤ NỮ", "THÀNH PHỐ CẦN THƠ"],
            ["BẢO HIỂM XÃ HỘI", "THÀNH PHỐ CẦN THƠ", "Số: 09/CTrPH-HLHPN-BHXH"],
            [*STATE, "Cần Thơ, ngày 15 tháng 4 năm 2024"],
        ],
        [5, 5, 6.5],
    )
    paper.title(
        "CHƯƠNG TRÌNH PHỐI HỢP",
        "Tuyên truyền, vận động hội viên phụ nữ tham gia bảo hiểm xã hội tự nguyện, bảo hiểm y tế hộ gia đình",
        "giai đoạn 2024 - 2026",
    )
    paper.paras(
        "Căn cứ Nghị quyết số 28-NQ/TW ngày 23/5/2018 của Ban Chấp hành Trung ương về cải cách chính sách bảo hiểm xã hội;",
        "Hội Liên hiệp Phụ nữ thành phố Cần Thơ và Bảo hiểm xã hội thành phố Cần Thơ ký kết Chương trình phối hợp giai "
        "đoạn 2024 - 2026 với các nội dung sau:",
    )
    paper.head("Điều 1. Mục đích, yêu cầu")
    paper.para("Tăng số hội viên có thẻ bảo hiểm, nhất là phụ nữ buôn bán nhỏ, lao động tự do.")
    paper.head("Điều 2. Chỉ tiêu")
    paper.paras(
        "1. Mỗi năm vận động ít nhất 1.500 hội viên tham gia bảo hiểm xã hội tự nguyện.",
        "2. Đến năm 2026, trên 95% hội viên có thẻ bảo hiểm y tế.",
    )
    paper.head("Điều 3. Nội dung phối hợp")
    paper.paras(
        "1. Tổ chức 27 hội nghị tư vấn trực tiếp tại các quận, huyện.",
        "2. Thành lập 09 điểm thu do Hội LHPN xã, phường quản lý trong năm 2025.",
        "3. Tặng sổ bảo hiểm xã hội cho phụ nữ khuyết tật, mức hỗ trợ 792.000 đồng/người/năm.",
    )
    paper.head("Điều 4. Trách nhiệm của các bên")
    paper.head("1. Trách nhiệm Hội Liên hiệp Phụ nữ thành phố")
    paper.paras(
        "a) Chỉ đạo các cấp Hội lập danh sách hội viên chưa tham gia.",
        "b) Lồng ghép nội dung vào sinh hoạt chi hội.",
    )
    paper.head("2. Trách nhiệm Bảo hiểm xã hội thành phố")
    paper.paras(
        "a) Cung cấp tài liệu, cử báo cáo viên.",
        "b) Chi thù lao cho điểm thu theo quy định.",
    )
    paper.head("Điều 5. Kinh phí thực hiện")
    paper.para(
        "Kinh phí năm 2024 là 350.000.000 đồng (ba trăm năm mươi triệu đồng), do Bảo hiểm xã hội thành phố bảo đảm."
    )
    paper.head("Điều 6. Chế độ báo cáo")
    paper.paras(
        "1. Hội LHPN, Bảo hiểm xã hội các quận, huyện báo cáo kết quả hằng quý về cấp trên trước ngày 20 của tháng cuối "
        "quý.",
        "2. Hai bên sơ kết hằng năm, tổng kết vào tháng 11/2026.",
    )
    paper.para("Chương trình này có hiệu lực kể từ ngày ký./.")
    paper.signature(
        [],
        ["TM. BAN THƯỜNG VỤ HỘI LHPN", "CHỦ TỊCH", "Trương Ngọc Mai"],
        ["BẢO HIỂM XÃ HỘI THÀNH PHỐ", "GIÁM ĐỐC", "Lê Hữu Trí"],
    )
    paper.signature(
        ["- Thành ủy, UBND thành phố;", "- Hội LHPN, BHXH các quận, huyện;", "- Lưu: VT Hội, VT BHXH."]
    )
    paper.save(path)
