"""Chairman of a merged commune, 2025: a decision that sets up a support team; articles, members, who carries it out."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "quyet_dinh_to_ho_tro.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "XÃ ĐỒNG TÂM", "", "Số: 158/QĐ-UBND"],
        [*STATE, "Đồng Tâm, ngày 16 tháng 9 năm 2025"],
    )
    paper.title("QUYẾT ĐỊNH", "Về việc thành lập Tổ hỗ trợ phụ nữ khởi nghiệp xã Đồng Tâm")
    paper.title("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỒNG TÂM")
    for line in (
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;",
        "Căn cứ Quyết định số 939/QĐ-TTg ngày 30/6/2017 của Thủ tướng Chính phủ phê duyệt Đề án “Hỗ trợ phụ nữ khởi "
        "nghiệp giai đoạn 2017 - 2025”;",
        "Theo đề nghị của Chủ tịch Hội LHPN xã tại Tờ trình số 09/TTr-HPN ngày 05/9/2025.",
    ):
        paper.para(line, italic=True)
    paper.title("QUYẾT ĐỊNH:")
    paper.head("Điều 1.", " Thành lập Tổ hỗ trợ phụ nữ khởi nghiệp xã Đồng Tâm, gồm các ông, bà có tên sau:")
    paper.paras(
        "1. Bà Lê Thị Minh, Phó Chủ tịch UBND xã: Tổ trưởng;",
        "2. Bà Phùng Thị Sáu, Chủ tịch Hội LHPN xã: Tổ phó thường trực;",
        "3. Ông Trần Quốc Khánh, Trưởng phòng Kinh tế: Tổ phó;",
        "4. Bà Đàm Thu Trang, công chức Phòng Văn hóa - Xã hội: Thành viên.",
    )
    paper.head("Điều 2.", " Nhiệm vụ của Tổ hỗ trợ")
    paper.paras(
        "1. Tư vấn, hoàn thiện ý tưởng khởi nghiệp cho phụ nữ trên địa bàn.",
        "2. Kết nối vốn vay, hỗ trợ đăng ký hộ kinh doanh, hợp tác xã.",
        "3. Báo cáo Chủ tịch UBND xã kết quả hoạt động trước ngày 15/12 hằng năm.",
    )
    paper.head(
        "Điều 3.",
        " Kinh phí hoạt động của Tổ hỗ trợ do ngân sách xã bảo đảm, mức 24.000.000 đồng/năm (bằng chữ: Hai mươi bốn "
        "triệu đồng).",
    )
    paper.head("Điều 4.", " Quyết định này có hiệu lực kể từ ngày ký.")
    paper.head(
        "Điều 5.",
        " Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Kinh tế, Trưởng phòng Văn hóa - Xã hội, Trưởng các thôn và các "
        "ông, bà có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
    )
    paper.signature(
        ["- Như Điều 5;", "- TT Đảng ủy, HĐND xã;", "- Lưu: VT."],
        ["CHỦ TỊCH", "Nguyễn Đình Thắng"],
    )
    paper.save(path)
