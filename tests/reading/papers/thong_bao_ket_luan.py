"""Office of a new ward, 2025: a notice of what its vice-chairwoman concluded; who is to do what by when."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "thong_bao_ket_luan.docx"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "PHƯỜNG HẠC THÀNH", "", "Số: 46/TB-UBND"],
        [*STATE, "Hạc Thành, ngày 19 tháng 9 năm 2025"],
    )
    paper.title(
        "THÔNG BÁO",
        "Kết luận của Phó Chủ tịch UBND phường Lê Thị Nga tại cuộc họp về công tác chuẩn bị Ngày hội Gia đình hạnh phúc",
    )
    paper.para(
        "Ngày 18/9/2025, tại trụ sở UBND phường, đồng chí Lê Thị Nga, Phó Chủ tịch UBND phường chủ trì cuộc họp về công "
        "tác chuẩn bị Ngày hội Gia đình hạnh phúc. Sau khi nghe Hội LHPN phường báo cáo và ý kiến của các đơn vị, đồng "
        "chí Phó Chủ tịch UBND phường kết luận như sau:"
    )
    paper.head("I. ĐÁNH GIÁ CHUNG")
    paper.para(
        "Hội LHPN phường đã chủ động xây dựng kịch bản; tuy nhiên việc vận động gian hàng còn chậm, mới đạt 14/30 gian."
    )
    paper.head("II. PHÂN CÔNG NHIỆM VỤ")
    paper.head("1. Hội LHPN phường")
    paper.paras(
        "- Hoàn thiện kịch bản, gửi Phòng Văn hóa - Xã hội thẩm định trước ngày 26/9/2025.",
        "- Vận động đủ 30 gian hàng; kinh phí hỗ trợ 500.000 đồng/gian.",
    )
    paper.head(
        "2. Phòng Văn hóa - Xã hội:", " Chủ trì trang trí khánh tiết, tuyên truyền trên hệ thống loa phường."
    )
    paper.head("3. Phòng Kinh tế, Hạ tầng và Đô thị")
    paper.paras(
        "- Tham mưu bố trí kinh phí tổ chức Ngày hội, tổng kinh phí không quá 120 triệu đồng.",
        "- Bảo đảm vệ sinh môi trường, điện chiếu sáng tại Công viên Hội An.",
    )
    paper.head(
        "4. Đề nghị Ủy ban MTTQ Việt Nam phường, Đoàn Thanh niên phường:",
        " Huy động đoàn viên, hội viên tham dự.",
    )
    paper.head("5. Trưởng các tổ dân phố")
    paper.para("- Gửi danh sách gia đình tiêu biểu về Hội LHPN phường trước ngày 25/9/2025.")
    paper.para(
        "Giao Văn phòng HĐND và UBND phường theo dõi, đôn đốc, báo cáo Phó Chủ tịch UBND phường kết quả trước ngày "
        "30/9/2025."
    )
    paper.para("Trên đây là kết luận của Phó Chủ tịch UBND phường, thông báo để các đơn vị thực hiện./.")
    paper.signature(
        ["- Chủ tịch, các PCT UBND phường;", "- Các phòng, đơn vị thuộc phường;", "- Lưu: VT."],
        ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Lê Văn Tú"],
    )
    paper.save(path)
