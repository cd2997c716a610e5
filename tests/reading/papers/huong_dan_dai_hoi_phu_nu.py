"""Women's Union of a province, 2025: guidance on congresses; parts, a timetable, numbers of delegates."""

from pathlib import Path

from .paper import Paper

NAME = "huong_dan_dai_hoi_phu_nu.docx"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["HỘI LIÊN HIỆP PHỤ NỮ TỈNH LÂM ĐỒNG", "BAN THƯỜNG VỤ", "*", "Số 09-HD/BTV"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "",
            "Lâm Đồng, ngày 12 tháng 9 năm 2025",
        ],
    )
    paper.title(
        "HƯỚNG DẪN",
        "Tổ chức Đại hội đại biểu phụ nữ cấp xã, tiến tới",
        "Đại hội đại biểu phụ nữ tỉnh Lâm Đồng nhiệm kỳ 2026 - 2031",
    )
    paper.para(
        "Thực hiện Chỉ thị số 41-CT/TU ngày 18/8/2025 của Ban Thường vụ Tỉnh ủy; Thông tri số 07/TT-ĐCT ngày 29/7/2025 "
        "của Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam, Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Lâm Đồng "
        "hướng dẫn một số nội dung tổ chức đại hội như sau:"
    )
    paper.head("PHẦN THỨ NHẤT")
    paper.head("MỤC ĐÍCH, YÊU CẦU")
    paper.paras(
        "1. Đại hội là đợt sinh hoạt chính trị của phụ nữ; nói thẳng những việc chưa làm được, chọn đúng người đứng "
        "mũi chịu sào.",
        "2. Tổ chức gọn, tiết kiệm, phát huy dân chủ, không phô trương.",
        "3. Hướng dẫn này áp dụng từ ngày 20/9/2025 đến hết ngày 31/3/2026.",
    )
    paper.head("PHẦN THỨ HAI")
    paper.head("NỘI DUNG HƯỚNG DẪN")
    paper.head("I. Chuẩn bị đại hội")
    paper.head("1. Văn kiện")
    paper.paras(
        "- Báo cáo chính trị dài không quá 12 trang, có phụ lục số liệu so sánh với đầu nhiệm kỳ.",
        "- Lấy ý kiến hội viên ở 100% chi hội vào dự thảo phương hướng nhiệm kỳ.",
    )
    paper.head("2. Nhân sự")
    paper.paras(
        "- Ban Chấp hành cấp xã từ 15 đến 21 ủy viên; Ban Thường vụ không quá 7 ủy viên.",
        "- Ban Thường vụ Hội LHPN cấp xã phối hợp với Ban Xây dựng Đảng cùng cấp rà soát nguồn nhân sự trước khi trình.",
        "- Thực hiện quy trình nhân sự theo ba bước, cụ thể:",
        "+ Xin chủ trương của cấp ủy về số lượng, cơ cấu;",
        "+ Lấy phiếu giới thiệu ở chi hội;",
        "+ Thống nhất danh sách tại hội nghị Ban Chấp hành đương nhiệm.",
    )
    paper.head(
        "3. Đại biểu:",
        " Triệu tập từ 100 đến 150 đại biểu chính thức; xã có trên 5.000 hội viên có "
        "thể triệu tập thêm nhưng không vượt 200 đại biểu.",
    )
    paper.head("II. Tiến độ thực hiện")
    paper.table(
        [
            ["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời gian"],
            [
                "1",
                "Hội nghị quán triệt, tập huấn nghiệp vụ đại hội",
                "Ban Tổ chức Hội LHPN tỉnh",
                "Trước ngày 15/8/2025",
            ],
            [
                "2",
                "Chọn, chỉ đạo đại hội điểm tại xã Đơn Dương và phường Xuân Hương - Đà Lạt",
                "Ban Thường vụ Hội LHPN tỉnh",
                "Tháng 12/2025",
            ],
            [
                "3",
                "Duyệt nội dung, nhân sự đại hội cấp xã",
                "Ban Thường vụ Hội LHPN tỉnh; Đảng ủy xã, phường, đặc khu",
                "Quý IV/2025",
            ],
            [
                "4",
                "Tổ chức đại hội cấp xã",
                "Hội LHPN các xã, phường, đặc khu",
                "Từ 05/01/2026 đến 15/3/2026",
            ],
            [
                "5",
                "Rút kinh nghiệm sau đại hội cấp xã, mở tại Hội trường Trung tâm Chính trị huyện Di Linh",
                "Ban Tổ chức Hội LHPN tỉnh",
                "Cuối tháng 3/2026",
            ],
        ],
        [1.2, 7, 4.8, 3.4],
    )
    paper.head("III. Kinh phí")
    paper.paras(
        "- Chi ăn, nước uống theo Nghị quyết số 12/2024/NQ-HĐND ngày 10/7/2024 của Hội đồng nhân dân tỉnh, định mức "
        "60.000 đồng/đại biểu/ngày.",
        "- Trang trí, khánh tiết không quá 5 triệu đồng/đại hội.",
        "- Tỉnh hỗ trợ mỗi đại hội điểm 30 triệu đồng.",
    )
    paper.head("PHẦN THỨ BA")
    paper.head("TỔ CHỨC THỰC HIỆN")
    paper.head("1. Ban Tổ chức Hội LHPN tỉnh")
    paper.paras(
        "- Làm đầu mối theo dõi, hướng dẫn nghiệp vụ; trả lời vướng mắc trong 2 ngày làm việc.",
        "- Tổng hợp tình hình, báo cáo Ban Thường vụ tại giao ban tuần.",
    )
    paper.head(
        "2. Ban Tuyên giáo; Văn phòng Hội LHPN tỉnh:",
        " Tuyên truyền trước, trong và sau đại hội; chuẩn bị phần mềm biểu quyết.",
    )
    paper.head("2. Đề nghị Ban Thường vụ Đảng ủy các xã, phường, đặc khu")
    paper.paras(
        "- Lãnh đạo công tác nhân sự, bố trí kinh phí, thời gian.",
        "- Dự và chỉ đạo đại hội.",
    )
    paper.head("3. Hội LHPN các xã, phường, đặc khu")
    paper.paras(
        "- Xây dựng kế hoạch, thành lập các tiểu ban giúp việc.",
        "- Gửi danh sách nhân sự, hồ sơ trình duyệt về Hội LHPN tỉnh (qua Ban Tổ chức) trước ngày 30/11/2025.",
        "- Báo cáo tiến độ chuẩn bị về Ban Tổ chức Hội LHPN tỉnh vào ngày 25 hằng tháng.",
        "- Báo cáo kết quả đại hội trước ngày 20/3/2026.",
    )
    paper.para(
        "Quá trình thực hiện nếu có khó khăn, đề nghị các đơn vị liên hệ Ban Tổ chức Hội LHPN tỉnh để được hướng dẫn./."
    )
    paper.signature(
        [
            "- Đoàn Chủ tịch TW Hội LHPN Việt Nam (để báo cáo);",
            "- Thường trực Tỉnh ủy (để báo cáo);",
            "- Đảng ủy các xã, phường, đặc khu;",
            "- Hội LHPN các xã, phường, đặc khu (để thực hiện);",
            "- Lưu: VT, TC.",
        ],
        ["T/M BAN THƯỜNG VỤ", "CHỦ TỊCH", "K' Thị Hoài Thương"],
    )
    paper.save(path)
