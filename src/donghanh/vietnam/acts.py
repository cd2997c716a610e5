"""Verbs with which papers say what somebody does: behind a unit's name they end the name."""

# Longer ones need no place of their own order: patterns try them by length.
_ACTS = (
    "ban hành", "bàn giao", "báo cáo", "biên soạn", "biểu dương", "bình chọn", "bình xét", "bố trí", "bồi dưỡng", "bảo đảm",
    "cam kết", "can thiệp", "cân đo", "cân đối", "cấp phát", "chi trả", "chăm sóc", "chịu trách nhiệm", "cho vay", "chọn", "chỉ đạo",
    "chủ động", "chủ trì", "chuẩn bị", "cung cấp", "củng cố", "cử", "dạy", "duy trì", "đánh giá", "đào tạo",
    "đảm bảo", "đảm nhận", "đăng ký", "đăng tải", "đẩy mạnh", "đề nghị", "đề xuất", "điều phối", "định kỳ", "đôn đốc", "đối thoại",
    "đưa", "đưa tin", "gặp gỡ", "giao chỉ tiêu", "giao nhiệm vụ", "giám sát", "giải quyết", "giới thiệu", "giúp", "giúp đỡ", "góp ý", "gửi", "hoàn thành", "họp",
    "hỗ trợ", "huy động", "hướng dẫn", "in", "kết nối", "khám", "khảo sát", "khen thưởng", "khởi công", "kiểm tra", "kiện toàn", "ký", "ký kết",
    "lắp đặt", "làm điểm", "tự", "lập", "lồng ghép", "lựa chọn", "mở", "nắm", "nâng cao", "nghiêm túc", "nhân rộng", "phát động", "phát hiện",
    "phát sóng", "phát thanh", "phân công", "phổ biến", "phối hợp", "phụ trách", "quan tâm", "quản lý", "ra quân", "rà soát", "sản xuất",
    "sơ kết", "tạo điều kiện", "tăng cường", "tặng", "tập huấn", "tập trung", "tham gia", "tham mưu", "thanh toán", "thành lập",
    "thăm", "thăm hỏi", "theo dõi", "thẩm định", "thẩm tra", "thí điểm", "thông báo", "thống nhất", "thực hiện", "tiếp nhận", "tiếp tục",
    "tìm hiểu", "tổ chức", "tổng hợp", "tổng kết", "trang bị", "trao", "triển khai", "trồng", "trợ giúp", "truyền thông", "trực tiếp",
    "tuần tra", "tuyên truyền", "tư vấn", "vận động", "vận hành", "viết", "xác minh", "xây dựng", "xem xét", "xét", "xử lý",
)  # fmt: skip

ACT = "(?:" + "|".join(sorted(_ACTS, key=len, reverse=True)) + r")(?!\w)"
