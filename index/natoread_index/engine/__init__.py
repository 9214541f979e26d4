"""The search index: Whoosh's schema, segments, columns and commits, and a codec of our own.

The codec keeps posting lists as bitmaps, and releases as strings of words in which phrases are
looked for. Only the modules of this package import Whoosh, and no object of Whoosh leaves them.
They lean on Whoosh 2.7.4; the names that it does not promise to keep are tested one by one.
"""

import warnings

with warnings.catch_warnings():
    # Python says, when it first compiles Whoosh, how that is spelt; 3.11 in another category.
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    import whoosh.codec.whoosh3  # imported to be compiled in silence
    import whoosh.index
    import whoosh.writing  # noqa: F401
