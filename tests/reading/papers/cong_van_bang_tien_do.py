"""Steering office of a commune cluster, 2025: a letter whose tasks stand in a table with dates and units."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "cong_van_bang_tien_do.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        [
            "HỘI LHPN TỈNH PHÚ THỌ",
            "BAN TUYÊN GIÁO",
            "Số: 37/CV-BTG",
            "V/v chuẩn bị kỷ niệm 95 năm Ngày thành lập Hội",
        ],
        [*STATE, "Phú Thọ, ngày 05 tháng 9 năm 2025"],
    )
    paper.paras(
        "Kính gửi: Hội LHPN các xã, phường trong tỉnh.",
        "Thực hiện Kế hoạch số 61/KH-BTV ngày 22/8/2025 của Ban Thường vụ Hội LHPN tỉnh Phú Thọ, Ban Tuyên giáo Hội LHPN "
        "tỉnh đề nghị Hội LHPN các xã, phường triển khai một số việc sau:",
    )
    paper.head("I. CÁC VIỆC CẦN LÀM")
    paper.table(
        [
            ["TT", "Nội dung công việc", "Đơn vị thực hiện", "Thời hạn", "Ghi chú"],
            ["1", "Treo pa nô, khẩu hiệu tại trụ sở", "Hội LHPN các xã, phường", "Trước 10/10/2025", ""],
            [
                "2",
                "Viết tin, bài về gương phụ nữ tiêu biểu",
                "Chi hội trưởng",
                "Tháng 9/2025",
                "Ít nhất 01 bài",
            ],
            ["3", "Tọa đàm ôn truyền thống", "Hội LHPN xã Tam Nông", "16/10/2025", "Điểm của tỉnh"],
        ],
        [1.2, 6, 4, 3, 3],
    )
    paper.head("II. CHẾ ĐỘ BÁO CÁO")
    paper.para(
        "Hội LHPN các xã, phường gửi báo cáo kết quả về Ban Tuyên giáo (qua Zalo nhóm hoặc email tuyengiao@phutho.example.vn) "
        "chậm nhất ngày 25/10/2025."
    )
    paper.para("Trân trọng./.")
    paper.signature(
        ["- Như kính gửi;", "- TT Hội LHPN tỉnh (b/c);", "- Lưu: TG."],
        ["TL. BAN THƯỜNG VỤ", "TRƯỞNG BAN TUYÊN GIÁO", "Hà Thị Lan Anh"],
    )
    paper.save(path)
