"""Reading news articles."""

from claimtrack.articles.attributions import Attribution, attributions


def dates(text, published):
    return []


def candidates(text, published):
    return []
