"""Women's Union and Department of Health of a province, 2024: a joint guide with norms in a list."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "huong_dan_lien_nganh.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["HỘI LHPN - SỞ Y TẾ", "TỈNH NGHỆ AN", "", "Số: 1204/HDLN-HPN-SYT"],
        [*STATE, "Nghệ An, ngày 06 tháng 5 năm 2024"],
    )
    paper.title(
        "HƯỚNG DẪN LIÊN NGÀNH",
        "Hỗ trợ phụ nữ dân tộc thiểu số sinh con tại cơ sở y tế năm 2024",
    )
    paper.paras(
        "Căn cứ Quyết định số 1719/QĐ-TTg ngày 14/10/2021 của Thủ tướng Chính phủ;",
        "Căn cứ Nghị quyết số 04/2023/NQ-HĐND ngày 27/4/2023 của HĐND tỉnh Nghệ An;",
        "Hội Liên hiệp Phụ nữ tỉnh Nghệ An và Sở Y tế tỉnh Nghệ An thống nhất hướng dẫn như sau:",
    )
    paper.head("I. ĐỐI TƯỢNG, ĐIỀU KIỆN HƯỞNG")
    paper.paras(
        "1. Phụ nữ dân tộc thiểu số có hộ khẩu tại các xã đặc biệt khó khăn.",
        "2. Sinh con tại trạm y tế xã hoặc bệnh viện, sinh con đúng chính sách dân số.",
    )
    paper.head("II. NỘI DUNG VÀ ĐỊNH MỨC HỖ TRỢ")
    paper.paras(
        "a) Hỗ trợ tiền ăn: 300.000 đồng/bà mẹ.",
        "b) Hỗ trợ chi phí đi lại: 200.000 đồng/lượt, tối đa 2 lượt.",
        "c) Gói chăm sóc mẹ và bé: không quá 1.000.000 đồng/gói.",
    )
    paper.head("III. QUY TRÌNH THỰC HIỆN")
    paper.head("Bước 1: Lập danh sách")
    paper.para("Chi hội phụ nữ phối hợp với y tế thôn bản rà soát phụ nữ mang thai hằng tháng.")
    paper.head("Bước 2: Chi trả")
    paper.para("Trạm Y tế xã chi trả trong 05 ngày làm việc sau khi sinh.")
    paper.head("IV. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Hội LHPN tỉnh")
    paper.paras(
        "- Chỉ đạo Hội LHPN các huyện: Kỳ Sơn, Tương Dương, Quế Phong tuyên truyền đến từng bản.",
        "- Phối hợp kiểm tra, giám sát mỗi năm 02 đợt.",
    )
    paper.head("2. Sở Y tế:", " Phân bổ kinh phí, hướng dẫn chứng từ.")
    paper.head("3. Trung tâm Y tế các huyện, Hội LHPN các huyện")
    paper.para(
        "- Định kỳ hằng quý (trước ngày 25 tháng cuối quý) tổng hợp, báo cáo Sở Y tế và Hội LHPN tỉnh kết quả thực hiện."
    )
    paper.para(
        "Trong quá trình thực hiện, có khó khăn, vướng mắc đề nghị phản ánh về hai ngành để giải quyết./."
    )
    paper.signature(
        [],
        ["KT. GIÁM ĐỐC SỞ Y TẾ", "PHÓ GIÁM ĐỐC", "Trần Minh Tuệ"],
        ["TM. BAN THƯỜNG VỤ HỘI LHPN TỈNH", "CHỦ TỊCH", "Võ Thị Hồng Lam"],
    )
    paper.signature(["- UBND tỉnh (b/c);", "- TTYT, Hội LHPN các huyện;", "- Lưu: VT (2)."])
    paper.save(path)
