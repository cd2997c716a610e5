"""Standing board of a provincial Women's Union, 2023: an official letter that asks for tasks, lists and reports."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "cong_van_me_do_dau.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        [
            "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM",
            "BAN THƯỜNG VỤ TỈNH HÒA BÌNH",
            "Số: 412/BTV-GĐXH",
            "V/v rà soát, kết nối đỡ đầu trẻ em mồ côi theo Chương trình “Mẹ đỡ đầu” năm 2023",
        ],
        [*STATE, "Hòa Bình, ngày 28 tháng 8 năm 2023"],
    )
    paper.paras(
        "Kính gửi:",
        "- Ban Thường vụ Hội LHPN các huyện, thành phố;",
        "- Ban Chấp hành Hội Phụ nữ Công an tỉnh.",
        "Thực hiện Công văn số 3987/ĐCT-GĐXH ngày 09/8/2023 của Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam và Kế "
        "hoạch 36/KH-BTV ngày 15/02/2023, Ban Thường vụ Hội LHPN tỉnh Hòa Bình đề nghị các đơn vị triển khai các "
        "nội dung sau:",
    )
    paper.head("1. Rà soát, lập hồ sơ")
    paper.paras(
        "- Rà soát toàn bộ trẻ em mồ côi từ 0 đến dưới 16 tuổi, ưu tiên trẻ mồ côi do dịch COVID-19, trẻ ở vùng lòng "
        "hồ.",
        "- Hội LHPN huyện phối hợp với Phòng Lao động - Thương binh và Xã hội thẩm tra, tránh trùng chính sách; xong "
        "trong tháng 9/2023.",
        "- Làm điểm tại 03 huyện Đà Bắc, Mai Châu, Tân Lạc và Lạc Sơn.",
    )
    paper.head("2. Vận động, kết nối người đỡ đầu")
    paper.paras(
        "a) Mức đỡ đầu từ 300.000 đồng/tháng/cháu trở lên, thời gian ít nhất 12 tháng.",
        "b) Hội LHPN tỉnh trao 40 suất học bổng, mỗi suất 1.000.000 đồng, nhân dịp Tết Trung thu năm 2023.",
        "c) Hội Phụ nữ Công an tỉnh tiếp tục nhận nuôi dưỡng 06 cháu theo mô hình “Con nuôi đồn công an”.",
    )
    paper.head(
        "3. Tuyên truyền:",
        " Đăng tin, bài về những người mẹ đỡ đầu tiêu biểu trên Cổng thông tin điện tử của Hội; không đưa hình ảnh, "
        "địa chỉ của trẻ khi chưa được người giám hộ đồng ý.",
    )
    paper.head("4. Về chế độ báo cáo")
    paper.paras(
        "- Gửi danh sách trẻ mồ côi (biểu mẫu kèm theo) về Hội LHPN tỉnh qua Ban Gia đình - Xã hội trước ngày "
        "20/8/2023.",
        "- Báo cáo kết quả trong báo cáo công tác Hội hằng quý; báo cáo năm gửi trước ngày 05/12/2023.",
    )
    paper.para(
        "Nhận được Công văn này, đề nghị Ban Thường vụ Hội LHPN các huyện, thành phố và đơn vị trực thuộc quan tâm thực "
        "hiện./."
    )
    paper.signature(
        ["- Như kính gửi;", "- Thường trực Hội LHPN tỉnh;", "- Lưu: VT, GĐXH (02b)."],
        ["TUQ. BAN THƯỜNG VỤ", "TRƯỞNG BAN GIA ĐÌNH - XÃ HỘI", "Bùi Thị Niệm"],
    )
    paper.save(path)
