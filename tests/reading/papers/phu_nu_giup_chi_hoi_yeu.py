"""Women's Union of a ward, 2026: weak groups are given helpers; a quota table in the scope section."""

from pathlib import Path

from .paper import Paper

NAME = "phu_nu_giup_chi_hoi_yeu.docx"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["HỘI LHPN TỈNH THÁI NGUYÊN", "BAN THƯỜNG VỤ HỘI LHPN", "PHƯỜNG VẠN XUÂN", "Số: 07/KH-BTV"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "",
            "Vạn Xuân, ngày 12 tháng 01 năm 2026",
        ],
    )
    paper.title(
        "KẾ HOẠCH",
        "Củng cố chi hội yếu, thu hút hội viên",
        "theo Đề án “Mỗi chi hội một việc mới” năm 2026",
    )
    paper.para(
        "Thực hiện Nghị quyết số 03-NQ/ĐU ngày 20/12/2025 của Đảng ủy phường Vạn Xuân về công tác dân vận năm 2026; "
        "Kế hoạch 15/KH-BTV ngày 05/01/2026 của Ban Thường vụ Hội LHPN tỉnh Thái Nguyên và Hướng dẫn 02 của Ban Tổ "
        "chức Hội cấp trên về xếp loại cơ sở, Ban Thường vụ Hội LHPN phường Vạn Xuân xây dựng kế hoạch củng cố chi "
        "hội yếu, thu hút hội viên như sau:"
    )
    paper.head("I. Mục đích, yêu cầu")
    paper.paras(
        "1. Đưa những chi hội hoạt động cầm chừng trở lại nền nếp, mỗi nơi có cách giữ chân hội viên trẻ phù hợp với "
        "địa bàn nhiều nhà trọ, nhiều công nhân.",
        "2. Người được phân công phải bám chi hội, cùng làm, cùng gỡ khó, không làm thay và không chạy theo số lượng.",
    )
    paper.head("II. Chỉ tiêu phấn đấu")
    paper.paras(
        "1. Kết nạp ít nhất 120 hội viên mới trong năm.",
        "2. 100% chi hội yếu được xếp loại khá trở lên vào cuối năm.",
        "3. Mỗi chi hội xây dựng tối thiểu 01 mô hình gây quỹ.",
        "4. Hội viên bỏ sinh hoạt 3 kỳ liền không quá 5%.",
        "5. Số hội viên dưới 35 tuổi vượt 40% tổng số hội viên mới kết nạp.",
        "6. Giữ vững danh hiệu “Chi hội không có người vi phạm pháp luật”.",
    )
    paper.head("III. Phạm vi, đối tượng giúp đỡ")
    paper.paras(
        "- Phạm vi: 14 chi hội trên địa bàn phường, trong đó có 06 chi hội cần giúp đỡ.",
        "- Chọn ít nhất 02 chi hội khu nhà trọ công nhân làm điểm.",
        "- Cán bộ phụ trách và số hội viên mỗi chi hội được giao kết nạp:",
    )
    paper.table(
        [
            ["TT", "Chi hội được giúp đỡ", "Cán bộ phụ trách", "Hội viên kết nạp mới (người)", "Ghi chú"],
            ["1", "Chi hội Tổ dân phố Kim Thái", "Dương Thị Hảo", "25", "Xếp loại yếu 2 năm"],
            ["2", "Chi hội Tổ dân phố Yên Gia", "Ngô Bích Liên", "20", ""],
            ["3", "Chi hội Tổ dân phố Đài Sơn", "Ngô Bích Liên", "18", "Chi hội trưởng mới nhận việc"],
            ["4", "Chi hội Chợ Ba Hàng", "Trịnh Thu Nga", "15", ""],
            ["5", "Chi hội Nhà trọ Thành Công", "Lưu Thị Mến", "22", "Làm điểm"],
            ["6", "Chi hội Nhà trọ Sao Mai", "Lưu Thị Mến", "18", "Làm điểm"],
            ["", "Tổng cộng", "", "120", ""],
        ],
        [1.2, 5.2, 3.6, 3, 3.4],
        bold=(0, 7),
    )
    paper.head("IV. Nội dung")
    paper.head("1. Khảo sát, phân loại")
    paper.paras(
        "- Rà soát hội viên ở từng tổ dân phố, lập sổ theo dõi người đi làm xa, xong trong tháng 02/2026.",
        "- Chi hội trưởng phối hợp với Tổ công nghệ số cộng đồng đưa thông tin hội viên lên phần mềm 3.0.",
    )
    paper.head("2. Đổi mới sinh hoạt")
    paper.head("2.1. Nội dung sinh hoạt")
    paper.paras(
        "a) Mỗi kỳ chọn một việc thiết thực: giữ con an toàn, chi tiêu có sổ, phòng tín dụng đen, hiểu luật lao động.",
        "b) Mời hội viên tiêu biểu kể chuyện của mình thay cho đọc tài liệu dài.",
        "c) Lồng ghép tư vấn sức khỏe sinh sản vào kỳ sinh hoạt dịp 8/3 và 20/10.",
    )
    paper.head(
        "2.2. Hình thức sinh hoạt:",
        " Sinh hoạt buổi tối sau giờ tan ca; kết hợp gặp trực tiếp và nhóm Zalo; chi hội nhà trọ sinh hoạt ngay tại "
        "sân khu trọ.",
    )
    paper.head("3. Giúp chi hội gây quỹ")
    paper.paras(
        "- Tập trung vào hai cách làm:",
        "+ Thu gom phế liệu, bán lấy tiền mua thẻ bảo hiểm y tế cho hội viên khó khăn.",
        "+ Nhận gói hàng Tết, làm bánh theo đơn của công ty trong quý IV/2026.",
        "- Trao đổi kinh nghiệm giữa chi hội mạnh và chi hội yếu trước ngày 30/6/2026.",
    )
    paper.head("V. Kinh phí")
    paper.paras(
        "- Mua loa, sách báo cho chi hội yếu: 06 chi hội x 1.500.000 đồng/chi hội = 9.000.000 đồng.",
        "- Quà cho hội viên mới: 50.000 đồng/người (không quá 120 người).",
        "- Nước uống sinh hoạt điểm: tối đa 300.000 đồng/buổi.",
        "- Phần thưởng cho chi hội tiến bộ nhất, trị giá 500.000đ, trích quỹ Hội phường.",
    )
    paper.head("VI. Tổ chức thực hiện")
    paper.head("1. Ban Thường vụ Hội LHPN phường")
    paper.paras(
        "- Ban hành thông báo phân công, mỗi quý làm việc với từng chi hội yếu một lần.",
        "- Báo cáo Đảng ủy phường và Hội LHPN tỉnh kết quả 6 tháng, cả năm.",
    )
    paper.head("2. Cán bộ được phân công giúp đỡ")
    paper.paras(
        "- Mỗi tháng dự ít nhất 01 buổi sinh hoạt, cùng chi hội trưởng đến nhà hội viên ít tham gia.",
        "- Báo cáo tình hình chi hội tại giao ban tháng của Hội LHPN phường.",
    )
    paper.head("3. Ban Chấp hành các chi hội")
    paper.paras(
        "- Gửi danh sách phụ nữ tạm trú có nguyện vọng vào Hội về Hội LHPN phường trước ngày 28/02/2026.",
        "- Vận động chủ nhà trọ dành chỗ sinh hoạt.",
    )
    paper.head(
        "5. Đề nghị Công an phường, Công đoàn cơ sở Công ty May Trung Thành:",
        " Cung cấp số liệu lao động nữ tạm trú; tạo điều kiện về thời gian để nữ công nhân tham gia sinh hoạt.",
    )
    paper.para(
        "Trên đây là Kế hoạch củng cố chi hội yếu, thu hút hội viên năm 2026 của Ban Thường vụ Hội LHPN phường Vạn "
        "Xuân; vướng mắc trong quá trình thực hiện, các chi hội trao đổi trực tiếp với cán bộ phụ trách./."
    )
    paper.signature(
        [
            "- Hội LHPN tỉnh Thái Nguyên (b/c);",
            "- Thường trực Đảng ủy phường (b/c);",
            "- Ủy ban MTTQ Việt Nam phường;",
            "- Ủy viên Ban Chấp hành Hội phường; 14 chi hội;",
            "- Lưu: VT.",
        ],
        ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trịnh Thu Nga"],
    )
    paper.save(path)
