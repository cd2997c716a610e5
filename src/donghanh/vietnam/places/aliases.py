"""Names of provinces that stand in neither list: common names, short ones, and those from before 2025."""

# By the bare name of the province in the lists. Whole provinces only: one that was divided (Hà Bắc, Nghệ
# Tĩnh) has no single heir, so it is left unknown.
PROVINCE_ALIASES: dict[str, tuple[str, ...]] = {
    "Hồ Chí Minh": ("TPHCM", "TP.HCM", "HCM", "HCMC", "Sài Gòn"),
    "Hà Nội": ("TPHN", "Hà Tây"),
    "Huế": ("Thừa Thiên Huế", "TT Huế", "TTH"),
    "Bà Rịa - Vũng Tàu": ("BRVT", "BR-VT"),
}

# What became of the names that ended before the lists begin.
ENDED_BEFORE_LISTS: dict[str, str] = {
    "Hà Tây": "Tỉnh Hà Tây nhập vào thành phố Hà Nội từ ngày 01/8/2008 (Nghị quyết số 15/2008/QH12).",
    "Thừa Thiên Huế": (
        "Tỉnh Thừa Thiên Huế là thành phố Huế từ ngày 01/01/2025 (Nghị quyết số 175/2024/QH15)."
    ),
}
