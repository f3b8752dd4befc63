"""How the user's country writes numbers, on which it hangs what parts the cells of CSV for its spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Languages that write 0,5, where the comma can't part cells; and countries that write 0.5 all the same (CLDR).
_COMMAS = frozenset(
    ("az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "fi", "fr", "hr", "hu", "hy", "id", "is", "it",
     "ka", "kk", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "tr",
     "uk", "uz", "vi")
)  # fmt: skip  # a list of codes
_POINTS = frozenset(
    "de_CH de_LI es_DO es_GT es_HN es_MX es_NI es_PA es_PE es_PR es_SV es_US it_CH".split()  # noqa: SIM905  # a list of codes
)


def writes_decimal_commas(env: Mapping[str, str]) -> bool:
    """Whether numbers have a decimal comma, by the variables of the locale."""
    named = next((env[name] for name in ("LC_ALL", "LC_NUMERIC", "LANG") if env.get(name)), "")
    locale = named.partition(".")[0].partition("@")[0]
    return locale.partition("_")[0] in _COMMAS and locale not in _POINTS
