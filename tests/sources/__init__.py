"""Tests of what reaches the network, on loopback alone."""
