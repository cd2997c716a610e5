"""Which fonts draw Vietnamese at the places of other letters."""

import pytest

from donghanh.vietnam.legacy import LegacyEncoding, encoding_of_font

TCVN3, CAPITALS, VNI = LegacyEncoding.TCVN3, LegacyEncoding.TCVN3_CAPITALS, LegacyEncoding.VNI


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        (".VnTime", TCVN3),
        (".VnArial Narrow", TCVN3),
        (".VnTimeH", CAPITALS),
        (".VnArial NarrowH", CAPITALS),
        (".VnAvantH", CAPITALS),
        (".vntime", TCVN3),
        ("ABCDEF+.VnTime,Bold", TCVN3),
        ("ABCDEF+.VnTimeH-BoldItalic", CAPITALS),
        ("VnTime-Italic", TCVN3),
        ("'.VnTime'", TCVN3),
        ("VNI-Times", VNI),
        ("VNI-Helve-Condense", VNI),
        ("XYZABC+VNI-Times-Bold", VNI),
        ("VNI Times", VNI),
        ("Times New Roman", None),
        ("Arial", None),
        ("VnTimes New Roman", None),
        ("SVN-Arial", None),
        ("UVN Bach Dang", None),
        ("UTM Avo", None),
        ("Symbol", None),
        ("", None),
    ],
)
def test_a_font_tells_its_encoding_by_its_name(name: str, encoding: LegacyEncoding | None) -> None:
    assert encoding_of_font(name) is encoding
