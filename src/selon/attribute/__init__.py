"""An article -> attributions: who is said to have said what, in which words, to which stance.

attributions   blocks -> passages -> candidates -> the best of each cue -> records with parents
    quotation    which stretches stand in marks            conjugation  verb forms from lemma and paradigm
    lexicon      the tables, as look-ups                   phrases      lines of words in the tables, as patterns
      kinds      which kinds of word a form may be         cue_verbs    which verb, in which mood
      classes    both as one number a form                 known        what a form tells by itself, worked out when asked
    tokens       the words of a passage, and questions     forms        what a token is in its place
      cutting    how a passage is made of a stretch: masks (quotations, links), pieces (where a token begins)
    cues         verb groups that may hand the floor over  control      whose word a verb is; behind_noun a participle's
      compound   those of several verbs                    single       those of one verb
      around     what stands around and inside a group
      cue        one of them                               declining    what is declined inside one, or not said at all
      verb_at    the cue verb at a token
    sources      noun phrases before a verb                inverted     noun phrases after a verb or a preposition
      stretches  where a clause begins, between its commas antecedents  what ends at a token: before "qui"
      asides     what stands before them                   phrase_ends  where they end
      agreement  is a verb that of several                 purpose      who does something to say something
      inserted   what stands between them and their verb before_subject  what stands in front and is no part of one
    contents     where a content begins and ends           stops        the words and marks at which it may end
      interposed where a description ends before the verb of whom it describes
    verbs        all readings of one cue: what it has to itself, or frames, incise, straight, light
      frames       the content after the verb, by its row: clauses, objects, calling (framed: what these share)
      unmarked     clauses without a conjunction: "she said it was closed"
      own_verb     where a clause ends before its noun's own verb: "the claim that it sank | was denied"
      asked        of whom something is asked: "urged residents of the quay to stay"
      held         what somebody says that a thing is: "after what it said was a raid"
      as_told      "…, comme elle l'a dit"
    incise       the content before the verb and its source ("…, dit X"); straight: source, then verb ("…, X said")
      between_content  the source of such a verb
      parenthesis  the content around a verb in parenthesis
      light        "exprime son refus de …"                passives     "est accusé par X de …"; reputed "is said to be …"
      related      "the plan, which she says is old"
      unparted     a text without commas: "… a man said."
      declined     "refuse de commenter …"                 written      "pouvait-on lire sur …"
      pointed      "il le nie", "…, which she denies"   cited       "…, the agency quoted her as saying"
      alone        "contacté, le maire a démenti"
    citing       "…, a dit X, citant Y", behind all other readings of a sentence
    second       the same where the verb comes second: brackets, complements, told, between
    according nouns headline floating reported layout      readings without a verb of saying, one construction a file
      leading    "selon X, …"                              trailing     "…, selon X"
      told_of    "le navire qui, selon X, a coulé"         phrasing     what these share
      whom       "X, selon qui …"                          named        "selon X, figure du port"; apposed what tells who X is
    topics       names before a colon in a heading that nobody says anything of
    announced    a colon at a paragraph's end              labels       marks that make a name
    interviews   answers, whose labels tell who gives them
    carried      a quotation over two paragraphs           onward       a paragraph that is one quotation, behind another
    grammar      all of them on one passage                nested       the same again inside quotations
      parting    its sentences                             sound        can a reading stand
      quoted_on  a quotation that goes on with the sentence before
    turning  a sentence that tells of somebody else
    choose       which candidate is taken                  records      candidates -> attributions, with parents
    stance relay how it is told, and through whom          tongues      which language a quotation is in
    sure         how sure a reading is

No word of any language stands in these files: all are rows of the language's tables.
"""

from selon.attribute.attributions import attributions
from selon.attribute.layout import announced_elsewhere
from selon.attribute.records import identity
from selon.attribute.sure import claimant_features, is_doubted, name_chance, with_claimants

__all__ = ["announced_elsewhere", "attributions", "claimant_features", "identity", "is_doubted", "name_chance", "with_claimants"]
