"""Pages from the web: one address, read within limits of time, size and redirects, or a refusal that says why."""

from __future__ import annotations

import re
import socket
import ssl
import zlib
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, InvalidURL
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from claimtrack import __version__
from claimtrack.articles.getting.charset import refuse_other_than_text
from claimtrack.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from http.client import HTTPResponse

_SCHEMES = ("http", "https")
_REDIRECTS = (301, 302, 303, 307, 308)
_STATUSES = frozenset(HTTPStatus)
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": f"claimtrack/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
}
# What may stand in an address as it is; the rest is written in UTF-8 and percent signs (RFC 3987, 3.1).
_PLAIN = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with, unpacked; `url` is where the last redirect led.

    `etag` and `modified` are what to ask with the next time; `unchanged`, that it has nothing new since they were.
    """

    data: bytes
    content_type: str | None
    url: str
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


class NoPageError(RefusedError):
    """An address that answers with an error, of the status `answer`; with nothing at all where that is None."""

    def __init__(self, sentence: str, answer: int | None = None) -> None:
        super().__init__(sentence)
        self.answer = answer


@dataclass(frozen=True, slots=True)
class _Limits:
    """What is asked with, and how much may be taken; `deadline` is a reading of the monotonic clock."""

    headers: Mapping[str, str]
    seconds: float
    deadline: float
    most_bytes: int
    most_redirects: int


def fetch(
    url: str, *, headers: Mapping[str, str] = MappingProxyType({}), seconds: float = 20,
    most_bytes: int = 10_000_000, most_redirects: int = 5,
) -> Fetched:  # fmt: skip  # as short as the call
    """What stands at an http(s) address, in at most `seconds` from the look-up of its name to its last byte.

    `headers` are asked with besides those of every request, or in their place.

    Raises:
        NoPageError: it can't be reached, takes too long or answers with an error.
        RefusedError: it is no text, or goes beyond another limit.
    """
    limits = _Limits({**_HEADERS, **headers}, seconds, monotonic() + seconds, most_bytes, most_redirects)
    answers: SimpleQueue[Fetched | Exception] = SimpleQueue()
    # Looking up a name and reading headers know no total limit of time, so they are waited for from outside.
    Thread(target=_answer, args=(url, limits, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise _too_slow(url, limits) from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _answer(url: str, limits: _Limits, answers: SimpleQueue[Fetched | Exception]) -> None:
    """Put what `url` answers, or what went wrong, where it is waited for."""
    try:
        answers.put(_followed(url, limits))
    except Exception as error:  # noqa: BLE001 - raised again where it is waited for
        answers.put(error)


def _followed(url: str, limits: _Limits) -> Fetched:
    """What stands at `url`, or where it redirects to."""
    address = url
    for _ in range(limits.most_redirects + 1):
        with closing(_opened(address, limits)) as response:
            location = response.headers["Location"]
            if response.status in _REDIRECTS and location:
                address = _redirected(address, location)
                continue
            return _read(response, address, limits)
    raise RefusedError(
        f"{url} redirects more than {limits.most_redirects} times: open it in a browser and save the page"
    )


def _redirected(address: str, location: str) -> str:
    """The address that `location`, read from the header as Latin-1, leads to from `address`."""
    try:
        target = urljoin(address, location.encode("latin-1", "replace").decode("utf-8", "replace"))
        scheme = urlsplit(target).scheme
    except ValueError:
        target, scheme = location, ""
    if scheme not in _SCHEMES:
        shown = quote(target, _PLAIN)
        raise RefusedError(f"{address} redirects to {shown}, which is not an http or https address")
    return target


def _opened(url: str, limits: _Limits) -> HTTPResponse:
    """The answer to a request for `url`, whatever its status; no other scheme has a handler here."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    request = Request(_in_ascii(url), headers=dict(limits.headers))  # noqa: S310 - _in_ascii refuses other schemes
    try:
        response: HTTPResponse = opener.open(request, timeout=max(limits.deadline - monotonic(), 0.01))
    except (OSError, HTTPException) as error:
        _refuse(url, error, limits)
    return response


def _in_ascii(url: str) -> str:
    """`url` as it goes over the wire: its host in Punycode, its path and query in percent signs."""
    try:
        parts = urlsplit(url.strip())
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
        path, query = quote(parts.path, _PLAIN), quote(parts.query, _PLAIN)
        named = parts.hostname is not None and parts.port != 0
    except ValueError:
        raise RefusedError(f"{url} is not a web address") from None
    if parts.scheme not in _SCHEMES or not named:
        raise RefusedError(f"{url} is not an http or https address: name one, or a file")
    return urlunsplit((parts.scheme, host, path, query, ""))


