"""Women's Union of a province, 2024: a decision on praise in plain text, with rewards per head."""

from pathlib import Path

from ._b import write_lines

NAME = "quyet_dinh_khen_thuong.txt"

TEXT = """
HỘI LIÊN HIỆP PHỤ NỮ
TỈNH KHÁNH HÒA
BAN THƯỜNG VỤ
Số: 96-QĐ/BTV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Khánh Hòa, ngày 11 tháng 10 năm 2024

QUYẾT ĐỊNH
Về việc tặng Bằng khen cho các tập thể, cá nhân có thành tích xuất sắc trong phong trào thi đua “Phụ nữ tích cực học tập, lao động sáng tạo” năm 2024

BAN THƯỜNG VỤ HỘI LIÊN HIỆP PHỤ NỮ TỈNH KHÁNH HÒA

- Căn cứ Điều lệ Hội LHPN Việt Nam;
- Căn cứ Quy chế thi đua, khen thưởng ban hành kèm theo Quyết định số 41-QĐ/BTV ngày 15/6/2023 của Ban Thường vụ Hội LHPN tỉnh;
- Xét đề nghị của Hội đồng Thi đua - Khen thưởng Hội LHPN tỉnh.

QUYẾT ĐỊNH:

Điều 1: Tặng Bằng khen cho 15 tập thể và 28 cá nhân có thành tích xuất sắc (có danh sách kèm theo).
Điều 2: Mức tiền thưởng kèm theo Bằng khen:
- Tập thể: 1.500.000 đồng/tập thể.
- Cá nhân: 700.000 đồng/cá nhân.
Tổng số tiền thưởng là 42.100.000 đồng (Bốn mươi hai triệu, một trăm nghìn đồng chẵn), trích từ quỹ thi đua, khen thưởng của Hội LHPN tỉnh.
Điều 3: Văn phòng, các ban chuyên môn Hội LHPN tỉnh, Hội LHPN các huyện, thị xã, thành phố và các tập thể, cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.

Nơi nhận:
- Như Điều 3;
- Ban Thi đua - Khen thưởng tỉnh;
- Lưu: VT, VP.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Cao Thị Thêm
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
