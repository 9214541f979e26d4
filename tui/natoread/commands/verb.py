"""What all verbs share: `--library`, errors told in a sentence, exit codes, words of a query."""

import os
import sys
from collections.abc import Callable
from difflib import get_close_matches
from itertools import takewhile
from pathlib import Path
from typing import Any, cast

import click

from natoread.commands import INTERRUPTED, NO_MATCH, TROUBLE
from natoread.commands.printing import tell
from natoread.places import Places
from natoread_index import NatoReadError, NoSuchRelease


class Verb(click.Command):
    """One verb; whatever goes wrong in it ends in a sentence on stderr and an exit code."""

    def invoke(self, ctx: click.Context) -> int:
        """Run the verb; its exit code."""
        try:
            code = cast(int, super().invoke(ctx))
            sys.stdout.flush()
        except BrokenPipeError:
            _let_go_of_stdout()
            return 0
        except (NatoReadError, OSError) as error:
            _print_what_was_put()
            tell(error)
            return NO_MATCH if isinstance(error, NoSuchRelease) else TROUBLE
        except KeyboardInterrupt:
            return INTERRUPTED
        return code


class QueryVerb(Verb):
    """A verb that takes the words of a query, so that `-word` is a word and no option."""

    ignore_unknown_options = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let `-word` pass, but not an option spelt wrongly."""
        known = [name for option in self.get_params(ctx) for name in option.opts]
        for word in takewhile(lambda word: word != "--", args):
            if word.startswith("--") and word.partition("=")[0] not in known:
                nearest = get_close_matches(word, known)
                raise click.NoSuchOption(word, possibilities=nearest, ctx=ctx)
        return super().parse_args(ctx, args)


def verb(name: str, cls: type[Verb] = Verb) -> Callable[[Callable[..., int]], Verb]:
    """Declare a verb, which takes `--library` as all do, and is handed its `Places` first."""

    def declare(work: Callable[..., int]) -> Verb:
        return click.command(name, cls=cls)(_LIBRARY(click.pass_obj(work)))

    return declare


def _use(ctx: click.Context, _option: click.Parameter, folder: Path | None) -> None:
    if folder is not None:
        ctx.obj = Places.of(folder)


_LIBRARY: Callable[[Any], Any] = click.option(
    "--library",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Use the library in DIR.",
    callback=_use,
    expose_value=False,
)


def _print_what_was_put() -> None:
    """Flush stdout, unless it is stdout that failed; Python would try again at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        _let_go_of_stdout()


def _let_go_of_stdout() -> None:
    """Let what is still to come go nowhere, in silence: nobody can read it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
