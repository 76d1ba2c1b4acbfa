"""The tables of a corpus file, and the numbered migrations that make them.

A file records which migrations it has seen (`_sqlite_migrations`, kept by sqlite-utils). A file
with a migration that is not listed here was written by a newer xref and is not touched.
"""

from typing import TYPE_CHECKING, Final

from sqlite_utils.migrations import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID: Final = 0x78726566
"""`xref` in ASCII, in the header of every corpus file: what `file` and we know it by."""

migrations: Final = Migrations("xref")

_FIRST: Final = """
CREATE TABLE articles (
    -- One row an article, known by where it comes from, never by its words.
    id        TEXT PRIMARY KEY,   -- hash of the canonical address (or file and line)
    url       TEXT,
    outlet    TEXT NOT NULL,      -- as the source wrote it; the registry knows the house
    domain    TEXT
);
CREATE TABLE versions (
    -- One row a text that was seen at that address. The newest is current; old ones are kept.
    id          INTEGER PRIMARY KEY,
    article     TEXT NOT NULL REFERENCES articles(id),
    number      INTEGER NOT NULL,  -- 1 is the first that was seen
    current     INTEGER NOT NULL,  -- 1 for the newest, else 0
    title       TEXT NOT NULL,
    published   TEXT,              -- as the page gave it: 2018, 2018-11, 2018-11-20 or a date-time
    first_day   TEXT,              -- the earliest day that `published` can mean; null if undated
    last_day    TEXT,              -- the latest
    authors     TEXT NOT NULL,     -- JSON list
    language    TEXT,
    text        TEXT NOT NULL,
    text_sha256 TEXT NOT NULL,
    ingested_at TEXT NOT NULL,     -- UTC
    UNIQUE (article, number)
);
CREATE INDEX versions_by_day ON versions (current, first_day, last_day);
CREATE TABLE claims (
    -- One row a claim of a version. Equal words in two outlets are two rows.
    id            INTEGER PRIMARY KEY,
    version       INTEGER NOT NULL REFERENCES versions(id),
    claim_id      TEXT NOT NULL,     -- hash of article and offsets
    start         INTEGER NOT NULL,  -- offset in versions.text, in code points
    "end"         INTEGER NOT NULL,  -- exclusive
    text          TEXT NOT NULL,     -- versions.text[start:end]
    reading       TEXT NOT NULL,     -- with pronouns resolved; what is embedded and searched
    kind          TEXT NOT NULL,     -- statement, quotation or headline
    speaker       TEXT,              -- who says it; the rest is null where nobody is named
    speaker_kind  TEXT,
    cue           TEXT,
    content_start INTEGER,
    content_end   INTEGER,
    direct        INTEGER,           -- 1 between quotation marks
    credited      TEXT               -- the outlet the text credits
);
CREATE INDEX claims_by_version ON claims (version);
-- Words of the claims; the text itself stays in `claims`.
CREATE VIRTUAL TABLE claims_words USING fts5 (
    reading, content='claims', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER claims_to_words AFTER INSERT ON claims BEGIN
    INSERT INTO claims_words (rowid, reading) VALUES (new.id, new.reading);
END;
CREATE TABLE encoders (
    -- Which models made the vectors. Vectors of two encoders cannot be compared.
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    dimensions INTEGER NOT NULL
);
CREATE TABLE embeddings (
    -- One vector for each claim and encoder.
    claim   INTEGER NOT NULL REFERENCES claims(id),
    encoder INTEGER NOT NULL REFERENCES encoders(id),
    vector  BLOB NOT NULL,         -- float32, little-endian, length 1
    PRIMARY KEY (claim, encoder)
) WITHOUT ROWID;
CREATE TABLE unreadable (
    -- What was offered for ingestion and could not be read: absence with a reason.
    id     INTEGER PRIMARY KEY,
    what   TEXT NOT NULL,          -- file and line, or address
    reason TEXT NOT NULL,
    url    TEXT,
    seen_at TEXT NOT NULL,         -- UTC
    UNIQUE (what, reason)
);
"""

