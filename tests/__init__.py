"""Tests of citecheck; tests.accuracy and tests.bench print figures."""
