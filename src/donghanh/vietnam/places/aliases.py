"""Names of provinces that stand in neither list: common names, short ones, and those that ended before 2025."""

# By the bare name of the province in the lists. Whole provinces only: one that was divided (Hà Bắc, Nghệ Tĩnh)
# has no single heir, so it is left unknown.
PROVINCE_ALIASES: dict[str, tuple[str, ...]] = {
    "Hồ Chí Minh": ("TPHCM", "TP.HCM", "HCM", "HCMC", "Sài Gòn", "TP. Sài Gòn"),
    "Hà Nội": ("TPHN", "Tỉnh Hà Tây", "Hà Tây"),  # Hà Tây: NQ 15/2008/QH12, from 1 August 2008
    "Huế": (
        "Thừa Thiên Huế",
        "Tỉnh Thừa Thiên Huế",
        "TT Huế",
        "TTH",
    ),  # NQ 175/2024/QH15, from 1 January 2025
    "Bà Rịa - Vũng Tàu": ("BRVT", "BR-VT"),
}
