"""Steering committee of a merged commune, 2026: a plan with a detailed estimate; one subtotal is wrong."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "ke_hoach_du_toan_chi_tiet.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["UBND XÃ THẠNH MỸ", "BAN CHỈ ĐẠO CÔNG TÁC GIA ĐÌNH", "-------", "Số: 03/KH-BCĐ"],
        [*STATE, "Thạnh Mỹ, ngày 18 tháng 5 năm 2026"],
    )
    paper.title("KẾ HOẠCH", "Tổ chức Ngày hội Gia đình Việt Nam 28/6 năm 2026")
    paper.para(
        "Căn cứ Kế hoạch số 77/KH-UBND ngày 11/5/2026 của UBND thành phố Đà Nẵng về kỷ niệm Ngày Gia đình Việt Nam, Ban "
        "Chỉ đạo công tác gia đình xã Thạnh Mỹ xây dựng Kế hoạch như sau:"
    )
    paper.head("I. MỤC ĐÍCH, YÊU CẦU")
    paper.paras("- Tôn vinh giá trị gia đình.", "- Tổ chức tiết kiệm, an toàn.")
    paper.head("II. NỘI DUNG, HÌNH THỨC")
    paper.paras(
        "1. Hội thi “Bữa cơm gia đình ấm áp yêu thương” giữa 12 đội của các thôn, ngày 27/6/2026.",
        "2. Tọa đàm phòng, chống bạo lực gia đình, có 150 người dự.",
        "3. Tuyên dương gia đình tiêu biểu.",
    )
    paper.head("III. KINH PHÍ")
    paper.para("Dự toán kinh phí (chi tiết theo bảng dưới đây), trong đó ngân sách xã chi 30.000.000 đồng.")
    paper.table(
        [
            ["STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá (1.000 đồng)", "Thành tiền (1.000 đồng)"],
            ["A", "Hội thi", "", "", "", ""],
            ["1", "Hỗ trợ các đội thi", "đội", "12", "1.500", "18.000"],
            ["2", "Bồi dưỡng Ban Giám khảo", "người", "5", "300", "1.500"],
            ["", "Cộng mục A", "", "", "", "19.500"],
            ["B", "Tọa đàm và tuyên dương", "", "", "", ""],
            ["1", "Nước uống", "người", "150", "20", "3.000"],
            ["2", "Giấy khen, quà tặng gia đình tiêu biểu", "gia đình", "20", "500", "10.000"],
            ["", "Cộng mục B", "", "", "", "13.500"],
            ["", "TỔNG CỘNG (A+B)", "", "", "", "33.000"],
        ],
        [1.2, 6, 2, 2, 2.6, 2.8],
        bold=(0, 1, 4, 5, 8, 9),
    )
    paper.para("Bằng chữ: Ba mươi ba triệu đồng./.", italic=True)
    paper.head("IV. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Phòng Văn hóa - Xã hội")
    paper.paras(
        "- Tham mưu thành lập Ban Tổ chức, Ban Giám khảo Hội thi.",
        "- Tổng hợp kết quả, báo cáo UBND thành phố trước ngày 10/7/2026.",
    )
    paper.head("2. Hội LHPN xã:", " Vận động mỗi chi hội 01 đội thi; phụ trách tọa đàm.")
    paper.head(
        "3. Ban nhân dân các thôn:", " Bình chọn gia đình tiêu biểu, gửi danh sách trước ngày 15/6/2026."
    )
    paper.signature(
        ["- Sở Văn hóa, Thể thao và Du lịch;", "- TV Ban Chỉ đạo;", "- Lưu: VT."],
        ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND XÃ", "Zơ Râm Thị Phương"],
    )
    paper.save(path)
