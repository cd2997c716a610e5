"""Youth Union of a district, 2024: street lighting in the summer campaign; labels made by Word."""

from pathlib import Path

from .paper import Paper

NAME = "doan_duong_que.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["TỈNH ĐOÀN PHÚ THỌ", "BAN THƯỜNG VỤ HUYỆN ĐOÀN", "THANH BA", "***", "Số: 42-KH/HĐTN"],
        ["ĐOÀN TNCS HỒ CHÍ MINH", "", "Thanh Ba, ngày 06 tháng 5 năm 2024"],
    )
    paper.title(
        "KẾ HOẠCH",
        "Thực hiện Chương trình số 3 “Thắp sáng đường quê”",
        "trong Chiến dịch Thanh niên tình nguyện hè năm 2024",
        "--------",
    )
    paper.paras(
        "Căn cứ Hướng dẫn số 17-HD/TĐTN-PT ngày 12/4/2024 của Ban Thường vụ Tỉnh đoàn Phú Thọ về các hoạt động "
        "tình nguyện hè; nhằm góp sức trẻ xây dựng nông thôn mới trên địa bàn huyện Thanh Ba, tỉnh Phú Thọ, Ban "
        "Thường vụ Huyện đoàn Thanh Ba xây dựng kế hoạch như sau:"
    )
    n = paper.numbered
    n(0, "MỤC ĐÍCH, YÊU CẦU", bold=True)
    n(
        1,
        "Đưa ánh sáng về những ngõ xóm còn tối, giảm tai nạn giao thông và tệ nạn ban đêm; qua đó rèn luyện đoàn viên.",
    )
    n(
        1,
        "Công trình phải bền, an toàn về điện, có người quản lý sau khi bàn giao; không làm theo phong trào.",
    )
    n(0, "CHỈ TIÊU", bold=True)
    n(3, "Lắp mới trên 12 km điện chiếu sáng ngõ xóm.")
    n(3, "Mỗi Đoàn cơ sở nhận ít nhất 02 tuyến đường thanh niên tự quản.")
    n(3, "Vận động không dưới 300 bóng đèn tiết kiệm điện.")
    n(3, "100% Đoàn xã, thị trấn thành lập đội hình tình nguyện.")
    n(3, "Không để xảy ra tai nạn điện trong quá trình thi công.")
    n(0, "THỜI GIAN, ĐỊA BÀN", bold=True)
    n(1, "Thời gian:", bold=True, rest=" Từ ngày 01/6/2024 đến ngày 31/8/2024.")
    n(1, "Địa bàn:", bold=True, rest=" Chọn ít nhất 04 xã làm điểm, trong đó có xã Ninh Dân và Đông Lĩnh.")
    n(0, "NỘI DUNG THỰC HIỆN", bold=True)
    n(1, "Khảo sát, chọn tuyến", bold=True)
    n(
        3,
        "Đoàn xã, thị trấn phối hợp với Ban Công tác Mặt trận khu dân cư rà soát các tuyến ngõ chưa có điện, "
        "xong trước ngày 25/5/2024.",
    )
    n(3, "Lập bản vẽ đơn giản, dự toán vật tư từng tuyến; lấy ý kiến các hộ hai bên đường.")
    n(1, "Tổ chức thi công", bold=True)
    n(2, "Ra quân đồng loạt tại xã Ninh Dân ngày 01/6/2024.")
    n(2, "Huy động ngày công của đoàn viên vào các phần việc:")
    n(4, "Đào hố, đúc móng, dựng cột;")
    n(4, "Kéo dây, lắp bóng dưới sự giám sát của thợ điện;")
    n(4, "Phát quang, dọn vệ sinh hai bên tuyến.")
    n(2, "Nghiệm thu, gắn biển công trình thanh niên, bàn giao cho khu dân cư trong tháng 8/2024.")
    n(1, "Truyền thông", bold=True)
    paper.para(
        "Đăng tải hình ảnh trước và sau khi lắp điện trên trang Tuổi trẻ Thanh Ba; phát động cuộc thi ảnh “Đường quê "
        "em sáng”; giới thiệu cách làm hay của cơ sở."
    )
    n(0, "KINH PHÍ", bold=True)
    n(3, "Huyện đoàn hỗ trợ 10 tuyến điểm, mỗi tuyến 5.000.000 đồng.")
    n(3, "Mua vật tư dự phòng: 20 triệu đồng.")
    n(3, "Tổng kinh phí cấp huyện: 70.000.000 đồng (Bảy mươi triệu đồng).")
    n(3, "Phần vận động tại chỗ không quá 30 triệu đồng/Đoàn cơ sở, công khai với Nhân dân.")
    n(0, "TỔ CHỨC THỰC HIỆN", bold=True)
    n(1, "Ban Thường vụ Huyện đoàn", bold=True)
    n(3, "Thành lập Ban Chỉ huy Chiến dịch, phân công ủy viên theo dõi từng cụm.")
    n(3, "Báo cáo Tỉnh đoàn, Thường trực Huyện ủy kết quả Chiến dịch trước ngày 10/9/2024.")
    n(1, "Đoàn các xã, thị trấn; Đoàn các trường trung học phổ thông", bold=True)
    n(3, "Tham mưu cấp ủy, chính quyền cùng cấp cho chủ trương, bố trí vật tư.")
    n(3, "Gửi danh sách tuyến đường đăng ký về Huyện đoàn chậm nhất ngày 31/6/2024.")
    n(3, "Báo cáo tiến độ thi công hằng tuần qua Văn phòng Huyện đoàn.")
    n(
        1,
        "Đề nghị Điện lực Thanh Ba:",
        bold=True,
        rest=" Cử cán bộ kỹ thuật kiểm tra an toàn trước khi đóng điện.",
    )
    paper.para(
        "Trên đây là Kế hoạch thực hiện Chương trình “Thắp sáng đường quê”, Ban Thường vụ Huyện đoàn yêu cầu các cơ "
        "sở Đoàn nghiêm túc triển khai./."
    )
    paper.signature(
        [
            "- Ban Thường vụ Tỉnh đoàn (b/c);",
            "- Thường trực Huyện ủy (b/c);",
            "- Điện lực Thanh Ba (p/h);",
            "- Đoàn các xã, thị trấn, trường học;",
            "- Lưu: VP.",
        ],
        ["TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN", "BÍ THƯ", "Phùng Nhật Quang"],
    )
    paper.save(path)
