"""Releases on the disk: one database, one writer at a time."""
