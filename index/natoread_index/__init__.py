"""Releases, the library that keeps them, and the search over their words."""
