"""Women's Union of a city, 2021: help for weak branches; text cut at a fixed width, every line followed by a blank."""

import textwrap
from pathlib import Path

NAME = "thanh_pho_chi_hoi_yeu.txt"
WIDTH = 78
LINES_A_PAGE = 44
LINES = """
HỘI LHPN THÀNH PHỐ HẢI PHÒNG
BAN THƯỜNG VỤ
Số: 06/KH-BTV
Hải Phòng, ngày 25 tháng 02 năm 2021
KẾ HOẠCH
Giúp đỡ chi hội phụ nữ hoạt động yếu, chi hội khó khăn năm 2021
Thực hiện Nghị quyết số 02/NQ-BCH ngày 08/01/2021 của Ban Chấp hành Hội LHPN thành phố về phương hướng, nhiệm vụ công tác Hội năm 2021; Hướng dẫn số 11/HD-ĐCT ngày 24/9/2018 của Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam về đánh giá, phân loại tổ chức Hội, Ban Thường vụ Hội LHPN thành phố Hải Phòng xây dựng Kế hoạch giúp đỡ chi hội phụ nữ hoạt động yếu, chi hội khó khăn như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Từng bước củng cố tổ chức Hội từ gốc là chi hội; chi hội trưởng biết việc, hội viên muốn đến sinh hoạt, hoạt động của Hội có ích cho đời sống hằng ngày của chị em.
2. Yêu cầu
- Chọn đúng chi hội thật sự yếu, không chọn chi hội trung bình để dễ đạt chỉ tiêu.
- Cán bộ được phân công phải xuống tận chi hội, cùng bàn, cùng làm; không làm thay.
II. ĐỐI TƯỢNG VÀ THỜI GIAN
1. Đối tượng: Chi hội xếp loại yếu, chi hội có tỷ lệ thu hút hội viên dưới 55%, chi hội vùng giáo, vùng ven biển, hải đảo, chi hội ở chợ và khu nhà trọ công nhân.
2. Thời gian thực hiện: Từ tháng 3/2021 đến hết tháng 02/2022.
III. CHỈ TIÊU PHẤN ĐẤU
1. Chỉ tiêu chung
- Toàn thành phố giúp đỡ ít nhất 62 chi hội.
- Mỗi quận, huyện có không quá 02 chi hội yếu khi kết thúc Kế hoạch.
- Trên 70% chi hội được giúp đỡ vươn lên xếp loại khá.
- 100% chi hội trưởng các chi hội được giúp đỡ qua bồi dưỡng nghiệp vụ.
2. Phân bổ chỉ tiêu cho các đơn vị
STT\tĐơn vị\tSố chi hội nhận giúp đỡ\tGhi chú
1\tHội LHPN quận Hồng Bàng\t04\t
2\tHội LHPN quận Ngô Quyền\t04\tCó 01 chi hội chợ
3\tHội LHPN quận Lê Chân\t04\t
4\tHội LHPN quận Hải An\t05\tKhu nhà trọ công nhân
5\tHội LHPN quận Đồ Sơn\t03\t
6\tHội LHPN huyện Thủy Nguyên\t10\tƯu tiên xã Lập Lễ
7\tHội LHPN huyện Tiên Lãng\t09\t
8\tHội LHPN huyện Vĩnh Bảo\t09\t
9\tHội LHPN huyện Cát Hải\t05\tHải đảo
10\tHội LHPN huyện Bạch Long Vĩ\t01\t
11\tHội Phụ nữ Công an thành phố\t03\t
12\tHội Phụ nữ Bộ đội Biên phòng thành phố\t03\tGắn với xã, phường biên giới biển
13\tHội Phụ nữ chợ Ga\t02\t
\tTổng cộng\t64\t
IV. NỘI DUNG VÀ BIỆN PHÁP
1. Khảo sát, lựa chọn
- Hội LHPN cơ sở tự chấm điểm chi hội theo 5 tiêu chí, lập danh sách đề nghị giúp đỡ; Hội LHPN quận, huyện kiểm tra thực tế trước khi chốt.
- Ban Tổ chức Hội LHPN thành phố chủ trì, phối hợp với Ban Gia đình - Xã hội khảo sát điểm tại xã Lập Lễ, huyện Thủy Nguyên và thị trấn Cát Hải, huyện Cát Hải trong tháng 3/2021.
2. Biện pháp giúp đỡ
2.1. Về tổ chức
- Kiện toàn chi hội trưởng, chi hội phó ở nơi khuyết hoặc quá tuổi, ưu tiên chị em trẻ, đảng viên, người có uy tín trong dòng họ, xứ đạo.
- Chia tách hoặc ghép tổ phụ nữ cho vừa với địa bàn dân cư, không để tổ nào vượt quá 50 hội viên.
2.2. Về nội dung sinh hoạt
- Mỗi kỳ sinh hoạt giải quyết một việc cụ thể của hội viên, ví dụ cách ghi sổ chi tiêu, cách phòng COVID-19 nơi chợ búa, cách làm hồ sơ vay vốn.
- Tặng mỗi chi hội được giúp đỡ 01 tủ sách, 01 bộ loa kéo trị giá 2.500.000 đồng/bộ.
3. Giúp đỡ về kinh tế
- Mỗi chi hội có ít nhất một tổ hùn vốn; thành phố hỗ trợ vốn mồi tối đa 10 triệu đồng/chi hội, thu hồi sau 24 tháng.
- Tín chấp với Ngân hàng Chính sách xã hội cho 200 hội viên vay, số tiền khoảng 6 tỷ đồng.
3. Động viên, khen thưởng
Biểu dương chi hội chuyển hạng nhanh nhất tại Hội nghị tổng kết công tác Hội; thưởng 1.000.000 đồng cho mỗi chi hội.
V. TỔ CHỨC THỰC HIỆN
1. Hội LHPN thành phố
- Phân công mỗi đồng chí Ủy viên Ban Thường vụ theo dõi ít nhất một chi hội; Ban Tổ chức tổng hợp, tham mưu sơ kết vào tháng 8/2021.
2. Hội LHPN các quận, huyện, đơn vị trực thuộc
- Gửi danh sách chi hội nhận giúp đỡ về Hội LHPN thành phố (qua Ban Tổ chức) trước ngày 20/3/2021.
- Báo cáo tiến độ, khó khăn trong giao ban tháng; báo cáo kết quả 6 tháng trước ngày 10/6 và báo cáo năm trước ngày 10/11.
3. Hội LHPN xã, phường, thị trấn
- Báo cáo cấp ủy, tranh thủ chính quyền tạo điều kiện về địa điểm sinh hoạt, kinh phí cho chi hội.
Trên đây là Kế hoạch giúp đỡ chi hội phụ nữ hoạt động yếu, chi hội khó khăn năm 2021, đề nghị các đơn vị nghiêm túc triển khai thực hiện.
Nơi nhận:
- Ban Tổ chức TW Hội LHPN Việt Nam;
- Ban Dân vận Thành ủy;
- Các đồng chí UV BTV Hội LHPN thành phố;
- Hội LHPN quận, huyện, đơn vị trực thuộc;
- Lưu: VP, TC.
T/M BAN THƯỜNG VỤ
PHÓ CHỦ TỊCH
Phạm Thị Quỳnh Lâm
""".strip().splitlines()


def write(path: Path) -> None:
    cut = [part for line in LINES for part in ([line] if "\t" in line else textwrap.wrap(line, WIDTH))]
    lines = []
    for number, line in enumerate(cut):
        if number and number % LINES_A_PAGE == 0:
            lines += ["", "", str(number // LINES_A_PAGE + 1), ""]
        lines += [line, ""]
    path.write_text("\n".join(lines), encoding="utf-8")
