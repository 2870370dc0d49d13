"""How right citecheck is on texts with known answers: ``python -m tests.accuracy``."""
