"""Web pages: as Word saves them, as a portal shows them, and as one file with its parts (.mht)."""

import html
import quopri
import re
import textwrap
from collections.abc import Callable
from itertools import zip_longest

from .flow import Block, Foot, Grid, Head, Line, spans

_WORD_STYLES = """<!--
 /* Font Definitions */
 @font-face {font-family:"Times New Roman"; panose-1:2 2 6 3 5 4 5 2 3 4;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{margin-top:0cm; margin-bottom:6.0pt; text-align:justify; font-size:14.0pt; font-family:"Times New Roman",serif;}
 p.Giua, li.Giua {text-align:center;}
 span.Dam {font-weight:bold;}
 @page WordSection1 {size:595.3pt 841.9pt; margin:56.7pt 56.7pt 56.7pt 85.05pt;}
 div.WordSection1 {page:WordSection1;}
-->"""


def filtered(blocks: list[Block]) -> str:
    """As Word saves a "Web Page, Filtered"."""
    return _word_page("".join(_word_block(block) for block in blocks), "Microsoft Word 15 (filtered)")


def _word_page(content: str, maker: str) -> str:
    return f"""<html>

<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="{maker}">
<title>Kế hoạch</title>
<style>
{_WORD_STYLES}
</style>
</head>

<body lang=VI style='word-wrap:break-word'>

<div class=WordSection1>

{content}
</div>

</body>

</html>
"""


def _word_block(block: Block) -> str:
    if isinstance(block, Line):
        return _word_line(block)
    if isinstance(block, Grid):
        return _word_grid(block)
    sides = (block.left, block.right) if isinstance(block, Head) else _foot_sides(block)
    cells = "".join(
        "  <td width=283 valign=top style='width:212.1pt;padding:0cm 5.4pt 0cm 5.4pt'>\n"
        + "".join(
            f"  <p class={'Giua' if side or isinstance(block, Head) else 'MsoNormal'}>{_text(t)}</p>\n"
            for t in lines
        )
        + "  </td>\n"
        for side, lines in enumerate(sides)
    )
    return (
        "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 width=606 style='border-collapse:collapse'>\n"
        f" <tr>\n{cells} </tr>\n</table>\n\n<p class=MsoNormal>&nbsp;</p>\n\n"
    )


def _word_line(line: Line) -> str:
    """Hard spaces in a small font stand between the number of a list and its words."""
    strong, rest = line.full[: line.bold], line.full[line.bold :]
    style, number = "Giua" if line.centred else "MsoNormal", ""
    if line.numbered and line.gap == " " and (not strong or strong.startswith(f"{line.mark} ")):
        number = (
            f"{_text(line.mark)}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span>"
        )
        number = f"<b>{number}</b>" if strong else number
        after = len(line.mark) + 1
        strong, rest = (strong[after:], rest) if strong else ("", rest[after:])
        style = "MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt'"
    slanted = f"<i>{_text(rest)}</i>" if line.italic else f"<span lang=VI>{_text(rest)}</span>"
    words = (f"<b>{_text(strong)}</b>" if strong else "") + (slanted if rest else "")
    return f"<p class={style}>{number}{words}</p>\n\n"


def _word_grid(grid: Grid) -> str:
    rows = []
    begin = spans(grid)
    for r, row in enumerate(grid.rows):
        cells = []
        for c, text in enumerate(row):
            if r < grid.heads and (r, c) not in begin:
                continue
            down, across = begin.get((r, c), (1, 1)) if r < grid.heads else (1, 1)
            span = (f" rowspan={down}" if down > 1 else "") + (f" colspan={across}" if across > 1 else "")
            strong = r < grid.heads or r in grid.bold
            words = f"<b>{_text(text)}</b>" if strong and text else _text(text) or "&nbsp;"
            cells.append(
                f"  <td width=90{span} valign=top style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>\n"
                f"  <p class=MsoNormal>{words}</p>\n  </td>\n"
            )
        rows.append(f" <tr>\n{''.join(cells)} </tr>\n")
    return (
        "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 "
        f"style='border-collapse:collapse;border:none'>\n{''.join(rows)}</table>\n\n<p class=MsoNormal>&nbsp;</p>\n\n"
    )