_FETCHED: Final = """
CREATE TABLE sources (
    -- What `xref fetch` polls: feeds, sitemaps, sites, lists.
    url           TEXT PRIMARY KEY,
    outlet        TEXT,              -- whose it is, where that was said
    parent        TEXT,              -- the site, index or list that named it
    kind          TEXT,              -- as its last answer showed
    etag          TEXT,              -- both as the server sent them, for asking again
    last_modified TEXT,
    polled_at     TEXT,              -- UTC
    reason        TEXT               -- why its last answer could not be used
);
CREATE TABLE addresses (
    -- One row an address that a source named: the queue, and what became of each.
    key           TEXT PRIMARY KEY,  -- hash of the canonical address, as articles.id
    url           TEXT NOT NULL,     -- as it was listed first
    source        TEXT NOT NULL,     -- who listed it first
    title         TEXT,              -- what the listing said of it
    published     TEXT,
    outlet        TEXT,
    stamp         TEXT,              -- when the listing said it was changed last
    state         TEXT NOT NULL,     -- waiting, arrived (not yet read), fetched (not yet settled),
                                     -- read, alias or failed
    due_at        TEXT,              -- UTC; when to ask (again); null: never, but for a new stamp
    failures      INTEGER NOT NULL,  -- rounds in a row in which it failed
    etag          TEXT,
    last_modified TEXT,
    completeness  TEXT,              -- full, teaser, empty or blocked, of the last reading
    reason        TEXT,              -- why it is not full, or what failed
    article       TEXT,              -- articles.id of what was read; of an alias, the other's
    dates         TEXT,              -- JSON list of the date candidates, each with its origin
    doubt         TEXT               -- why the date is doubtful
);
CREATE INDEX addresses_by_state ON addresses (state, due_at);
CREATE INDEX addresses_by_article ON addresses (article);
CREATE TABLE bodies (
    -- What servers sent, once each, packed by zlib.
    sha256 TEXT PRIMARY KEY,         -- of the unpacked bytes
    size   INTEGER NOT NULL,         -- unpacked
    packed BLOB NOT NULL
);
CREATE TABLE answers (
    -- One row a page that a server sent. None is ever overwritten.
    id         INTEGER PRIMARY KEY,
    address    TEXT NOT NULL REFERENCES addresses(key),
    url        TEXT NOT NULL,        -- where it was in the end
    headers    TEXT NOT NULL,        -- JSON list of name and value
    fetched_at TEXT NOT NULL,        -- UTC
    body       TEXT NOT NULL REFERENCES bodies(sha256),
    reading    TEXT                  -- JSON of what was read from it; null once settled
);
CREATE INDEX answers_by_address ON answers (address);
CREATE TABLE shapes (
    -- Short texts, to see which of them many pages share: consent walls and the like.
    sha256  TEXT NOT NULL,
    address TEXT NOT NULL REFERENCES addresses(key),
    site    TEXT NOT NULL,
    PRIMARY KEY (sha256, address)
) WITHOUT ROWID;
"""


