"""citecheck: checks the citations of a draft against its literature list."""

__version__ = "0.1.0"
