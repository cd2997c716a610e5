"""UBND huyện: a general and a particular aim, money in millions by source, quarterly reports without a year, joined units."""

from ..model import (
    Letterhead,
    Plan,
    base,
    item,
    para,
    report,
    row,
    run_in,
    section,
    table,
    target,
    unit,
    when,
)

PLAN = Plan(
    kind="ke_hoach",
    kind_line="KẾ HOẠCH",
    title=(
        "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững",
        "trên địa bàn huyện Như Thanh năm 2023",
    ),
    issuer="UBND huyện Như Thanh",
    programme="Chương trình mục tiêu quốc gia giảm nghèo bền vững",
    period=("2023-01-01", "2023-12-31"),
    letterhead=Letterhead(
        ("ỦY BAN NHÂN DÂN", "HUYỆN NHƯ THANH"), "45/KH-UBND", "Như Thanh, ngày 17 tháng 3 năm 2023"
    ),
    number="45/KH-UBND",
    issued_on="2023-03-17",
    opening=(
        para(
            "Căn cứ Quyết định số 90/QĐ-TTg ngày 18 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025;",
            base("90/QĐ-TTg", "Quyết định", "2022-01-18", "Thủ tướng Chính phủ"),
        ),
        para(
            "Căn cứ Thông tư số 10/2022/TT-BLĐTBXH ngày 31/5/2022 của Bộ Lao động - Thương binh và Xã hội; Kế hoạch số 27/KH-UBND ngày 09/02/2023 của UBND tỉnh Thanh Hóa;",
            base("10/2022/TT-BLĐTBXH", "Thông tư", "2022-05-31", "Bộ Lao động - Thương binh và Xã hội"),
            base("27/KH-UBND", "Kế hoạch", "2023-02-09", "UBND tỉnh Thanh Hóa"),
        ),
        para(
            "UBND huyện Như Thanh ban hành Kế hoạch thực hiện Chương trình năm 2023 với những nội dung chủ yếu sau:"
        ),
    ),
    sections=(
        section(
            "MỤC TIÊU",
            run_in(
                "Mục tiêu chung",
                "Giảm nghèo đa chiều, bao trùm, bền vững; hạn chế tái nghèo và phát sinh nghèo mới.",
            ),
            section(
                "Mục tiêu cụ thể",
                item("Giảm tỷ lệ hộ nghèo toàn huyện 2,5%.", target(2.5, "%")),
                item(
                    "Tối thiểu 1.200 lao động thuộc hộ nghèo, hộ cận nghèo được hỗ trợ kết nối việc làm.",
                    target(1200, "lao động", ">="),
                ),
                item("100% trẻ em dưới 6 tuổi thuộc hộ nghèo được cấp thẻ bảo hiểm y tế.", target(100, "%")),
                item(
                    "Tỷ lệ suy dinh dưỡng thể thấp còi ở trẻ em dưới 16 tuổi xuống dưới 24%.",
                    target(24, "%", "<"),
                ),
                item("Xây mới, sửa chữa 86 căn nhà cho hộ nghèo.", target(86, "căn nhà")),
                role="targets",
            ),
            role="purpose",
        ),
        section(
            "CÁC DỰ ÁN THÀNH PHẦN",
            section(
                "Dự án 1: Hỗ trợ đầu tư phát triển hạ tầng kinh tế - xã hội",
                item(
                    "Ban Quản lý dự án đầu tư xây dựng huyện chủ trì, phối hợp với UBND xã Thanh Tân, UBND xã Xuân Thái hoàn thành 02 tuyến đường liên thôn.",
                    lead="Ban Quản lý dự án đầu tư xây dựng huyện",
                    partners=("UBND xã Thanh Tân", "UBND xã Xuân Thái"),
                ),
                item(
                    "Khởi công nhà văn hóa thôn Đồng Lấm trong Quý III/2023.",
                    at=when("trong Quý III/2023", "2023-07", "2023-09"),
                ),
            ),
            section(
                "Dự án 2: Đa dạng hóa sinh kế",
                item("Xây dựng 03 mô hình nuôi dê, nuôi ong lấy mật theo tổ, nhóm hộ.", mark="a"),
                item(
                    "Trung tâm Dịch vụ nông nghiệp huyện tập huấn kỹ thuật, theo dõi dịch bệnh cho các mô hình.",
                    mark="a",
                    lead="Trung tâm Dịch vụ nông nghiệp huyện",
                ),
                item("Rà soát, thay thế mô hình không hiệu quả.", mark="a"),
            ),
            section(
                "Dự án 3: Truyền thông về giảm nghèo",
                para(
                    "Tăng cường tin, bài về gương thoát nghèo; đối thoại chính sách với người nghèo ở cơ sở."
                ),
            ),
            role="content",
        ),
        section(
            "KINH PHÍ",
            para("Đơn vị tính: triệu đồng"),
            table(
                "label text amount . note",
                row("1", "Ngân sách trung ương", "8.450", "67,6", ""),
                row("2", "Ngân sách tỉnh", "2.100", "16,8", ""),
                row("3", "Ngân sách huyện", "1.250", "10", "Cân đối trong dự toán"),
                row("4", "Huy động khác", "700", "5,6", "Quỹ “Vì người nghèo”"),
                head=(("TT", "Nguồn vốn", "Số tiền", "Tỷ lệ (%)", "Ghi chú"),),
                total="Tổng cộng",
                multiplier=1_000_000,
            ),
            para("Phân theo nội dung chi:"),
            table(
                "label text amount source1 source2 source3",
                row("1", "Hỗ trợ nhà ở cho hộ nghèo", "5.200", "4.000", "800", "400"),
                row("2", "Mô hình sinh kế", "6.000", "3.950", "1.100", "950"),
                row("3", "Truyền thông về giảm nghèo", "1.300", "500", "200", "600"),
                head=(
                    ("TT", "Nội dung chi", "Tổng số", "Trong đó", "Trong đó", "Trong đó"),
                    ("TT", "Nội dung chi", "Tổng số", "NSTW", "Ngân sách tỉnh", "Nguồn khác"),
                ),
                total="Tổng cộng",
                multiplier=1_000_000,
            ),
            role="budget",
        ),
        section(
            "TỔ CHỨC THỰC HIỆN",
            unit(
                "Phòng Lao động - Thương binh và Xã hội",
                "Là cơ quan thường trực, tham mưu UBND huyện chỉ đạo, đôn đốc thực hiện Kế hoạch.",
                "Hướng dẫn rà soát hộ nghèo, hộ cận nghèo theo đúng quy trình.",
            ),
            unit("Phòng Tài chính - Kế hoạch", "Tham mưu phân bổ vốn; hướng dẫn thanh toán, quyết toán."),
            unit(
                "Phòng Nông nghiệp và Phát triển nông thôn; Phòng Kinh tế và Hạ tầng",
                "Hướng dẫn kỹ thuật, kiểm tra chất lượng công trình, mô hình trong lĩnh vực phụ trách.",
                units=("Phòng Nông nghiệp và Phát triển nông thôn", "Phòng Kinh tế và Hạ tầng"),
            ),
            unit(
                "Phòng Văn hóa và Thông tin, Trung tâm Văn hóa - Thông tin, Thể thao và Du lịch",
                "Tuyên truyền chủ trương, chính sách giảm nghèo trên hệ thống truyền thanh.",
                units=("Phòng Văn hóa và Thông tin", "Trung tâm Văn hóa - Thông tin, Thể thao và Du lịch"),
            ),
            unit(
                "Đề nghị Ủy ban MTTQ Việt Nam huyện, Hội LHPN huyện, Hội Nông dân huyện",
                "Vận động hội viên giúp nhau giảm nghèo; giám sát việc bình xét hộ nghèo tại thôn.",
                units=("Ủy ban MTTQ Việt Nam huyện", "Hội LHPN huyện", "Hội Nông dân huyện"),
            ),
            unit(
                "UBND các xã, thị trấn",
                item("Xây dựng kế hoạch giảm nghèo cụ thể đến từng thôn, từng hộ."),
                item("Công khai kết quả bình xét tại nhà văn hóa thôn; giải quyết kiến nghị của người dân."),
            ),
            role="organisation",
        ),
        section(
            "CHẾ ĐỘ THÔNG TIN, BÁO CÁO",
            para(
                "UBND các xã, thị trấn báo cáo định kỳ hằng quý trước ngày 10 của tháng cuối quý, 9 tháng trước ngày 10/9, hằng năm trước ngày 10/12 gửi UBND huyện (qua Phòng Lao động - Thương binh và Xã hội); báo cáo đột xuất khi có yêu cầu.",
                report(
                    "quarterly",
                    "ngày 10 của tháng cuối quý",
                    "UBND huyện",
                    "Phòng Lao động - Thương binh và Xã hội",
                    "UBND các xã, thị trấn",
                ),
                report(
                    "nine_month",
                    "--09-10",
                    "UBND huyện",
                    "Phòng Lao động - Thương binh và Xã hội",
                    "UBND các xã, thị trấn",
                ),
                report(
                    "annual",
                    "--12-10",
                    "UBND huyện",
                    "Phòng Lao động - Thương binh và Xã hội",
                    "UBND các xã, thị trấn",
                ),
                report("unspecified", None, "UBND huyện", None, "UBND các xã, thị trấn"),
            ),
            role="reporting",
        ),
    ),
    closing=(
        para("Yêu cầu các phòng, ban, ngành, UBND các xã, thị trấn nghiêm túc triển khai thực hiện./."),
    ),
    signature=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Ngọc Hoành"),
    recipients=(
        "Sở Lao động - Thương binh và Xã hội (b/c)",
        "TTr Huyện ủy, HĐND huyện (b/c)",
        "Chủ tịch, các Phó Chủ tịch UBND huyện",
        "Các phòng, ban, ngành cấp huyện",
        "UBND các xã, thị trấn",
        "Lưu: VT, LĐTBXH",
    ),
    places=("huyện Như Thanh", "tỉnh Thanh Hóa", "xã Thanh Tân", "xã Xuân Thái", "thôn Đồng Lấm"),
)
