"""Department of education of a province, 2025: school health in parts, joined units, many reports, as PDF."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "so_giao_duc_suc_khoe_hoc_duong.pdf"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["UBND TỈNH ĐỒNG THÁP", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Số: 1874/KH-SGDĐT"],
        [*STATE, "Đồng Tháp, ngày 05 tháng 9 năm 2025"],
    )
    paper.title(
        "KẾ HOẠCH",
        "Triển khai Chương trình Sức khỏe học đường, trọng tâm là dinh dưỡng",
        "và tiêm chủng cho trẻ em mầm non, học sinh phổ thông",
    )
    paper.paras(
        "Căn cứ Quyết định số 1660/QĐ-TTg ngày 02/10/2021 của Thủ tướng Chính phủ phê duyệt Chương trình Sức khỏe học "
        "đường giai đoạn 2021 - 2025;",
        "Căn cứ Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT ngày 12/5/2016 của Bộ Y tế và Bộ Giáo dục và Đào tạo quy "
        "định về công tác y tế trường học;",
        "Căn cứ Kế hoạch số 255/KH-UBND của UBND tỉnh Đồng Tháp về công tác y tế trường học;",
        "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp xây dựng Kế hoạch với các nội dung sau:",
    )
    paper.head("Phần thứ nhất")
    paper.head("NHỮNG VẤN ĐỀ CHUNG")
    paper.head("I. Mục đích, yêu cầu")
    paper.para(
        "Bảo đảm mọi trẻ được theo dõi tăng trưởng, ăn uống hợp lý và tiêm đủ mũi; việc tổ chức phải gọn, không tăng "
        "sổ sách cho giáo viên."
    )
    paper.head("II. Chỉ tiêu")
    paper.paras(
        "1. Trên 95% học sinh được khám sức khỏe ít nhất một lần.",
        "2. Tỷ lệ trẻ mầm non thấp còi dưới 6%.",
        "3. Tối thiểu 98% trẻ nhập học có sổ tiêm chủng được rà soát.",
        "4. Mỗi trường có bếp ăn bố trí 01 nhân viên được tập huấn dinh dưỡng.",
        "5. Xây dựng 24 góc truyền thông dinh dưỡng.",
    )
    paper.head("III. Đối tượng, thời gian")
    paper.head("1. Đối tượng:", " Trẻ em mầm non, học sinh phổ thông trên toàn tỉnh.")
    paper.head("2. Thời gian thực hiện:", " Từ tháng 9/2025 đến tháng 5/2026.")
    paper.head("Phần thứ hai")
    paper.head("NHIỆM VỤ, GIẢI PHÁP")
    paper.head("I. Dinh dưỡng học đường")
    paper.paras(
        "1. Áp dụng thực đơn cân đối theo mùa tại bếp ăn bán trú; công khai định lượng hằng ngày trên bảng tin.",
        "2. Cân, đo, chấm biểu đồ tăng trưởng đầu năm học (tháng 9/2025) và giữa năm học (tháng 01/2026).",
        "3. Thí điểm “Bữa sáng đủ chất” tại 06 trường thuộc xã Tân Phước 1 và xã Hưng Thạnh.",
    )
    paper.head("II. Tiêm chủng")
    paper.paras(
        "1. Các trường phối hợp với trạm y tế rà soát tiền sử tiêm chủng của trẻ mới nhập học, hoàn thành trong tháng "
        "10/2025.",
        "2. Tổ chức tiêm bù, tiêm vét ngay tại trường:",
        "a) Lập danh sách, lấy phiếu đồng ý của cha mẹ;",
        "b) Bố trí bàn khám sàng lọc, chỗ nghỉ sau tiêm;",
        "c) Theo dõi phản ứng sau tiêm, chuyển tuyến khi cần.",
    )
    paper.head("III. Truyền thông")
    paper.para(
        "Lồng ghép kiến thức dinh dưỡng vào giờ sinh hoạt lớp, họp cha mẹ học sinh; hưởng ứng Tuần lễ Dinh dưỡng và "
        "Phát triển; ra mắt câu lạc bộ “Nhà bếp nhí” ở bậc tiểu học."
    )
    paper.head("Phần thứ ba")
    paper.head("TỔ CHỨC THỰC HIỆN")
    paper.head("I. Kinh phí")
    paper.paras(
        "- Hỗ trợ thí điểm bữa sáng: 12.000 đồng/học sinh/ngày.",
        "- Mua cân, thước đo: không quá 2.500.000 đồng/trường.",
        "- Kinh phí Sở bố trí cả đợt là 3,6 tỷ đồng; định mức chi cho nhân viên y tế kiêm nhiệm chờ hướng dẫn mới của "
        "Bộ Tài chính.",
    )
    paper.head("II. Trách nhiệm của các đơn vị")
    paper.head("1. Phòng Giáo dục Mầm non - Tiểu học; Phòng Giáo dục Trung học và Giáo dục thường xuyên")
    paper.paras(
        "- Hướng dẫn chuyên môn, biên soạn tài liệu; kiểm tra ít nhất 30 trường.",
        "- Sơ kết, nhân rộng mô hình bữa sáng học đường.",
    )
    paper.head(
        "2. Văn phòng Sở, Phòng Kế hoạch - Tài chính:",
        " Cân đối kinh phí; quản lý phần mềm theo dõi sức khỏe học sinh phiên bản 2.0.",
    )
    paper.head(
        "4. UBND các xã, phường:",
        " Chỉ đạo trường mầm non, tiểu học, trung học cơ sở trên địa bàn; bố trí nước sạch, nhà vệ sinh đạt chuẩn; huy "
        "động cha mẹ học sinh tham gia giám sát bếp ăn.",
    )
    paper.head("5. Các trường mầm non, tiểu học, trung học cơ sở và trung học phổ thông")
    paper.paras(
        "- Kế hoạch này được các trường thực hiện từ tháng 10/2025 đến tháng 6/2026; hiệu trưởng chịu trách nhiệm về an "
        "toàn thực phẩm.",
        "- Báo cáo ngay về Sở khi có nghi ngờ ngộ độc thực phẩm.",
    )
    paper.head(
        "6. Đề nghị Sở Y tế, Trung tâm Kiểm soát bệnh tật tỉnh và Hội LHPN tỉnh:",
        " Cử cán bộ hỗ trợ chuyên môn; cung ứng vắc xin; vận động hội viên đưa trẻ đi tiêm đúng lịch.",
    )
    paper.head("III. Chế độ báo cáo")
    paper.paras(
        "- Báo cáo tháng: các trường gửi UBND xã, phường trước ngày 25 hằng tháng.",
        "- Báo cáo quý và 6 tháng: UBND các xã, phường gửi về Sở qua Phòng Giáo dục Mầm non - Tiểu học trước ngày 10 "
        "của tháng kế tiếp.",
        "- Báo cáo năm học: gửi trước ngày 31/5/2026.",
    )
    paper.para("Sở Giáo dục và Đào tạo yêu cầu các đơn vị, trường học tổ chức thực hiện./.")
    paper.signature(
        [
            "- UBND tỉnh (b/c);",
            "- Sở Y tế; Sở Tài chính (p/h);",
            "- UBND các xã, phường;",
            "- Các trường học trực thuộc;",
            "- Lưu: VT, GDMNTH.",
        ],
        ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Lê Thị Bích Hạnh"],
    )
    paper.save(path)