_CHECKS: Final = """
CREATE TABLE checks (
    -- One row an article that was compared with this corpus, and with what; the latest only.
    id              INTEGER PRIMARY KEY,
    article         TEXT NOT NULL,    -- as articles.id; the checked article need not be ingested
    url             TEXT,
    outlet          TEXT NOT NULL,
    domain          TEXT,
    title           TEXT NOT NULL,
    published       TEXT,
    authors         TEXT NOT NULL,    -- JSON list
    language        TEXT,
    text            TEXT NOT NULL,
    xref            TEXT NOT NULL,    -- what it was made with; where one differs, it is stale
    encoder         TEXT NOT NULL,
    judge           TEXT NOT NULL,
    corpus_sha256   TEXT NOT NULL,
    outlets_sha256  TEXT NOT NULL,    -- of the registry of outlets
    judging_sha256  TEXT NOT NULL,    -- of the settings that decide what is compared
    first_day       TEXT,             -- of the window; null for all time
    last_day        TEXT,
    articles        INTEGER NOT NULL, -- in the window and of other houses
    outlets         INTEGER NOT NULL,
    undated         INTEGER NOT NULL, -- left out because they have no date
    made_at         TEXT NOT NULL,    -- UTC
    UNIQUE (article, encoder, judge)
);
CREATE TABLE checked_claims (
    -- One row a span of the checked text, claims or not, as in `claims`.
    id            INTEGER PRIMARY KEY,
    "check"       INTEGER NOT NULL REFERENCES checks(id) ON DELETE CASCADE,
    claim_id      TEXT NOT NULL,
    start         INTEGER NOT NULL,   -- offset in checks.text, in code points
    "end"         INTEGER NOT NULL,
    text          TEXT NOT NULL,
    reading       TEXT NOT NULL,
    kind          TEXT NOT NULL,
    speaker       TEXT,
    speaker_kind  TEXT,
    cue           TEXT,
    content_start INTEGER,
    content_end   INTEGER,
    direct        INTEGER,
    credited      TEXT,
    covered       INTEGER             -- 1 where the corpus has its event; null for no claim
);
CREATE INDEX checked_claims_by_check ON checked_claims ("check");
CREATE TABLE relations (
    -- One row a passage that was compared with a claim, before any threshold.
    id           INTEGER PRIMARY KEY, -- nearest first within a claim
    claim        INTEGER NOT NULL REFERENCES checked_claims(id) ON DELETE CASCADE,
    passage      INTEGER NOT NULL REFERENCES claims(id),
    likeness     REAL NOT NULL,       -- cosine
    shared_words REAL NOT NULL,       -- BM25, 0 where words found nothing
    supports     REAL NOT NULL,       -- the judge's probabilities
    refutes      REAL NOT NULL,
    refutes_by   TEXT,                -- as the judge says
    if_equal     REAL,                -- its support, did the two not differ in one thing
    parts        TEXT,                -- JSON list of [name, value, weight]; null for the faraway
    bar          TEXT,                -- why it cannot support
    differs_by   TEXT,                -- in what it would refute
    ours         TEXT,                -- the words in which the two differ
    theirs       TEXT,
    elsewhere    TEXT,                -- event or occasion, if it tells of another
    said_by      TEXT,                -- who says it there, if another than here
    moved        TEXT                 -- how a count moved
);
CREATE INDEX relations_by_claim ON relations (claim);
CREATE INDEX relations_by_passage ON relations (passage);
"""

_PARTIAL: Final = """
-- Why a text is not the whole article; null: nothing speaks against it.
ALTER TABLE versions ADD COLUMN partial TEXT;
ALTER TABLE checks ADD COLUMN partial TEXT;
-- Why a date is doubtful; null: it is not.
ALTER TABLE versions ADD COLUMN doubt TEXT;
ALTER TABLE checks ADD COLUMN doubt TEXT;
-- JSON of the text that the listing itself had of the article, in case its page cannot be read.
ALTER TABLE addresses ADD COLUMN listed TEXT;
UPDATE versions SET
    partial = (SELECT reason FROM addresses WHERE article = versions.article
        AND completeness = 'teaser' LIMIT 1),
    doubt = (SELECT doubt FROM addresses WHERE article = versions.article
        AND doubt IS NOT NULL LIMIT 1)
WHERE current;
"""


_FACT_CHECKS: Final = """
CREATE TABLE fact_checks (
    -- One row a version that is a review of a claim (ClaimReview), and no article: versions.text is
    -- the claim that was reviewed, articles.outlet who reviewed it. It is never an origin.
    version  INTEGER PRIMARY KEY REFERENCES versions(id),
    rating   TEXT NOT NULL,          -- in the publisher's own words
    claimant TEXT,                   -- who is said to have claimed it
    claimed  TEXT                    -- when; ISO, possibly partial
);
"""


_REACH: Final = """
-- Hash of the versions that lay within reach of the article; null: made before this was kept.
ALTER TABLE checks ADD COLUMN reach_sha256 TEXT;
"""


