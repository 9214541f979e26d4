"""The lines of a text: which are blank, and what of their characters counts."""

from collections.abc import Iterable, Iterator

SPACES = " \t\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
MARK = "\ufeff"  # of byte order
INVISIBLE = "\0\u00ad\u200b\u200c\u200d\u2060" + MARK
_BLANK = SPACES + INVISIBLE + "\x1c\x1d\x1e\x1f\x85"


def whole(lines: Iterable[str]) -> Iterator[str]:
    """Yield each line without its end and the spaces before it."""
    for line in lines:
        if "\n" not in line:
            yield sound(line).rstrip(SPACES)
        else:
            yield from whole(line.removesuffix("\n").split("\n"))


def is_blank(line: str) -> bool:
    """Whether nothing of a line can be seen."""
    return not line or not line.strip(_BLANK)


def sound(text: str) -> str:
    """Return `text` without NUL, and with halves of characters replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", "") if "\0" in text else text
