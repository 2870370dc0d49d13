"""Tests of the search for citations."""
