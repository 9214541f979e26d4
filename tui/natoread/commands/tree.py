"""The root of the command line: which words go to which verb, and which to the app."""

from importlib import import_module
from pathlib import Path
from typing import cast

import click

from natoread.commands import PLAIN
from natoread.places import Places

VERBS = (
    "add",
    "search",
    "show",
    "list",
    "export",
    "follow",
    "unfollow",
    "sync",
    "remove",
    "edit",
    "tag",
    "dump",
    "restore",
    "stats",
    "reindex",
    "doctor",
    "config",
    "serve",
    "completion",
    "paths",
)
_AFTER_DASHES = "natoread: the first word stands after --"


class Verbs(click.Group):
    """The verbs by name; any other first word, or one after `--`, begins a query for the app."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's
        """All verbs, in the order in which a newcomer needs them."""
        return list(VERBS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's
        cmd_name: str,
    ) -> click.Command | None:
        """Import the verb called `cmd_name`, if it is one."""
        return _command(cmd_name) if cmd_name in VERBS else None

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the first word, and note whether `--` closed them."""
        given = list(args)
        rest = super().parse_args(ctx, args)
        ctx.meta[_AFTER_DASHES] = given[-len(rest) - 2 : -len(rest) - 1] == ["--"]
        return rest

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find whom the words are for: a verb, or the app."""
        if ctx.meta[_AFTER_DASHES]:
            return "", _command("read"), ["--", *args]
        if args[0] not in VERBS:
            return "", _command("read"), args
        return super().resolve_command(ctx, args)


def _command(name: str) -> click.Command:
    return cast(click.Command, import_module(f"natoread.commands.{name}").command)


def _usual_library(verb: str | None) -> Path | None:
    """The library that the settings name; a verb that looks at them does without."""
    file = Places.of().settings
    if verb == "config" or not file.exists():
        return None
    from natoread.settings import BadConfig, read  # read by none who has no settings

    try:
        return read(file).library
    except BadConfig as trouble:
        raise click.UsageError(str(trouble)) from trouble


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    subcommand_metavar="[QUERY... | VERB ...]",
    context_settings={"max_content_width": 100},
)
@click.option(
    "--library",
    envvar="NATOREAD_LIBRARY",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Use the library in DIR; NATOREAD_LIBRARY names one for good.",
)
@click.option("--plain", is_flag=True, help="A dialogue line by line in place of the app.")
@click.version_option(package_name="natoread", message="natoread %(version)s")
@click.pass_context
def natoread(ctx: click.Context, library: Path | None, plain: bool) -> int:
    """Read and search an organisation's releases, offline.

    Without a VERB the app opens, with QUERY typed in. A QUERY that is also a verb follows `--`.

    \b
    Examples:
      natoread                        open the app
      natoread ukraine air defence    open it at the first hit
      natoread -- list                search for the word "list"
      natoread add releases/*.txt     put releases into the library
      natoread search '"air defence" since:2024-05'
    """
    ctx.obj = Places.of(library or _usual_library(ctx.invoked_subcommand))
    ctx.meta[PLAIN] = plain
    if ctx.invoked_subcommand is not None:
        return 0
    with _command("read").make_context("", [], parent=ctx) as app:
        return cast(int, app.command.invoke(app))
