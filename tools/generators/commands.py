"""docs/commands.md: the help of every command, as the terminal prints it."""

from collections.abc import Iterator

import click

from selon.cli import cli

HEAD = """# The commands

Made from the commands' own help by `tools/generate.py`: change it in `src/selon/cli`. What each command prints with `--json` is described
field by field in [schemas](schemas/), one file `line-<command>.json` a command.

Exit codes: 0 well; 1 our own fault; 2 a wrong call, or nothing could be read; 3 some inputs were set aside, the others
were read; 4 a look-up found nothing; 130 interrupted.
"""
_COLUMNS = 110


def commands_page() -> str:
    """The whole page: one chapter a command, in the order of the program's own list."""
    return "\n".join([HEAD, *(_chapter(path, command) for path, command in walked("selon", cli))])


def walked(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """Yield ("selon claims", its command) for the program and all that stands below it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None:
                yield from walked(f"{path} {name}", child)


def _chapter(path: str, command: click.Command) -> str:
    context = click.Context(command, info_name=path, terminal_width=_COLUMNS, max_content_width=_COLUMNS, color=False)
    return f"## {path}\n\n```text\n{command.get_help(context).strip()}\n```\n"
