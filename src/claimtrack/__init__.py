"""A tracker of claims: who said what, when, by when it should happen, and how it turned out."""

__version__ = "0.1.0"
