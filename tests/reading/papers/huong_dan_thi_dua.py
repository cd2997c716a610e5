"""Women's Union of a district, 2023: a guide with points and norms in prose, in plain text."""

from pathlib import Path

from ._b import write_lines

NAME = "huong_dan_thi_dua.txt"

TEXT = """
HỘI LHPN TỈNH BẮC KẠN
BAN THƯỜNG VỤ HỘI LHPN HUYỆN CHỢ ĐỒN
***
Số: 11/HD-BTV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Chợ Đồn, ngày 27 tháng 02 năm 2023

HƯỚNG DẪN
Chấm điểm thi đua và mức chi sinh hoạt chi hội năm 2023

Căn cứ Hướng dẫn số 05/HD-BTV ngày 10/01/2023 của Ban Thường vụ Hội LHPN tỉnh Bắc Kạn về công tác thi đua; Ban Thường vụ Hội LHPN huyện Chợ Đồn hướng dẫn các cơ sở Hội như sau:

I. ĐỐI TƯỢNG CHẤM ĐIỂM
- 20 cơ sở Hội xã, thị trấn.
- Các chi hội trực thuộc.
II. NGUYÊN TẮC
Chấm điểm công khai, theo kết quả thực hiện; tổng điểm tối đa 100 điểm.
III. NỘI DUNG CHẤM ĐIỂM
1. Công tác tuyên truyền (tối đa 30 điểm)
a) Có kế hoạch tuyên truyền năm: 10 điểm.
b) Mỗi quý tổ chức 01 buổi sinh hoạt chuyên đề: 20 điểm.
2. Phong trào thi đua (tối đa 70 điểm)
a) Giúp được hộ phụ nữ nghèo: mỗi hộ 5 điểm, không quá 40 điểm.
b) Nộp hội phí đủ, đúng hạn: 30 điểm.
IV. MỨC CHI
1. Chi nước uống sinh hoạt chi hội: 10.000đ/người/buổi, không quá 4 buổi/năm.
2. Chi thăm hỏi hội viên ốm đau: tối đa 300.000 đồng/người/lần.
3. Chi khen thưởng cơ sở Hội xuất sắc: mức 500.000 đồng.
V. TỔ CHỨC THỰC HIỆN
1. Hội LHPN các xã, thị trấn
- Tự chấm điểm, gửi bảng chấm điểm và báo cáo về Hội LHPN huyện trước ngày 15/11/2023.
2. Tổ thi đua Hội LHPN huyện: Thẩm định, xếp loại, công bố kết quả trong tháng 12/2023.

Nơi nhận:
- Hội LHPN tỉnh;
- Hội LHPN các xã, thị trấn;
- Lưu VP.

TM. BAN THƯỜNG VỤ
PHÓ CHỦ TỊCH

Triệu Thị Khuyên
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
