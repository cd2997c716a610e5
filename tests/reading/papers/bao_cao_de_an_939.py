"""People's committee of a province, 2024: a report on a scheme, in plain text; no heading but its results and tasks."""

from pathlib import Path

from ._b import write_lines

NAME = "bao_cao_de_an_939.txt"

TEXT = """
ỦY BAN NHÂN DÂN
TỈNH HẬU GIANG
Số: 214/BC-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hậu Giang, ngày 09 tháng 12 năm 2024

BÁO CÁO
Kết quả thực hiện Đề án “Hỗ trợ phụ nữ khởi nghiệp” năm 2024 trên địa bàn tỉnh Hậu Giang

Thực hiện Công văn số 8815/BKHĐT-PTDN ngày 28/10/2024 của Bộ Kế hoạch và Đầu tư về việc báo cáo kết quả thực hiện Đề án, Ủy ban nhân dân tỉnh Hậu Giang báo cáo như sau:

1. Công tác chỉ đạo, điều hành
- Ban hành Kế hoạch số 35/KH-UBND ngày 22/02/2024 về hỗ trợ phụ nữ khởi nghiệp năm 2024.
- Giao Hội LHPN tỉnh chủ trì, phối hợp với các sở, ngành triển khai.
2. Kết quả thực hiện các mục tiêu
- Hỗ trợ 86 phụ nữ khởi nghiệp, đạt 107% kế hoạch.
- Thành lập mới 09 hợp tác xã, tổ hợp tác do phụ nữ quản lý tại huyện Phụng Hiệp và thị xã Long Mỹ.
- 100% xã, phường, thị trấn có cán bộ Hội được tập huấn.
3. Kinh phí thực hiện
- Tổng kinh phí 2 tỷ 307 triệu đồng, trong đó:
+ Ngân sách tỉnh: 1.286,5 triệu đồng;
+ Ngân sách huyện: 620,5 triệu đồng;
+ Xã hội hóa: 400 triệu đồng.
4. Khó khăn, vướng mắc
- Vốn vay ưu đãi còn ít, mức vay bình quân chỉ đạt 35 triệu đồng/hộ.
5. Nhiệm vụ trọng tâm năm 2025
- Tổ chức Ngày hội “Phụ nữ khởi nghiệp” trong quý III năm 2025.
- Sở Công Thương hỗ trợ đưa 20 sản phẩm lên sàn thương mại điện tử.
6. Kiến nghị
- Đề nghị Trung ương Hội LHPN Việt Nam tiếp tục bố trí kinh phí giai đoạn sau.

Trên đây là Báo cáo kết quả thực hiện Đề án “Hỗ trợ phụ nữ khởi nghiệp” năm 2024./.

Nơi nhận:
- Bộ Kế hoạch và Đầu tư;
- TT. Tỉnh ủy, TT. HĐND tỉnh;
- Hội LHPN tỉnh;
- Lưu: VT, KGVX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Huỳnh Thị Diễm Kiều
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
