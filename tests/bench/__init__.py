"""What citecheck costs: ``python -m tests.bench``. Prints figures; no test asserts a time."""
