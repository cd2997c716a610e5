"""People's committee of a commune, second half of 2025: poverty; quotas by village, a priced table in million đồng."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "xa_giam_ngheo_thon.pdf"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "XÃ THẠNH MỸ", "Số: 19/KH-UBND"],
        [*STATE, "", "Thạnh Mỹ, ngày 28 tháng 7 năm 2025"],
    )
    paper.title(
        "KẾ HOẠCH",
        "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững",
        "6 tháng cuối năm 2025 trên địa bàn xã Thạnh Mỹ",
    )
    paper.para(
        "Căn cứ Nghị định số 07/2021/NĐ-CP ngày 27/01/2021 của Chính phủ quy định chuẩn nghèo đa chiều giai đoạn 2021 - "
        "2025; Nghị định số 30/2025/NĐ-CP ngày 24/02/2025 của Chính phủ; Kế hoạch số 88/KH-UBND ngày 15/7/2025 của UBND "
        "thành phố Đà Nẵng về giảm nghèo bền vững những tháng cuối năm 2025, UBND xã Thạnh Mỹ ban hành Kế hoạch như sau:"
    )
    paper.head("I. ĐẶC ĐIỂM TÌNH HÌNH")
    paper.para(
        "Sau sắp xếp, xã có địa bàn rộng, dân cư phân tán, phần lớn hộ nghèo là đồng bào Cơ Tu sống dựa vào nương rẫy và "
        "khoán bảo vệ rừng. Đầu kỳ toàn xã còn 214 hộ nghèo, 96 hộ cận nghèo; nguyên nhân chủ yếu là thiếu đất sản xuất, "
        "thiếu lao động và bệnh tật kéo dài."
    )
    paper.head("II. CHỈ TIÊU")
    paper.head("1. Chỉ tiêu chung")
    paper.paras(
        "a) Tỷ lệ hộ nghèo cuối năm 2025 không quá 18%.",
        "b) Giải quyết việc làm mới cho ít nhất 70 lao động thuộc hộ nghèo, hộ cận nghèo.",
        "c) 100% người thuộc hộ nghèo có thẻ bảo hiểm y tế.",
        "d) Trên 95% trẻ em hộ nghèo trong độ tuổi được đến trường.",
    )
    paper.head("2. Chỉ tiêu giao cho các thôn")
    paper.table(
        [
            ["STT", "Đơn vị", "Số hộ thoát nghèo", "Ghi chú"],
            ["1", "Thôn Dung", "06", ""],
            ["2", "Thôn Hoa", "05", "Có 02 hộ đơn thân"],
            ["3", "Thôn Mực", "04", ""],
            ["4", "Thôn Pà Dấu", "07", "Tập trung nguồn lực"],
            ["5", "Thôn Đồng Râm", "03", ""],
            ["", "Cộng", "25", ""],
        ],
        [1.5, 6, 4, 5],
        bold=(0, 6),
    )
    paper.head("III. NHIỆM VỤ, GIẢI PHÁP")
    paper.head("1. Tuyên truyền, khơi dậy ý chí thoát nghèo")
    paper.paras(
        "- Phòng Văn hóa - Xã hội chủ trì, phối hợp với Hội LHPN xã đưa chuyện thật, người thật ở các thôn lên loa truyền "
        "thanh và trang Zalo của xã, mỗi tuần một câu chuyện; phê phán thói trông chờ, ỷ lại vào cấp phát.",
        "- Họp thôn lấy ý kiến, công khai danh sách hộ đăng ký thoát nghèo tại nhà gươl, hoàn thành trong tháng 8/2025.",
    )
    paper.head("2. Hỗ trợ sản xuất, tạo sinh kế")
    paper.paras(
        "- Cấp bò cái sinh sản theo hình thức quay vòng; hộ nhận bò sau 24 tháng chuyển giao bê con cho hộ khác trong "
        "nhóm.",
        "- Liên kết với Hợp tác xã Dược liệu Bến Giằng trồng ba kích, đẳng sâm dưới tán rừng; bao tiêu sản phẩm cho bà "
        "con.",
    )
    paper.head("3. Hỗ trợ nhà ở, tiếp cận dịch vụ cơ bản: ")
    paper.document.paragraphs[-1].add_run(
        "Hoàn thành sửa chữa nhà cho hộ nghèo trước mùa mưa bão; cấp phát bồn nước, hướng dẫn đấu nối điện an toàn."
    )
    paper.head("4. Giúp đỡ theo địa chỉ")
    paper.paras(
        "- Thành lập 03 tổ công tác xuống thôn, gồm: tổ hỗ trợ sản xuất; tổ sửa chữa nhà ở; tổ kết nối việc làm; tổ chăm sóc "
        "sức khỏe.",
        "- Mỗi cán bộ, công chức giúp một hộ có địa chỉ, có cam kết, có ngày hẹn thoát nghèo.",
    )
    paper.head("IV. KINH PHÍ")
    paper.para("Đơn vị tính: triệu đồng", italic=True)
    paper.table(
        [
            ["STT", "Nội dung chi", "ĐVT", "Số lượng", "Đơn giá", "Thành tiền"],
            ["1", "Bò cái sinh sản", "con", "10", "15", "150"],
            ["2", "Sửa chữa nhà ở hộ nghèo", "nhà", "05", "30", "150"],
            ["3", "Tập huấn kỹ thuật chăn nuôi, trồng dược liệu", "lớp", "02", "8", "16"],
            ["", "Tổng cộng", "", "", "", "316"],
        ],
        [1.3, 6.2, 1.8, 2.2, 2.4, 2.6],
        bold=(0, 4),
    )
    paper.head("V. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Phòng Kinh tế")
    paper.paras(
        "- Tham mưu phân bổ, hướng dẫn sử dụng vốn; nghiệm thu con giống, nhà ở cùng ban thôn.",
        "- Tổng hợp, báo cáo UBND huyện Nam Giang tiến độ giải ngân trước ngày 25 hằng tháng.",
    )
    paper.head(
        "2. Phòng Văn hóa - Xã hội: ",
        "Chủ trì rà soát hộ nghèo, cận nghèo cuối năm; giải quyết chế độ an sinh.",
    )
    paper.head(
        "3. Đề nghị Ủy ban MTTQ Việt Nam xã và các đoàn thể: ",
        "Vận động Quỹ “Vì người nghèo”, phân công đoàn viên, hội viên giúp ngày công sửa nhà.",
    )
    paper.head("4. Ban nhân dân các thôn")
    paper.paras(
        "- Gửi danh sách hộ đăng ký thoát nghèo về UBND xã (qua Phòng Văn hóa - Xã hội) trước ngày 20/7/2025.",
        "- Vận động dòng họ, già làng giúp đỡ hộ khó khăn.",
    )
    paper.para(
        "Yêu cầu các phòng, đơn vị và các thôn triển khai thực hiện; báo cáo tổng kết năm gửi UBND xã chậm nhất ngày "
        "05/12/2025./."
    )
    paper.signature(
        [
            "- UBND thành phố (b/c);",
            "- TT Đảng ủy, TT HĐND xã;",
            "- CT, các PCT UBND xã;",
            "- Như mục V;",
            "- Lưu: VT, KT.",
        ],
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "A Viết Sơn"],
    )
    paper.save(path)
