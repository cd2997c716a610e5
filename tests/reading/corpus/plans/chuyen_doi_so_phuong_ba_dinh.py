"""A short plan of Hội LHPN phường: no targets section, everything in run-in paragraphs, no letter of a budget heading."""

from ..model import Letterhead, Plan, base, item, para, report, run_in, section, total, unit

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=("Tổ chức Ngày hội “Phụ nữ Ba Đình với chuyển đổi số”",),
    issuer="Ban Thường vụ Hội LHPN phường Ba Đình",
    programme=None,
    period=("2026-10-10", "2026-10-10"),
    letterhead=Letterhead(
        ("ỦY BAN MTTQ VIỆT NAM PHƯỜNG BA ĐÌNH", "BAN THƯỜNG VỤ HỘI LHPN"),
        "38/KH-BTV",
        "Ba Đình, ngày 14 tháng 9 năm 2026",
    ),
    number="38/KH-BTV",
    issued_on="2026-09-14",
    opening=(
        para(
            "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, Ban Thường vụ Hội LHPN phường Ba Đình tổ chức Ngày hội như sau:",
            base("57-NQ/TW", "Nghị quyết", "2024-12-22", "Bộ Chính trị"),
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH",
            para(
                "Giúp hội viên, phụ nữ sử dụng thành thạo dịch vụ công trực tuyến, mua bán an toàn trên môi trường mạng."
            ),
            role="purpose",
        ),
        section(
            "THÀNH PHẦN, THỜI GIAN, ĐỊA ĐIỂM",
            run_in("Thành phần", "Cán bộ, hội viên của 18 chi hội; đại diện các đoàn thể phường."),
            run_in("Thời gian", "Ngày 10/10/2026."),
            run_in("Địa điểm", "Nhà văn hóa phường Ba Đình, thành phố Hà Nội."),
            role="scope",
        ),
        section(
            "NỘI DUNG",
            run_in(
                "Trải nghiệm dịch vụ công",
                para(
                    "Công an phường và Đoàn phường hướng dẫn cài đặt, sử dụng ứng dụng VNeID.",
                    lead=("Công an phường", "Đoàn phường"),
                ),
            ),
            run_in("Gian hàng số", "Mỗi chi hội giới thiệu sản phẩm qua phát trực tiếp trên mạng xã hội."),
            run_in(
                "Thi “Phụ nữ với kỹ năng số”",
                para(
                    "Thi trắc nghiệm qua mã QR, trao 10 giải thưởng, trị giá 8.500.000 đồng.",
                    total(8_500_000, 10),
                ),
            ),
            role="content",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit("Thường trực Hội LHPN phường", "Chuẩn bị nội dung, mời đại biểu, liên hệ đơn vị tài trợ."),
            unit(
                "Các chi hội",
                item("Vận động hội viên tham gia, chuẩn bị gian hàng."),
                item(
                    "Gửi danh sách người dự thi về Thường trực Hội trước ngày 30/9/2026.",
                    report("once", "2026-09-30", "Thường trực Hội"),
                ),
            ),
            role="organisation",
        ),
    ),
    closing=(),
    signature=("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Trịnh Thu Hằng"),
    recipients=("Hội LHPN thành phố", "Đảng ủy, Ủy ban MTTQ Việt Nam phường", "Các chi hội", "Lưu: VT"),
    places=("phường Ba Đình < thành phố Hà Nội", "thành phố Hà Nội"),
)
