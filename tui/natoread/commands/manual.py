"""The manual page, from the same words as `--help`, for `man natoread`."""

import inspect
import re
from collections.abc import Iterator

import click

_HEAD = r""".TH NATOREAD 1
.SH NAME
natoread \- read and search an organisation's releases, offline"""
_END = r""".SH EXIT STATUS
0 found or done, 1 no match, 2 wrong usage, 3 trouble with a file, the library or its index,
130 interrupted.
.SH ENVIRONMENT
NATOREAD_LIBRARY names another library. NO_COLOR takes the colours away.
.SH FILES
.B natoread paths
says where everything lies."""


def manual(root: click.Group) -> str:
    """The page in roff: the root of the command line, and then each verb."""
    ctx = click.Context(root, info_name="natoread")
    verbs = [(name, root.get_command(ctx, name)) for name in root.list_commands(ctx)]
    parts = [_HEAD, ".SH SYNOPSIS", *_about(ctx, ".SH DESCRIPTION"), ".SH COMMANDS"]
    for name, verb in verbs:
        if verb is not None:
            parts += [f".SS {name}", *_about(click.Context(verb, ctx, name), ".PP")]
    return "\n".join([*parts, _END]) + "\n"


def _about(ctx: click.Context, below: str) -> Iterator[str]:
    """Usage, help and options of one command."""
    usage = " ".join([ctx.command_path, *ctx.command.collect_usage_pieces(ctx)])
    yield from (f".B {_safe(usage)}", below, *_paragraphs(ctx.command.help or ""))
    for parameter in ctx.command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record:
            yield from (".TP", f".B {_safe(record[0])}", _safe(record[1]))


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of a help text; one that `\\b` leads stays as it is, line by line."""
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text)):
        if paragraph.startswith("\b"):
            yield from (".PP", ".nf", *map(_safe, paragraph.splitlines()[1:]), ".fi")
        else:
            yield from (".PP", *map(_safe, paragraph.splitlines()))


def _safe(line: str) -> str:
    """A line that roff takes as it stands."""
    escaped = line.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
