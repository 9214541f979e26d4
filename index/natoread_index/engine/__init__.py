"""The search index: Whoosh's segments and postings, written in bulk and read as bitmaps.

Only the modules of this package import Whoosh, and no object of Whoosh leaves them. They lean on
Whoosh 2.7.4; the names that it does not promise to keep are tested one by one.
"""
