"""What stands before every request: which host it is for, how long it may be, and how answers are sealed.

A page of another site must not read the study through the user's browser: the Host header is checked, so that
a name that was turned to this machine (DNS rebinding) is refused; nothing answers to another origin.
"""

import hmac
import ipaddress
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from comity.web.api.problems import problem

LOCAL: Final = frozenset({"127.0.0.1", "localhost", "::1"})
BODY: Final = 1 << 16  # bytes
LONGEST: Final = 8000  # bytes of path and query
# Pages load nothing but their own files, run no inline script, and stand in no frame.
POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
SEALS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Checks a request before anything reads it, and seals the answer. HEAD is GET without the body.

    ``hosts`` are the names the server answers to, ``any_address``: to every numeric address as well, since
    a number cannot be turned to another machine.
    """

    def __init__(
        self, app: ASGIApp, hosts: frozenset[str] = LOCAL, any_address: bool = False
    ) -> None:
        self.app = app
        self.hosts = hosts
        self.any_address = any_address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        asked = {**scope, "method": "GET"} if head else scope
        answer = _sealed(send, head)
        refused = self._refusal(asked)
        await (refused or self.app)(asked, receive, answer)

    def _refusal(self, scope: Scope) -> Any:
        named = [v for k, v in scope["headers"] if k == b"host"]
        if len(named) != 1:
            return problem(400, "The request must name one host.")
        host = host_of(named[0].decode("latin-1"))
        if not self._answers_to(host):
            return problem(
                421, f"This server is not {_shown(host)}.", "Open the address it printed."
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST:
            return problem(414, f"The address is longer than {LONGEST:,} characters.")
        return _too_much(scope)

    def _answers_to(self, host: str) -> bool:
        if host in self.hosts:
            return True
        return self.any_address and _is_address(host)


def _too_much(scope: Scope) -> Any:
    """Refuse a body that is too large, or does not say how large it is."""
    headers = dict(scope["headers"])
    length = headers.get(b"content-length", b"0")
    if b"transfer-encoding" in headers or not length.isdigit():
        return problem(411, "The request must say how long its body is.")
    if int(length) > BODY:
        return problem(413, "The body is larger than 64 kB.")
    return None


def host_of(named: str) -> str:
    """Return the name of a Host header without its port.

    >>> host_of("[::1]:8000"), host_of("LOCALHOST:80"), host_of("user@evil")
    ('::1', 'localhost', '')
    """
    if any(sign in named for sign in "@/\\?# "):
        return ""
    try:
        return (urlsplit(f"//{named}").hostname or "").lower()
    except ValueError:
        return ""


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _shown(host: str) -> str:
    return "".join(c for c in host if c.isalnum() or c in ".:-")[:80] or "there"


def _sealed(send: Send, head: bool) -> Send:
    """Return a way to send that adds the headers of every answer; a HEAD request gets no body."""

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in SEALS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "no-store")
        elif message["type"] == "http.response.body" and head:
            message = {**message, "body": b""}
        await send(message)

    return sealed


def allowed_origin(headers: Mapping[str, str]) -> bool:
    """Say whether a request that writes comes from a page of this very server."""
    site = headers.get("sec-fetch-site", "same-origin")
    origin, host = headers.get("origin", ""), headers.get("host", "")
    parts = urlsplit(origin)
    return site == "same-origin" and parts.scheme in ("http", "https") and parts.netloc == host


def same_token(given: str | None, token: str) -> bool:
    """Compare tokens in constant time."""
    return hmac.compare_digest((given or "").encode("utf-8", "replace"), token.encode("utf-8"))
