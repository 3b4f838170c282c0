"""A proxy between the browser and the server whose line can be cut, restored, and led to another server."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit


class Proxy:
    """Passes bytes on in both directions while ``up``; each connection has two threads of its own."""

    def __init__(self, target: str) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        self.lead_to(target)
        self.up = True
        self.open: set[socket.socket] = set()
        threading.Thread(target=self._serve, daemon=True).start()

    def lead_to(self, target: str) -> None:
        """Send new connections to another server."""
        place = urlsplit(target)
        self.target = (place.hostname or "127.0.0.1", place.port or 80)

    def cut(self) -> None:
        """Close every connection and let no new one through."""
        self.up = False
        for end in list(self.open):
            _close(end)
        self.open.clear()

    def restore(self) -> None:
        """Let connections through again."""
        self.up = True

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listening.accept()
                if not self.up:
                    _close(near)
                    continue
                try:
                    far = socket.create_connection(self.target, timeout=5)
                except OSError:
                    _close(near)
                    continue
                far.settimeout(None)
                self.open |= {near, far}
                for one, other in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        for end in (one, other):
            _close(end)
            self.open.discard(end)


@contextmanager
def proxy_to(target: str) -> Iterator[Proxy]:
    """A proxy to a server, until the block ends."""
    proxy = Proxy(target)
    try:
        yield proxy
    finally:
        proxy.cut()
        _close(proxy.listening)


def _close(end: socket.socket) -> None:
    with contextlib.suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()
