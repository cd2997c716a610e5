"""Numbers in words, as a sum is spelt out behind its figures."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")


def spell(number: int) -> str:
    """A whole number in words.

    Groups below the highest keep their hundreds and "linh": 1.005.000 is "một triệu không trăm linh năm
    nghìn"; a group of zeros is left out. Source: the usage of treasury and bank vouchers.

    >>> spell(60_500_000)
    'sáu mươi triệu năm trăm nghìn'
    """
    if number < 0:
        return f"âm {spell(-number)}"
    if number == 0:
        return _DIGITS[0]
    return " ".join(_spelt(number, whole=True))


def _spelt(number: int, *, whole: bool) -> list[str]:
    """whole: nothing stands before it."""
    billions, rest = divmod(number, 10**9)
    words = [*_spelt(billions, whole=whole), "tỷ"] if billions else []
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            words += _group(group, whole=whole and not words)
            words += [_SCALES[power]] if power else []
    return words


def _group(group: int, *, whole: bool) -> list[str]:
    """Up to three digits; whole: the group opens the number."""
    hundreds, tens, ones = group // 100, group // 10 % 10, group % 10
    words = [] if whole and not hundreds else [_DIGITS[hundreds], "trăm"]
    if tens == 0:
        return words + ((["linh"] if words else []) + [_DIGITS[ones]] if ones else [])
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones == 0:
        return words
    if ones == 5:
        return [*words, "lăm"]
    if tens > 1 and ones in (1, 4):
        return [*words, "mốt" if ones == 1 else "tư"]
    return [*words, _DIGITS[ones]]