def _read(response: HTTPResponse, url: str, limits: _Limits) -> Fetched:
    """The body of a good answer, unpacked."""
    content_type, etag = response.headers["Content-Type"], response.headers["ETag"]
    modified = response.headers["Last-Modified"]
    if response.status == HTTPStatus.NOT_MODIFIED:
        return Fetched(b"", content_type, url, etag, modified, unchanged=True)
    if response.status >= HTTPStatus.MULTIPLE_CHOICES:
        raise NoPageError(f"{url} answers {_named(response.status)}", response.status)
    refuse_other_than_text(url, content_type=content_type)
    body = _body(response, url, limits)
    unpacked = _unpacked(body, response.headers["Content-Encoding"], url, limits)
    return Fetched(unpacked, content_type, url, etag, modified)


def _named(status: int) -> str:
    """A status by its number and its standard name; the server's own words for it may be anything."""
    return f"{status} {HTTPStatus(status).phrase}" if status in _STATUSES else str(status)


def _body(response: HTTPResponse, url: str, limits: _Limits) -> bytes:
    """Every byte of the body, as it was sent."""
    declared = response.headers["Content-Length"] or ""
    length = int(declared) if re.fullmatch(r"[0-9]{1,18}", declared) else None
    if length is not None and length > limits.most_bytes:
        raise _too_large(url, limits)
    body = bytearray()
    try:
        while chunk := response.read1(_CHUNK):
            body += chunk
            if len(body) > limits.most_bytes:
                raise _too_large(url, limits)
            if monotonic() > limits.deadline:
                raise _too_slow(url, limits)
    except (OSError, HTTPException) as error:
        _refuse(url, error, limits)
    if length is not None and len(body) < length:
        raise RefusedError(f"{url} broke off in the middle: try again")
    return bytes(body)


def _unpacked(body: bytes, encoding: str | None, url: str, limits: _Limits) -> bytes:
    """The body without its compression, which may be gzip or deflate."""
    match (encoding or "identity").strip().lower():
        case "identity":
            return body
        case "gzip" | "x-gzip" | "deflate":
            # 32 more than the largest window: either header, gzip's or zlib's, is recognised
            unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS + 32)
        case other:
            raise RefusedError(
                f"{url} is packed as {other}, which can't be read: save the page from a browser"
            )
    try:
        data = unpacker.decompress(body, limits.most_bytes + 1)
    except zlib.error:
        raise RefusedError(f"{url} can't be unpacked: its {encoding} data is damaged") from None
    if len(data) > limits.most_bytes:
        raise _too_large(url, limits)
    if not unpacker.eof:
        raise RefusedError(f"{url} broke off in the middle: try again")
    return data


def _too_slow(url: str, limits: _Limits) -> NoPageError:
    """The refusal of what takes too long."""
    return NoPageError(f"{url} did not arrive within {limits.seconds:g} seconds: try again, or save the page")


def _too_large(url: str, limits: _Limits) -> RefusedError:
    """The refusal of what is longer than any article."""
    return RefusedError(f"{url} is larger than {limits.most_bytes / 1_000_000:g} MB, more than any article")


def _refuse(url: str, error: OSError | HTTPException, limits: _Limits) -> NoReturn:
    """Say in one sentence why there is no answer."""
    reason = error.reason if isinstance(error, URLError) else error
    refusal: RefusedError
    match reason:
        case TimeoutError():
            refusal = _too_slow(url, limits)
        case socket.gaierror():
            refusal = NoPageError(f"{url} can't be found: check its host's name, and the network")
        case ConnectionRefusedError():
            refusal = NoPageError(f"{url} can't be reached: the connection was refused")
        case ssl.SSLCertVerificationError():
            refusal = NoPageError(f"{url} can't be trusted: its certificate fails ({reason.verify_message})")
        case InvalidURL():
            refusal = RefusedError(f"{url} is not a web address")
        case HTTPException():
            refusal = NoPageError(f"{url} gives no proper answer ({type(reason).__name__})")
        case _:
            refusal = NoPageError(f"{url} can't be reached: {getattr(reason, 'strerror', None) or reason}")
    raise refusal from error
