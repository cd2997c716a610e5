"""The address from which a request comes, once for everybody who asks."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def real_address(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Put the visitor's address where the server put the nearest proxy's.

    Each proxy adds the address that it saw at the end of X-Forwarded-For: with as many of our own as DONGHANH_PROXIES
    says, the one that the first of them saw is that many from the end. What stands before it anybody can write.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if settings.PROXIES:
            seen = request.headers.get("X-Forwarded-For", "").split(",")
            if len(seen) >= settings.PROXIES and (address := seen[-settings.PROXIES].strip()):
                request.META["REMOTE_ADDR"] = address
        return get_response(request)

    return middleware
