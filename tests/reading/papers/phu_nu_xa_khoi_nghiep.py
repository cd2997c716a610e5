"""Women's Union of a commune, 2026: a short plan made from the province's; title in several lines, no money."""

from pathlib import Path

from .paper import Paper

NAME = "phu_nu_xa_khoi_nghiep.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN MTTQ VIỆT NAM XÃ TAM NÔNG", "HỘI LIÊN HIỆP PHỤ NỮ", "***", "Số: 04/KH-BTV"],
        ["Tam Nông, ngày 09 tháng 02 năm 2026"],
    )
    paper.title(
        "KẾ HOẠCH",
        "Triển khai Đề án",
        "“Hỗ trợ phụ nữ khởi nghiệp”",
        "năm 2026",
        "-----------",
    )
    paper.para(
        "Thực hiện Kế hoạch số 15/KH-BTV ngày 22/01/2026 của Ban Thường vụ Hội LHPN tỉnh Phú Thọ về việc thực hiện Quyết định "
        "số 2415/QĐ-TTg ngày 31/10/2025 của Thủ tướng Chính phủ phê duyệt Đề án “Hỗ trợ phụ nữ khởi nghiệp giai đoạn 2026 - "
        "2035”, Ban Thường vụ Hội LHPN xã Tam Nông xây dựng kế hoạch triển khai năm 2026 như sau:"
    )
    paper.head("I/ Mục đích, yêu cầu")
    paper.paras(
        "- Khơi dậy tinh thần dám nghĩ, dám làm trong hội viên, phụ nữ; giúp chị em biến ý tưởng nhỏ thành việc làm có thu "
        "nhập.",
        "- Triển khai sát với điều kiện của từng khu dân cư, không chạy theo thành tích.",
    )
    paper.head("II/ Chỉ tiêu")
    paper.paras(
        "- 80% trở lên hội viên được tuyên truyền về Đề án.",
        "- Giúp ít nhất 3 hội viên hiện thực hóa ý tưởng khởi nghiệp.",
        "- Mỗi chi hội giới thiệu 01 sản phẩm tham gia ngày hội của xã.",
        "- Phấn đấu thành lập 01 tổ hợp tác do phụ nữ quản lý.",
    )
    paper.head("III/ Nội dung hoạt động")
    paper.head("1) Tuyên truyền")
    paper.paras(
        "* Tuyên truyền trong sinh hoạt chi hội, qua nhóm Zalo, hệ thống truyền thanh của xã về các chính sách vay vốn, thuế, "
        "đăng ký kinh doanh cho hộ gia đình; nêu gương những chị khởi nghiệp từ sản phẩm quê nhà như tương, mật ong, cây cảnh.",
        "* Chi hội Hạ Nông, chi hội Đồng Đình làm điểm buổi sinh hoạt chuyên đề “Tôi làm chủ”, thực hiện trong tháng 3.",
    )
    paper.head("2) Hỗ trợ, kết nối")
    paper.paras(
        "* Rà soát, lập danh sách phụ nữ có nhu cầu khởi nghiệp; cử hội viên dự lớp tập huấn do tỉnh mở.",
        "* Phối hợp với Phòng Kinh tế xã hướng dẫn thủ tục đăng ký hộ kinh doanh, truy xuất nguồn gốc cho sản phẩm tương "
        "Phú Lễ.",
        "* Tổ chức “Ngày hội phụ nữ khởi nghiệp” tại nhà văn hóa xã, dịp kỷ niệm 20/10.",
    )
    paper.head("3) Tiếp cận vốn")
    paper.para(
        "Phối hợp với Ngân hàng Chính sách xã hội bình xét, giải ngân cho hội viên có phương án khả thi; giữ vững các tổ tiết "
        "kiệm và vay vốn xếp loại tốt, không để phát sinh nợ quá hạn."
    )
    paper.head("IV/ Tổ chức thực hiện")
    paper.head("1) Ban Thường vụ Hội LHPN xã")
    paper.paras(
        "* Tham mưu cấp ủy, phối hợp chính quyền triển khai; phân công ủy viên phụ trách các cụm chi hội.",
        "* Gửi báo cáo 6 tháng trước ngày 15/6/2026, báo cáo năm trước ngày 15/11/2026 về Hội LHPN tỉnh.",
    )
    paper.head("2) Các chi hội phụ nữ")
    paper.paras(
        "* Tuyên truyền, phát hiện chị em có ý tưởng, gửi danh sách về Hội LHPN xã trước ngày 28/02/2026.",
        "* Hằng tháng báo cáo tình hình qua nhóm Zalo điều hành.",
    )
    paper.para("Trên đây là kế hoạch triển khai năm 2026, đề nghị các chi hội nghiêm túc thực hiện./.")
    paper.signature(
        ["- Hội LHPN tỉnh (b/c);", "- TT Đảng ủy, UBND, MTTQ xã (b/c);", "- 18 chi hội;", "- Lưu."],
        ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Tạ Thị Minh Nguyệt"],
    )
    paper.save(path)
