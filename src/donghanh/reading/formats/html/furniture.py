"""What surrounds a document on a page: navigation, menus, banners, lists of related articles, footers."""

import re

from donghanh.reading.formats.html.parsing import Element

_TAGS = frozenset({"nav", "footer", "aside"})
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"}
)
# Words that are the whole of a name or one of its words ("left-nav", "boxTags"), and longer ones within it.
_NAMES = frozenset(
    "nav crumb ads fb zalo vote tags tag login paging pager header masthead tool tools".split()
)
_WITHIN = re.compile(
    "navbar|navigation|menu|breadcrumb|footer|banner|topbar|toolbar|sidebar|related|relate|lienquan|tinkhac|tinmoi"
    "|othernews|sharing|social|addthis|comment|binhluan|disqus|rating|thuoctinh|propert|pagination|timkiem|advert"
    "|quangcao|popup|modal|cookie|weblink|lienket|luottruycap|thongke|hotline|slider|carousel|copyright|taive"
    "|attach|dinhkem|sitemap"
)
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_LARGEST_SHARE = 0.4
_MOST_MEASURED = 200
_MOST_NAMES = 40
_LONGEST_NAME = 80


class Furniture:
    """Tells the furniture of one page by what its elements are called; the bulk of a page is none."""

    def __init__(self, root: Element) -> None:
        self._most = sum(map(len, root.itertext())) * _LARGEST_SHARE
        self._measured = 0

    def holds(self, element: Element) -> bool:
        """Whether an element is called like furniture and holds no great part of the page."""
        if (
            element.tag in ("html", "body")
            or not self._is_called_so(element)
            or self._measured >= _MOST_MEASURED
        ):
            return False
        length = 0
        for text in element.itertext():
            length += len(text)
            if length > self._most:
                self._measured += 1
                return False
        return True

    @staticmethod
    def _is_called_so(element: Element) -> bool:
        if element.tag in _TAGS or element.get("role", "") in _ROLES:
            return True
        if element.tag == "header":
            return next(element.iterancestors("article", "main"), None) is None
        for name in (*element.get("class", "").split()[:_MOST_NAMES], *element.get("id", "").split()[:1]):
            words = [word.lower() for word in _WORD.findall(name[:_LONGEST_NAME])]
            if not _NAMES.isdisjoint(words) or _WITHIN.search("".join(words)):
                return True
        return False
