"""Court and Women's Union of a region, 2025-2028: a programme in plain text with run-in duties and no money."""

from pathlib import Path

from ._b import write_lines

NAME = "phoi_hop_toa_an.txt"

TEXT = """
HỘI LIÊN HIỆP PHỤ NỮ TỈNH GIA LAI - TÒA ÁN NHÂN DÂN TỈNH GIA LAI
Số: 18/CTPH-HLHPN-TAND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 09 tháng 9 năm 2025

CHƯƠNG TRÌNH PHỐI HỢP
Về công tác hòa giải, đối thoại và bảo vệ quyền lợi phụ nữ, trẻ em trong các vụ án hôn nhân gia đình giai đoạn 2025 - 2028

Căn cứ Luật Hòa giải, đối thoại tại Tòa án số 58/2020/QH14 ngày 16/6/2020;
Thực hiện Nghị quyết liên tịch số 01/NQLT-HLHPNVN-TANDTC ngày 08/3/2024 giữa Đoàn Chủ tịch Hội LHPN Việt Nam và Tòa án nhân dân tối cao;
Hội Liên hiệp Phụ nữ tỉnh Gia Lai và Tòa án nhân dân tỉnh Gia Lai thống nhất ban hành Chương trình phối hợp như sau:

I. MỤC ĐÍCH
Bảo vệ kịp thời quyền, lợi ích hợp pháp của phụ nữ, trẻ em.
II. NỘI DUNG
1. Giới thiệu cán bộ Hội đủ tiêu chuẩn làm Hội thẩm nhân dân, hòa giải viên.
2. Tổ chức ít nhất 06 phiên tòa giả định mỗi năm tại các xã Ia Dom, Ia Púch.
3. Bồi dưỡng kỹ năng hòa giải cho 135 cán bộ Hội cơ sở trong năm 2026.
III. TRÁCH NHIỆM CỦA MỖI BÊN
1. Trách nhiệm của Hội LHPN tỉnh: Chỉ đạo Hội LHPN các xã, phường nắm tình hình ly hôn; cử luật sư trợ giúp.
2. Trách nhiệm của Tòa án nhân dân tỉnh: Thông báo lịch xét xử các vụ án xâm hại phụ nữ, trẻ em; cử thẩm phán tập huấn.
3. Hai bên có trách nhiệm: tạo điều kiện về địa điểm; luân phiên chủ trì sơ kết.
IV. THÔNG TIN, BÁO CÁO
1. Định kỳ 6 tháng (ngày 10/6) và năm (ngày 10/12), Tòa án nhân dân khu vực, Hội LHPN các xã, phường báo cáo kết quả về hai bên.
2. Ban Gia đình - Xã hội và Văn phòng Tòa án nhân dân tỉnh là đầu mối tham mưu.

TÒA ÁN NHÂN DÂN TỈNH
CHÁNH ÁN

Nguyễn Văn Dũng

TM. BAN THƯỜNG VỤ HỘI LHPN TỈNH
CHỦ TỊCH

Rơ Chăm H’Hồng

Nơi nhận:
- Trung ương Hội LHPN Việt Nam;
- Tòa án nhân dân tối cao;
- Lưu: VT hai cơ quan.
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
