"""People's committee of a city district, 2023: a review of some years, "BÁO CÁO SƠ KẾT", in plain text."""

from pathlib import Path

from ._b import write_lines

NAME = "bao_cao_so_ket_938.txt"

TEXT = """
ỦY BAN NHÂN DÂN QUẬN NAM TỪ LIÊM
Số: 402/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nam Từ Liêm, ngày 24 tháng 11 năm 2023

BÁO CÁO
Sơ kết thực hiện Đề án “Tuyên truyền, giáo dục, vận động, hỗ trợ phụ nữ tham gia giải quyết một số vấn đề xã hội liên quan đến phụ nữ” giai đoạn 2021 - 2023

Thực hiện Kế hoạch số 158/KH-UBND ngày 07/7/2021 của UBND thành phố Hà Nội, UBND quận Nam Từ Liêm báo cáo sơ kết giai đoạn 2021 - 2023 như sau:

PHẦN I. KẾT QUẢ TRIỂN KHAI ĐỀ ÁN
1. Công tác chỉ đạo, phân công trách nhiệm
UBND quận giao Hội LHPN quận là cơ quan thường trực, hằng năm ban hành kế hoạch và gửi báo cáo về thành phố đúng hạn.
2. Các nội dung đã thực hiện
2.1. Tuyên truyền pháp luật: 10/10 phường tổ chức 214 buổi cho 16.820 lượt người.
2.2. Hỗ trợ phụ nữ, trẻ em: trao 315 suất học bổng trị giá 472,5 triệu đồng (1,5 triệu đồng/suất).
3. Kinh phí
Tổng kinh phí 3 năm: 1 tỷ 982 triệu đồng, trong đó ngân sách quận 1 tỷ 509,5 triệu đồng, xã hội hóa 472,5 triệu đồng.
PHẦN II. PHƯƠNG HƯỚNG, NHIỆM VỤ GIAI ĐOẠN 2024 - 2027
1. Mục tiêu
- 100% phường duy trì mô hình “Địa chỉ tin cậy”.
- Mỗi năm ít nhất 70% phụ nữ được tiếp cận thông tin về giáo dục gia đình.
2. Nhiệm vụ, giải pháp
- Nâng cao chất lượng đội ngũ báo cáo viên của Đề án.
- Hội LHPN quận phối hợp với Phòng Tư pháp tổ chức phiên tòa giả định tại phường Mỹ Đình 1.
3. Tổ chức thực hiện
- Phòng Tài chính - Kế hoạch bố trí kinh phí hằng năm.
PHẦN III. KIẾN NGHỊ
Đề nghị UBND thành phố ban hành định mức chi riêng cho Đề án.

Nơi nhận:
- UBND thành phố;
- Hội LHPN thành phố;
- Lưu: VT, LĐTBXH.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Thanh Long
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
