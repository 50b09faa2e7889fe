"""The tables of a collection, step by step: a step that was published is never changed, a new one is added at the end.

`said.id` begins with the day of its article, so that the newest come first without sorting. Source: SQLite, "FTS5 External Content Tables".
"""

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE file (
        path TEXT PRIMARY KEY,         -- within the collection
        size INTEGER NOT NULL,         -- bytes
        changed_ns INTEGER NOT NULL,   -- modification time, to see that it is still the same
        version TEXT NOT NULL          -- of the stages that read it
    ) STRICT;
    CREATE TABLE reading (
        capture TEXT PRIMARY KEY,      -- hash of address and content
        path TEXT NOT NULL,            -- the file it stands in
        address TEXT NOT NULL,
        fetched TEXT,                  -- ISO 8601, UTC
        version TEXT NOT NULL,
        article TEXT NOT NULL,         -- the article's id
        outlet TEXT, title TEXT, lang TEXT NOT NULL,
        earliest TEXT, latest TEXT,    -- of publication
        degraded TEXT,
        attributions INTEGER NOT NULL,
        body BLOB NOT NULL             -- the reading, packed
    ) STRICT;
    CREATE INDEX reading_path ON reading (path);
    CREATE INDEX reading_address ON reading (address, fetched);
    CREATE TABLE rejected (
        path TEXT NOT NULL, record TEXT NOT NULL, stage TEXT NOT NULL, what TEXT NOT NULL, place TEXT NOT NULL, fix TEXT NOT NULL
    ) STRICT;
    CREATE INDEX rejected_path ON rejected (path);
    CREATE TABLE answer (
        captures TEXT PRIMARY KEY,     -- hash of the captures whose readings it joins
        version TEXT NOT NULL,         -- of all stages
        body BLOB NOT NULL
    ) STRICT;
    CREATE TABLE said (
        id INTEGER PRIMARY KEY,        -- day of the article * 2^32 + a running number
        capture TEXT NOT NULL,
        attribution TEXT,              -- null: the article itself, by its title
        article TEXT NOT NULL,
        outlet TEXT, lang TEXT NOT NULL, day TEXT, claimant TEXT, stance TEXT,
        first INTEGER NOT NULL, last INTEGER NOT NULL,  -- code points in the article's text
        words TEXT NOT NULL            -- the characters that stand there
    ) STRICT;
    CREATE INDEX said_capture ON said (capture);
    CREATE VIRTUAL TABLE folded USING fts5 (words, claimant, content='', tokenize="unicode61 remove_diacritics 2");
    """,
    """
    ALTER TABLE reading ADD COLUMN changed_ns INTEGER NOT NULL DEFAULT 0;  -- of its file: which of two copies of a page is the newer
    ALTER TABLE reading ADD COLUMN is_current INTEGER NOT NULL DEFAULT 0;  -- the newest of its address, in the answer that is kept
    ALTER TABLE reading ADD COLUMN is_ruled INTEGER NOT NULL DEFAULT 0;    -- people changed it: the answer holds it as they have it
    CREATE INDEX reading_article ON reading (article);
    CREATE TABLE fresh (                -- read, and not joined yet: what readers see stays whole until the next answer stands
        capture TEXT PRIMARY KEY, path TEXT NOT NULL, address TEXT NOT NULL, fetched TEXT, version TEXT NOT NULL,
        article TEXT NOT NULL, outlet TEXT, title TEXT, lang TEXT NOT NULL, earliest TEXT, latest TEXT, degraded TEXT,
        attributions INTEGER NOT NULL, body BLOB NOT NULL, changed_ns INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX fresh_path ON fresh (path);
    CREATE TABLE leaving (capture TEXT PRIMARY KEY) STRICT;  -- readings that go when the next answer stands
    CREATE TABLE note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE tombstone (sha256 TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT;  -- what was erased, by hash alone
    DELETE FROM answer;
    DROP TABLE said;
    DROP TABLE folded;
    CREATE TABLE said (                 -- attributions, and titles
        id INTEGER PRIMARY KEY,         -- day of the article * 2^32 + a running number
        capture TEXT NOT NULL,
        attribution TEXT,               -- null: the article itself, by its title
        article TEXT NOT NULL,
        outlet TEXT, lang TEXT NOT NULL, day TEXT, claimant TEXT, stance TEXT,
        first INTEGER NOT NULL, last INTEGER NOT NULL,  -- code points in the article's text
        words TEXT NOT NULL             -- the characters that stand there
    ) STRICT;
    CREATE INDEX said_capture ON said (capture);
    CREATE VIRTUAL TABLE folded USING fts5 (words, claimant, tags, sounds, content='', tokenize="unicode61 remove_diacritics 2");
    CREATE TABLE page (                 -- articles, by all their words
        id INTEGER PRIMARY KEY, capture TEXT NOT NULL UNIQUE, article TEXT NOT NULL,
        outlet TEXT, lang TEXT NOT NULL, day TEXT, title TEXT, first INTEGER NOT NULL, last INTEGER NOT NULL, claimants TEXT NOT NULL,
        tags TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE page_words USING fts5 (words, claimant, tags, sounds, content='', tokenize="unicode61 remove_diacritics 2");
    CREATE TABLE claim (                -- claims, by the words of all their appearances
        id INTEGER PRIMARY KEY, claim TEXT NOT NULL UNIQUE, digest TEXT NOT NULL, article TEXT NOT NULL,
        outlets TEXT NOT NULL, langs TEXT NOT NULL, stances TEXT NOT NULL, day TEXT, claimants TEXT NOT NULL,
        first INTEGER NOT NULL, last INTEGER NOT NULL, label TEXT NOT NULL, words TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE claim_words USING fts5 (words, claimant, tags, sounds, content='', tokenize="unicode61 remove_diacritics 2");
    """,
    """
    CREATE TABLE memo (                 -- what the joining of all articles worked out, so that it need not be worked out again
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        key BLOB NOT NULL,              -- digest of all that it rests on, the code of the stage too
        body BLOB NOT NULL,             -- packed; it may quote articles, and goes with them
        UNIQUE (kind, key)
    ) STRICT;
    """,
    """
    DELETE FROM answer;                 -- stories and passages stand in `memo` alone: the next run writes it so
    """,
    """
    DROP TABLE memo;                    -- a row for each record took longer to read than the records
    CREATE TABLE memo (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        keys BLOB NOT NULL,             -- 16 bytes for each record: digest of all that it rests on, the code of the stage too
        body BLOB NOT NULL              -- the records in that order, packed; they may quote articles, and go with them
    ) STRICT;
    CREATE INDEX memo_kind ON memo (kind);
    DELETE FROM answer;                 -- stories and passages stand there alone
    """,
)
