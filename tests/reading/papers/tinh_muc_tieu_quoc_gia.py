"""People's committee of a province, 2026-2030: the merged national programme; Word numbers it, many departments."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "tinh_muc_tieu_quoc_gia.docx"
PART, POINT, LETTER, DASH = range(4)


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)

    def unit(name: str, *duties: str) -> None:
        paper.numbered(POINT, name, bold=True)
        for duty in duties:
            paper.numbered(DASH, duty)

    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "TỈNH ĐẮK LẮK", "Số: 57/KH-UBND"],
        [*STATE, "", "Đắk Lắk, ngày 18 tháng 3 năm 2026"],
    )
    paper.title(
        "KẾ HOẠCH",
        "Thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới, giảm nghèo bền vững",
        "và phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi",
        "trên địa bàn tỉnh Đắk Lắk giai đoạn 2026 - 2030",
    )
    paper.paras(
        "Căn cứ Nghị quyết số 257/2025/QH15 ngày 11 tháng 12 năm 2025 của Quốc hội phê duyệt chủ trương đầu tư Chương "
        "trình mục tiêu quốc gia giai đoạn 2026 - 2035;",
        "Căn cứ Quyết định số 417/QĐ-BNNMT ngày 31 tháng 01 năm 2026 của Bộ trưởng Bộ Nông nghiệp và Môi trường;",
        "Thực hiện Chương trình hành động số 14-CTr/TU ngày 05 tháng 02 năm 2026 của Ban Thường vụ Tỉnh ủy, Ủy ban nhân "
        "dân tỉnh Đắk Lắk ban hành Kế hoạch với những nội dung chủ yếu sau đây:",
    )
    paper.numbered(PART, "MỤC ĐÍCH, YÊU CẦU", bold=True)
    paper.numbered(
        POINT,
        "Cụ thể hóa đầy đủ các mục tiêu, nhiệm vụ của Chương trình; phân định rõ việc của sở, ngành và việc "
        "của xã, phường trong mô hình chính quyền hai cấp.",
    )
    paper.numbered(
        POINT,
        "Nguồn lực đi vào vùng lõi nghèo, buôn làng đặc biệt khó khăn; người dân được bàn, được làm và được "
        "giám sát.",
    )
    paper.numbered(PART, "CHỈ TIÊU ĐẾN NĂM 2030", bold=True)
    paper.numbered(POINT, "Về xây dựng nông thôn mới", bold=True)
    paper.numbered(DASH, "Có tối thiểu 60 xã đạt chuẩn nông thôn mới.")
    paper.numbered(DASH, "Mỗi xã đạt chuẩn duy trì ít nhất 02 sản phẩm OCOP hạng 3 sao trở lên.")
    paper.numbered(POINT, "Về giảm nghèo", bold=True)
    paper.numbered(
        DASH, "Tỷ lệ hộ nghèo đa chiều vùng dân tộc thiểu số giảm bình quân từ 3% trở lên mỗi năm."
    )
    paper.numbered(DASH, "Dưới 5% hộ thoát nghèo tái nghèo trong giai đoạn.")
    paper.numbered(POINT, "Về vùng đồng bào dân tộc thiểu số và miền núi", bold=True)
    paper.numbered(DASH, "100% buôn, thôn có đường ô tô đến trung tâm được cứng hóa.")
    paper.numbered(DASH, "Xóa 1.900 căn nhà tạm của hộ đồng bào dân tộc thiểu số.")
    paper.numbered(DASH, "Bảo đảm nữ đại diện trong ban giám sát đầu tư của cộng đồng ở các buôn.")
    paper.numbered(PART, "NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU", bold=True)
    paper.numbered(POINT, "Hoàn thiện cơ chế, chính sách", bold=True)
    paper.numbered(
        DASH,
        "Trình Hội đồng nhân dân tỉnh ban hành nguyên tắc, tiêu chí, định mức phân bổ vốn và tỷ lệ đối ứng của "
        "ngân sách địa phương, hoàn thành trong Quý II/2026.",
    )
    paper.numbered(
        DASH,
        "Đối với Bộ tiêu chí xã nông thôn mới hiện đại: chờ hướng dẫn mới của Bộ Nông nghiệp và Môi trường, "
        "tạm thời áp dụng bộ tiêu chí giai đoạn trước để rà soát.",
    )
    paper.numbered(POINT, "Phát triển sinh kế, nâng cao thu nhập", bold=True)
    paper.numbered(
        LETTER,
        "Mở rộng vùng nguyên liệu cà phê đặc sản, sầu riêng, mắc ca có mã số vùng trồng; khuyến khích tổ hợp "
        "tác, hợp tác xã do phụ nữ, người dân tộc thiểu số làm chủ tham gia chuỗi giá trị.",
    )
    paper.numbered(
        LETTER,
        "Liên minh Hợp tác xã tỉnh phối hợp với Sở Công Thương hỗ trợ đưa nông sản của xã Ea Súp, xã Ia Rvê, "
        "xã Sông Hinh lên sàn thương mại điện tử.",
    )
    paper.numbered(LETTER, "Đào tạo nghề gắn với địa chỉ việc làm, ưu tiên lao động nữ trên 35 tuổi.")
    paper.numbered(
        POINT,
        "Thúc đẩy bình đẳng giới, chăm lo trẻ em:",
        bold=True,
        rest=" Hội LHPN tỉnh chủ trì củng cố tổ truyền thông cộng đồng, địa chỉ tin cậy, câu lạc bộ “Thủ lĩnh của sự "
        "thay đổi”; lồng ghép giới trong mọi dự án thành phần.",
    )
    paper.numbered(PART, "NGUỒN LỰC THỰC HIỆN", bold=True)
    paper.para("Tổng nhu cầu vốn giai đoạn 2026 - 2030 là 9.850 tỷ đồng, gồm:")
    paper.numbered(DASH, "Ngân sách trung ương: 6.200 tỷ đồng;")
    paper.numbered(DASH, "Ngân sách tỉnh: 2.150 tỷ đồng;")
    paper.numbered(DASH, "Ngân sách cấp xã: 620 tỷ đồng;")
    paper.numbered(DASH, "Huy động doanh nghiệp, nhân dân đóng góp: 880 tỷ đồng.")
    paper.numbered(PART, "TỔ CHỨC THỰC HIỆN", bold=True)
    unit(
        "Sở Nông nghiệp và Môi trường",
        "Cơ quan chủ trì Chương trình, tham mưu Ban Chỉ đạo tỉnh xây dựng kế hoạch từng năm, đôn đốc tiến độ, tổ chức kiểm tra "
        "liên ngành.",
        "Tổng hợp kết quả thực hiện, báo cáo UBND tỉnh hằng quý (ngày 20 của tháng cuối quý) và năm (ngày 20/12).",
    )
    unit(
        "Sở Tài chính",
        "Cân đối, phân bổ vốn; báo cáo Bộ Tài chính tình hình giải ngân trước ngày 25 hằng tháng.",
        "Chủ trì, phối hợp với Kho bạc Nhà nước khu vực hướng dẫn thanh toán, quyết toán.",
    )
    unit(
        "Sở Dân tộc và Tôn giáo; Sở Nội vụ",
        "Theo dõi các nội dung thuộc lĩnh vực dân tộc, lao động, việc làm; phối hợp với UBND các xã rà soát hộ thiếu đất ở, đất "
        "sản xuất, nhất là khu vực giáp ranh huyện M’Drắk.",
    )
    unit(
        "Sở Văn hóa, Thể thao và Du lịch, Sở Giáo dục và Đào tạo, Sở Y tế",
        "Triển khai các nội dung về thiết chế văn hóa, trường học bán trú, trạm y tế theo chức năng; lồng ghép với chương trình "
        "của ngành, tránh chồng chéo trên cùng địa bàn, cùng đối tượng.",
    )
    unit(
        "Đề nghị Ủy ban MTTQ Việt Nam tỉnh, Hội LHPN tỉnh",
        "Chủ trì phong trào thi đua, lấy ý kiến hài lòng của người dân; giám sát, phản biện xã hội.",
    )
    unit(
        "Ủy ban nhân dân các xã, phường",
        "Ban hành kế hoạch 5 năm và hằng năm; chịu trách nhiệm toàn diện về kết quả, hiệu quả sử dụng vốn.",
        "Tiếp nhận, trả lời kiến nghị của cộng đồng trong 10 ngày làm việc.",
    )
    paper.numbered(PART, "CHẾ ĐỘ BÁO CÁO", bold=True)
    paper.numbered(
        DASH,
        "UBND các xã, phường, các sở, ngành báo cáo Sở Nông nghiệp và Môi trường: báo cáo tháng trước ngày 18 hằng "
        "tháng; báo cáo 6 tháng trước ngày 10/6; báo cáo năm trước ngày 10/12.",
    )
    paper.numbered(
        DASH, "Báo cáo đánh giá giữa kỳ gửi trước ngày 30/6/2028; báo cáo đột xuất khi có yêu cầu."
    )
    paper.para(
        "Yêu cầu Giám đốc các sở, Thủ trưởng các ban, ngành, Chủ tịch UBND các xã, phường nghiêm túc thực hiện Kế hoạch này./."
    )
    paper.signature(
        [
            "- Bộ Nông nghiệp và Môi trường;",
            "- TT Tỉnh ủy, TT HĐND tỉnh;",
            "- CT, các PCT UBND tỉnh;",
            "- Các sở, ban, ngành tỉnh;",
            "- UBND các xã, phường;",
            "- Lưu: VT, NNMT (Kh_25b).",
        ],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Khoan Niê"],
    )
    paper.save(path)
