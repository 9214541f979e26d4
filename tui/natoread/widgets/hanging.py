"""Lines with a sign before each, which wrap beside the signs and not below them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Signed(NamedTuple):
    """A line, and the sign that stands before it."""

    sign: Content
    says: Content


class Hanging(Visual):
    """Shows lines behind a margin of `cells`, in which their signs stand.

    On the narrowest screens the margin takes a third of the width at most.
    """

    def __init__(self, lines: Sequence[Signed], cells: int) -> None:
        self.lines, self._cells = lines, cells

    def _margin(self, width: int) -> int:
        return min(self._cells, width // 3)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Paint each line, and under its sign nothing."""
        unselected = replace(options, selection=None)
        painted = (self._painted(line, width, style, unselected) for line in self.lines)
        return [strip for strips in painted for strip in strips][:height]

    def _painted(
        self, line: Signed, width: int, style: Style, options: RenderOptions
    ) -> Iterator[Strip]:
        margin, ground = self._margin(width), style.rich_style
        signs = line.sign.render_strips(margin, 1, style, options) if margin else []
        said = line.says.render_strips(width - margin, None, style, options)
        blank = Strip.blank(0, ground)
        for sign, row in zip_longest(signs, said, fillvalue=blank):
            parts = sign.adjust_cell_length(margin, ground), row
            yield Strip.join(parts).adjust_cell_length(width, ground)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """The width at which no line wraps."""
        return self._cells + max((line.says.cell_length for line in self.lines), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The rows of all lines."""
        beside = max(1, width - self._margin(width))
        return sum(line.says.get_height(rules, beside) for line in self.lines)
