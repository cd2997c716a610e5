"""People's committee of a town, 2024: children and drowning; PDF with many responsible units."""

from pathlib import Path

from .paper import Paper

NAME = "thi_xa_duoi_nuoc.pdf"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "THỊ XÃ BA ĐỒN", "", "Số: 112/KH-UBND"],
        [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "",
            "Ba Đồn, ngày 09 tháng 4 năm 2024",
        ],
    )
    paper.title("KẾ HOẠCH", "Phòng, chống đuối nước trẻ em", "trên địa bàn thị xã Ba Đồn năm 2024")
    paper.para("Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05/4/2016;", italic=True)
    paper.para(
        "Căn cứ Chỉ thị số 28-CT/TW ngày 25/12/2023 của Bộ Chính trị về tăng cường sự lãnh đạo của Đảng đối với công "
        "tác chăm sóc, giáo dục và bảo vệ trẻ em;",
        italic=True,
    )
    paper.para(
        "Căn cứ Quyết định số 1248/QĐ-TTg ngày 19/7/2021 của Thủ tướng Chính phủ phê duyệt Chương trình phòng, chống "
        "tai nạn, thương tích trẻ em giai đoạn 2021 - 2030;",
        italic=True,
    )
    paper.para(
        "Thực hiện Công văn số 655/SLĐTBXH-TEBĐG ngày 20/3/2024 của Sở Lao động - Thương binh và Xã hội tỉnh Quảng "
        "Bình, Ủy ban nhân dân thị xã Ba Đồn, tỉnh Quảng Bình ban hành Kế hoạch phòng, chống đuối nước trẻ em năm "
        "2024, cụ thể:"
    )
    paper.head("I. MỤC ĐÍCH, YÊU CẦU")
    paper.head(
        "1. Mục đích:",
        " Không để trẻ em đến gần nước sâu mà không có người lớn; giúp trẻ biết bơi, biết kêu cứu và biết từ chối rủ "
        "rê tắm sông, tắm hồ.",
    )
    paper.head("2. Yêu cầu")
    paper.paras(
        "- Việc làm cụ thể đến từng thôn, tổ dân phố; cha mẹ là người chịu trách nhiệm đầu tiên.",
        "- Phối hợp chặt chẽ giữa nhà trường, gia đình và chính quyền cơ sở trong dịp hè.",
    )
    paper.head("II. CHỈ TIÊU")
    paper.head("1. Về môi trường an toàn")
    paper.paras(
        "- 100% xã, phường thành lập đội xung kích cứu hộ tại chỗ.",
        "- Mỗi xã, phường cắm mới ít nhất 05 biển cảnh báo ở khúc sông, hồ đập nguy hiểm.",
        "- Giảm 10% số trẻ em tử vong do đuối nước so với năm 2023.",
    )
    paper.head("2. Về kỹ năng")
    paper.paras(
        "- Trên 2.600 trẻ em từ 7 đến 15 tuổi được học bơi an toàn.",
        "- Từ 80% trở lên cha mẹ học sinh tiểu học ký cam kết quản lý con trong dịp hè.",
    )
    paper.head("III. NHIỆM VỤ, GIẢI PHÁP")
    paper.head("1. Truyền thông")
    paper.paras(
        "- Phát bản tin trên loa truyền thanh xã, phường vào 17 giờ hằng ngày trong tháng 5/2024.",
        "- Đổi mới cách truyền thông trong trường học:",
        "+ Đưa tình huống giả định vào tiết sinh hoạt lớp trước khi nghỉ hè.",
        "+ Thi vẽ tranh “Dòng sông an toàn” cho học sinh tiểu học.",
        "- Hội LHPN thị xã chủ trì, phối hợp với Phòng Văn hóa và Thông tin làm phóng sự ngắn về đội trông trẻ mùa hè "
        "tại xã Quảng Lộc.",
    )
    paper.head("2. Dạy bơi")
    paper.paras(
        "- Mở 13 lớp dạy bơi miễn phí, 12.000.000 đồng/lớp, tổng 146.000.000 đồng, từ ngày 03/6/2024 đến ngày "
        "15/8/2024.",
        "- Phòng Giáo dục và Đào tạo phối hợp với Trung tâm Văn hóa - Thể thao và Truyền thông tập huấn giáo viên thể "
        "dục làm hướng dẫn viên bơi.",
    )
    paper.head("3. Rà soát, khắc phục điểm nguy hiểm")
    paper.paras(
        "a) Lập bản đồ điểm nguy hiểm ven sông Gianh và các hồ đập, hoàn thành trước ngày 30/3/2024.",
        "b) Rào chắn hố công trình, ao đào của hộ dân tại xã Quảng Minh và phường Quảng Thọ trong quý II/2024.",
        "c) Trang bị phao cứu sinh, sào, dây ở các bến đò ngang.",
    )
    paper.head("4. Cao điểm “Hè an toàn”")
    paper.paras(
        "* Thời gian: Từ ngày 01/6/2024 đến ngày 31/8/2024.",
        "* Nội dung:",
        "+ Tổ chức trực gác tại các bãi tắm tự phát vào buổi chiều.",
        "+ Kiểm tra phương tiện chở khách qua sông.",
        "+ Họp rút kinh nghiệm giữa kỳ cao điểm vào ngày 15/7/2024.",
    )
    paper.head("IV. KINH PHÍ THỰC HIỆN")
    paper.para("Tổng kinh phí 486 triệu đồng (Bốn trăm tám mươi sáu triệu đồng), gồm:")
    paper.paras(
        "- Ngân sách thị xã: 300 triệu đồng.",
        "- Ngân sách xã, phường: 120 triệu đồng.",
        "- Nguồn vận động: 66 triệu đồng.",
    )
    paper.head("V. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Phòng Lao động - Thương binh và Xã hội")
    paper.paras(
        "- Là cơ quan thường trực, theo dõi, đôn đốc việc thực hiện Kế hoạch.",
        "- Báo cáo UBND thị xã và Sở Lao động - Thương binh và Xã hội định kỳ 6 tháng trước ngày 05/6, năm trước ngày "
        "25/11.",
    )
    paper.head(
        "2. Phòng Giáo dục và Đào tạo:",
        " Chỉ đạo các trường bàn giao học sinh về sinh hoạt hè tại nơi cư trú; nhân rộng bể bơi di động.",
    )
    paper.head(
        "3. Phòng Văn hóa và Thông tin, Trung tâm Văn hóa - Thể thao và Truyền thông:",
        " Quản lý hoạt động bể bơi; tăng tin, bài, ảnh về phòng ngừa đuối nước.",
    )
    paper.head("4. Phòng Y tế; Bệnh viện Đa khoa khu vực Bắc Quảng Bình")
    paper.paras(
        "- Tập huấn sơ cứu ngừng thở, ngừng tim cho đội xung kích.",
        "- Chuẩn bị sẵn sàng cấp cứu trong đợt cao điểm.",
    )
    paper.head(
        "5. Công an thị xã:",
        " Xử lý phương tiện thủy không bảo đảm an toàn, khai thác cát để lại hố sâu.",
    )
    paper.head(
        "6. Phòng Kinh tế và Phòng Quản lý đô thị:",
        " Yêu cầu chủ công trình, chủ hồ đập lắp rào, biển báo.",
    )
    paper.head(
        "7. Phòng Tài chính - Kế hoạch:",
        " Thẩm định dự toán, tham mưu bố trí kinh phí và hướng dẫn thanh quyết toán.",
    )
    paper.head(
        "8. Đề nghị Hội LHPN, Hội Nông dân, Thị đoàn:",
        " Vận động hội viên, đoàn viên trông trẻ theo nhóm hộ trong ngày mùa.",
    )
    paper.head(
        "9. Trân trọng đề nghị Đồn Biên phòng Cửa khẩu cảng Gianh:",
        " Tuần tra cửa sông, cử cán bộ hướng dẫn trẻ em vùng biển kỹ năng an toàn.",
    )
    paper.head("10. UBND các xã, phường")
    paper.paras(
        "- Kiện toàn đội xung kích, giao người trông coi từng điểm nguy hiểm.",
        "- Gửi danh sách điểm nguy hiểm về Phòng Lao động - Thương binh và Xã hội trước ngày 31/4/2024.",
        "- Báo cáo đột xuất khi có vụ việc xảy ra.",
    )
    paper.para(
        "Trên đây là Kế hoạch phòng, chống đuối nước trẻ em năm 2024; yêu cầu các cơ quan, đơn vị, UBND các xã, phường "
        "nghiêm túc triển khai./."
    )
    paper.signature(
        [
            "- Sở LĐ-TB&XH tỉnh (b/c);",
            "- TT Thị ủy, TT HĐND thị xã (b/c);",
            "- Chủ tịch, các PCT UBND thị xã;",
            "- Như mục V;",
            "- Lưu: VT, LĐTBXH.",
        ],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Mai Xuân Trường Giang"],
    )
    paper.save(path)
