"""Vietnamese text as it was kept before Unicode; the inverse of what the reader decodes, written on its own.

Every function takes Unicode text and gives a character for each byte (Latin-1), so that the result can go into
a file as bytes or into Word as the characters that a program made of them.
"""

import unicodedata

_ABC = dict(zip(
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    "\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xb5\xb6\xb7\xb8\xb9\xbb\xbc\xbd\xbe\xc6\xc7\xc8\xc9"
    "\xca\xcb\xcc\xce\xcf\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xdc\xdd\xde\xdf\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea"
    "\xeb\xec\xed\xee\xef\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe",
    strict=True,
))  # fmt: skip
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_VNI_MARKS = {"": "øùûõï", "\u0302": "àáåãä", "\u0306": "èéúüë"}
_VNI_ALONE = dict(zip("đơưìíỉĩịỵ", "ñôöìíæóòî", strict=True))
_VIQR = dict(zip("\u0302\u0306\u031b" + _TONES, "^(+`'?~.", strict=True))


def _bytes(text: str) -> str:
    """Signs as Windows keeps them; what it has no byte for becomes a question mark."""
    return text.encode("cp1252", errors="replace").decode("latin-1")


def tcvn3(text: str) -> str:
    """As typed in .VnTime: capitals with a tone mark are not to be had, small letters stand for them."""
    return "".join(
        _ABC.get(c) or _ABC.get(c.lower()) or _bytes(c) for c in unicodedata.normalize("NFC", text)
    )


def vni(text: str) -> str:
    return "".join(map(_vni, unicodedata.normalize("NFC", text)))


def _vni(letter: str) -> str:
    small = letter.lower()
    if small in _VNI_ALONE:
        code = _VNI_ALONE[small]
    elif letter.isascii() or not letter.isalpha():
        return _bytes(letter)
    else:
        base, *marks = unicodedata.normalize("NFD", small)
        tone = "".join(mark for mark in marks if mark in _TONES)
        shape = "".join(mark for mark in marks if mark not in _TONES)
        if shape == "\u031b":
            base, shape = _VNI_ALONE[unicodedata.normalize("NFC", base + shape)], ""
        alone = {"": "", "\u0302": "â", "\u0306": "ê"}[shape]
        code = base + (_VNI_MARKS[shape][_TONES.index(tone)] if tone else alone)
    return code.upper() if letter.isupper() else code


def windows_1258(text: str) -> str:
    """Letters with their shape, and tone marks behind them where there is no letter for both."""
    return "".join(map(_windows_1258, unicodedata.normalize("NFC", text)))


def _windows_1258(letter: str) -> str:
    try:
        return letter.encode("cp1258").decode("latin-1")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in parts if mark in _TONES)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        return (base + tone).encode("cp1258", errors="replace").decode("latin-1")


def viqr(text: str) -> str:
    marked = unicodedata.normalize("NFD", text.replace("đ", "dd").replace("Đ", "DD"))
    found = []
    for letter in marked:  # decomposed text has the dot below before the shape
        if letter in "\u0302\u0306\u031b" and found and found[-1] in "`'?~.":
            found.insert(-1, _VIQR[letter])
        else:
            found.append(_VIQR.get(letter, letter))
    plain = {"–": "-", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "•": "*", "×": "x"}
    return "".join(plain.get(c, c) for c in found)
