"""Trade unions of a district, 2021: workers' month, as text with remains of Markdown."""

from pathlib import Path

NAME = "lien_doan_thang_cong_nhan.txt"

TEXT = """\
**LIÊN ĐOÀN LAO ĐỘNG TỈNH LONG AN**
**BAN THƯỜNG VỤ LIÊN ĐOÀN LAO ĐỘNG HUYỆN ĐỨC HÒA**

Số: 31/KH-LĐLĐ

*Đức Hòa, ngày 12 tháng 4 năm 2021*

# KẾ HOẠCH

**Thực hiện Chương trình “Phúc lợi cho đoàn viên và người lao động”**
**trong Tháng Công nhân năm 2021**

Thực hiện Kế hoạch số 19/KH-LĐLĐ ngày 22-3-2021 của Liên đoàn Lao động tỉnh Long An về Tháng Công nhân gắn với \
Tháng hành động về AT&amp;VSLĐ, Ban Thường vụ Liên đoàn Lao động huyện Đức Hòa xây dựng kế hoạch cụ thể như sau:

## 1. MỤC ĐÍCH

* Chăm lo thiết thực cho người lao động bị giảm việc làm; động viên công nhân thi đua lao động giỏi.
* Nâng vị thế của công đoàn cơ sở trong doanh nghiệp ngoài nhà nước.

## 2. THỜI GIAN, ĐỐI TƯỢNG

**2.1. Thời gian:** Từ ngày 20/4/2021 đến ngày 31/5/2021.

**2.2. Đối tượng:** Đoàn viên, người lao động có hoàn cảnh khó khăn, bị tai nạn lao động, bệnh hiểm nghèo.

**2.3. Phân bổ quà tặng**

| STT | Đơn vị | Số suất quà | Ghi chú |
| --- | --- | --- | --- |
| 1 | Công đoàn xã Mỹ Hạnh Nam | 40 | |
| 2 | Công đoàn xã Đức Lập Hạ | 70 | Ưu tiên công nhân thuê trọ |
| 3 | Công đoàn thị trấn Đức Hòa | 60 | |
| 4 | Công đoàn Công ty TNHH May Sao Khuê | 80 | |
| | **Tổng cộng** | **250** | |

## 3. CHỈ TIÊU

* Thăm, tặng quà tối thiểu 250 đoàn viên.
* Bàn giao 02 căn nhà “Mái ấm Công đoàn”.
* 100% công đoàn cơ sở có từ 25 lao động trở lên tổ chức đối thoại với chủ doanh nghiệp.
* Kết nạp vượt 10% kế hoạch đoàn viên mới.

## 4. NỘI DUNG

### 4.1. Chăm lo đời sống

* Tặng 250 suất quà cho công nhân khó khăn (500.000đ/suất), trị giá 115.000.000đ.
* Hỗ trợ xây 02 “Mái ấm Công đoàn”, 40 triệu đồng/căn.
* Nhận đỡ đầu 04 con công nhân mồ côi, 300.000đ/tháng/cháu, tổng cộng 14.400.000đ.

### 4.2. Gặp gỡ, đối thoại

* Tổ chức chương trình “Cảm ơn người lao động” tại 03 khu công nghiệp: Hải Sơn, Tân Đức, Xuyên Á, Tân Phú Trung.
* LĐLĐ huyện phối hợp với Bảo hiểm xã hội huyện tư vấn lưu động về chế độ thất nghiệp trong tuần đầu tháng 5/2021.

### 4.3. Ngày hội công nhân

Tổ chức Ngày hội công nhân - Phiên chợ nghĩa tình tại thị trấn Hậu Nghĩa vào ngày 16/5/2021 với các gian hàng giảm \
giá, khám bệnh, cắt tóc miễn phí.

## 5. KINH PHÍ

Nguồn tài chính công đoàn huyện chi cho Ngày hội:

| STT | Nội dung | Số lượng | Đơn giá (đồng) | Thành tiền (đồng) |
| --- | --- | --- | --- | --- |
| 1 | Băng rôn, pa nô | 20 | 350.000 | 7.000.000 |
| 2 | Suất ăn nhẹ cho công nhân | 500 | 16.000 | 8.000.000 |
| 3 | Thuê sân khấu, âm thanh | 1 | 15.000.000 | 15.000.000 |
| | **Tổng cộng** | | | **30.000.000** |

## 6. PHÂN CÔNG THỰC HIỆN

### 6.1. Thường trực Liên đoàn Lao động huyện

* Điều hành chung; vận động doanh nghiệp tài trợ gian hàng.
* Báo cáo Liên đoàn Lao động tỉnh và Huyện ủy theo quy định.

### 6.2. Các công đoàn cơ sở

* Bình xét, lập danh sách đoàn viên nhận quà gửi LĐLĐ huyện trước ngày 25/4/2021.
* Báo cáo nhanh tiến độ vào chiều thứ Sáu hằng tuần qua hộp thư điện tử của LĐLĐ huyện.
* Báo cáo kết quả Tháng Công nhân trước ngày 05/6/2021.

### 6.3. Đề nghị Phòng Lao động - Thương binh và Xã hội, Trung tâm Y tế huyện

Cử cán bộ tham gia tư vấn, khám sức khỏe cho công nhân tại Ngày hội; hỗ trợ thuốc thông thường.

**Nơi nhận:**

* LĐLĐ tỉnh (b/c);
* Thường trực Huyện ủy, UBND huyện (b/c);
* Các công đoàn cơ sở;
* Lưu: VP.

**TM. BAN THƯỜNG VỤ**

**CHỦ TỊCH**

**Huỳnh Công Lâm**
"""


def write(path: Path) -> None:
    path.write_text(TEXT, encoding="utf-8")
