"""A guidance of Hội LHPN tỉnh: criteria named by numbers that count nothing, a quota table with other words, weekly news."""

from ..model import Letterhead, Plan, base, item, para, quotas, report, run_in, section, target, unit

PLAN = Plan(
    kind="huong_dan",
    kind_line="HƯỚNG DẪN",
    title=("Thực hiện Cuộc vận động “Xây dựng gia đình 5 không, 3 sạch” gắn với nông thôn mới năm 2023",),
    issuer="Ban Thường vụ Hội LHPN tỉnh Bình Định",
    programme="Cuộc vận động Xây dựng gia đình 5 không, 3 sạch",
    period=("2023-01-01", "2023-12-31"),
    letterhead=Letterhead(
        ("HỘI LHPN VIỆT NAM", "BAN THƯỜNG VỤ HỘI LHPN TỈNH BÌNH ĐỊNH"),
        "04/HD-BTV",
        "Bình Định, ngày 07 tháng 3 năm 2023",
    ),
    number="04/HD-BTV",
    issued_on="2023-03-07",
    opening=(
        para(
            "Căn cứ Hướng dẫn số 20/HD-ĐCT ngày 12/12/2022 của Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam, Ban Thường vụ Hội LHPN tỉnh Bình Định hướng dẫn thực hiện Cuộc vận động như sau:",
            base("20/HD-ĐCT", "Hướng dẫn", "2022-12-12", "Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam"),
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            run_in(
                "Mục đích",
                "Giúp gia đình hội viên hoàn thành 8 tiêu chí; góp phần giữ vững xã đạt chuẩn nông thôn mới.",
            ),
            run_in(
                "Yêu cầu", "Đăng ký từ hộ gia đình, bình xét công khai ở chi hội, không chạy theo thành tích."
            ),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU",
            item("Có thêm từ 500 hộ gia đình đạt 8 tiêu chí trở lên.", target(500, "hộ gia đình", ">=")),
            item("Xây dựng 11 tuyến đường hoa do phụ nữ tự quản.", target(11, "tuyến đường hoa")),
            item(
                "Mỗi chi hội giúp tối thiểu 01 hộ chưa đạt tiêu chí sạch bếp.",
                target(1, "hộ", ">=", "Mỗi chi hội"),
            ),
            item("Giữ số chi hội không có mô hình tự quản ở mức dưới 5%.", target(5, "%", "<")),
            role="targets",
        ),
        section(
            "NỘI DUNG THỰC HIỆN",
            section(
                "Tuyên truyền, vận động",
                item("Đưa 8 tiêu chí vào sinh hoạt chi hội; vận động gia đình ký đăng ký ngay từ đầu năm."),
                item("Phát động “Ngày Chủ nhật xanh”, dọn vệ sinh đường làng, ngõ xóm, bãi biển."),
            ),
            section(
                "Xây dựng mô hình điểm",
                item(
                    "Hội LHPN huyện Tuy Phước chủ trì, phối hợp với UBND xã Phước Sơn ra mắt mô hình “Ngõ sạch, nhà xanh”.",
                    lead="Hội LHPN huyện Tuy Phước",
                    partners="UBND xã Phước Sơn",
                ),
                item("Vận động lắp đặt hố rác, nhà tắm cho hộ khó khăn ở xã Canh Liên, huyện Vân Canh."),
            ),
            section(
                "Bình xét, công nhận",
                para(
                    "Chi hội họp bình xét vào cuối năm; Hội LHPN xã trình Ủy ban nhân dân cùng cấp công nhận gia đình đạt tiêu chí."
                ),
            ),
            role="content",
        ),
        section(
            "PHÂN BỔ CHỈ TIÊU MÔ HÌNH",
            para("Số lượng mô hình tự quản giao cho các đơn vị như sau:"),
            quotas(
                ("Đơn vị", "Số lượng (mô hình)", "Ghi chú"),
                ("Thành phố Quy Nhơn", 12, ""),
                ("Thị xã An Nhơn", 10, "Có 02 mô hình ở làng nghề"),
                ("Huyện Tuy Phước", 10, ""),
                ("Huyện Phù Cát", 8, ""),
                ("Huyện Vân Canh", 4, "Vùng đồng bào dân tộc thiểu số"),
                columns="unit quantity note",
                of="mô hình",
                total="Tổng",
            ),
            role="scope",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Ban Gia đình - Xã hội và Ban Tuyên giáo Hội LHPN tỉnh",
                "Tham mưu kiểm tra, giám sát; xây dựng tin, bài, phóng sự.",
                units=("Ban Gia đình - Xã hội", "Ban Tuyên giáo Hội LHPN tỉnh"),
            ),
            unit(
                "Hội LHPN các huyện, thị xã, thành phố",
                item("Bố trí kinh phí từ nguồn được giao; huy động xã hội hóa cho mô hình."),
                item(
                    "Báo cáo tiến độ tuần vào chiều thứ Sáu qua nhóm Zalo của Hội LHPN tỉnh.",
                    report("weekly", "chiều thứ Sáu", None, "nhóm Zalo của Hội LHPN tỉnh"),
                ),
                item(
                    "Báo cáo kết quả năm về Hội LHPN tỉnh trước ngày 30/11.",
                    report("annual", "--11-30", "Hội LHPN tỉnh"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(
        para(
            "Trên đây là Hướng dẫn thực hiện Cuộc vận động năm 2023, đề nghị các cấp Hội nghiêm túc thực hiện./."
        ),
    ),
    signature=("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Thị Bích Thuận"),
    recipients=(
        "Đoàn Chủ tịch TW Hội (b/c)",
        "Văn phòng Điều phối nông thôn mới tỉnh",
        "Hội LHPN các huyện, thị xã, thành phố",
        "Lưu: VT, GĐXH",
    ),
    places=(
        "tỉnh Bình Định",
        "huyện Tuy Phước",
        "xã Phước Sơn",
        "xã Canh Liên < huyện Vân Canh",
        "huyện Vân Canh",
        "thành phố Quy Nhơn",
        "thị xã An Nhơn",
        "huyện Phù Cát",
    ),
)
