"""Stage 5: articles -> reused passages and translations; readings -> claims.

reuse          `reuses`: passages that stand in two articles
  tokens       the words of all articles as 64-bit numbers, with their places
  grams        words in a row, and long words near each other, as one number each
  seeds        where two articles share some of these
  runs         seeds that follow each other without a gap
  anchors      the long words that stand once in both, where little else is left
    sorting    rows by several columns at once
    rows       some rows at a time, or those of several stretches
  alignment    runs that follow each other in both are one passage, with its edits
    kernels    the loops of that, for Python and for numba
    acceleration, with_numba    the same compiled, where there are many words
      kept_code  the folder in which it is kept
  told         passages as records, with their edits
    records    many records made at once
  direction    which came first, and what shows it
  relations    is one text the other, or a version of it
  grouped      the same in two halves, for runs over files: the grams of each article, the passages of pairs that met
  warm         `Warm`: many articles held ready for a new one
translations   `translations`: articles in two languages that are one text
  cognates     what two languages write alike: names, numbers
near           `near`: the sentences nearest to some words
compare        `compared`: a quotation against the text it is taken from
claims         `claims`, `claims_of`: one statement in all the texts that carry it
statements     `statements`: what one article states, known of it alone
made           a cluster of statements made a claim: label, appearances, links, variants
  appearances  the statements of one article
    clauses    a sentence of several clauses states several things
    tolls      how many were killed or hurt, as a statement of its own
    rolling    may two tolls be of one event
  text         the words of an article with their keys and weights
    forms      what is known of one word as it is written
  facts        what a statement holds: typed keys, numbers, dates, what it negates
    around     what the whole article is about, and are two articles about one thing
    lexicon    what the tables of a language tell of a word
    quantities numbers, and what they count
      numerals the digits and words that make one
  stock        statements by their place; those of few articles are held at a time
  sketch       what of many statements tells which are alike, in little room
    columns    the keys of many texts as numbers
  candidates   which statements are worth comparing
    homes      the articles of many statements
    paired     under which two keys statements meet
      meeting  who meets whom under a key
    sharing    what statements of two articles share, of any weight
    bounds     which of many pairs can come to something
      common     what the two statements of many pairs both hold
      counts     the numbers of many statements, as columns
      times      their dates
      rolled     their tolls
    quick, with_numba_pairs     the same of pairs as they meet, compiled
  judging      what is found between the statements of each two articles
  evidence     are two statements one claim, and what shows it
    both       what the two of a pair both hold
    nearness   how two articles stand to each other
    judgement  what was found, and the reasons a reader can check
    grounds    is it enough to join statements of two articles
    factors    what raises and lowers the score beside what both hold
    polarity   does one deny the other
    neural     what a sentence model says of pairs that are near, where the user has one
      with_sentences    sentence-transformers
    shared     do they stand in one reused passage
  clusters     one claim from all links at once
  cut_words    a word cut from a quotation is told with what it was cut from
  variants     what one appearance tells otherwise
decided        `decided`: claims as people put them together or told them apart
"""

from selon.match.claims import claims, claims_of
from selon.match.compare import compared
from selon.match.decided import decided
from selon.match.near import near
from selon.match.reuse import by_place, reuses
from selon.match.statements import statements
from selon.match.translations import translations

__all__ = ["by_place", "claims", "claims_of", "compared", "decided", "near", "reuses", "statements", "translations"]
