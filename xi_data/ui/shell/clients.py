"""How much one client may ask: so many requests a minute, at once or spread."""

import ipaddress
import math
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.requests import Request

from xi_data.limits import CLIENTS


class Allowance:
    """Requests that each client has left. A minute after the last one, all of them are back.

    clock: seconds that never go back. Only the thread of the server's loop may ask.
    """

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic):
        self._most = a_minute
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> int:
        """Take one request; 0 where there was one, else the seconds until there is."""
        now = self._clock()
        left, then = self._left.pop(client, (self._most, now))
        left = min(self._most, left + (now - then) * self._most / 60)
        self._left[client] = (left - 1 if left >= 1 else left, now)
        while len(self._left) > CLIENTS:
            self._left.popitem(last=False)
        return 0 if left >= 1 else math.ceil((1 - left) * 60 / self._most)


def client_of(request: Request) -> str:
    """Who asks: an address, of IPv6 the network that one customer has.

    The server's X-Forwarded-For counts where it comes from a proxy that FORWARDED_ALLOW_IPS names.
    """
    host = request.client.host if request.client else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 4 or address.ipv4_mapped:
        return str(getattr(address, "ipv4_mapped", None) or address)
    return str(ipaddress.ip_network((address, 64), strict=False))
