"""Three bodies of a city ward, 2026: a joint programme in plain text; two numbers, three signatures."""

from pathlib import Path

from ._b import write_lines

NAME = "phoi_hop_ba_nganh.txt"

TEXT = """
HỘI LHPN PHƯỜNG AN BIÊN - CÔNG AN PHƯỜNG - TRẠM Y TẾ PHƯỜNG
Số: 02/CTPH-HPN-CA-TYT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Biên, ngày 06 tháng 3 năm 2026

CHƯƠNG TRÌNH PHỐI HỢP
Bảo vệ, hỗ trợ phụ nữ, trẻ em bị bạo lực trên địa bàn phường An Biên năm 2026

Căn cứ Luật Phòng, chống bạo lực gia đình số 13/2022/QH15 ngày 14/11/2022;
Căn cứ chức năng, nhiệm vụ, Hội LHPN phường An Biên, Công an phường và Trạm Y tế phường thống nhất Chương trình phối hợp như sau:

I. MỤC TIÊU
- 100% vụ việc bạo lực được tiếp nhận và xử lý trong 24 giờ.
- Duy trì 05 địa chỉ tin cậy tại cộng đồng.
II. NỘI DUNG PHỐI HỢP
1. Tiếp nhận, bảo vệ người bị bạo lực qua đường dây nóng của phường.
2. Tổ chức 04 buổi truyền thông tại khu dân cư trong tháng 6/2026 và tháng 11/2026.
3. Lập hồ sơ theo dõi trường hợp có nguy cơ cao.
III. PHÂN CÔNG TRÁCH NHIỆM
1. Hội LHPN phường (Bên A)
a) Chủ trì tư vấn tâm lý, quản lý địa chỉ tin cậy.
b) Bố trí 12.000.000 đồng từ quỹ Hội để hỗ trợ khẩn cấp, không quá 500.000 đồng/trường hợp.
2. Công an phường (Bên B)
a) Cử lực lượng bảo vệ, xử lý người có hành vi bạo lực.
b) Trao đổi thông tin vụ việc với Bên A.
3. Trạm Y tế phường (Bên C): Sơ cứu, điều trị, cấp giấy chứng nhận thương tích.
IV. CHẾ ĐỘ HỌP, BÁO CÁO
- Ba bên họp giao ban hằng quý.
- Bên B, Bên C gửi số liệu cho Bên A để tổng hợp, báo cáo Thường trực Đảng ủy phường trước ngày 10/12/2026.

Nơi nhận:
- Thường trực Đảng ủy phường;
- UBND phường;
- Lưu: 3 bên.

CÔNG AN PHƯỜNG
TRƯỞNG CÔNG AN

Trung tá Vũ Đức Long

TM. BAN THƯỜNG VỤ HỘI LHPN PHƯỜNG
CHỦ TỊCH

Phạm Thị Hải Yến

TRẠM Y TẾ PHƯỜNG
TRẠM TRƯỞNG

Bác sĩ Đỗ Thị Minh
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
