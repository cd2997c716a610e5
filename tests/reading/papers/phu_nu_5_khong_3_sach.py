"""Women's Union of a district, 2022: guidance on a household campaign, as text copied from a PDF."""

from pathlib import Path

NAME = "phu_nu_5_khong_3_sach.txt"

TEXT = """\
HỘI LHPN TỈNH SÓC TRĂNG
BAN THƯỜNG VỤ HỘI LHPN
HUYỆN CÙ LAO DUNG

Số: 09/HD-BTV

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cù Lao Dung, ngày 14 tháng 02 năm 2022

HƯỚNG DẪN
Thực hiện Cuộc vận động “Xây dựng gia đình 5 không, 3 sạch”
gắn với xây dựng nông thôn mới năm 2022

Thực hiện Hướng dẫn số 05/HD-BTV ngày 20/01/2022 của Ban Thường vụ
Hội LHPN tỉnh Sóc Trăng về Cuộc vận động “Xây dựng gia đình 5 không, 3
sạch”; Nghị quyết số 08-NQ/HU của Huyện ủy Cù Lao Dung về nhiệm vụ năm
2022; Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị;
Ban Thường vụ Hội LHPN huyện Cù Lao Dung hướng dẫn các cơ sở Hội thực
hiện một số nội dung sau:

I. MỤC ĐÍCH
- Giúp chị em vùng cồn bãi có kiến thức chăm lo sức khỏe, nếp ăn ở,
giữ gìn hạnh phúc gia đình.
- Gắn từng tiêu chí với việc làm cụ thể của chi hội, tổ phụ nữ; không
đăng ký hình thức.

II. CHỈ TIÊU NĂM 2022
1. Cấp huyện
- Giúp 25 hộ hội viên nghèo đạt đủ 8 tiêu chí.
- Ra mắt 07 mô hình “Nhà sạch, vườn đẹp”.
- Trên 95% gia đình hội viên đăng ký thực hiện Cuộc vận động.
2. Cấp cơ sở
- Mỗi xã, thị trấn duy trì ít nhất 03 tổ phụ nữ tự quản đường hoa.
- Mỗi chi hội vận động 05 hội viên tham gia bảo hiểm xã hội tự nguyện.
- Hạn chế thấp nhất bạo lực gia đình, trẻ em bỏ học giữa chừng.

2

III. NỘI DUNG THỰC HIỆN
1. Truyền thông
- Nói chuyện chuyên đề tại chi hội, điểm chùa Khmer và bến đò; phát tờ
rơi bằng hai thứ tiếng Việt, Khmer.
- Tổ chức Hội thi “Bữa cơm gia đình” cấp huyện tại thị trấn Cù Lao
Dung trong tháng 6/2022.
2. Thực hiện các tiêu chí “không”
- Nắm hoàn cảnh từng hộ để có cách giúp phù hợp, chú trọng:
+ Hộ nghèo do phụ nữ làm chủ: giúp vốn, cây con giống, ngày công;
+ Hộ có trẻ suy dinh dưỡng: phối hợp với Trạm Y tế cân đo, hướng dẫn
nấu ăn;
+ Hộ có mâu thuẫn: tổ hòa giải đến tận nhà khuyên giải.
- Ký giao ước không sinh con thứ ba trở lên trong hội viên ở độ tuổi
sinh đẻ.
2. Thực hiện các tiêu chí “sạch”
- Phát động ngày thứ Bảy “sạch nhà, sạch bếp, sạch ngõ” ở các xã, làm
trước tại xã An Thạnh 2 và Đại Ân 1.
- Hỗ trợ 10 hộ khó khăn xây nhà tiêu hợp vệ sinh, mức 1.500,000
đồng/hộ từ Quỹ “Mái ấm tình thương”.
3. Nhân rộng điển hình
Mỗi cơ sở Hội giới thiệu một gia đình tiêu biểu viết bài gửi Bản tin
Phụ nữ; Ban Thường vụ Hội LHPN huyện chọn gia đình xuất sắc để tuyên
dương nhân dịp 20/10/2022.

IV. KINH PHÍ
Sử dụng kinh phí hoạt động thường xuyên và nguồn vận động. Giải thưởng
Hội thi cấp huyện gồm 01 giải nhất 2.000.000 đồng, 02 giải nhì mỗi
giải 1.200.000 đồng, 03 giải ba mỗi giải 800.000 đồng.

3

V. TỔ CHỨC THỰC HIỆN
1. Ban Thường vụ Hội LHPN huyện
- Phân công cán bộ phụ trách cụm, dự sinh hoạt với chi hội khó khăn.
- Phối hợp với Trung tâm Văn hóa, Thể thao và Truyền thanh huyện mở
chuyên mục hằng tháng.
2. Hội LHPN các xã, thị trấn
- Tổ chức cho gia đình hội viên đăng ký, gửi danh sách về Hội LHPN
huyện trước ngày 31/3/2022.
- Báo cáo tiến độ tại hội nghị giao ban tháng.
- Báo cáo quý trước ngày 10 của tháng cuối quý; 6 tháng trước ngày
05/6 và năm trước ngày 05/11 về Hội LHPN huyện.
3. Chi hội, tổ phụ nữ: Lập sổ theo dõi, tự chấm điểm từng hộ vào cuối
năm; bình xét công khai trong buổi họp tổ.

Trên đây là Hướng dẫn thực hiện Cuộc vận động “Xây dựng gia đình 5
không, 3 sạch”, đề nghị các cơ sở Hội triển khai đạt kết quả./.

Nơi nhận:
- Ban Thường vụ Hội LHPN tỉnh (b/c);
- Ban Dân vận Huyện ủy;
- UB MTTQ huyện; Văn phòng Điều phối NTM huyện;
- Hội LHPN các xã, thị trấn;
- Lưu: VT.

TM. BAN THƯỜNG VỤ
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH



Thạch Thị Sa Quyên
"""


def write(path: Path) -> None:
    path.write_text(TEXT, encoding="utf-8")
