"""The whole flow: read -> clean -> attribute -> resolve -> match -> trace. `show` turns what comes out into something to hold.

cleaned.py   read -> clean                              `articles`
alone.py     read -> clean -> attribute -> resolve      `readings`, `per_article`, `of_article`: one article at a time
unseen.py    characters that no reader sees, taken out before the stages and put back behind them
together.py  ... -> resolve -> match -> trace           `run`, `joined`, `Answer`: all of them

Stages meet here and in the model, nowhere else. Each file is loaded when it is first asked for, with the stages that it needs: a command
that ends early does not wait for the others.
"""

from typing import TYPE_CHECKING

from selon import lazily

if TYPE_CHECKING:
    from selon.pipeline.alone import of_article, per_article, readings
    from selon.pipeline.cleaned import articles
    from selon.pipeline.together import Answer, joined, run

__all__ = ["Answer", "articles", "joined", "of_article", "per_article", "readings", "run"]

_HOMES = {
    "Answer": "together", "articles": "cleaned", "joined": "together", "of_article": "alone", "per_article": "alone", "readings": "alone",
    "run": "together",
}  # fmt: skip
__getattr__ = lazily(__name__, _HOMES)
