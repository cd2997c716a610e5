"""Women's Union of an urban district, 2022: border communes; gifts, homes, livelihoods; a web page saved as text."""

from pathlib import Path

NAME = "quan_bien_cuong.txt"
LINES = """
**HỘI LHPN THÀNH PHỐ CẦN THƠ**
**BAN THƯỜNG VỤ HỘI LHPN QUẬN BÌNH THỦY**
Số: 12/KH-BTV
*Bình Thủy, ngày     tháng 3 năm 2022*
# KẾ HOẠCH
**Thực hiện Chương trình &ldquo;Đồng hành cùng phụ nữ biên cương&rdquo; năm 2022**
Căn cứ Kế hoạch số 21/KH-BTV ngày 18/02/2022 của Ban Thường vụ Hội LHPN thành phố Cần Thơ về thực hiện Chương trình &ldquo;Đồng hành cùng phụ nữ biên cương&rdquo; giai đoạn 2021 - 2025; Chương trình phối hợp số 03/CTr-HPN-ĐBP ngày 26/3/2021 giữa Hội LHPN quận và Đồn Biên phòng Cửa khẩu Khánh Bình;
Ban Thường vụ Hội LHPN quận Bình Thủy xây dựng Kế hoạch thực hiện Chương trình năm 2022, cụ thể như sau:
## **I. MỤC ĐÍCH - YÊU CẦU**
\\- Phát huy tấm lòng thơm thảo của phụ nữ quận Bình Thủy, sẻ chia với chị em đang cùng bộ đội giữ đất nơi đầu nguồn sông Hậu; giúp phụ nữ nghèo vùng biên có thêm vốn, thêm nghề, thêm điểm tựa.
\\- Hỗ trợ đúng địa chỉ, công khai, không dàn trải; có theo dõi sau hỗ trợ, không làm theo kiểu &ldquo;cho rồi thôi&rdquo;.
## **II. CHỈ TIÊU**
1\\. Trao từ 120 phần quà trở lên cho phụ nữ, trẻ em có hoàn cảnh khó khăn.
2\\. Xây dựng 02 Mái ấm tình thương.
3\\. Mỗi cơ sở Hội vận động ít nhất 01 mô hình sinh kế trị giá từ 5 triệu đồng.
4\\. 100% nguồn lực hỗ trợ được giải ngân trước ngày 30/11/2022.
## **III. ĐỊA BÀN, ĐỐI TƯỢNG**
**1\\. Địa bàn:** 04 xã biên giới của 02 tỉnh, gồm: xã Khánh An và Nhơn Hội, huyện An Phú, tỉnh An Giang; xã Vĩnh Điều và Phú Mỹ, huyện Giang Thành, tỉnh Kiên Giang.
**2\\. Đối tượng:** Hội viên, phụ nữ nghèo, đơn thân, khuyết tật; trẻ em mồ côi do COVID-19; cán bộ, chiến sĩ đồn biên phòng.
## **IV. NỘI DUNG THỰC HIỆN**
**1\\. Công tác tuyên truyền**
Đưa tin, bài, hình ảnh về Chương trình lên Trang thông tin điện tử quận, Zalo &ldquo;Phụ nữ Bình Thủy&rdquo;; lồng ghép trong sinh hoạt tổ, chi hội để hội viên hiểu và tự nguyện đóng góp, mỗi người một việc nhỏ, vừa sức mình.
**2\\. Hỗ trợ tại địa bàn**
**2.1. Tại huyện An Phú, tỉnh An Giang**
\\* Thời gian: Tháng 6 năm 2022
\\* Nội dung: tổng trị giá 146.000.000 đồng
\\+ Xây 01 Mái ấm tình thương tại xã Khánh An, trị giá 60.000.000đ (quận hỗ trợ 40 triệu đồng, địa phương đối ứng 20 triệu đồng).
\\+ Trao vốn sinh kế không hoàn lại cho 10 phụ nữ nghèo xã Nhơn Hội, mỗi chị 5.000.000 đồng, trị giá 50.000.000 đồng.
\\+ Tặng 60 phần quà (400.000đ/phần) trị giá 24.000.000 đồng.
\\+ Tặng 01 bộ máy vi tính cho Hội LHPN xã Khánh An trị giá 12.000.000 đồng.
**2.2. Tại huyện Giang Thành, tỉnh Kiên Giang**
\\* Thời gian: Dự kiến quý III/2022
\\* Nội dung:
\\+ Xây 01 Mái ấm tình thương tại xã Phú Mỹ, trị giá 60.000.000đ.
\\+ Đỡ đầu 05 trẻ mồ côi xã Vĩnh Điều, định mức 500.000 đồng/tháng/em, thời gian 12 tháng, số tiền 30.000.000 đồng.
\\+ Tặng 60 phần quà, mỗi phần 400.000 đồng, trị giá 24.000.000 đồng (trao vào dịp Tết Trung thu).
\\+ Tặng 03 con bò sinh sản, trị giá 18.000,000 đồng/con, cho nhóm phụ nữ Khmer chăn nuôi.
Ngoài các nội dung trên, tùy khả năng vận động, Hội LHPN quận sẽ trao đổi với địa phương để bổ sung hoạt động phù hợp.
**3\\. Kết nghĩa, trao đổi kinh nghiệm**
Hội LHPN quận phối hợp với Hội LHPN huyện An Phú tổ chức 01 chuyến giao lưu cán bộ Hội cơ sở, chia sẻ cách làm tổ hùn vốn, tổ liên kết may gia công; kết hợp viếng thăm Đồn Biên phòng Cửa khẩu Khánh Bình.
## **V. KINH PHÍ**
\\- Quỹ &ldquo;Vì phụ nữ nghèo&rdquo; của quận: 90.000.000 đồng.
\\- Vận động doanh nghiệp, mạnh thường quân: 150.000.000 đồng.
\\- Cơ sở Hội đóng góp: 74.000.000 đồng.
**Tổng cộng: 324.000.000 đồng.**
## **VI. TỔ CHỨC THỰC HIỆN**
**1\\. Ban Thường vụ Hội LHPN quận**
\\- Chủ động liên hệ địa phương khảo sát, chốt danh sách hộ được hỗ trợ; phân công đồng chí Phó Chủ tịch phụ trách phong trào trực tiếp theo dõi.
\\- Báo cáo kết quả thực hiện về Hội LHPN thành phố trong báo cáo quý, 6 tháng và năm.
**2\\. Hội LHPN các phường và Chi hội Phụ nữ Công an quận**
\\- Vận động theo chỉ tiêu được giao, nộp về quận trước ngày 20/5/2022 qua Tổ Tài vụ; mỗi phường giới thiệu ít nhất 01 hộ kinh doanh, doanh nghiệp tham gia.
\\- Gửi danh sách tập thể, cá nhân đóng góp tiêu biểu về Hội LHPN quận trước ngày 15/11/2022 để đề nghị khen thưởng.
**3\\. Trân trọng đề nghị Hội LHPN huyện An Phú, Hội LHPN huyện Giang Thành và Đồn Biên phòng Cửa khẩu Khánh Bình**
Rà soát, giới thiệu đúng đối tượng; cùng Hội LHPN quận bàn giao, giám sát việc sử dụng nguồn hỗ trợ; tạo điều kiện để các chị phát huy nguồn vốn sinh kế sau khi nhận.
**Nơi nhận:**
\\- Hội LHPN thành phố (b/c);
\\- Quận ủy, UBND quận (b/c);
\\- Hội LHPN huyện An Phú, huyện Giang Thành;
\\- Hội LHPN các phường, đơn vị trực thuộc;
\\- Lưu: VP.
**TM. BAN THƯỜNG VỤ**
**CHỦ TỊCH**
**Huỳnh Thị Mộng Thu**
""".strip().splitlines()


def write(path: Path) -> None:
    path.write_text("\n".join(LINES) + "\n", encoding="utf-8")
