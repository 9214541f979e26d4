"""Packs for tests, and what is read of them."""

from natoread_index.parsing.blocks import Block, blocks


def read(text: str) -> list[Block]:
    return list(blocks(text.split("\n")))


def titles(text: str) -> list[str]:
    return [block.title for block in read(text)]


def pack(*bodies: str, source: str = "NATO") -> str:
    """A pack of releases called First story, Second story, … with these texts."""
    names = ("First", "Second", "Third", "Fourth", "Fifth")
    return "\n".join(
        f"{name} story of the week\n\nSource: {source}\n\n{body}\n"
        for name, body in zip(names, bodies, strict=False)
    )


def stays_in_its_text(
    line_above: str, source_line: str, below: str = "And so the text goes on."
) -> bool:
    """Whether these lines in the middle of the first of two releases stay there."""
    suspect = f"{line_above}\n\n{source_line}\n\n{below}"
    first, *others = read(pack(f"The ministers met.\n\n{suspect}", "They met again."))
    return len(others) == 1 and first.body.endswith(suspect)
