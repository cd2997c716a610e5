"""Department of a province, 2025: a plan that shares classes out to communes and shows money by source in groups."""

from pathlib import Path

from ._c import merged_table
from .paper import STATE, Paper

NAME = "ke_hoach_phan_bo_nguon.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["UBND TỈNH ĐẮK LẮK", "SỞ DÂN TỘC VÀ TÔN GIÁO", "", "Số: 96/KH-SDTTG"],
        [*STATE, "Đắk Lắk, ngày 28 tháng 8 năm 2025"],
    )
    paper.title("KẾ HOẠCH", "Xóa mù chữ cho phụ nữ dân tộc thiểu số 4 tháng cuối năm 2025")
    paper.para(
        "Căn cứ Quyết định số 604/QĐ-UBND ngày 15/8/2025 của UBND tỉnh Đắk Lắk, Sở Dân tộc và Tôn giáo xây dựng Kế hoạch "
        "như sau:"
    )
    paper.head("I. MỤC TIÊU")
    paper.paras(
        "- Mở 22 lớp xóa mù chữ cho 550 học viên.", "- Trên 90% học viên biết đọc, biết viết sau khóa học."
    )
    paper.head("II. NHIỆM VỤ")
    paper.paras(
        "- Điều tra, lập danh sách người mù chữ, xong trước ngày 15/9/2025.",
        "- Sở Giáo dục và Đào tạo phối hợp với Hội LHPN tỉnh biên soạn tài liệu.",
    )
    paper.head("III. PHÂN BỔ LỚP HỌC")
    paper.table(
        [
            ["TT", "Xã", "Số lớp", "Số học viên", "TT", "Xã", "Số lớp", "Số học viên"],
            ["1", "Ea Súp", "4", "100", "5", "Krông Nô", "3", "75"],
            ["2", "Ia Rvê", "3", "75", "6", "Đắk Liêng", "3", "75"],
            ["3", "Cư Pui", "4", "100", "7", "Nam Ka", "2", "50"],
            ["4", "Yang Mao", "3", "75", "", "Tổng cộng", "22", "550"],
        ],
        [1, 3, 1.8, 2.2, 1, 3, 1.8, 2.2],
    )
    paper.head("IV. KINH PHÍ (đơn vị tính: triệu đồng)")
    merged_table(
        paper,
        [
            ["TT", "Nội dung", "Nguồn vốn", "", "", "Tổng cộng"],
            ["", "", "Ngân sách TW", "Ngân sách tỉnh", "Huy động", ""],
            ["I", "Tổ chức lớp học", "440", "66", "22", "528"],
            ["1", "Thù lao giáo viên", "330", "44", "0", "374"],
            ["2", "Sách, vở, đèn", "110", "22", "22", "154"],
            ["II", "Quản lý, kiểm tra", "30", "12,5", "-", "42,5"],
            ["1", "Kiểm tra, giám sát", "20", "8", "-", "28"],
            ["2", "Sơ kết, khen thưởng", "10", "4,5", "-", "14,5"],
            ["", "Tổng (I+II)", "470", "78,5", "22", "580,5"],
        ],
        [1.2, 5, 2.6, 2.6, 2.2, 2.6],
        [((0, 2), (0, 4)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 5), (1, 5))],
        bold=(0, 1, 2, 5, 8),
    )
    paper.head("V. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Phòng Chính sách:", " Hướng dẫn hồ sơ mở lớp; theo dõi tiến độ.")
    paper.head("2. Đề nghị Hội LHPN tỉnh:", " Vận động phụ nữ ra lớp.")
    paper.head("3. UBND các xã")
    paper.paras(
        "- Bố trí phòng học, chọn giáo viên.",
        "- Báo cáo tiến độ hằng tuần (chiều thứ Sáu), báo cáo kết thúc trước ngày 25/12/2025 về Sở Dân tộc và Tôn giáo.",
    )
    paper.signature(
        ["- UBND tỉnh (b/c);", "- UBND các xã;", "- Lưu: VT, CS."],
        ["GIÁM ĐỐC", "H’Yim Kđoh"],
    )
    paper.save(path)
