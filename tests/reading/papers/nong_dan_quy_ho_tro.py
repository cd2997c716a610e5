"""Farmers' Union of a province, 2026: a fund, with a money table and a quota table, as PDF."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "nong_dan_quy_ho_tro.pdf"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["ỦY BAN MTTQ VIỆT NAM TỈNH LÂM ĐỒNG", "BAN THƯỜNG VỤ", "HỘI NÔNG DÂN TỈNH", "Số: 27/KH-HNDT"],
        [*STATE, "Lâm Đồng, ngày 20 tháng 01 năm 2026"],
    )
    paper.title("KẾ HOẠCH", "Phân bổ, giải ngân nguồn vốn Quỹ Hỗ trợ nông dân năm 2026")
    paper.paras(
        "Căn cứ Nghị định số 37/2023/NĐ-CP ngày 24/6/2023 của Chính phủ về thành lập, tổ chức và hoạt động của Quỹ "
        "Hỗ trợ nông dân;",
        "Căn cứ Thông báo số 118-TB/HNDTW ngày 26 tháng 12 năm 2025 của Trung ương Hội Nông dân Việt Nam về hạn mức "
        "vốn ủy thác;",
        "Ban Thường vụ Hội Nông dân tỉnh Lâm Đồng xây dựng Kế hoạch phân bổ, giải ngân nguồn vốn Quỹ Hỗ trợ nông dân "
        "năm 2026, cụ thể:",
    )
    paper.head("A. CHỈ TIÊU PHẤN ĐẤU")
    paper.paras(
        "1. Tăng trưởng nguồn vốn toàn tỉnh từ 12% trở lên so với năm 2025.",
        "2. Giải ngân cho 420 hộ sản xuất giỏi, hộ mới thoát nghèo.",
        "3. Tỷ lệ nợ quá hạn dưới 0,2% tổng dư nợ.",
        "4. Mỗi dự án nhóm hộ có tối thiểu 10 hộ tham gia.",
        "5. Không quá 05 dự án phải gia hạn nợ.",
        "6. Vượt 5% kế hoạch thu phí được giao.",
    )
    paper.head("B. ĐỐI TƯỢNG, ĐỊA BÀN VAY VỐN")
    paper.para("Hội viên nông dân có phương án sản xuất khả thi tại các xã, phường sau:")
    paper.table(
        [
            ["TT", "Đơn vị", "Số hộ vay", "Ghi chú"],
            ["1", "Xã Đơn Dương", "70", ""],
            ["2", "Xã Đức Trọng", "85", ""],
            ["3", "Xã Di Linh", "60", "Ưu tiên hộ K’Ho"],
            ["4", "Xã Đam Rông 1", "45", ""],
            ["5", "Phường 1 Bảo Lộc", "50", "Trồng dâu, nuôi tằm"],
            ["6", "Phường Cam Ly - Đà Lạt", "40", ""],
            ["7", "Xã Đạ Huoai 2", "70", ""],
            ["", "Tổng cộng", "420", ""],
        ],
        [1.2, 7, 3, 4.8],
        bold=(0, 8),
    )
    paper.head("C. NỘI DUNG THỰC HIỆN")
    paper.head("1. Xây dựng dự án nhóm hộ")
    paper.paras(
        "- Hội Nông dân xã, phường khảo sát nhu cầu, bình xét công khai tại chi hội; ưu tiên hộ tham gia chi hội, tổ "
        "hội nghề nghiệp.",
        "- Ban Điều hành Quỹ mở 03 lớp tập huấn lập dự án cho cán bộ cơ sở trong tháng 02/2026.",
    )
    paper.head("2. Thẩm định, giải ngân")
    paper.paras(
        "- Thẩm định tại hộ, lập biên bản từng dự án; hoàn thành trong Quý I/2026.",
        "- Mức vay tối đa 100 triệu đồng/hộ, thời hạn không quá 36 tháng, phí 0,7%/tháng.",
    )
    paper.head("3. Kiểm tra, xử lý nợ")
    paper.para(
        "Kiểm tra việc sử dụng vốn ít nhất một lần đối với mỗi dự án; phân loại nợ, đôn đốc thu hồi các khoản đến hạn, "
        "khoanh nợ cho hộ bị thiên tai theo đúng thẩm quyền."
    )
    paper.head("D. NGUỒN VỐN")
    paper.para("Đơn vị tính: triệu đồng", italic=True)
    paper.table(
        [
            ["TT", "Nguồn vốn, dự án", "Số dự án", "Số tiền"],
            ["I", "Vốn Trung ương Hội ủy thác", "9", "5.400"],
            ["1", "Chăn nuôi bò sữa", "4", "2.600"],
            ["2", "Trồng dâu, nuôi tằm", "3", "1.500"],
            ["3", "Ghép cải tạo vườn cà phê", "2", "1.200"],
            ["II", "Vốn ngân sách tỉnh cấp bổ sung", "8", "4.750"],
            ["1", "Rau, hoa công nghệ cao", "5", "3.500"],
            ["2", "Sầu riêng đạt chứng nhận", "3", "1.250"],
            ["", "Tổng cộng", "17", "10.150"],
        ],
        [1.2, 8.3, 3, 3.5],
        bold=(0, 1, 5, 8),
    )
    paper.head("E. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Ban Điều hành Quỹ Hỗ trợ nông dân tỉnh")
    paper.paras(
        "- Tham mưu quyết định cho vay; mở sổ theo dõi riêng từng nguồn vốn.",
        "- Báo cáo dư nợ với Ban Thường vụ Hội Nông dân tỉnh vào ngày 25 hằng tháng.",
    )
    paper.head("2. Hội Nông dân các xã, phường được phân bổ vốn")
    paper.paras(
        "- Hướng dẫn hộ vay lập hồ sơ, ký cam kết sử dụng vốn đúng mục đích.",
        "- Gửi danh sách hộ vay đã bình xét về Ban Điều hành Quỹ trước ngày 15/01/2026.",
        "- Báo cáo kết quả 6 tháng trước ngày 15/6/2026, cả năm trước ngày 15/11/2026 về Hội Nông dân tỉnh qua Ban "
        "Điều hành Quỹ.",
    )
    paper.head(
        "3. Đề nghị Chi nhánh Ngân hàng Chính sách xã hội tỉnh, Sở Nông nghiệp và Môi trường:",
        " Lồng ghép vốn tín dụng ưu đãi với chuyển giao kỹ thuật cho các dự án nhóm hộ.",
    )
    paper.para("Yêu cầu Hội Nông dân các xã, phường triển khai nghiêm túc Kế hoạch này./.")
    paper.signature(
        [
            "- Trung ương Hội NDVN (b/c);",
            "- Thường trực Tỉnh ủy, UBND tỉnh (b/c);",
            "- Ủy ban MTTQ Việt Nam tỉnh;",
            "- Hội Nông dân các xã, phường;",
            "- Lưu: VT, QHTND.",
        ],
        ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đinh Công Hoan"],
    )
    paper.save(path)
