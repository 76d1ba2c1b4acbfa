"""Bounds on what is fetched, read and split."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How long we wait and how much we take; article pages stay far below."""

    connect_seconds: float = 10.0
    """To connect to one address: three SYN retries (1 + 2 + 4 seconds) and some."""
    total_seconds: float = 30.0
    """For everything, from the name to the last byte, over all hops; as trafilatura waits."""
    body_bytes: int = 5_000_000
    """Of one page, unpacked. The longest of 16,788 full articles has 76,549 characters: 65 times
    that for the markup around them."""
    redirects: int = 5
    """Hops: a shortener, http to https, a host without www, a language; and one more."""
    shown_characters: int = 200
    """Of an address in a message."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How we behave towards the sites we read, and when we give up on them."""

    delay: float = 1.0
    """Seconds between two requests to one host; what Scrapy's and most crawlers' guides advise."""
    longest_delay: float = 60.0
    """Most seconds of a Crawl-delay that are kept; who asks for more is read that slowly."""
    workers: int = 8
    """Hosts that are asked at once."""
    waiting_answers: int = 4
    """Answers that wait to be read before the workers pause; they are stored by then."""
    per_host: int = 500
    """Requests to one host in one round; the rest waits for the next."""
    total: int = 50_000
    """Requests to all hosts in one round; as many as one listing may name."""
    tries: int = 3
    """How often an address is asked for in one round, where its failure may pass."""
    backoff: float = 2.0
    """Seconds before the second try; twice as many before the third."""
    longest_wait: float = 60.0
    """Most seconds of a Retry-After that are waited for within a round; else the next one asks."""
    dead_after: int = 4
    """Addresses in a row that fail for good, by no answer or a server in trouble, until the rest of
    the host waits for the next round: at 30 s each and three tries, six minutes."""
    again_hours: tuple[float, ...] = (1, 6, 24, 72, 168)
    """When an address that failed is asked for again, by the number of rounds in which it failed;
    after the last it is given up."""
    robots_bytes: int = 500_000
    """Of a robots.txt; RFC 9309 asks for at least 500 kibibytes, Google stops there."""
    sitemaps: int = 50
    """Sitemaps that one site's robots.txt or index may name."""
    sitemap_levels: int = 3
    """How deep indexes of sitemaps may lead."""
    entries: int = 50_000
    """Addresses of one listing; the sitemap protocol stops there."""
    watch_minutes: float = 15.0
    """Between two rounds of `--watch`; feeds of news sites hold hours of news."""


