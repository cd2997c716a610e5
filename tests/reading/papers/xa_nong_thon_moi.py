"""People's Committee of a commune after the reform, 2026: new countryside, work table, a draft still without number."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "xa_nong_thon_moi.docx"


def write(path: Path) -> None:
    paper = Paper()
    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "XÃ QUẾ PHƯỚC", "Số:        /KH-UBND"],
        [*STATE, "Quế Phước, ngày      tháng 02 năm 2026"],
    )
    paper.title(
        "KẾ HOẠCH",
        "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới,",
        "trọng tâm là tiêu chí môi trường, năm 2026",
    )
    paper.paras(
        "Thực hiện Nghị quyết số 14-NQ/ĐU ngày 08/01/2026 của Đảng ủy xã về nhiệm vụ trọng tâm năm 2026 và Quyết định "
        "số 320/QĐ-TTg ngày 08/3/2022 của Thủ tướng Chính phủ, Ủy ban nhân dân xã Quế Phước, thành phố Đà Nẵng ban "
        "hành Kế hoạch như sau:"
    )
    paper.head("I. MỤC ĐÍCH, YÊU CẦU")
    paper.paras(
        "- Giữ vững các tiêu chí đã đạt, từng bước nâng chất lượng sống của người dân vùng ven sông Thu Bồn.",
        "- Phát huy vai trò tự quản của thôn, lấy hộ gia đình làm nòng cốt.",
    )
    paper.head("II. MỤC TIÊU")
    paper.head("1. Mục tiêu chung:", " Xây dựng cảnh quan nông thôn sáng, xanh, sạch, đẹp, an toàn.")
    paper.head("2. Mục tiêu cụ thể")
    paper.paras(
        "- 100% thôn có quy ước bảo vệ môi trường.",
        "- Ít nhất 85% hộ dân phân loại rác tại nguồn.",
        "- Trên 90% chất thải rắn sinh hoạt được thu gom, xử lý.",
        "- Trồng 3,5 km đường hoa.",
        "- Mỗi thôn có từ 02 mô hình thu gom rác thải nhựa trở lên.",
        "- Tỷ lệ hộ có nhà tiêu chưa hợp vệ sinh còn dưới 3%.",
    )
    paper.head("III. NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN")
    paper.table(
        [
            ["TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian", "Ghi chú"],
            ["1", "Tuyên truyền, vận động", "", "", "", ""],
            [
                "1.1",
                "Duy trì “Ngày Chủ nhật xanh” tại các thôn",
                "Ủy ban MTTQ Việt Nam xã",
                "Trưởng thôn",
                "Hằng tháng",
                "",
            ],
            [
                "1.2",
                "Tập huấn phân loại rác, ủ phân hữu cơ cho tổ tự quản",
                "Phòng Kinh tế",
                "Hội LHPN xã, Hội Nông dân xã",
                "Tháng 3/2026",
                "02 lớp",
            ],
            ["2", "Hạ tầng môi trường", "", "", "", ""],
            [
                "2.1",
                "Xây bể chứa vỏ thuốc bảo vệ thực vật ngoài đồng tại thôn Đông An và Phước Bình",
                "Phòng Kinh tế",
                "",
                "Quý II/2026",
                "Kinh phí 96 triệu đồng",
            ],
            ["2.2", "Cải tạo rãnh thoát nước khu chợ Đò", "", "Ban Quản lý chợ", "Quý III/2026", ""],
            [
                "2.3",
                "Lắp camera tại các điểm hay đổ trộm rác",
                "Công an xã",
                "Trưởng thôn",
                "Từ tháng 7 đến tháng 9/2026",
                "Xã hội hóa",
            ],
            ["3", "Kiểm tra, công nhận", "", "", "", ""],
            [
                "3.1",
                "Chấm điểm, gắn biển “Tuyến ngõ kiểu mẫu”",
                "Hội LHPN xã; Đoàn Thanh niên xã",
                "Hội Cựu chiến binh xã",
                "Tháng 10/2026",
                "",
            ],
            [
                "3.2",
                "Hoàn thiện hồ sơ minh chứng tiêu chí môi trường",
                "Văn phòng HĐND và UBND xã",
                "Phòng Kinh tế",
                "Trước ngày 30/11/2026",
                "",
            ],
        ],
        [1.1, 5, 3, 2.6, 2.3, 2],
        bold=(0, 1, 4, 8),
    )
    paper.head("IV. KINH PHÍ THỰC HIỆN")
    paper.para(
        "Dự kiến 1 tỷ 250 triệu đồng, trong đó: ngân sách thành phố hỗ trợ 600 triệu đồng; ngân sách xã 450 triệu "
        "đồng; Nhân dân và doanh nghiệp đóng góp 200 triệu đồng."
    )
    paper.head("V. TỔ CHỨC THỰC HIỆN")
    paper.head(
        "1. Phòng Kinh tế:",
        " Là cơ quan thường trực, theo dõi tiến độ chung; báo cáo Sở Nông nghiệp và Môi trường khi có yêu cầu.",
    )
    paper.head(
        "2. Phòng Văn hóa - Xã hội; Trung tâm Cung ứng dịch vụ công xã:",
        " Tăng thời lượng phát thanh, đưa nội dung vệ sinh môi trường vào bình xét gia đình văn hóa.",
    )
    paper.head(
        "3. Công an xã, Ban Chỉ huy Quân sự xã:",
        " Xử lý vi phạm về xả thải; huy động lực lượng dân quân khơi thông dòng chảy sau lũ.",
    )
    paper.head(
        "4. Đề nghị Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội xã:",
        " Vận động đoàn viên, hội viên làm trước; giám sát việc huy động đóng góp của Nhân dân.",
    )
    paper.head("5. Trưởng các thôn")
    paper.paras(
        "- Họp dân thống nhất mức đóng góp, công khai thu chi.",
        "- Báo cáo kết quả về UBND xã (qua Phòng Kinh tế) vào ngày 20 của tháng cuối quý.",
    )
    paper.para(
        "Trong quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh kịp thời để xem xét, giải quyết./."
    )
    paper.signature(
        [
            "- Sở Nông nghiệp và Môi trường;",
            "- TT Đảng ủy, TT HĐND xã;",
            "- CT, các PCT UBND xã;",
            "- Như mục V;",
            "- Lưu: VT, KT.",
        ],
        ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trà Văn Lịch"],
    )
    paper.save(path)
