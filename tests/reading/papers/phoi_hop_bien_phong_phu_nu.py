"""Women's Union and Border Guard of a province, 2022-2024: a coordination programme with duties of each side."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "phoi_hop_bien_phong_phu_nu.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        [
            "HỘI LIÊN HIỆP PHỤ NỮ TỈNH LẠNG SƠN",
            "BỘ CHỈ HUY BỘ ĐỘI BIÊN PHÒNG TỈNH LẠNG SƠN",
            "-----",
            "Số: 07/CTrPH-HPN-BĐBP",
        ],
        [*STATE, "Lạng Sơn, ngày 12 tháng 5 năm 2022"],
    )
    paper.title(
        "CHƯƠNG TRÌNH PHỐI HỢP",
        "Vận động phụ nữ khu vực biên giới tham gia quản lý, bảo vệ đường biên, mốc quốc giới",
        "giai đoạn 2022 - 2024",
    )
    paper.paras(
        "Căn cứ Luật Biên phòng Việt Nam số 66/2020/QH14 ngày 11 tháng 11 năm 2020;",
        "Căn cứ Kế hoạch phối hợp số 967/KHPH-HLHPN-BTLBP ngày 28/12/2020 giữa Trung ương Hội LHPN Việt Nam và Bộ Tư "
        "lệnh Bộ đội Biên phòng;",
        "Hội Liên hiệp Phụ nữ tỉnh Lạng Sơn và Bộ Chỉ huy Bộ đội Biên phòng tỉnh Lạng Sơn (sau đây gọi tắt là hai bên) "
        "thống nhất ký kết Chương trình phối hợp với những nội dung sau:",
    )
    paper.head("I. MỤC ĐÍCH, YÊU CẦU")
    paper.paras(
        "1. Phát huy vai trò của phụ nữ các dân tộc trong phong trào toàn dân bảo vệ chủ quyền lãnh thổ.",
        "2. Hoạt động phối hợp đi vào nền nếp, phù hợp điều kiện từng thôn giáp biên.",
    )
    paper.head("II. NỘI DUNG PHỐI HỢP")
    paper.head("1. Tuyên truyền, vận động")
    paper.paras(
        "- Tuyên truyền Luật Biên phòng Việt Nam bằng tiếng Tày, Nùng tại các phiên chợ vùng biên.",
        "- Hai bên phối hợp tổ chức Hội thi “Phụ nữ với chủ quyền biên giới” trong Quý III/2023.",
    )
    paper.head("2. Giúp phụ nữ phát triển kinh tế")
    paper.paras(
        "- Nhân rộng mô hình nuôi ong, trồng hồi ở xã Mẫu Sơn, xã Tân Thanh; mỗi mô hình được hỗ trợ 15 triệu đồng.",
        "- Bộ Chỉ huy Bộ đội Biên phòng tỉnh chủ trì nhận đỡ đầu con của hội viên nghèo theo Chương trình “Nâng bước em "
        "tới trường”.",
    )
    paper.head("III. TRÁCH NHIỆM CỦA CÁC BÊN")
    paper.head("1. Trách nhiệm của Hội LHPN tỉnh")
    paper.paras(
        "- Chỉ đạo Hội LHPN các huyện biên giới ký kết chương trình với Đồn Biên phòng trên địa bàn.",
        "- Cung cấp tài liệu tuyên truyền về giới, hôn nhân và gia đình.",
    )
    paper.head("2. Trách nhiệm của Bộ Chỉ huy Bộ đội Biên phòng tỉnh")
    paper.paras(
        "- Cử cán bộ tăng cường xã giúp chi hội phụ nữ thôn giáp biên.",
        "- Thông báo tình hình an ninh, trật tự khu vực biên giới có liên quan đến phụ nữ.",
    )
    paper.head("3. Trách nhiệm chung")
    paper.paras(
        "- Xây dựng kế hoạch phối hợp hằng năm; kiểm tra mỗi năm một lần.",
        "- Hội LHPN các huyện và các Đồn Biên phòng báo cáo kết quả 6 tháng trước ngày 10/6, báo cáo năm trước ngày "
        "05/12 về cơ quan thường trực của hai bên.",
    )
    paper.head("IV. KINH PHÍ")
    paper.para("Mỗi bên tự bảo đảm kinh phí cho nội dung được phân công.")
    paper.head("V. ĐIỀU KHOẢN THI HÀNH")
    paper.para(
        "Chương trình này có hiệu lực kể từ ngày ký. Quá trình thực hiện có vướng mắc, hai bên cùng trao đổi, bổ sung./."
    )
    paper.signature(
        [],
        ["TM. ĐẢNG ỦY, BỘ CHỈ HUY", "CHÍNH ỦY", "Đại tá Hoàng Văn Thụ"],
        ["TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Nông Thị Hạnh"],
    )
    paper.signature(
        [
            "- Trung ương Hội LHPN Việt Nam;",
            "- Bộ Tư lệnh Bộ đội Biên phòng;",
            "- Hội LHPN các huyện biên giới;",
            "- Các Đồn Biên phòng;",
            "- Lưu: VP, PCT.",
        ]
    )
    paper.save(path)
