"""Readers: files of every format to text with places."""
