"""The search index: Whoosh's segments and postings, written in bulk and read as bitmaps.

Only the modules of this package import Whoosh, and no object of Whoosh leaves them. They lean on
Whoosh 2.7.4; the names that it does not promise to keep are tested one by one.
"""

import warnings

with warnings.catch_warnings():
    # Python says, when it first compiles Whoosh, how that is spelt; 3.11 in another category.
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import codec, index, writing  # noqa: F401  # imported to be compiled in silence
    from whoosh.codec import whoosh3  # noqa: F401
