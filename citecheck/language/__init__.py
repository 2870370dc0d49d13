"""Vocabulary of the languages that drafts are written in, and comparison forms of words."""
