"""What a key costs: `python -m tests.benchmarks.keystrokes LIBRARY [--times 20] [--seed 1]`.

Three words in a row are taken from releases of the library at random and typed letter by letter.
For each keystroke the whole answer (ids, total, final order) and then the first 30 rows with
their snippets are timed, in milliseconds. What was read for an earlier key is still remembered,
as it is while one types.
"""

import time

from tests.benchmarks.typist import Asked, head, line

from natoread_index import Library, Query

_ROWS = 30
_WIDTH = 12


def answer(library: Library, text: str) -> tuple[float, float]:
    """Return the milliseconds that the answer took, and those that its first rows took."""
    begun = time.perf_counter()
    query = Query.parse(text, typing=True)
    hits = library.search(query)
    answered = time.perf_counter()
    library.rows(hits.numbers[:_ROWS], query)
    return (answered - begun) * 1e3, (time.perf_counter() - answered) * 1e3


def main() -> None:
    """Type, time and print."""
    asked = Asked.on_the_command_line(__doc__, times=20)
    keys = [key for text in asked.typed() for key in text]
    with Library.open(asked.library) as library:
        library.search(Query.parse(keys[0], typing=True))
        times = [answer(library, key) for key in keys]
        print(f"{len(library):,} releases, {len(keys)} keystrokes", head(_WIDTH), sep="\n")
    print(line("answer", [answered for answered, _ in times], _WIDTH))
    print(line("rows", [rows for _, rows in times], _WIDTH))


if __name__ == "__main__":
    main()