_CHAINS: Final = """
-- 1 where what is said stands between quotation marks in part.
ALTER TABLE claims ADD COLUMN mixed INTEGER;
ALTER TABLE checked_claims ADD COLUMN mixed INTEGER;
-- JSON list of those through whom it came, who says it last; null: of one, or not looked for.
ALTER TABLE claims ADD COLUMN chain TEXT;
ALTER TABLE checked_claims ADD COLUMN chain TEXT;
-- JSON list of [start, end, words, meaning] of what could be resolved; offsets as above.
ALTER TABLE claims ADD COLUMN refers TEXT;
ALTER TABLE checked_claims ADD COLUMN refers TEXT;
"""


_DIGESTS: Final = """
CREATE TABLE digests (
    -- One row: what the corpus says, as one hash, and of which current versions.
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    state  TEXT NOT NULL,            -- newest, number and sum of their ids
    sha256 TEXT NOT NULL
);
"""


_LACKS: Final = """
-- JSON list of the claim's words that a supporting passage does not have; null: has all.
ALTER TABLE relations ADD COLUMN lacks TEXT;
"""


@migrations()
def m001_articles_claims_embeddings(db: "Database") -> None:
    """Make the first tables."""
    for statement in _statements(_FIRST):
        db.conn.execute(statement)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@migrations()
def m002_checks_relations(db: "Database") -> None:
    """Make the tables of what was compared with the corpus."""
    for statement in _statements(_CHECKS):
        db.conn.execute(statement)


@migrations()
def m003_sources_addresses_answers(db: "Database") -> None:
    """Make the tables of what is fetched."""
    for statement in _statements(_FETCHED):
        db.conn.execute(statement)


@migrations()
def m004_partial_texts_doubtful_dates(db: "Database") -> None:
    """Say with each text why it is not whole and its date doubtful; keep the texts of feeds."""
    for statement in _statements(_PARTIAL):
        db.conn.execute(statement)


@migrations()
def m005_fact_checks(db: "Database") -> None:
    """Make the table of reviews of claims."""
    for statement in _statements(_FACT_CHECKS):
        db.conn.execute(statement)


@migrations()
def m006_reach(db: "Database") -> None:
    """Keep of each judgement which texts lay within its reach: what came elsewhere is no matter."""
    for statement in _statements(_REACH):
        db.conn.execute(statement)


@migrations()
def m007_chains_references(db: "Database") -> None:
    """Say with each claim through whom it came, and what its words refer to."""
    for statement in _statements(_CHAINS):
        db.conn.execute(statement)


@migrations()
def m008_digests(db: "Database") -> None:
    """Make the table of what the corpus says."""
    for statement in _statements(_DIGESTS):
        db.conn.execute(statement)


@migrations()
def m009_lacks(db: "Database") -> None:
    """Say with each relation what its passage does not have of the claim."""
    for statement in _statements(_LACKS):
        db.conn.execute(statement)


MIGRATIONS: Final = frozenset(
    {
        m001_articles_claims_embeddings.__name__,
        m002_checks_relations.__name__,
        m003_sources_addresses_answers.__name__,
        m004_partial_texts_doubtful_dates.__name__,
        m005_fact_checks.__name__,
        m006_reach.__name__,
        m007_chains_references.__name__,
        m008_digests.__name__,
        m009_lacks.__name__,
    }
)
"""The names of all migrations that this xref knows."""


def _statements(script: str) -> list[str]:
    # executescript() would commit the migration's transaction; a trigger's body has its own
    # semicolons, so statements end at a semicolon that ends a line in the first column's level.
    statements, lines = [], list[str]()
    for line in script.splitlines():
        lines.append(line)
        inside_trigger = any(x.startswith("CREATE TRIGGER") for x in lines)
        if line.startswith("END;") or (
            line.rstrip().endswith(";") and not inside_trigger and not line.startswith("    ")
        ):
            statements.append("\n".join(lines))
            lines = []
    return statements
