"""Women's Union of a commune, 2026: a letter in plain text whose tasks stand as "Một là", "Hai là"."""

from pathlib import Path

from ._b import write_lines

NAME = "cong_van_mot_hai_ba.txt"

TEXT = """
HỘI LHPN XÃ TÂN HƯƠNG
BAN CHẤP HÀNH
Số: 15/CV-HPN
V/v hưởng ứng “Tuần lễ Áo dài” năm 2026
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Hương, ngày 20 tháng 02 năm 2026

Kính gửi: Chi hội phụ nữ 14 ấp; Tổ nữ công Công ty May Tân Hương.

Thực hiện Công văn số 118/HPN-TG ngày 10/02/2026 của Hội LHPN tỉnh Đồng Tháp về việc hưởng ứng “Tuần lễ Áo dài”, Ban Chấp hành Hội LHPN xã Tân Hương đề nghị các đơn vị thực hiện:

a) Vận động hội viên mặc áo dài từ ngày 01/3/2026 đến ngày 08/3/2026.
b) Quyên góp ít nhất 50 bộ áo dài tặng giáo viên vùng khó; chi phí giặt ủi 30.000 đồng/bộ do Hội chi.
c) Chi hội ấp Tân Phú tổ chức diễu hành điểm ngày 07/3/2026.

Hình ảnh, số liệu gửi về Hội LHPN xã qua email hoilhpn.tanhuong@example.vn trước 16 giờ 00 ngày 09/3/2026 để tổng hợp báo cáo Hội LHPN tỉnh.

Nơi nhận:
- Như trên;
- Lưu: Hội LHPN xã.

TM. BAN CHẤP HÀNH
CHỦ TỊCH

Phan Thị Bé Sáu
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
