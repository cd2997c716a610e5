"""Annex to a plan of a province, 2026: tasks in groups A / I, six columns, landscape PDF."""

from pathlib import Path

from ._b import merge_group_rows, turn_landscape
from .paper import Paper

NAME = "phu_luc_lang_nghe.pdf"

HEAD = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"]
ROWS = [
    ["A", "NHÓM NHIỆM VỤ VỀ CƠ CHẾ, THÔNG TIN", "", "", "", ""],
    ["I", "Cơ chế, chính sách", "", "", "", ""],
    [
        "1",
        "Rà soát, lập danh mục làng nghề còn hoạt động sau sắp xếp đơn vị hành chính",
        "Sở Nông nghiệp và Môi trường",
        "UBND các xã, phường",
        "Tháng 4/2026",
        "Danh mục",
    ],
    [
        "2",
        "Tham mưu chính sách hỗ trợ làng nghề đổi lò đốt",
        "Sở Tài chính; Sở Công Thương",
        "Sở Tư pháp, Sở Khoa học và Công nghệ",
        "Quý III/2026",
        "Tờ trình, dự thảo Nghị quyết",
    ],
    ["II", "Thông tin, tuyên truyền", "", "", "", ""],
    [
        "1",
        "Xây dựng chuyên mục “Chuyện làng nghề” trên sóng truyền hình",
        "Báo và Phát thanh, Truyền hình An Giang",
        "Sở Văn hóa và Thể thao",
        "Từ tháng 5 đến tháng 11/2026",
        "07 số phát sóng",
    ],
    [
        "2",
        "Tuyên truyền, vận động hộ sản xuất ký cam kết không xả thải ra kênh rạch",
        "UBND các xã, phường",
        "Hội Nông dân, Hội LHPN xã, phường",
        "Thường xuyên",
        "",
    ],
    ["B", "NHÓM NHIỆM VỤ VỀ KỸ THUẬT, THỊ TRƯỜNG", "", "", "", ""],
    ["I", "Đổi mới công nghệ", "", "", "", ""],
    [
        "1",
        "Thí điểm lò gạch không khói tại xã Cô Tô",
        "Sở Khoa học và Công nghệ",
        "UBND xã Cô Tô",
        "Quý IV/2026",
        "01 mô hình, hỗ trợ không quá 200 triệu đồng/mô hình",
    ],
    [
        "2",
        "Hỗ trợ thiết bị xử lý nước thải cho cơ sở dệt, nhuộm tại xã Châu Phong",
        "",
        "Sở Công Thương",
        "Tháng 9/2026",
        "12 cơ sở, kinh phí 1,8 tỷ đồng",
    ],
    [
        "4",
        "Đào tạo nghề cho lao động trẻ:",
        "Sở Nội vụ",
        "Trường Cao đẳng Nghề An Giang",
        "Tháng 10/2026",
        "05 lớp",
    ],
    ["-", "Lớp kỹ thuật nung, 03 tháng/lớp", "Sở Nội vụ", "", "Tháng 6/2026", ""],
    ["-", "Lớp thiết kế mẫu mã", "Sở Nội vụ", "Hiệp hội Làng nghề tỉnh", "Tháng 8/2026", ""],
    ["II", "Mở rộng thị trường", "", "", "", ""],
    [
        "1",
        "Đưa sản phẩm làng nghề lên sàn thương mại điện tử",
        "Sở Công Thương",
        "Bưu điện tỉnh",
        "Năm 2026",
        "30 sản phẩm",
    ],
    [
        "2",
        "Tổ chức phiên chợ làng nghề dịp Lễ hội Vía Bà tại phường Vĩnh Tế",
        "Trung tâm Xúc tiến Thương mại và Đầu tư",
        "UBND phường Vĩnh Tế",
        "Tháng 6/2026",
        "Phiên chợ",
    ],
    [
        "3",
        "Tổng hợp, báo cáo UBND tỉnh kết quả thực hiện Đề án hằng quý",
        "Sở Công Thương",
        "Các sở, ngành, địa phương",
        "Ngày 20 tháng cuối quý",
        "Báo cáo",
    ],
    [
        "C",
        "NHIỆM VỤ PHÁT SINH (chờ Bộ Nông nghiệp và Môi trường ban hành tiêu chí làng nghề xanh)",
        "",
        "",
        "",
        "",
    ],
]


def write(path: Path) -> None:
    paper = Paper()
    turn_landscape(paper)
    paper.title("PHỤ LỤC II", "Phân công nhiệm vụ thực hiện Đề án “Làng nghề không khói” năm 2026")
    paper.para("(Kèm theo Kế hoạch số 214/KH-UBND ngày 27/02/2026 của UBND tỉnh An Giang)", italic=True)
    groups = [n for n, row in enumerate(ROWS, 1) if not any(row[2:])]
    paper.table([HEAD, *ROWS], [1.2, 7.6, 4.4, 4.4, 3.4, 3.7], bold=(0, *groups))
    merge_group_rows(paper, groups)
    paper.save(path)
