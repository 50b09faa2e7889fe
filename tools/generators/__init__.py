"""Files that are made from the code, so that they cannot say anything else.

comments.py   the comment behind each field, read from the source
records.py    docs/records.md        the records of selon.model
tables.py     docs/tables.md         the rows of the language tables
schemas.py    docs/schemas/*.json    JSON Schemas of the records and of each command's line
commands.py   docs/commands.md       the help of every command
scores.py     the table of scores in README.md, copied from docs/scores.md
"""

from generators.commands import commands_page
from generators.records import records_page
from generators.schemas import schemas
from generators.scores import readme
from generators.tables import tables_page

__all__ = ["commands_page", "readme", "records_page", "schemas", "tables_page"]
