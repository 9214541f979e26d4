"""The tables of the library, and how those of an older natoread become today's.

An entry, once it has been published, is never changed: what is wanted otherwise is a new entry.
"""

import sqlite3
from collections.abc import Iterator

MIGRATIONS = (
    """
    CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE releases (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        kind TEXT NOT NULL,
        speakers TEXT NOT NULL,  -- a JSON list
        url TEXT,
        language TEXT NOT NULL,
        first INTEGER,           -- days, as Python's ordinals
        last INTEGER,
        by_month INTEGER,
        basis TEXT,
        read_from TEXT,
        words INTEGER NOT NULL,
        body TEXT NOT NULL       -- last, so that the rest is read without it
    );
    CREATE INDEX releases_by_day ON releases (first DESC, number DESC, last);
    CREATE TABLE files (file INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
    CREATE TABLE origins (
        number INTEGER NOT NULL REFERENCES releases ON DELETE CASCADE,
        file INTEGER NOT NULL REFERENCES files ON DELETE CASCADE,
        PRIMARY KEY (number, file)
    ) WITHOUT ROWID;
    CREATE TABLE additions (
        addition INTEGER PRIMARY KEY,
        name TEXT NOT NULL DEFAULT (hex(randomblob(8)))
    );
    """,
    """
    ALTER TABLE files ADD COLUMN stamp TEXT;  -- of its bytes, none where it must be read again
    ALTER TABLE files ADD COLUMN taken INTEGER NOT NULL DEFAULT 0;  -- releases, from the first on
    ALTER TABLE files ADD COLUMN whole INTEGER NOT NULL DEFAULT 0;
    CREATE TRIGGER what_is_removed_can_be_added BEFORE DELETE ON releases BEGIN
        UPDATE files SET stamp = NULL
            WHERE file IN (SELECT file FROM origins WHERE number = old.number);
    END;
    """,
    """
    CREATE TABLE feeds (
        feed INTEGER PRIMARY KEY,
        url TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        etag TEXT,       -- these two as last answered
        modified TEXT,
        succeeded TEXT,  -- moments, as ISO 8601 in UTC
        failed TEXT,
        error TEXT,      -- a sentence, until the next success
        until TEXT,      -- the moment before which its host wants no request
        gone INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE items (
        item INTEGER PRIMARY KEY,
        feed INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
        key TEXT NOT NULL,
        told TEXT,       -- all that the feed says of it, until it is taken
        tries INTEGER NOT NULL DEFAULT 0,
        UNIQUE (feed, key)
    );
    CREATE INDEX items_that_wait ON items (feed) WHERE told IS NOT NULL;
    """,
    """
    CREATE TABLE versions (      -- that were replaced; the last one is in `releases`
        id TEXT NOT NULL,
        version INTEGER NOT NULL,  -- 1 is the oldest
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        kind TEXT NOT NULL,
        speakers TEXT NOT NULL,
        url TEXT,
        language TEXT NOT NULL,
        first INTEGER,
        last INTEGER,
        by_month INTEGER,
        basis TEXT,
        read_from TEXT,
        words INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (id, version)
    );
    CREATE TABLE aliases (
        digest TEXT PRIMARY KEY, -- of a text that is held under another id
        id TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE made (
        what TEXT NOT NULL,      -- a star, a tag, a note, a saved search, …
        whose TEXT NOT NULL,     -- the lasting id of a release, or a name
        name TEXT NOT NULL,      -- which, of what a release may have several
        value TEXT NOT NULL,
        since TEXT NOT NULL,     -- a time, as UTC
        PRIMARY KEY (what, whose, name)
    ) WITHOUT ROWID;
    CREATE TABLE acts (act INTEGER PRIMARY KEY AUTOINCREMENT, says TEXT NOT NULL);
    CREATE TABLE changes (
        act INTEGER NOT NULL REFERENCES acts ON DELETE CASCADE,
        what TEXT NOT NULL,
        whose TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT,              -- what was there before, if anything
        since TEXT,
        PRIMARY KEY (act, what, whose, name)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE places (        -- of the reader, by lasting ids
        release TEXT PRIMARY KEY,
        paragraph INTEGER NOT NULL,
        offset INTEGER NOT NULL
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE prints (        -- by what a release is found that is issued again: `prints.py`
        key INTEGER NOT NULL,
        number INTEGER NOT NULL,
        PRIMARY KEY (key, number)
    ) WITHOUT ROWID;
    CREATE TABLE unprinted (number INTEGER PRIMARY KEY);
    INSERT INTO unprinted SELECT number FROM releases;
    """,
    """
    -- Titles leave a print of what no encoding loses, too.
    INSERT OR IGNORE INTO unprinted SELECT number FROM releases;
    """,
)


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a migration one by one."""
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        if sqlite3.complete_statement(statement):  # a trigger has others inside
            yield statement
            statement = ""
