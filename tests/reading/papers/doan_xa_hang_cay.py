"""Youth Union of a commune, 2023: trees and litter; plain text, few words, blanks in number and date."""

from pathlib import Path

from ._b import write_lines

NAME = "doan_xa_hang_cay.txt"

TEXT = """
HUYỆN ĐOÀN PHONG ĐIỀN
BCH ĐOÀN XÃ TRƯỜNG LONG
***
Số:      -KH/ĐTN
ĐOÀN TNCS HỒ CHÍ MINH
Trường Long, ngày      tháng 3 năm 2023

KẾ HOẠCH
Trồng, chăm sóc “Hàng cây thanh niên” và thu gom rác thải nhựa năm 2023
-----

Thực hiện chỉ đạo của Huyện đoàn và nghị quyết của Đảng ủy xã về giữ gìn đường làng sạch đẹp, Ban Chấp hành Đoàn xã Trường Long, huyện Phong Điền, thành phố Cần Thơ làm kế hoạch như sau:

1. Mục đích
- Cho đoàn viên có việc làm cụ thể, nhìn thấy kết quả, gắn bó với chi đoàn.
- Ấp xóm mát hơn, kênh rạch bớt rác.
2. Chỉ tiêu
- Trồng 1.500 cây xanh dọc các tuyến lộ ấp.
- Mỗi chi đoàn nhận chăm sóc từ 02 đoạn đường trở lên.
- Ít nhất 70% đoàn viên tham gia.
- Tỷ lệ cây sống đạt trên 85%.
- Đóng góp không dưới 3 ngày công/đoàn viên.
- Không đốt rác ngoài đồng.
3. Thời gian, địa điểm
- Thời gian: từ ngày 26/3/2023 đến ngày 30/11/2023.
- Địa điểm: lộ liên ấp qua các ấp Trường Thọ, Trường Phú và Trường Thuận.
4. Việc cần làm
a. Chuẩn bị
- Đo đường, đánh dấu chỗ đào hố, xin ý kiến chủ đất hai bên lộ.
- Đặt cây giống ở trại của anh Út Hiền, nhận cây ngày 25/3/2023.
b. Ra quân
- Sáng 26/3: trồng đợt một ở ấp Trường Thọ.
- Tháng 6/2023: trồng đợt hai, ưu tiên đoạn lộ trước trường học.
- Chi đoàn Công an xã phối hợp với Hội Cựu chiến binh xã giữ trật tự, phân luồng xe.
c. Chăm sóc, thu gom rác
Mỗi chiều thứ Bảy các chi đoàn thay nhau tưới cây, nhặt rác trên kênh, đổi chai nhựa lấy cây kiểng.
5. Tiền và vật tư
- Cây giống: 1.500 cây x 12.000 đồng/cây = 18.000.000 đồng.
- Bao tay, nước uống: 4.500,000 đồng.
- Cộng: 22.500.000 đồng (hai mươi hai triệu năm trăm ngàn đồng), xã chi một nửa, còn lại vận động.
- Vận động mạnh thường quân mua thùng rác, tối đa 5 triệu đồng.
6. Phân công
6.1. Ban Thường vụ Đoàn xã
- Lo cây giống, dụng cụ, mời lãnh đạo xã dự lễ ra quân.
- Tổng kết, báo cáo Huyện đoàn trước ngày 10/12/2023.
6.2. Chi đoàn ấp, Chi đoàn Trường THCS Trường Long, Chi đoàn Công an xã
- Nhận đoạn đường, chia tổ chăm sóc.
- Báo cáo kết quả hằng tuần về Đoàn xã qua nhóm Zalo “Đoàn Trường Long”.
6.3. Đề nghị Ban nhân dân các ấp: Nhắc bà con không thả trâu bò, không đổ rác vào gốc cây mới trồng.

Trên đây là kế hoạch của Ban Chấp hành Đoàn xã, đề nghị các chi đoàn thực hiện tốt./.

Nơi nhận:
- BTV Huyện đoàn (b/c);
- Đảng ủy, UBND xã (b/c);
- Các chi đoàn;
- Lưu: VP Đoàn.

TM. BAN CHẤP HÀNH ĐOÀN XÃ
BÍ THƯ

Huỳnh Tấn Lộc
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
