"""docs/commands.md: the help of every command, as the terminal prints it."""

from collections.abc import Iterator

import click

from selon.cli import cli

HEAD = """# The commands

Made from the commands' own help by `tools/generate.py`: change it in `src/selon/cli`. What each command prints with `--json` is described
field by field in [schemas](schemas/), one file `line-<command>.json` a command.

Exit codes: 0 well; 1 our own fault; 2 a wrong call, or nothing could be read; 3 some inputs were set aside or did not
come out whole, the others were read; 4 a look-up found nothing; 130 interrupted.
"""
_COLUMNS = 110


def commands_page() -> str:
    """The whole page: one chapter a command, in the order of the program's own list."""
    return "\n".join([HEAD, *map(_chapter, contexts())])


def contexts() -> Iterator[click.Context]:
    """Yield the context of the program and of every command below it, as a call would make them, on a terminal of 110 columns."""
    return _walked(click.Context(cli, info_name="selon", terminal_width=_COLUMNS, color=False, **cli.context_settings))


def _walked(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            child = context.command.get_command(context, name)
            if child is not None:
                yield from _walked(click.Context(child, info_name=name, parent=context, **child.context_settings))


def _chapter(context: click.Context) -> str:
    return f"## {context.command_path}\n\n```text\n{context.command.get_help(context).strip()}\n```\n"
