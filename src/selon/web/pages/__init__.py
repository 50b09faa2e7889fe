"""One file a page: what it asks of the index, and the template that shows it.

overview.py   /                  claims.py    /claims            claim.py      /claims/{id}
articles.py   /articles          article.py   /articles/{digest}
claimants.py  /claimants, /claimants/{id}     compare.py  /compare
search.py     /search            help.py      /help
linked.py     what pages link to: articles, passages, claimants
"""
