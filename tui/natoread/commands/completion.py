"""`natoread completion`: the script by which a shell completes what is typed."""

import click
from click.shell_completion import get_completion_class

from natoread.commands.printing import put
from natoread.commands.verb import verb
from natoread.places import Places

_VARIABLE = "_NATOREAD_COMPLETE"


@verb("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, places: Places, shell: str) -> int:  # noqa: ARG001 - of all verbs
    """Print the script by which SHELL completes verbs and options.

    \b
    Examples:
      echo 'eval "$(natoread completion bash)"' >> ~/.bashrc
      echo 'eval "$(natoread completion zsh)"' >> ~/.zshrc
      natoread completion fish > ~/.config/fish/completions/natoread.fish
    """
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    put(script(ctx.find_root().command, {}, "natoread", _VARIABLE).source())
    return 0
