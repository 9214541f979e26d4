"""Releases written in the forms that other programs, editors and readers of books take."""