@dataclass(frozen=True, slots=True)
class BodySettings:
    """When what a page gave is an article's whole body, and when a date is to be doubted."""

    wall_pages: int = 3
    """Pages with the same short text from which it is a wall of the site and no body."""
    held_back: int = 1_000
    """Short texts of an archive that are held back, not speaking of their titles, until it is known
    whether others have them too: three megabytes at most."""
    wall_characters: int = 3_000
    """Longest text that is looked at for being a wall; consent notices stay far below."""
    wall_title_share: float = 0.34
    """Share of a title's longer words in the text from which the text is about the title: a wire
    story that three sites print is no wall."""
    teaser_characters: int = 1_500
    """Longest text that an ending such as `continue reading` makes a teaser; half of the shortest
    articles behind such a line would be longer. Not measured: no labelled pages are at hand."""
    doubtful_days: int = 2
    """Days between two candidates from which the date is doubtful: time zones make up to one."""
    clock_slack_minutes: int = 60
    """By how much a page's clock may go before ours."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """Bounds on hostile or mistaken input; none of them touches an article of ordinary size."""

    text_characters: int = 2_000_000
    """Longest text of one article. The longest of 16,788 full articles has 76,549 characters;
    26 times that still leaves room for a court ruling or a report printed in full."""
    file_bytes: int = 20_000_000
    """Largest text, Markdown or web page file, unpacked. It is also where trafilatura stops
    (`MAX_FILE_SIZE`): pages saved with their pictures inside run to several megabytes."""
    line_bytes: int = 16_000_000
    """Longest line of JSON Lines: the longest text, all of it as `\\uXXXX`, and its keys."""
    gzip_ratio: int = 200
    """Most times that gzip may unpack a file's size. Articles pack 2.7 to 3.0 times (seven files),
    a bomb about 1,000 times."""
    gzip_allowance: int = 1_000_000
    """Bytes that may be unpacked whatever the ratio: short and repetitive files pack oddly well."""
    binary_share: float = 0.05
    """Share of control bytes from which a file is not text: half of what packed data has (0.10 in
    seven files); of 16,788 articles one has any (0.00006)."""
    other_script_share: float = 0.4
    """Share of bytes above 0x7F from which undeclared text that is not UTF-8 goes to detection and
    is not taken for Western European: of eleven texts in legacy encodings, those in Latin scripts
    had at most 0.25 and the others at least 0.81. Detection takes French for Central European."""
    elements: int = 100_000
    """Most elements of a page: one with 100,000 links takes 5 s, and more take disproportionately
    longer."""
    attributes: int = 1_000
    """Most attributes of one element of a page: libxml2 takes 0.05 s for one with 5,000 and 12 s
    for one with 40,000."""
    page_characters: int = 100
    """Shortest text that counts as the readable body of a web page, so that `Please enable
    JavaScript` does not: half of the shortest (206) of 16,788 full articles."""
    front_matter_characters: int = 4_000
    """Longest front matter; beyond it the block is taken for text. PyYAML takes 1 s for 3,000
    opening brackets, and longer for each more."""
    title_characters: int = 1_000
    """Longest title; the longest of 16,788 has 253."""
    first_line_characters: int = 200
    """Longest first line of a plain text that is taken for its title: 99.9 per cent of 16,788
    titles have at most 136 characters."""
    name_characters: int = 300
    """Longest name of an outlet, an author or a place in a message."""
    authors: int = 50
    """Most authors kept."""
    reviews: int = 20_000
    """Most reviews of claims (ClaimReview) of one file: at a kilobyte each, what `file_bytes` lets
    in."""
    address_characters: int = 2_048
    """Longest address; the sitemap protocol stops there too."""


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """Sizes that bound what `claims.split` hands on, and where a quotation is worth cutting."""

    most_claims: int = 400
    """Spans of one article; 1 of 2,057 AllSides articles has more, half have 35 or fewer."""
    longest_claim: int = 2_000
    """Characters of a claim; 1 of 88,591 AllSides sentences is that long."""
    whole_quotation: int = 300
    """Up to this length a sentence whose quotation holds several sentences stays whole: the
    annotators of the labelled stories kept all such (up to 160 characters) as one statement."""
    least_quoted_words: int = 5
    """Shorter sentences inside a quotation (`It is. We know.`) are never a claim alone."""
    opinion_words: int = 35
    """Longer sentences state something beside their judgement; on `babe` and `clef-subjectivity-en`
    the opinion patterns are right in nine of ten shorter ones."""
    page_speaks: float = 0.5
    """Log-odds from which the page speaks in a span (`claims.pages`). Out of fold, of 21,278 spans
    that were read (`training/sentences.py`; half of them lines at the ends of pages or short ones)
    the patterns find 0.57 of 2,408 that are furniture; with this 0.84, at 0 0.86 and at 1 0.81. Of
    13,562 reports 84 more are lost, of which 45 were looked at: headings of a story or of another
    but for four."""
    opinion_tone: float = 1.0
    """From which a sentence without a figure reads like a comment (`claims.tone`). Out of fold, of
    18,481 sentences that were read, 0.30 of 2,351 comments are then taken for opinion, 0.087 of
    2,568 statements in a comment's words and 0.015 of 13,562 reports, patterns included; at 1.25
    0.25, 0.062 and 0.013, at 0.75 0.35, 0.115 and 0.020. The patterns alone find 0.075, 0.026 and
    0.008: they count only where the tone is above 0."""
    tone_words: int = 6
    """Shorter sentences are opinions by a pattern only: they have too few words for a tone."""
    repeated_articles: int = 3
    repeated_days: int = 30
    """A line is its outlet's furniture if so many of its other pages have it word for word, over
    more than so many days. Of 863 lines that AllSides outlets of 2012-2016 print three times or
    more, 90 were read: of those over more than 30 days none states what its story reports
    (newsletters, credits, authors, captions of galleries); of those within 30 days one in eight
    does (what led to the fiscal cliff)."""
    headline_length: int = 200
    """A longer first line is a paragraph; 2 of 16,456 AllSides titles are longer."""
    post_length: int = 400
    """Characters before a post's signature up to which they are the post alone; 692 of 693 in
    AllSides 2016 have 321 at most, links included, and the longest is a list of a page's notes."""
    heading_words: int = 12
    """Longer lines in title case are teasers, which state something."""


FETCHING = FetchLimits()


MANNERS = Manners()


BODIES = BodySettings()


READING = ReadingLimits()


CLAIMS = ClaimSettings()
