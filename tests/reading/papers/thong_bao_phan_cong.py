"""Standing committee of the Women's Union of a commune, 2025: a notice that shares out who looks after what."""

from pathlib import Path

from ._b import write_lines

NAME = "thong_bao_phan_cong.txt"

TEXT = """
UBMTTQ VIỆT NAM XÃ HÒA VANG
BAN THƯỜNG VỤ HỘI LHPN
Số: 09/TB-BTV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hòa Vang, ngày 22 tháng 7 năm 2025

THÔNG BÁO
Phân công nhiệm vụ Ban Thường vụ Hội LHPN xã Hòa Vang nhiệm kỳ 2025 - 2030

Căn cứ Quyết định số 31/QĐ-BTV ngày 04/7/2025 của Ban Thường vụ Hội LHPN thành phố Đà Nẵng về việc chỉ định Ban Thường vụ Hội LHPN xã;
Ban Thường vụ Hội LHPN xã Hòa Vang thông báo phân công nhiệm vụ như sau:

1. Đồng chí Trần Thị Mỹ Hạnh, Chủ tịch Hội LHPN xã
- Phụ trách chung, công tác tổ chức, tài chính của Hội.
- Trực tiếp theo dõi chi hội thôn Phú Sơn, thôn Túy Loan.
2. Đồng chí Lê Thị Thu, Phó Chủ tịch Hội LHPN xã
- Phụ trách công tác gia đình, Chương trình “Mẹ đỡ đầu”.
- Tổng hợp, báo cáo Hội LHPN thành phố trước ngày 20 hằng tháng.
3. Các đồng chí Ủy viên Ban Thường vụ
- Phụ trách các chi hội còn lại theo địa bàn cư trú.

Thông báo này thay thế các thông báo phân công trước đây. Đề nghị các chi hội biết, phối hợp thực hiện./.

Nơi nhận:
- Hội LHPN thành phố;
- Thường trực Đảng ủy xã;
- Các chi hội;
- Lưu VP.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH

Trần Thị Mỹ Hạnh
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
