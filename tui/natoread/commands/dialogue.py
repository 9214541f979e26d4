"""`natoread --plain`: the library as a dialogue, for screen readers and any terminal."""

from collections.abc import Callable
from contextlib import suppress

from natoread.commands.printing import put, tell
from natoread.commands.rows import facts, put_hit
from natoread.places import Places
from natoread.spelling import also, unknown, used
from natoread_index import Hits, Library, NatoReadError, Query, Sort

_PAGE = 10
_HELP = """Type words to search for, in the query language of the app, or nothing for all.
A number reads the release of that number. An empty line goes on in the list.
  :newest :oldest :best   change the order
  :help                   says this
  :quit                   leaves; so does ctrl+d"""


class Dialogue:
    """One user's questions to a library; each line is a search, a number or a command."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sort = Sort.RELEVANCE
        self._text = ""
        self._hits = Hits()
        self._told = 0
        self._commands: dict[str, Callable[[], None]] = {
            ":newest": lambda: self._order(Sort.NEWEST),
            ":oldest": lambda: self._order(Sort.OLDEST),
            ":best": lambda: self._order(Sort.RELEVANCE),
            ":help": lambda: put(_HELP),
        }

    def answer(self, line: str) -> None:
        """Answer one line."""
        if line.startswith(":"):
            self._commands.get(line, self._unknown)()
        elif line.isdecimal():
            self._read(int(line))
        elif line:
            self.search(line)
        else:
            self._go_on()

    def search(self, text: str) -> None:
        """Search, and list the first hits."""
        self._text, self._told = text, 0
        self._hits = self._library.search(Query.parse(text), self._sort)
        many = self._hits.total
        put(f"{many:,} release{'s' * (many != 1)}" + (f" for “{text}”" if text else ""))
        if self._hits.corrected:
            put(f"No release has {unknown(self._hits)}: searched for {used(self._hits)}")
        if names := also(self._hits):
            put(f"Also searched: {names}")
        put()
        self._go_on()

    def _go_on(self) -> None:
        numbers = self._hits.numbers[self._told : self._told + _PAGE]
        for place, row in enumerate(self._library.rows(numbers, self._hits.query), self._told + 1):
            put(f"{place}.")
            put_hit(row, self._hits.query)
        self._told += len(numbers)
        left = self._hits.total - self._told
        put(f"{left:,} more: an empty line goes on." if left else "That is all.")

    def _read(self, place: int) -> None:
        if not 1 <= place <= self._hits.total:
            put(f"There is no number {place}; the last is {self._hits.total}.")
            return
        release = self._library.release(self._hits.numbers[place - 1])
        put(f"{release.title}\n{facts(release)}\n\n{release.body}\n")

    def _order(self, sort: Sort) -> None:
        self._sort = sort
        self.search(self._text)

    def _unknown(self) -> None:
        put("There is no such command; :help says which there are.")


def run(places: Places, query: str) -> int:
    """Hold the dialogue, until the user has enough."""
    with places.open() as own:
        if len(own):
            _talk(own, query)
        else:
            with places.open_samples() as samples:
                put(f"{len(samples)} sample releases. Add yours: natoread add FILE")
                _talk(samples, query)
    return 0


def _talk(library: Library, query: str) -> None:
    put("natoread. :help says what can be typed.")
    for _ in library.catch_up():
        pass
    dialogue = Dialogue(library)
    dialogue.search(query)
    with suppress(EOFError):
        while (line := input("> ").strip()) != ":quit":
            try:
                dialogue.answer(line)
            except NatoReadError as trouble:
                tell(trouble)