def _foot_sides(foot: Foot) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return ("Nơi nhận:", *foot.recipients), (*foot.signature[:-1], "", *foot.signature[-1:])


def _text(text: str) -> str:
    """Escaped, and broken where a line of the source is full, as Word does; a second space is a hard one."""
    escaped = html.escape(text, quote=False).replace("\u00a0", "&nbsp;").replace("  ", " &nbsp;")
    return textwrap.fill(escaped, 80, break_long_words=False, break_on_hyphens=False) or escaped


_PORTAL = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>Chi tiết văn bản - Cổng thông tin điện tử</title>
<link rel="stylesheet" href="/css/portal.css"><script src="/js/jquery.min.js"></script>
<style>.a-center{{text-align:center}} .mobile{{display:none}}</style></head>
<body class="page-detail"><form method="post" action="./chi-tiet.aspx" id="aspnetForm">
<div id="header"><div class="banner"><img src="/img/banner.jpg"><p>CỔNG THÔNG TIN ĐIỆN TỬ</p><p>HỘI LIÊN HIỆP PHỤ NỮ</p></div>
<ul class="main-menu"><li><a href="/">Trang chủ</a></li><li><a href="/gioi-thieu">Giới thiệu</a><ul><li><a href="/co-cau">Cơ cấu
tổ chức</a></li></ul></li><li><a href="/van-ban">Văn bản</a></li><li><a href="/ke-hoach">Kế hoạch</a></li></ul>
<div class="mobile">Menu</div></div>
<div class="breadcrumb"><a href="/">Trang chủ</a> › <a href="/van-ban">Văn bản chỉ đạo điều hành</a> › Kế hoạch</div>
<div class="container"><div class="row"><div class="col-md-9"><div class="article-detail">
<h1 class="title">{title}</h1><div class="meta">Ngày đăng: 12/03/2024 08:15 | Lượt xem: 1.204 | Cỡ chữ: A- A A+</div>
<table class="table-thuoctinh"><tr><td>Số ký hiệu</td><td>{number}</td></tr><tr><td>Ngày ban hành</td><td>10/03/2024</td></tr>
<tr><td>Loại văn bản</td><td>Kế hoạch</td></tr><tr><td>Cơ quan ban hành</td><td>{issuer}</td></tr>
<tr><td>Người ký</td><td>{signer}</td></tr></table>
<div class="content-detail" id="toanvan">
{content}
</div>
<div class="share"><a href="https://www.facebook.com/sharer.php">Chia sẻ</a> <a href="#">In trang</a></div>
<div class="file-attach">Tệp đính kèm: <a href="/upload/ke-hoach.pdf">ke-hoach.pdf</a></div>
<h3>Các văn bản khác</h3><ul><li><a href="/vb/11">Kế hoạch số 11/KH-BTV về tổ chức Hội thi cán bộ Hội cơ sở giỏi</a></li>
<li><a href="/vb/10">Hướng dẫn số 10/HD-BTV về công tác thi đua, khen thưởng</a></li></ul>
<div id="comments"><h4>Bình luận</h4><p>Chưa có bình luận nào.</p></div>
</div></div><div class="col-md-3"><div class="box-right"><h3>Tin mới</h3><ul><li><a href="/tin/1">Ra quân Ngày Chủ nhật xanh</a></li>
<li><a href="/tin/2">Trao mái ấm tình thương</a></li></ul></div></div></div></div>
<footer><p>Cơ quan chủ quản: Hội Liên hiệp Phụ nữ</p><p>Địa chỉ: số 1 đường Trung tâm. Điện thoại: 0200 000 000</p>
<p>Bản quyền thuộc Cổng thông tin điện tử</p></footer></form><noscript>Hãy bật JavaScript</noscript></body></html>
"""


def portal(blocks: list[Block]) -> str:
    """As a portal shows a document: under a menu and a table of properties, over related ones and a footer."""
    head = next((block for block in blocks if isinstance(block, Head)), None)
    title = next((block.text for block in blocks if isinstance(block, Line) and block.centred), "Văn bản")
    foot = next((block for block in blocks if isinstance(block, Foot)), None)
    return _PORTAL.format(
        title=html.escape(title.capitalize()),
        number=html.escape(head.left[-1] if head else "12/KH-BTV"),
        issuer=html.escape(head.left[0] if head else "Ban Thường vụ"),
        signer=html.escape(foot.signature[-1] if foot and foot.signature else ""),
        content="\n".join(_portal_block(block) for block in blocks),
    )


def _portal_block(block: Block) -> str:
    if isinstance(block, Line):
        strong, rest = html.escape(block.full[: block.bold]), html.escape(block.full[block.bold :])
        words = (f"<strong>{strong}</strong>" if strong else "") + (
            f"<em>{rest}</em>" if block.italic and rest else rest
        )
        look = ' class="a-center"' if block.centred else ' style="text-align: justify; margin-left: 20px"'
        return f"<p{look}>{words}</p>"
    if isinstance(block, Grid):
        return _portal_grid(block)
    if isinstance(block, Head):
        rows = zip_longest(block.left, block.right, fillvalue="")
        cells = (
            f"<tr><td>{html.escape(a)}</td><td><strong>{html.escape(b)}</strong></td></tr>" for a, b in rows
        )
        return f'<table border="0" style="width:100%"><tbody>{"".join(cells)}</tbody></table>'
    left, right = ("<br />".join(map(html.escape, side)) for side in _foot_sides(block))
    return (
        '<table style="width:100%"><tbody><tr>'
        f'<td><span style="font-size:13px">{left}</span></td><td style="text-align:center"><strong>{right}</strong></td>'
        "</tr></tbody></table>"
    )


def _portal_grid(grid: Grid) -> str:
    begin = spans(grid)
    rows = []
    for r, row in enumerate(grid.rows):
        cells = []
        for c, text in enumerate(row):
            if r < grid.heads and (r, c) not in begin:
                continue
            down, across = begin.get((r, c), (1, 1)) if r < grid.heads else (1, 1)
            strong = (
                f"<strong>{html.escape(text)}</strong>"
                if text and (r < grid.heads or r in grid.bold)
                else html.escape(text)
            )
            cells.append(f'<td colspan="{across}" rowspan="{down}"><p>{strong}</p></td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table border="1" cellpadding="0" cellspacing="0"><tbody>{"".join(rows)}</tbody></table>'


def archive(blocks: list[Block]) -> str:
    """As Word saves a "Single File Web Page": the whole page quoted-printable, other parts beside it."""
    content = "".join(_word_block(block) for block in blocks)
    listed = re.sub(
        r"<p class=MsoListParagraph style='([^']*)'>(<b>)?([^<]*)(<span style='font:7.0pt[^>]*>[^<]*</span>)",
        r"<p class=MsoListParagraph style='\1;mso-list:l0 level1 lfo1'><![if !supportLists]>\2"
        r"<span style='mso-list:Ignore'>\3\4</span><![endif]>",
        content,
    ).replace("</p>", "<o:p></o:p></p>")
    page = quopri.encodestring(_word_page(listed, "Microsoft Word 15").encode()).decode()
    border = "----=_NextPart_01DA7B2C.5D3E0F10"
    return "\r\n".join(
        [
            "MIME-Version: 1.0",
            f'Content-Type: multipart/related; boundary="{border}"',
            "",
            "This document is a Single File Web Page, also known as a Web Archive file.",
            "",
            f"--{border}",
            "Content-Location: file:///C:/A1B2C3D4/ke-hoach.htm",
            "Content-Transfer-Encoding: quoted-printable",
            'Content-Type: text/html; charset="utf-8"',
            "",
            *page.splitlines(),
            f"--{border}",
            "Content-Location: file:///C:/A1B2C3D4/ke-hoach_files/themedata.thmx",
            "Content-Transfer-Encoding: base64",
            "Content-Type: application/vnd.ms-officetheme",
            "",
            "UEsDBBQABgAIAAAAIQ==",
            f"--{border}",
            "Content-Location: file:///C:/A1B2C3D4/ke-hoach_files/header.htm",
            "Content-Transfer-Encoding: quoted-printable",
            'Content-Type: text/html; charset="utf-8"',
            "",
            "<html><body><div style=3D'mso-element:header'><p class=3DMsoHeader>2</p></div></body></html>",
            f"--{border}--",
            "",
        ]
    )


WEB: dict[str, Callable[[list[Block]], str]] = {"html": filtered, "html_portal": portal, "mht": archive}
