"""Red Cross of a province, 2022: gifts for Tết; headings A / I / 1, sums written out, a quota table."""

from pathlib import Path

from .paper import Paper

NAME = "chu_thap_do_tet_nhan_ai.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI CHỮ THẬP ĐỎ VIỆT NAM", "HỘI CHỮ THẬP ĐỎ", "TỈNH SÓC TRĂNG", "Số: 131/KH-HCTĐ"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "",
            "Sóc Trăng, ngày 18 tháng 11 năm 2022",
        ],
    )
    paper.title(
        "KẾ HOẠCH",
        "Tổ chức Phong trào “Tết Nhân ái” năm 2023",
        "(chăm lo người nghèo, nạn nhân chất độc da cam)",
    )
    paper.paras(
        "Căn cứ Luật Hoạt động chữ thập đỏ năm 2008;",
        "Căn cứ Chỉ thị số 43-CT/TW ngày 08/6/2010 của Ban Bí thư về tăng cường sự lãnh đạo của Đảng đối với công tác "
        "nhân đạo;",
        "Thực hiện Công văn số 590/TƯHCTĐ-CTXH ngày 04/10/2022 của Trung ương Hội Chữ thập đỏ Việt Nam và Kết luận số "
        "212-KL/TU, ngày 02/11/2022 của Ban Thường vụ Tỉnh ủy Sóc Trăng;",
        "Ban Thường vụ Hội Chữ thập đỏ tỉnh Sóc Trăng xây dựng Kế hoạch tổ chức Phong trào “Tết Nhân ái” năm 2023 với "
        "các nội dung sau:",
    )
    paper.head("A. MỤC ĐÍCH, YÊU CẦU")
    paper.head("I. Mục đích")
    paper.paras(
        "1. Để mọi gia đình khó khăn trong tỉnh đều có Tết, không ai bị bỏ lại phía sau.",
        "2. Khơi dậy lòng nhân ái của cộng đồng, tạo thói quen làm việc thiện thường xuyên.",
    )
    paper.head("II. Yêu cầu")
    paper.paras(
        "- Tặng đúng người, đủ quà, công khai nơi nhận; không trùng giữa các đoàn đến tặng.",
        "- Trao sớm, trao gọn, không để dồn đến giáp Tết.",
    )
    paper.head("B. NỘI DUNG")
    paper.head("I. Chỉ tiêu vận động")
    paper.paras(
        "- Toàn tỉnh vận động ít nhất 15.000 suất quà.",
        "- Mỗi huyện, thị xã, thành phố tổ chức tối thiểu 01 phiên chợ nhân ái.",
        "- 100% nạn nhân chất độc da cam thuộc hộ nghèo được tặng quà.",
        "- Số quà trao muộn không vượt quá 2%.",
    )
    paper.head("II. Thời gian, đối tượng, định mức quà")
    paper.paras(
        "- Thời gian: Từ ngày 01/12/2022 đến ngày 16/01/2023.",
        "- Hộ nghèo, hộ có người khuyết tật đặc biệt nặng: 600.000 đồng/hộ (tiền mặt 400.000 đồng, hiện vật 200.000 "
        "đồng).",
        "- Nạn nhân chất độc da cam: 500.000đ.",
        "- Người cao tuổi neo đơn: 300.000đ.",
    )
    paper.head("III. Hoạt động trọng tâm")
    paper.head("1. Lễ phát động")
    paper.paras(
        "- Thời gian: ngày 10/12/2022.",
        "- Nội dung:",
        "+ Phát thư ngỏ, tiếp nhận đăng ký ủng hộ;",
        "+ Trao bảng tượng trưng cho các đơn vị nhận quà;",
        "+ Ra mắt đội tình nguyện viên chở quà.",
    )
    paper.head("2. Vận động nguồn lực")
    paper.paras(
        "- Hội Chữ thập đỏ các cấp gửi thư ngỏ đến doanh nghiệp, đồng hương, cơ sở tôn giáo.",
        "- Mở cổng nhắn tin ủng hộ từ tháng 12/2022 đến hết tháng 01/2023.",
    )
    paper.head("3. Trao quà, thăm hỏi")
    paper.paras(
        "Chia đoàn đến tận nhà người già yếu, người bệnh; các hộ còn lại nhận quà tại trụ sở xã theo lịch hẹn, có người "
        "đi cùng nếu ở xa. Đoàn của Tỉnh hội ưu tiên xã An Lạc Tây thuộc huyện Kế Sách, xã Vĩnh Lợi thuộc huyện Thạnh "
        "Trị."
    )
    paper.head("C. KINH PHÍ VÀ PHÂN BỔ QUÀ")
    paper.head("I. Kinh phí của Tỉnh hội")
    paper.para(
        "Tỉnh hội cân đối 1.215.000.000 đồng (Một tỷ hai trăm mười lăm triệu đồng) từ Quỹ hoạt động chữ thập đỏ, gồm:"
    )
    paper.paras(
        "- Hộ nghèo, người khuyết tật: 1.500 suất x 600.000 đồng/suất = 900.000.000 đồng (Chín trăm triệu đồng).",
        "- Nạn nhân chất độc da cam: 400 suất x 500.000 đồng/suất = 200.000.000 đồng.",
        "- Người cao tuổi neo đơn: 300 suất, trị giá 90 triệu đồng.",
        "- Lễ phát động: 25.000.000 đồng.",
        "- Chi vận chuyển: 10.000.000 đồng.",
    )
    paper.head("II. Phân bổ quà")
    paper.para("Số quà trên phân bổ cho 08 đơn vị như sau:")
    paper.table(
        [
            ["Số TT", "Đơn vị nhận", "Số suất quà", "Ghi chú"],
            ["1", "Hội CTĐ huyện Kế Sách", "420", "Có 80 suất cho xã cù lao"],
            ["2", "Hội CTĐ huyện Thạnh Trị", "380", ""],
            ["3", "Hội CTĐ huyện Cù Lao Dung", "350", ""],
            ["4", "Hội CTĐ huyện Trần Đề", "330", ""],
            ["5", "Hội CTĐ thị xã Vĩnh Châu", "400", "Trao tại điểm trường"],
            ["6", "Hội CTĐ thị xã Ngã Năm", "200", ""],
            ["7", "Hội CTĐ thành phố Sóc Trăng", "120", ""],
            ["Cộng", "", "2.200", ""],
        ],
        [1.6, 6.5, 3, 5],
        bold=(0, 8),
    )
    paper.head("D. TỔ CHỨC THỰC HIỆN")
    paper.head("I. Cấp tỉnh")
    paper.head("1. Ban Công tác xã hội Tỉnh hội")
    paper.paras(
        "- Tham mưu tổ chức lễ phát động; cân đối, phân bổ quà theo Nghị định 93/2021/NĐ-CP ngày 27/10/2021 của Chính "
        "phủ về vận động, sử dụng nguồn đóng góp tự nguyện.",
        "- Tổng hợp, báo cáo Trung ương Hội và Tỉnh ủy kết quả Phong trào trước ngày 31/01/2023.",
    )
    paper.head(
        "2. Văn phòng Tỉnh hội/Ban Truyền thông:", " Chuẩn bị hậu cần, đưa tin hằng ngày, làm thư cảm ơn."
    )
    paper.head("II. Cấp huyện")
    paper.head("1. Hội Chữ thập đỏ các huyện, thị xã, thành phố")
    paper.paras(
        "- Bình xét, lập danh sách người nhận quà gửi về Tỉnh hội (qua Ban Công tác xã hội) chậm nhất ngày 15/12/2022.",
        "- Báo cáo số liệu vận động vào thứ Sáu hằng tuần.",
    )
    paper.head(
        "2. Đề nghị Ủy ban MTTQ Việt Nam và Phòng Lao động - Thương binh và Xã hội các huyện, thị xã, thành phố:",
        " Cung cấp thông tin về hộ nghèo, phối hợp điều phối để tránh trùng lặp.",
    )
    paper.para(
        "Trên đây là Kế hoạch tổ chức Phong trào “Tết Nhân ái” năm 2023, đề nghị các cấp Hội triển khai./."
    )
    paper.signature(
        [
            "- Trung ương Hội CTĐ Việt Nam (b/c);",
            "- Thường trực Tỉnh ủy, UBND tỉnh (b/c);",
            "- Hội CTĐ các huyện, thị xã, thành phố;",
            "- Lưu: VP, CTXH.",
        ],
        ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Thạch Thị Sô Phia"],
    )
    paper.save(path)
