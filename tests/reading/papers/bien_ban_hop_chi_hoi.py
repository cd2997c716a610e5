"""Women's Union of a commune, 2025: minutes of a meeting in plain text, signed by secretary and chair."""

from pathlib import Path

from ._b import write_lines

NAME = "bien_ban_hop_chi_hoi.txt"

TEXT = """
HỘI LHPN XÃ NÀ HANG
BAN CHẤP HÀNH
***
Số: 05/BB-BCH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nà Hang, ngày 20 tháng 10 năm 2025

BIÊN BẢN
Hội nghị Ban Chấp hành Hội LHPN xã Nà Hang về triển khai Chương trình “Mẹ đỡ đầu”

I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: 14 giờ 00 ngày 20/10/2025.
- Địa điểm: Hội trường UBND xã Nà Hang.
II. THÀNH PHẦN
- Chủ trì: Đồng chí Hoàng Thị Sen, Chủ tịch Hội LHPN xã.
- Thư ký: Đồng chí Ma Thị Hương, Phó Chủ tịch Hội LHPN xã.
- Tham dự: 17/19 ủy viên Ban Chấp hành; vắng 02 (có lý do).
III. DIỄN BIẾN HỘI NGHỊ
1. Đồng chí Ma Thị Hương báo cáo kết quả vận động đỡ đầu: đã nhận đỡ đầu 06 cháu, mức 400.000 đồng/tháng/cháu.
2. Ý kiến thảo luận
- Đồng chí Nông Thị Vui, Chi hội trưởng thôn Nà Mỏ: đề nghị ưu tiên trẻ ở thôn xa trung tâm.
- Đồng chí Lương Thị Én: đề nghị huy động các cơ sở kinh doanh homestay.
IV. KẾT LUẬN
- Các chi hội rà soát lại trẻ mồ côi, gửi danh sách về Thường trực Hội LHPN xã trước ngày 05/11/2025.
- Tổ chức bữa cơm “Mẹ và con” nhân dịp Tết Dương lịch.
- Vận động thêm 10 triệu đồng cho quỹ Mẹ đỡ đầu.

Hội nghị kết thúc hồi 16 giờ 30 phút cùng ngày, biên bản được thông qua và thống nhất./.

THƯ KÝ

Ma Thị Hương

CHỦ TRÌ

Hoàng Thị Sen
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
