"""Bank for social policies in a district, 2021: decimal headings, a table of targets, tabs between cells."""

from pathlib import Path

from ._b import write_lines

NAME = "nhcsxh_tin_dung.txt"

TEXT = """
NGÂN HÀNG CHÍNH SÁCH XÃ HỘI
CHI NHÁNH TỈNH SƠN LA
PHÒNG GIAO DỊCH HUYỆN BẮC YÊN
Số: 46/KH-NHCS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bắc Yên, ngày 08 tháng 02 năm 2021

KẾ HOẠCH
Hoạt động tín dụng chính sách xã hội năm 2021

Căn cứ Nghị định số 78/2002/NĐ-CP ngày 04/10/2002 của Chính phủ về tín dụng đối với người nghèo và các đối tượng chính sách khác;
Căn cứ Chỉ thị số 40-CT/TW ngày 22/11/2014 của Ban Bí thư Trung ương Đảng;
Căn cứ các Quyết định số 03/QĐ-NHCS ngày 05/01/2021 và số 11/QĐ-NHCS ngày 14/01/2021 của Giám đốc Chi nhánh Ngân hàng Chính sách xã hội tỉnh Sơn La về giao chỉ tiêu kế hoạch;
Phòng giao dịch Ngân hàng Chính sách xã hội huyện Bắc Yên xây dựng Kế hoạch hoạt động năm 2021 như sau:

1. MỤC ĐÍCH, YÊU CẦU
1.1. Mục đích: Đưa vốn ưu đãi đến đúng hộ, đúng lúc vào vụ, giúp đồng bào vùng cao có vốn chăn nuôi, trồng rừng, sửa nhà.
1.2. Yêu cầu: Cho vay có bình xét công khai; nợ đến hạn được nhắc sớm; an toàn tiền và người trong mỗi phiên giao dịch.

2. CHỈ TIÊU KẾ HOẠCH
TT	Chỉ tiêu	ĐVT	Kế hoạch năm 2021	Ghi chú
1	Tổng dư nợ	Triệu đồng	412.500\t
2	Tốc độ tăng dư nợ so với năm 2020	%	8,5\t
3	Tỷ lệ nợ quá hạn	%	≤ 0,15	Trên tổng dư nợ
4	Số hộ được vay vốn	Hộ	≥ 1.250\t
5	Tổ Tiết kiệm và vay vốn xếp loại tốt, khá	Tổ	> 180\t
6	Số dư tiền gửi qua tổ	Triệu đồng	9.800\t
7	Điểm giao dịch xã hoạt động an toàn	Điểm	16\t

3. NHIỆM VỤ, GIẢI PHÁP
3.1. Huy động nguồn vốn
3.1.1. Nguồn vốn cấp trên
Theo dõi sát kế hoạch giao, đề nghị điều chuyển kịp thời giữa các chương trình khi thừa, thiếu vốn.
3.1.2. Nguồn vốn tại chỗ
- Tham mưu UBND huyện chuyển vốn ngân sách ủy thác, hoàn thành trước ngày 31/01/2021.
- Vận động tổ viên gửi tiết kiệm mỗi tháng, từ 50.000 đồng/hộ trở lên.
3.2. Cho vay
- Cho vay hộ nghèo tối đa 100 triệu đồng/hộ theo Quyết định số 12/QĐ-HĐQT ngày 22/02/2019 của Hội đồng quản trị.
- Cho vay nước sạch, vệ sinh: 10.000,000 đồng/công trình.
- Giải ngân trên 70% kế hoạch ngay trong 6 tháng đầu năm 2021, ưu tiên xã Hang Chú, xã Xím Vàng.
3.2. Củng cố phiên giao dịch xã
- Giữ cố định ngày, giờ, nơi giao dịch; niêm yết danh sách dư nợ.
- Tập huấn tổ trưởng Tổ Tiết kiệm và vay vốn trong quý II/2021.
- Phòng giao dịch phối hợp với Công an huyện bảo vệ đường vận chuyển tiền.
3.3. Xử lý nợ
Phân loại nợ từ 1 đến 90 ngày, nợ trên 90 ngày; lập hồ sơ xử lý rủi ro cho hộ bị thiên tai, dịch bệnh.

4. TỔ CHỨC THỰC HIỆN
4.1. Tổ Kế hoạch - Nghiệp vụ tín dụng
- Chia chỉ tiêu chi tiết cho từng xã, từng chương trình.
- Đối chiếu nợ công khai mỗi năm một lần.
4.2. Tổ Kế toán - Ngân quỹ: Bảo đảm tiền mặt, thiết bị cho phiên giao dịch lưu động.
4.3. Đề nghị Hội LHPN, Hội Nông dân, Hội Cựu chiến binh huyện; UBND các xã, thị trấn
- Giám sát bình xét ở tổ, cùng thu hồi nợ quá hạn.
- Chỉ đạo trưởng bản dự họp tổ.

5. CHẾ ĐỘ BÁO CÁO
- Tổ Kế hoạch - Nghiệp vụ tín dụng báo cáo tháng, quý trước ngày 03 của tháng sau về Chi nhánh NHCSXH tỉnh.
- Báo cáo 9 tháng và năm gửi Ban đại diện Hội đồng quản trị huyện; riêng báo cáo năm gửi trước ngày 15/01/2022.
- Báo cáo đột xuất theo yêu cầu của UBND huyện.

Trên đây là Kế hoạch hoạt động tín dụng chính sách xã hội năm 2021 của Phòng giao dịch Ngân hàng Chính sách xã hội huyện Bắc Yên./.

Nơi nhận:
- Chi nhánh NHCSXH tỉnh Sơn La (b/c);
- Trưởng Ban đại diện HĐQT huyện (b/c);
- Hội LHPN, Hội Nông dân, Hội CCB huyện; UBND các xã, thị trấn;
- Lưu: VT, KHNV.

TUQ. GIÁM ĐỐC CHI NHÁNH
GIÁM ĐỐC PHÒNG GIAO DỊCH

Lò Văn Thưởng
"""


def write(path: Path) -> None:
    write_lines(path, TEXT)
