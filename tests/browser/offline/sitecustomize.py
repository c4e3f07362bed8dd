"""Loaded by Python at start where this folder is on PYTHONPATH: no connection beyond loopback.

Every attempt is refused and its target written to the file that XI_CONNECTIONS names.
"""

import os
import sys

_TARGETS = {
    "socket.connect": 1,
    "socket.sendto": 1,
    "socket.sendmsg": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
}
"""Audit event to the place of the address among its arguments."""

_LOOPBACK = ("localhost", "127.", "::1", "0.0.0.0", "::")


def _refuse(event: str, arguments: tuple) -> None:
    if event not in _TARGETS:
        return
    target = arguments[_TARGETS[event]]
    host = target[0] if isinstance(target, tuple) else target
    host = host.decode() if isinstance(host, bytes) else host
    local_socket = event == "socket.connect" and not isinstance(target, tuple)
    if not host or local_socket or host.startswith(_LOOPBACK):
        return
    with open(os.environ["XI_CONNECTIONS"], "a", encoding="utf-8") as record:
        record.write(f"{event} {host}\n")
    raise ConnectionRefusedError(f"beyond loopback: {host}")


sys.addaudithook(_refuse)
