"""Draw the picture of the README: what `selon demo` prints on a terminal, as docs/pictures/demo.svg."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "pictures" / "demo.svg"
_COLUMNS, _LINES = 110, 46
# rich's own frame without its fonts, which a reader's browser would fetch from another host
_FRAME = """<svg xmlns="http://www.w3.org/2000/svg" class="rich-terminal" viewBox="0 0 {width} {height}">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: {char_height}px; line-height: {line_height}px;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: system-ui, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main() -> None:
    """Write the picture: the first lines of the demo, as many as a tall terminal holds."""
    said = on_terminal([str(Path(sys.executable).parent / "selon"), "demo"])
    lines = said.replace("\r\n", "\n").rstrip().split("\n")[:_LINES]
    console = Console(record=True, width=_COLUMNS, file=open(os.devnull, "w", encoding="utf-8"), force_terminal=True)  # noqa: SIM115
    console.print(Text.from_ansi("\n".join(lines)))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    console.save_svg(str(PICTURE), title="selon demo", code_format=_FRAME, unique_id="selon")


def on_terminal(command: list[str]) -> str:
    """What a command prints when somebody looks: its output on a terminal of 110 columns.

    Raises:
        subprocess.CalledProcessError: the command ended badly.
    """
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", _LINES, _COLUMNS, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": str(_COLUMNS)}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    said = b"".join(_chunks(ours))
    os.close(ours)
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, command)
    return said.decode()


def _chunks(terminal: int) -> list[bytes]:
    """All that arrives at a terminal until its other end is closed, which Linux tells by an error."""
    chunks: list[bytes] = []
    while True:
        try:
            chunk = os.read(terminal, 65_536)
        except OSError:
            return chunks
        if not chunk:
            return chunks
        chunks.append(chunk)


if __name__ == "__main__":
    main()
