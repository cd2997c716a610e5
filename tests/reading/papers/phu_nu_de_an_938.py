"""Women's Union of a province, 2023: social problems of women; lettered groups, bold run-in heads, norms."""

from pathlib import Path

from .paper import STATE, Paper

NAME = "phu_nu_de_an_938.docx"


def write(path: Path) -> None:
    paper = Paper(page_numbers=True)
    paper.letterhead(
        ["HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "BAN THƯỜNG VỤ", "HỘI LHPN TỈNH HÀ NAM", "Số: 37/KH-BTV"],
        [*STATE, "", "Hà Nam, ngày 14 tháng 3 năm 2023"],
    )
    paper.title(
        "KẾ HOẠCH",
        "Thực hiện Đề án 938 “Tuyên truyền, giáo dục, vận động, hỗ trợ phụ nữ",
        "tham gia giải quyết một số vấn đề xã hội liên quan đến phụ nữ”",
        "năm 2023 trên địa bàn tỉnh",
    )
    paper.para(
        "Thực hiện Quyết định số 938/QĐ-TTg ngày 30/6/2017 của Thủ tướng Chính phủ; Chỉ thị số 21-CT/TW ngày 20/01/2018 "
        "của Ban Bí thư Trung ương Đảng về tiếp tục đẩy mạnh công tác phụ nữ trong tình hình mới; Kế hoạch số "
        "29/KH-ĐCT ngày 10/02/2023 của Đoàn Chủ tịch Trung ương Hội LHPN Việt Nam; Kế hoạch liên ngành số "
        "455/KHLN-HLHPN-CAT ngày 01/3/2022 giữa Hội LHPN tỉnh và Công an tỉnh về phòng ngừa xâm hại phụ nữ, trẻ em, Ban "
        "Thường vụ Hội LHPN tỉnh Hà Nam xây dựng Kế hoạch thực hiện Đề án 938 năm 2023 với các nội dung sau:"
    )
    paper.head("I. MỤC ĐÍCH, YÊU CẦU")
    paper.head("1. Mục đích")
    paper.paras(
        "- Giúp cán bộ, hội viên, phụ nữ trong tỉnh chủ động nhận diện, phòng tránh và tham gia giải quyết những vấn đề "
        "xã hội nảy sinh ngay từ gia đình, thôn xóm, tổ dân phố; khẳng định vai trò nòng cốt của Hội trong công tác này.",
        "- Góp phần xây dựng người phụ nữ Hà Nam tự tin, tự trọng, trung hậu, đảm đang.",
    )
    paper.head("2. Yêu cầu")
    paper.paras(
        "- Bám sát địa bàn dân cư, phát hiện vấn đề sớm, lên tiếng đúng lúc và theo đuổi vụ việc đến cùng.",
        "- Lồng ghép với cuộc vận động “Xây dựng gia đình 5 không, 3 sạch”, không làm phát sinh thêm đầu mối, sổ sách ở "
        "cơ sở.",
    )
    paper.head("II. CHỈ TIÊU")
    paper.paras(
        "- Ít nhất 85% cán bộ Hội chuyên trách ba cấp được bồi dưỡng kỹ năng nhận diện, tư vấn và giải quyết các vấn đề "
        "xã hội liên quan đến phụ nữ, trẻ em.",
        "- Trên 12.000 lượt hội viên, phụ nữ được tuyên truyền, giáo dục về phẩm chất đạo đức, nuôi dạy con và phòng, "
        "chống bạo lực gia đình.",
        "- Mỗi huyện, thị xã, thành phố xây dựng mới 02 mô hình phụ nữ tham gia giải quyết các vấn đề xã hội.",
        "- 100% vụ việc xâm hại phụ nữ, trẻ em được phát hiện trên địa bàn có sự lên tiếng, theo dõi và hỗ trợ của Hội.",
        "- Tỷ lệ chi hội để xảy ra bạo lực gia đình kéo dài còn dưới 3%.",
        "- Hoàn thành và vượt chỉ tiêu Trung ương Hội giao về số phụ nữ được tư vấn tâm lý, pháp lý.",
    )
    paper.head("III. ĐỐI TƯỢNG, ĐỊA BÀN")
    paper.head(
        "1. Đối tượng: ",
        "Phụ nữ từ 16 tuổi trở lên, trẻ em gái và gia đình của họ; ưu tiên phụ nữ nông thôn, nữ công nhân ở các khu "
        "công nghiệp, phụ nữ có nguy cơ bị bạo lực, xâm hại.",
    )
    paper.head("2. Địa bàn")
    paper.paras(
        "- Thực hiện thường xuyên: 109 xã, phường, thị trấn trong toàn tỉnh.",
        "- Chọn tối thiểu 08 xã, phường làm điểm chỉ đạo của tỉnh, trong đó có xã Nhân Khang, huyện Lý Nhân và phường "
        "Hòa Mạc, thị xã Duy Tiên.",
    )
    paper.head("IV. NỘI DUNG HOẠT ĐỘNG")
    paper.head("1. Tuyên truyền, giáo dục nâng cao nhận thức")
    paper.paras(
        "- Tiếp tục tuyên truyền sâu rộng mục tiêu, ý nghĩa của Đề án trên Cổng thông tin điện tử, trang fanpage “Phụ "
        "nữ Hà Nam”, bản tin nội bộ và sinh hoạt chi hội; đa dạng hóa sản phẩm truyền thông theo hướng ngắn, dễ nhớ, dễ "
        "chia sẻ, phù hợp với nữ công nhân và lao động tự do.",
        "- Ban Tuyên giáo Hội LHPN tỉnh chủ trì, phối hợp với Đài Phát thanh và Truyền hình tỉnh xây dựng 04 phóng sự về "
        "những tấm gương phụ nữ dám lên tiếng, phát sóng trong quý II và quý III/2023.",
        "- Tổ chức 06 buổi tọa đàm “Nuôi con bằng cả trái tim” tại các doanh nghiệp thuộc Khu công nghiệp Đồng Văn, "
        "hoàn thành trước ngày 30/9/2023; mỗi buổi mời một chuyên gia tâm lý, một luật sư cùng giải đáp.",
    )
    paper.head("2. Vận động, hỗ trợ phụ nữ tham gia giải quyết các nhóm vấn đề")
    paper.head("a) Nhóm vấn đề về đạo đức, lối sống và giáo dục gia đình")
    paper.paras(
        "- Duy trì, nâng chất lượng các câu lạc bộ “Mẹ và con gái”, “Cha mẹ đồng hành cùng con”; đưa kỹ năng sử dụng "
        "mạng xã hội an toàn vào nội dung sinh hoạt hằng tháng.",
        "- Hội LHPN huyện Lý Nhân phối hợp với Phòng Giáo dục và Đào tạo huyện làm điểm mô hình “Bữa cơm không điện "
        "thoại”, sơ kết vào dịp Ngày Gia đình Việt Nam 28/6.",
    )
    paper.head("b) Nhóm vấn đề về bạo lực gia đình, xâm hại phụ nữ, trẻ em")
    paper.paras(
        "- Củng cố địa chỉ tin cậy ở cộng đồng, tập trung các việc:",
        "+ Công khai số điện thoại, người trực, quy trình tiếp nhận tại nhà văn hóa thôn, tổ dân phố;",
        "+ Hỗ trợ vật dụng thiết yếu cho người tạm lánh, mức chi không quá 2.000.000 đồng/địa chỉ/năm;",
        "+ Kết nối với trạm y tế, công an xã, phường để can thiệp trong 24 giờ đầu.",
        "- Cử trợ giúp viên, cán bộ Hội theo dõi từng vụ việc; kiến nghị cơ quan tiến hành tố tụng xử lý nghiêm, đúng "
        "pháp luật, không để chìm vụ việc.",
    )
    paper.head("c) Nhóm vấn đề về an toàn thực phẩm")
    paper.para(
        "Nhân rộng các tổ phụ nữ sản xuất rau an toàn ở vùng bãi sông Hồng, sông Châu; hướng dẫn chị em ghi nhật ký đồng "
        "ruộng, dán tem truy xuất và đưa sản phẩm vào bếp ăn tập thể của doanh nghiệp, trường học."
    )
    paper.head(
        "4. Kiểm tra, giám sát: ",
        "Thành lập 02 đoàn giám sát việc thực hiện chính sách, pháp luật về phòng, chống bạo lực gia đình tại thị xã Duy "
        "Tiên và huyện Bình Lục, thực hiện trong tháng 8/2023.",
    )
    paper.head("V. KINH PHÍ THỰC HIỆN")
    paper.paras(
        "- Ngân sách tỉnh cấp qua Hội LHPN tỉnh: 145.000.000 đồng.",
        "- Nguồn vận động các tổ chức, cá nhân: 41.000.000 đồng.",
        "- Tổng kinh phí năm 2023: 186.000.000 đồng (Một trăm tám mươi sáu triệu đồng).",
        "- Mức chi thù lao báo cáo viên cấp tỉnh 600.000 đồng/buổi; nước uống cho đại biểu 20.000 đồng/người/buổi (tối "
        "đa 02 buổi).",
    )
    paper.head("VI. TỔ CHỨC THỰC HIỆN")
    paper.head("1. Hội LHPN tỉnh")
    paper.head(
        "- Ban Gia đình - Xã hội: ",
        "Là đầu mối tham mưu Ban Thường vụ hướng dẫn, đôn đốc, kiểm tra; xây dựng báo cáo sơ kết, tổng kết Đề án.",
    )
    paper.head(
        "- Văn phòng: ",
        "Lập dự toán, thanh quyết toán kinh phí; gửi báo cáo kết quả thực hiện về Trung ương Hội LHPN Việt Nam định kỳ 6 "
        "tháng và năm.",
    )
    paper.head(
        "2. Hội LHPN các huyện, thị xã, thành phố, Hội Phụ nữ Công an tỉnh, Hội Phụ nữ Bộ Chỉ huy Quân sự tỉnh"
    )
    paper.paras(
        "- Căn cứ Kế hoạch này và đặc điểm địa phương, đơn vị để xây dựng kế hoạch cụ thể, chọn vấn đề nổi cộm nhất để "
        "giải quyết dứt điểm; tranh thủ sự lãnh đạo của cấp ủy, sự hỗ trợ của chính quyền.",
        "- Báo cáo nhanh khi xảy ra vụ việc nghiêm trọng; báo cáo 6 tháng trước ngày 25/5/2023, báo cáo năm trước ngày "
        "31/11/2023 về Hội LHPN tỉnh (qua Ban Gia đình - Xã hội).",
    )
    paper.head(
        "3. Đề nghị Sở Lao động - Thương binh và Xã hội, Sở Văn hóa, Thể thao và Du lịch: ",
        "Phối hợp tập huấn, cung cấp tài liệu, chia sẻ số liệu về bình đẳng giới, gia đình và trẻ em.",
    )
    paper.para(
        "Trên đây là Kế hoạch thực hiện Đề án 938 năm 2023, đề nghị các cấp Hội trong tỉnh nghiêm túc triển khai. Trong quá "
        "trình thực hiện nếu có vướng mắc, kịp thời phản ánh về Hội LHPN tỉnh để được hướng dẫn./."
    )
    paper.signature(
        [
            "- Ban Gia đình - Xã hội TW Hội LHPN Việt Nam (b/c);",
            "- Ban Dân vận Tỉnh ủy, UBND tỉnh (b/c);",
            "- Các sở, ngành phối hợp;",
            "- Thường trực, các ban Hội LHPN tỉnh;",
            "- Hội LHPN các huyện, thị xã, thành phố; đơn vị trực thuộc;",
            "- Lưu: VT, GĐXH (2b).",
        ],
        ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trịnh Thị Hải Vân"],
    )
    paper.save(path)
