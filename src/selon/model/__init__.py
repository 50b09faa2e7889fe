"""The nouns of Selon: frozen records, no verbs (but for memo), no input or output, nothing but the standard library.

span        Span, Interval          where a passage stands; when something may have happened
capture     Capture, Declared       the bytes of one source, and what their container says of them
article     Article, Block, Credit, Link, Candidate
attribution Attribution             source, cue and content of one relation
time        TimeExpression          a date in the text, as an interval
claimant    Claimant, Resolution    who stands behind an attribution, and how that is known
known       Known                   a row of a user's own table of persons and bodies
profile     Profile                 one claimant over many articles
reading     Reading                 all that one article yields on its own
version     Version                 one capture of a page that was captured several times
passage     Passage, Edit, Reuse    two aligned stretches of text
claim       Appearance, Link, Claim one statement in all the texts that carry it
lineage     Edge, Change, Denial, Origins, First, Gap, Chain, Story, Lineage
ruling      Ruling, Target, Value, Effect   a person's decision: what it is about, what it says, what it does
addition    Addition                what became of one address that was to be added
collection  Counts, Found           what a collection holds, and what a search in it finds
rejected    Rejected                what could not be read, why, and how to mend it
schemas     ArticleRow, …           the flat tables of a run over files
memo        Memo                    what was worked out before, asked for by a digest of all it rests on
fresh       put                     values put into a record that nobody else knows yet
lines       the line that each command prints with --json
"""
