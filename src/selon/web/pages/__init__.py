"""One file a page: what it asks of the index, and the template that shows it.

overview.py   /                  claims.py    /claims            claim.py      /claims/{id}
articles.py   /articles          article.py   /articles/{digest}
claimants.py  /claimants, /claimants/{id}     compare.py  /compare
search.py     /search            help.py      /help
  ledger.py hops.py shown.py     what stands on the page of a claim
  parts.py                       an article's text as pages that open quickly
rulings.py    /rulings           importing.py /import, /jobs    exporting.py /exports    cite.py /cite
samples.py    /samples
linked.py     what pages link to: articles, passages             differences.py two passages word by word
"""
