"""People's committee of a district, 2024: gender equality; a table with shared unit cells, quotas and a blank number."""

from pathlib import Path

from docx.table import _Cell

from .paper import STATE, Paper

NAME = "huyen_binh_dang_gioi.pdf"
HEADER = ["TT", "Nội dung", "Chỉ tiêu giao", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"]
UNION, CULTURE = "Hội LHPN huyện", "Trung tâm Truyền thông - Văn hóa huyện"
ROWS = [
    HEADER,
    ["A", "NỘI DUNG 1: THAY ĐỔI NẾP NGHĨ, CÁCH LÀM", "", "", "", ""],
    [
        "1",
        "Kiện toàn, duy trì sinh hoạt tổ truyền thông cộng đồng tại bản",
        "42 tổ",
        UNION,
        "UBND các xã, thị trấn",
        "Quý II",
    ],
    [
        "2",
        "Cấp loa kéo, sổ tay truyền thông cho tổ mới thành lập",
        "06 bộ",
        "",
        "UBND các xã",
        "Tháng 5/2024",
    ],
    [
        "3",
        "Hội thi “Bản em không tảo hôn” cụm xã Ngọc Chiến, Nậm Păm, Hua Trai",
        "01 cuộc",
        CULTURE,
        "Hội LHPN huyện; Huyện đoàn",
        "Tháng 10/2024",
    ],
    [
        "4",
        "Phát thanh chuyên mục bằng tiếng Thái, tiếng Mông về phòng, chống bạo lực gia đình",
        "24 số",
        CULTURE,
        "",
        "Hằng tháng",
    ],
    ["B", "NỘI DUNG 2: NÂNG CAO QUYỀN NĂNG KINH TẾ CHO PHỤ NỮ", "", "", "", ""],
    [
        "1",
        "Hỗ trợ tổ hợp tác dệt thổ cẩm, trồng sơn tra ứng dụng công nghệ số bán hàng",
        "03 tổ",
        "Hội LHPN huyện, Phòng Nông nghiệp và PTNT",
        "Bưu điện huyện",
        "Quý III/2024",
    ],
    [
        "2",
        "Củng cố tổ tiết kiệm và vay vốn thôn bản",
        "18 tổ",
        "Hội LHPN các xã",
        "Ngân hàng CSXH huyện",
        "Năm 2024",
    ],
    [
        "3",
        "Vận hành địa chỉ tin cậy tại cộng đồng",
        "09 địa chỉ",
        "",
        "Công an các xã; Trạm Y tế",
        "Năm 2024",
    ],
    ["C", "NỘI DUNG 3: BẢO ĐẢM TIẾNG NÓI CỦA PHỤ NỮ VÀ TRẺ EM", "", "", "", ""],
    [
        "1",
        "Đối thoại chính sách cấp xã, cụm bản",
        "16 cuộc",
        "UBND các xã, thị trấn",
        "Hội LHPN các xã, thị trấn",
        "Từ tháng 6 đến tháng 9/2024",
    ],
    [
        "2",
        "Sinh hoạt câu lạc bộ “Thủ lĩnh của sự thay đổi” tại trường trung học cơ sở",
        "11 CLB",
        "Phòng Giáo dục và Đào tạo",
        "Hội LHPN huyện",
        "Năm học 2024 - 2025",
    ],
]


def merge(first: _Cell, last: _Cell) -> None:
    cell = first.merge(last)
    for empty in cell.paragraphs[1:]:
        empty._p.getparent().remove(empty._p)


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["ỦY BAN NHÂN DÂN", "HUYỆN MƯỜNG LA", "Số:          /KH-UBND"],
        [*STATE, "", "Mường La, ngày 22 tháng 4 năm 2024"],
    )
    paper.title(
        "KẾ HOẠCH",
        "Thực hiện Dự án 8 “Thực hiện bình đẳng giới và giải quyết",
        "những vấn đề cấp thiết đối với phụ nữ và trẻ em” năm 2024",
        "trên địa bàn huyện Mường La",
    )
    for basis in (
        "Căn cứ Luật Bình đẳng giới ngày 29 tháng 11 năm 2006;",
        "Căn cứ Quyết định số 1719/QĐ-TTg ngày 14 tháng 10 năm 2021 của Thủ tướng Chính phủ;",
        "Căn cứ Thông tư số 55/2023/TT-BTC ngày 15 tháng 8 năm 2023 của Bộ Tài chính quy định quản lý, sử dụng và quyết "
        "toán kinh phí sự nghiệp từ nguồn ngân sách nhà nước;",
        "Căn cứ Nghị quyết số 31/NQ-HĐND ngày 19/12/2023 của HĐND huyện về phân bổ vốn năm 2024;",
        "Theo đề nghị của Hội LHPN huyện tại Tờ trình số 08/TTr-BTV ngày 12/4/2024.",
    ):
        paper.para(basis, italic=True)
    paper.para(
        "Ủy ban nhân dân huyện Mường La ban hành Kế hoạch thực hiện Dự án 8 năm 2024 trên địa bàn huyện, như sau:"
    )
    paper.head("I. MỤC ĐÍCH, YÊU CẦU")
    paper.paras(
        "1. Chuyển biến thực chất về nhận thức và hành vi bình đẳng giới trong gia đình, cộng đồng ở các bản đặc biệt khó "
        "khăn; giảm dần tảo hôn, sinh con tại nhà và bạo lực trên cơ sở giới.",
        "2. Giao việc gắn với chỉ tiêu, đơn vị chủ trì, thời hạn; kết quả thực hiện là căn cứ đánh giá thi đua cuối năm.",
    )
    paper.head("II. CHỈ TIÊU CỤ THỂ")
    paper.paras(
        "1. 100% tổ truyền thông cộng đồng sinh hoạt đủ số kỳ theo quy chế.",
        "2. Tối đa 02 cặp tảo hôn mỗi xã trong năm.",
        "3. Hỗ trợ từ 03 tổ hợp tác, hợp tác xã do phụ nữ làm chủ trở lên ứng dụng công nghệ số.",
        "4. Mỗi xã, thị trấn tổ chức 01 cuộc đối thoại chính sách với phụ nữ dân tộc thiểu số.",
        "5. Số lượt người được truyền thông trực tiếp vượt 4.500 lượt.",
    )
    paper.head("III. NHIỆM VỤ VÀ PHÂN CÔNG THỰC HIỆN")
    paper.table(ROWS, [1, 5.5, 1.8, 2.9, 2.9, 2.4], bold=(0, 1, 6, 10))
    table = paper.document.tables[-1]
    for row in (1, 6, 10):
        merge(table.cell(row, 1), table.cell(row, 5))
    merge(table.cell(2, 3), table.cell(3, 3))  # the same unit leads both
    paper.head("IV. KINH PHÍ")
    paper.para(
        "1. Nguồn vốn sự nghiệp Dự án 8 năm 2024 giao cho huyện là 412.500.000 đồng, trong đó một số khoản chính:"
    )
    paper.paras(
        "- Tập huấn tổ truyền thông: 05 lớp x 12.500.000 đồng/lớp = 65.500.000 đồng.",
        "- Hỗ trợ sinh hoạt câu lạc bộ: 11 CLB x 6.000.000 đồng = 66.000.000 đồng.",
        "- Hỗ trợ ứng dụng công nghệ: tối đa 60 triệu đồng/tổ.",
    )
    paper.para(
        "2. UBND các xã, thị trấn chủ động lồng ghép nguồn vốn của Chương trình, huy động xã hội hóa để thực hiện phần việc "
        "của cấp mình."
    )
    paper.head("V. TỔ CHỨC THỰC HIỆN")
    paper.head(
        "1. Hội Liên hiệp Phụ nữ huyện: ",
        "Cơ quan thường trực giúp UBND huyện điều phối Dự án; tổng hợp, báo cáo kết quả với UBND huyện và Hội LHPN tỉnh Sơn "
        "La vào ngày 15 tháng cuối quý.",
    )
    paper.head(
        "2. Phòng Tài chính - Kế hoạch, Kho bạc Nhà nước Mường La: ",
        "Kiểm soát chi, hướng dẫn hồ sơ thanh quyết toán; tháo gỡ kịp thời vướng mắc khi đơn vị giải ngân.",
    )
    paper.head(
        "3. Phòng Dân tộc; Phòng Lao động - Thương binh và Xã hội: ",
        "Lồng ghép mục tiêu bình đẳng giới trong các dự án, tiểu dự án được giao chủ trì; cùng Hội LHPN huyện kiểm tra tại "
        "ít nhất 05 xã.",
    )
    paper.head(
        "4. Đề nghị Ủy ban MTTQ Việt Nam huyện và các tổ chức chính trị - xã hội: ",
        "Giám sát, phản biện; vận động người có uy tín, trưởng dòng họ cùng vào cuộc.",
    )
    paper.head("5. UBND các xã, thị trấn")
    paper.paras(
        "- Giao cho một lãnh đạo phụ trách, công khai kết quả thực hiện tại nhà văn hóa bản; riêng UBND xã Chiềng Công, UBND "
        "xã Chiềng Ân rà soát lại số bà mẹ sinh con tại nhà.",
        "- Hằng tháng, trước ngày 20 gửi báo cáo tiến độ giải ngân về Phòng Tài chính - Kế hoạch; báo cáo tổng kết năm gửi "
        "Hội LHPN huyện trước ngày 05/12/2024.",
    )
    paper.para(
        "Trên đây là Kế hoạch thực hiện Dự án 8 năm 2024; các cơ quan, đơn vị, UBND các xã, thị trấn căn cứ tổ chức thực "
        "hiện./."
    )
    paper.signature(
        [
            "- Hội LHPN tỉnh;",
            "- TT Huyện ủy, TT HĐND huyện;",
            "- Lãnh đạo UBND huyện;",
            "- Các phòng, ban, đơn vị có tên tại mục V;",
            "- UBND các xã, thị trấn;",
            "- Lưu: VT, HPN.",
        ],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Cầm Văn Đoàn"],
    )
    paper.save(path)
