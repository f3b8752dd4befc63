"""When two addresses are one: the form of a web address under which spellings of it are the same."""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import SplitResult, quote, unquote, urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
# What newsletters, feeds, advertisers and share buttons add, which says nothing of what stands at the address.
_TRACKING = (
    r"(?:utm|mtm|matomo|piwik|hsa|itm)_.+|at_(?:medium|campaign|link|bbc|ptr|custom|format|creation|ref).*"
    r"|pk_(?:campaign|kwd|keyword|source|medium|content)|ns_(?:mchannel|source|campaign|linkname|fee)|mc_[ce]id"
    r"|_?hs(?:enc|mi|ctatracking)|guce_.+|guccounter|vero_(?:id|conv)|oly_(?:anon|enc)_id|wt\.?mc_.+|wt_mc"
    r"|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|ysclid|rb_clickid"
    r"|_ga|_gl|_openstat|mkt_tok|srsltid|ref_src|ref_url|__twitter_impression|ocid|cmp|cmpid|smid|xtor|s_cid|spm"
)
# A path of a program that runs in the browser, which no server sees; other fragments are places in one text.
_ROUTE = r"!?/.+|!.+"
_KEPT = "!$&'()*+,;=:@~"  # signs that may stand in a path as they are


def address_key(address: str) -> str:
    """The form under which two spellings of an address are the same, without its scheme.

    What shows the same text is the same: http and https, `www.`, the port that goes without saying, the case of
    the host, a final slash, the place in the text, parameters that only track, the order of the others, and how
    signs are escaped. Another host is another address, that of a mobile edition too: some differ in more than looks.
    """
    try:
        parts = urlsplit(address.strip())
        host = _host(parts)
    except ValueError:  # what was let in long ago, such as a port that is no number
        return address
    key = host + _escaped(re.sub(r"/+$", "", parts.path), _KEPT + "/")
    if query := _query(parts.query):
        key += f"?{query}"
    return f"{key}#{parts.fragment}" if re.fullmatch(_ROUTE, parts.fragment) else key


def _host(parts: SplitResult) -> str:
    name = (parts.hostname or "").rstrip(".").removeprefix("www.")
    with suppress(UnicodeError):
        name = name.encode("idna").decode() if not name.isascii() else name
    return name if parts.port in (None, _DEFAULT_PORTS.get(parts.scheme)) else f"{name}:{parts.port}"


def _query(query: str) -> str:
    """The parameters that do not track, in order of their names."""
    parts = filter(None, query.split("&"))
    given = [part for part in parts if not re.fullmatch(_TRACKING, _name(part), re.IGNORECASE)]
    return "&".join(sorted((_escaped(part, _KEPT + "/?") for part in given), key=_name))


def _name(parameter: str) -> str:
    return parameter.partition("=")[0]


def _escaped(text: str, kept: str) -> str:
    """`text` with every sign escaped that has to be, and no other; what stood escaped for a reason stays so."""
    pieces = re.split(r"(%[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*)", text)
    return "".join(
        _run(piece) if place % 2 else quote(piece, safe=kept) for place, piece in enumerate(pieces)
    )


def _run(escaped: str) -> str:
    """A run of escapes in capital letters; those of letters, digits and `-._~` as these."""
    return re.sub(
        r"%[0-9A-F]{2}",
        lambda one: unquote(one[0]) if re.fullmatch(r"[\w.~-]", unquote(one[0]), re.ASCII) else one[0],
        escaped.upper(),
    )


def page_key(address: str) -> str:
    """A looser form, under which an edition for telephones is near the page itself: only to name what is near."""
    key = re.sub(
        r"\?(?:amp|outputtype=amp|output=amp)(?:=\w*)?$", "", address_key(address), flags=re.IGNORECASE
    )
    host, slash, path = key.partition("/")
    host = re.sub(r"(?:^|(?<=\.))(?:m|mobile|amp|touch)\.", "", host)
    path = re.sub(r"(?:^amp/|/amp(?=$)|\.amp(?=$|\.html?$))", "", path)
    return f"{host}{slash}{path}"
