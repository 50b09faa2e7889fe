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
)
