"""Letter of a district, 2022: who surveys poor households, by when; columns of the letterhead set with spaces."""

from pathlib import Path

NAME = "cong_van_ra_soat_ngheo.txt"
TEXT = """\
      ỦY BAN NHÂN DÂN              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     HUYỆN CẨM XUYÊN                   Độc lập - Tự do - Hạnh phúc

 Số: 1736/UBND-LĐTBXH                Cẩm Xuyên, ngày 22 tháng 8 năm 2022
V/v rà soát hộ nghèo, hộ cận nghèo
và hộ có mức sống trung bình năm 2022

                    Kính gửi:
                       - Các phòng, ban, ngành liên quan;
                       - UBND các xã, thị trấn.

    Thực hiện Quyết định số 24/2021/QĐ-TTg ngày 16/7/2021 của Thủ tướng Chính phủ quy định quy trình rà soát hộ nghèo, hộ cận nghèo hằng năm; Thông tư số 07/2021/TT-BLĐTBXH ngày 18/7/2021 và Thông tư số 02/2022/TT-BLĐTBXH ngày 30/3/2022 của Bộ Lao động - Thương binh và Xã hội; Công văn số 4410/UBND-VX2 ngày 15/8/2022 của UBND tỉnh Hà Tĩnh, UBND huyện Cẩm Xuyên yêu cầu các đơn vị thực hiện một số nội dung sau:

    I. NỘI DUNG RÀ SOÁT

    - Rà soát toàn bộ hộ nghèo, hộ cận nghèo có tên trong danh sách đang quản lý; hộ có giấy đề nghị rà soát; hộ gặp biến cố, thiên tai, ốm đau dài ngày mà đời sống giảm sút.

    - Công an xã chủ trì cung cấp số định danh cá nhân của thành viên hộ, hoàn thành trong tháng 9/2022.

    - Cập nhật kết quả vào phần mềm, in sổ theo dõi hộ nghèo, hộ cận nghèo ở từng thôn, tổ dân phố.

    II. PHÂN CÔNG NHIỆM VỤ

    1. Phòng Lao động - Thương binh và Xã hội

    - Chủ trì tham mưu thành lập Ban Chỉ đạo rà soát cấp huyện, phân công thành viên phụ trách cụm xã; hoàn thành trước ngày 31/8/2022.

    - Mở 03 lớp tập huấn cho điều tra viên tại thị trấn Cẩm Xuyên, xã Cẩm Quang và xã Cẩm Nhượng; định mức hỗ trợ tiền ăn 50.000 đồng/người/ngày, tổng kinh phí 45.000.000 đồng.

    - Tổng hợp kết quả sơ bộ, báo cáo UBND huyện trước ngày 31/9/2022; báo cáo chính thức trước ngày 20/10/2022.

    2. Phòng Tài chính - Kế hoạch: Thẩm định, bố trí kinh phí rà soát; hướng dẫn cấp xã thanh toán tiền công điều tra 25.000 đồng/phiếu, nhưng không quá 5.000.000 đồng/thôn.

    3. Trung tâm Văn hóa - Truyền thông: Thông tin rộng rãi mục đích, quy trình, tiêu chí rà soát trên hệ thống truyền thanh; thời lượng ít nhất 02 lần/ngày trong tháng 9/2022.

    5. Chi cục Thống kê khu vực, Công an huyện: Phối hợp đối chiếu dữ liệu dân cư, hỗ trợ xác định nhân khẩu thường trú, tạm trú của từng hộ.

    6. Đề nghị Ủy ban MTTQ huyện, Hội LHPN huyện, Hội Nông dân huyện: Tham gia giám sát việc họp thôn, tổ dân phố; vận động hội viên kê khai trung thực.

    7. UBND các xã, thị trấn

    a) Thành lập Ban Chỉ đạo, ban hành kế hoạch rà soát trước ngày 05/9/2022; gửi danh sách điều tra viên về Phòng Lao động - Thương binh và Xã hội trước ngày 07/9/2022.

    b) Tổ chức họp dân, niêm yết công khai đúng 03 ngày làm việc tại nhà văn hóa thôn; giải quyết khiếu nại, kiến nghị (nếu có).

    c) Thứ Sáu hằng tuần báo cáo tiến độ về Phòng Lao động - Thương binh và Xã hội; riêng xã Cẩm Mỹ, xã Cẩm Lạc gửi kèm số hộ vùng lòng hồ.

    Yêu cầu các đơn vị nghiêm túc thực hiện./.

Nơi nhận:                                  TM. ỦY BAN NHÂN DÂN
- Như trên;                                    KT. CHỦ TỊCH
- Sở LĐ-TB&XH;                                PHÓ CHỦ TỊCH
- TTr Huyện ủy, HĐND huyện;
- Chủ tịch, các PCT UBND huyện;
- Lưu: VT, LĐTBXH.
                                             Bùi Thị Hoài Nhơn
"""


def write(path: Path) -> None:
    path.write_text(TEXT, encoding="utf-8")
