"""Write the files that are made from the code; with --check only compare, and name what differs (exit code 1)."""

import argparse
import sys
from pathlib import Path

from generators import commands_page, readme, records_page, schemas, tables_page

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def made() -> dict[Path, str]:
    """Every file that is made, with its text."""
    files = {DOCS / "records.md": records_page(), DOCS / "tables.md": tables_page(), DOCS / "commands.md": commands_page()}
    files |= {DOCS / "schemas" / name: text for name, text in schemas().items()}
    files[ROOT / "README.md"] = readme(_text(ROOT / "README.md"), _text(DOCS / "scores.md"))
    return files


def main() -> int:
    """Write or compare; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    files = made()
    stray = sorted(set((DOCS / "schemas").glob("*.json")) - set(files))
    stale = [path for path, text in sorted(files.items()) if _text(path) != text]
    for path in [*stale, *stray]:
        print(f"{path.relative_to(ROOT)}: {_what(path, files, check)}", file=sys.stderr)
    if check:
        return 1 if stale or stray else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8")
    for path in stray:
        path.unlink()
    return 0


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _what(path: Path, files: dict[Path, str], check: bool) -> str:
    if path not in files:
        return "nothing makes it any more" if check else "removed"
    return "not what the code says now; run: make docs" if check else "written"


if __name__ == "__main__":
    sys.exit(main())
