"""``completion``: the set-up of a shell, which then completes commands and options."""

from __future__ import annotations

import click

from musterbook.cli.masks import NOBODY
from musterbook.cli.screen import Screen

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> int:
    r"""Print the set-up for SHELL.

    \b
    bash:  musterbook completion bash >> ~/.bashrc
    zsh:   musterbook completion zsh >> ~/.zshrc
    fish:  musterbook completion fish > ~/.config/fish/completions/musterbook.fish
    """
    from click.shell_completion import get_completion_class

    screen: Screen = ctx.obj
    made = get_completion_class(shell)
    if made is None:  # a shell of SHELLS that click no longer knows
        raise click.UsageError(f"no completion for {shell}; give one of: {', '.join(SHELLS)}")
    screen.line(made(ctx.find_root().command, {}, "musterbook", "_MUSTERBOOK_COMPLETE").source().strip(), NOBODY)
    return 0
