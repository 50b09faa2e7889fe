"""The tables. Numbers begin with an article's day (ordinal, 0: undated) above 32 bits of a running number: in order without sorting."""

RUNNING_BITS = 32

TABLES = """
CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;  -- JSON
CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,    -- its address in pages: of address and text
    name TEXT NOT NULL UNIQUE,      -- its id in the answer
    outlet TEXT, title TEXT, lang TEXT NOT NULL, earliest TEXT, latest TEXT,
    attributions INTEGER NOT NULL, voices INTEGER NOT NULL, is_whole INTEGER NOT NULL,
    body BLOB NOT NULL              -- the reading, packed
) STRICT;
CREATE INDEX article_outlet ON article (outlet, number);
CREATE INDEX article_lang ON article (lang, number);
CREATE TABLE claim (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL, lang TEXT NOT NULL, article TEXT NOT NULL,  -- whose words the label is, in which article
    claimant TEXT, is_attributed INTEGER NOT NULL,  -- whose words the label is; does any word attribute it?
    unattributed INTEGER NOT NULL,  -- articles that tell it as their own
    appearances INTEGER NOT NULL, articles INTEGER NOT NULL, texts INTEGER NOT NULL, least INTEGER NOT NULL, most INTEGER NOT NULL,
    earliest TEXT, latest TEXT,     -- of the earliest texts held
    denied_by TEXT NOT NULL,        -- JSON: [kind, name or null] of each denial
    is_denied INTEGER NOT NULL, is_listed INTEGER NOT NULL, is_shared INTEGER NOT NULL,  -- two appearances or attributed; two articles
    body BLOB NOT NULL              -- the story, packed; of very many appearances the first ones
) STRICT;
CREATE TABLE whole (claim INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;  -- the stories that are cut there
CREATE INDEX claim_listed ON claim (number) WHERE is_listed;
CREATE INDEX claim_articles ON claim (articles, number) WHERE is_listed;
CREATE INDEX claim_denied ON claim (number) WHERE is_listed AND is_denied;
CREATE INDEX claim_denied_articles ON claim (articles, number) WHERE is_listed AND is_denied;
CREATE INDEX claim_shared ON claim (number) WHERE is_listed AND is_shared;
CREATE INDEX claim_lang ON claim (lang, number) WHERE is_listed;
CREATE TABLE appearance (
    id TEXT NOT NULL, claim INTEGER NOT NULL, article TEXT NOT NULL, attribution TEXT, claimant TEXT, is_first INTEGER NOT NULL,
    articles INTEGER NOT NULL       -- of its claim
) STRICT;
CREATE INDEX appearance_id ON appearance (id);
CREATE INDEX appearance_article ON appearance (article);
CREATE INDEX appearance_claimant ON appearance (claimant, is_first, articles, claim);
CREATE TABLE edge (source TEXT NOT NULL, target TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX edge_source ON edge (source, target);
CREATE INDEX edge_target ON edge (target);
CREATE TABLE reuse (a TEXT NOT NULL, b TEXT NOT NULL, body BLOB NOT NULL) STRICT;
CREATE INDEX reuse_a ON reuse (a, b);
CREATE INDEX reuse_b ON reuse (b);
CREATE TABLE claimant (
    number INTEGER PRIMARY KEY,     -- 1: who is reported most
    id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, folded TEXT NOT NULL, kind TEXT NOT NULL,
    said INTEGER NOT NULL, articles INTEGER NOT NULL, denied INTEGER NOT NULL,
    names TEXT NOT NULL,            -- JSON: [spelling, mentions]
    roles TEXT NOT NULL             -- JSON: [role, organisation, day, article]
) STRICT;
CREATE INDEX claimant_folded ON claimant (folded);
CREATE TABLE attribution (id TEXT PRIMARY KEY, article TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE said (
    number INTEGER PRIMARY KEY,
    claimant TEXT NOT NULL, article TEXT NOT NULL, attribution TEXT NOT NULL, stance TEXT NOT NULL, day TEXT
) STRICT;
CREATE INDEX said_claimant ON said (claimant, number);
CREATE INDEX said_denied ON said (claimant, number) WHERE stance = 'denied';
"""
