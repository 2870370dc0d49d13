"""``citecheck completion``: what a shell needs to complete the command."""

from __future__ import annotations

import click

from citecheck import errors
from citecheck.cli import terminal


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Write a shell's completion script.

    For bash, add to ~/.bashrc: eval "$(citecheck completion bash)"; for zsh likewise to ~/.zshrc;
    for fish: citecheck completion fish > ~/.config/fish/completions/citecheck.fish
    """
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    if script is None:
        raise errors.ConfigurationError(f"click knows no completion for {shell}")
    terminal.write(
        [
            script(context.find_root().command, {}, "citecheck", "_CITECHECK_COMPLETE").source()
            + "\n"
        ]
    )
