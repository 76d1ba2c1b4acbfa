"""How much of a source we are willing to read."""

from dataclasses import dataclass


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
    address_characters: int = 2_048
    """Longest address; the sitemap protocol stops there too."""
