"""Women's Union of a merged province, 2026: quotas for two dozen communes by cluster, and two columns side by side."""

from pathlib import Path

from ._c import merged_table
from .paper import Paper

NAME = "ke_hoach_chi_tieu_hoi_vien.docx"

CLUSTERS = (
    ("Cụm thi đua số 1", (("Châu Ổ", 60, 2), ("Bình Sơn", 55, 2), ("Vạn Tường", 80, 3), ("Đông Sơn", 45, 1))),
    ("Cụm thi đua số 2", (("Trà Bồng", 30, 1), ("Tây Trà", 25, 1), ("Thanh Bồng", 20, 1), ("Cà Đam", 18, 1))),
    ("Cụm thi đua số 3", (("Kon Plông", 22, 1), ("Măng Đen", 35, 2), ("Măng Bút", 15, 1))),
)
GIFTS = (
    ("Xã Ia Đal", 40, "Xã Sa Bình", 25),
    ("Xã Ia Tơi", 35, "Xã Ya Ly", 20),
    ("Xã Rờ Kơi", 30, "Xã Mô Rai", 50),
)


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN MTTQ VIỆT NAM TỈNH QUẢNG NGÃI", "HỘI LIÊN HIỆP PHỤ NỮ TỈNH", "***", "Số: 19/KH-ĐCT"],
        ["ĐẢNG CỘNG SẢN VIỆT NAM", "Quảng Ngãi, ngày 05 tháng 02 năm 2026"],
    )
    paper.title("KẾ HOẠCH", "Phát triển hội viên và xây dựng chi hội nòng cốt năm 2026")
    paper.para("Hội Liên hiệp Phụ nữ tỉnh Quảng Ngãi ban hành Kế hoạch phát triển hội viên năm 2026 như sau:")
    paper.head("I. MỤC ĐÍCH, YÊU CẦU")
    paper.para("- Tăng tỷ lệ tập hợp phụ nữ vào Hội, nhất là địa bàn còn dưới 70%.")
    paper.head("II. CHỈ TIÊU")
    paper.paras(
        "- Toàn tỉnh kết nạp mới 405 hội viên.",
        "- Xây dựng 16 chi hội nòng cốt (phân bổ tại mục V).",
    )
    paper.head("III. NHIỆM VỤ")
    paper.paras(
        "- Khảo sát nhu cầu của phụ nữ đi làm ăn xa, lập nhóm Zalo theo thôn.",
        "- Tặng 200 thẻ bảo hiểm y tế cho hội viên mới thuộc hộ cận nghèo nhân dịp 08/3.",
    )
    paper.head("IV. KINH PHÍ")
    paper.para(
        "Trích từ quỹ Hội và nguồn vận động: 160.000.000 đồng (bằng chữ: Một trăm sáu mươi triệu đồng)."
    )
    paper.head("V. PHÂN BỔ CHỈ TIÊU")
    paper.head("1. Chỉ tiêu hội viên, chi hội nòng cốt")
    rows = [["TT", "Xã, phường", "Chỉ tiêu", "", "Ghi chú"], ["", "", "Hội viên mới", "Chi hội nòng cốt", ""]]
    groups = []
    for roman, (cluster, communes) in zip(("I", "II", "III"), CLUSTERS, strict=True):
        groups.append(len(rows))
        rows.append([roman, cluster, str(sum(c[1] for c in communes)), str(sum(c[2] for c in communes)), ""])
        rows += [
            [str(i), name, str(members), str(cores), "Xã biên giới" if name == "Măng Bút" else ""]
            for i, (name, members, cores) in enumerate(communes, 1)
        ]
    members = sum(c[1] for _, communes in CLUSTERS for c in communes)
    cores = sum(c[2] for _, communes in CLUSTERS for c in communes)
    rows.append(["", "Tổng cộng", str(members), str(cores), ""])
    merged_table(
        paper,
        rows,
        [1.2, 6, 3, 3, 3],
        [((0, 2), (0, 3)), ((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 4), (1, 4))],
        bold=(0, 1, *groups, len(rows) - 1),
    )
    paper.head("2. Thẻ bảo hiểm y tế tặng hội viên")
    gifts = [["TT", "Đơn vị", "Số thẻ", "TT", "Đơn vị", "Số thẻ"]]
    for i, (left, a, right, b) in enumerate(GIFTS, 1):
        gifts.append([str(i), left, str(a), str(i + len(GIFTS)), right, str(b)])
    gifts.append(["", "", "", "", "Tổng cộng", "200"])
    paper.table(gifts, [1.2, 4.5, 2, 1.2, 4.5, 2])
    paper.head("VI. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Ban Xây dựng tổ chức Hội:", " Theo dõi, tổng hợp tiến độ.")
    paper.head("2. Hội LHPN các xã, phường")
    paper.paras(
        "- Giao chỉ tiêu cho từng chi hội trước ngày 28/02/2026.",
        "- Báo cáo số liệu hội viên hằng tháng (trước ngày 22) về Ban Xây dựng tổ chức Hội.",
    )
    paper.signature(
        ["- Ủy ban MTTQ Việt Nam tỉnh;", "- Hội LHPN các xã, phường;", "- Lưu: VT, XDTC."],
        ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Đinh Thị Vy Ka"],
    )
    paper.save(path)
