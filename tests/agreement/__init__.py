"""Tests of comparing entries with what the world says."""
