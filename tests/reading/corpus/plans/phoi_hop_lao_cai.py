"""A joint programme of two issuers under the two-level model, over five years, with the parties' duties."""

from ..model import Letterhead, Plan, base, item, para, report, section, target, unit

PLAN = Plan(
    kind="chuong_trinh",
    kind_line="CHƯƠNG TRÌNH PHỐI HỢP",
    title=("Về phòng, chống tội phạm và tệ nạn xã hội trong phụ nữ, trẻ em", "giai đoạn 2026 - 2030"),
    issuer="Hội LHPN tỉnh Lào Cai và Công an tỉnh Lào Cai",
    programme=None,
    period=("2026-01-01", "2030-12-31"),
    letterhead=Letterhead(
        ("HỘI LHPN TỈNH LÀO CAI - CÔNG AN TỈNH LÀO CAI",),
        "05/CTrPH-HLHPN-CAT",
        "Lào Cai, ngày 20 tháng 01 năm 2026",
    ),
    number="05/CTrPH-HLHPN-CAT",
    issued_on="2026-01-20",
    opening=(
        para(
            "Thực hiện Nghị quyết liên tịch số 01/NQLT-HLHPN-BCA ngày 16/4/2025, Kế hoạch số 112/KH-HLHPN-BCA ngày 08/9/2025 giữa Trung ương Hội LHPN Việt Nam và Bộ Công an về quản lý, giáo dục người thân trong gia đình không phạm tội và vi phạm pháp luật;",
            base(
                "01/NQLT-HLHPN-BCA",
                "Nghị quyết liên tịch",
                "2025-04-16",
                "Trung ương Hội LHPN Việt Nam và Bộ Công an",
            ),
            base("112/KH-HLHPN-BCA", "Kế hoạch", "2025-09-08", "Trung ương Hội LHPN Việt Nam và Bộ Công an"),
        ),
        para(
            "Hội LHPN tỉnh Lào Cai và Công an tỉnh Lào Cai thống nhất ký kết Chương trình phối hợp với các nội dung sau:"
        ),
    ),
    sections=(
        section(
            "MỤC ĐÍCH, YÊU CẦU",
            item(
                "Phát huy vai trò của phụ nữ trong giữ gìn an ninh, trật tự từ mỗi gia đình, mỗi thôn, bản.",
                mark="1",
            ),
            item(
                "Phối hợp thường xuyên, nắm tình hình từ cơ sở, không chồng chéo nhiệm vụ của mỗi bên.",
                mark="1",
            ),
            role="purpose",
        ),
        section(
            "CHỈ TIÊU",
            item(
                "Hằng năm, mỗi xã, phường xây dựng mới ít nhất 01 mô hình “Phụ nữ không ma túy”.",
                target(1, "mô hình", ">=", "mỗi xã, phường"),
            ),
            item("Cảm hóa, giúp đỡ 150 người lầm lỗi tái hòa nhập cộng đồng.", target(150, "người")),
            item(
                "Tối thiểu 90% cán bộ chi hội được tập huấn kỹ năng nhận diện thủ đoạn lừa đảo.",
                target(90, "%", ">="),
            ),
            item("Không để phát sinh điểm nóng về mua bán phụ nữ, trẻ em.", target(None, None)),
            role="targets",
        ),
        section(
            "NỘI DUNG PHỐI HỢP",
            section(
                "Tuyên truyền, giáo dục pháp luật",
                item(
                    "Biên soạn tài liệu về phòng, chống ma túy, mua bán người, lừa đảo trên không gian mạng."
                ),
                item(
                    "Xây dựng phóng sự, tin, bài bằng tiếng Mông, tiếng Dao phát trên loa truyền thanh thôn, bản."
                ),
            ),
            section(
                "Xây dựng, nhân rộng mô hình",
                item("Duy trì mô hình “Camera an ninh phụ nữ” tại phường Cam Đường và xã Bát Xát."),
                item("Rà soát, củng cố câu lạc bộ phòng, chống mua bán phụ nữ, trẻ em vùng biên giới."),
            ),
            section(
                "Quản lý, giáo dục người thân trong gia đình",
                para(
                    "Vận động từng gia đình hội viên ký cam kết không có người thân phạm tội; giúp đỡ người mãn hạn tù học nghề, vay vốn."
                ),
            ),
            role="content",
        ),
        section(
            "TRÁCH NHIỆM CỦA CÁC BÊN",
            unit(
                "Hội LHPN tỉnh",
                "Chủ trì hướng dẫn các cấp Hội tuyên truyền, xây dựng mô hình.",
                "Cử Ban Tuyên giáo làm thường trực giúp việc.",
            ),
            unit(
                "Công an tỉnh",
                "Cung cấp tình hình tội phạm liên quan đến phụ nữ, trẻ em; cử báo cáo viên.",
                "Chỉ đạo Công an xã, phường hỗ trợ nghiệp vụ cho các mô hình.",
            ),
            section(
                "Kinh phí thực hiện",
                para("Mỗi bên tự bảo đảm từ nguồn kinh phí được giao hằng năm và nguồn huy động hợp pháp."),
                role="budget",
            ),
            role="organisation",
        ),
        section(
            "CHẾ ĐỘ THÔNG TIN, BÁO CÁO",
            item(
                "Hội LHPN, Công an các xã, phường báo cáo kết quả 6 tháng trước ngày 05/6, năm trước ngày 05/12 về thường trực hai ngành.",
                report(
                    "semiannual", "--06-05", "thường trực hai ngành", None, "Hội LHPN, Công an các xã, phường"
                ),
                report(
                    "annual", "--12-05", "thường trực hai ngành", None, "Hội LHPN, Công an các xã, phường"
                ),
            ),
            item(
                "Khi có vụ việc phức tạp, các đơn vị kịp thời báo cáo đột xuất.",
                report("unspecified", None, None, None, "các đơn vị"),
            ),
            role="reporting",
        ),
    ),
    closing=(para("Chương trình này có hiệu lực kể từ ngày ký./."),),
    signature=("TM. BAN THƯỜNG VỤ HỘI LHPN TỈNH", "CHỦ TỊCH", "Giàng Thị Say"),
    recipients=(
        "Trung ương Hội LHPN Việt Nam",
        "Thường trực Tỉnh ủy, HĐND, UBND tỉnh",
        "Hội LHPN, Công an các xã, phường",
        "Lưu: VT hai ngành",
    ),
    places=("tỉnh Lào Cai", "phường Cam Đường", "xã Bát Xát"),
)
