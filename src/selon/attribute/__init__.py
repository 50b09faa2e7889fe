"""An article -> attributions: who is said to have said what, in which words, to which stance.

attributions   blocks -> passages -> candidates -> the best of each cue -> records with parents
    quotation    which stretches stand in marks            conjugation  verb forms from lemma and paradigm
    lexicon      the tables, as look-ups                   tokens       words with light knowledge of what they are
    cues         verb groups that may hand the floor over  sources      noun phrases before a verb: subject, antecedent
    contents     where a content ends                      inverted     noun phrases after a verb or a preposition
    choose       which candidate is taken
    verbs declined according nouns headline floating layout   one construction a file, each yields candidates
    grammar      all of them on one passage                nested       the same again inside quotations
    stance relay how it is told, and through whom          records      candidates -> attributions, with parents

No word of any language stands in these files: all are rows of the language's tables.
"""

from selon.attribute.attributions import attributions

__all__ = ["attributions"]
