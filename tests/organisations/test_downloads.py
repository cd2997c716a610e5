"""What pages hand out is saved under its name, in any letters, and shown or kept nowhere."""

from urllib.parse import unquote

from donghanh.organisations.downloads import EXCEL, excel


def test_a_workbook_is_saved_under_its_name_and_kept_by_nobody_between() -> None:
    response = excel(b"PK", 'Hội LHPN "xã" Keng Đu\r\nX: y.xlsx')
    plain, named = response["Content-Disposition"].split("; filename*=UTF-8''")
    assert plain == 'attachment; filename="H_i LHPN _x__ Keng _u__X_ y.xlsx"'
    assert unquote(named) == 'Hội LHPN "xã" Keng Đu\r\nX: y.xlsx'
    assert (response["Content-Type"], response.content) == (EXCEL, b"PK")
    assert (response["X-Content-Type-Options"], response["Cache-Control"]) == ("nosniff", "private, no-store")
    assert "sandbox" in response["Content-Security-Policy"]
