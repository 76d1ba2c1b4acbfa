"""What the command line says of an article; it overrides what the source says."""

from dataclasses import dataclass

from xref.articles import addresses, dates
from xref.articles.limits import ReadingLimits
from xref.errors import OptionError


@dataclass(frozen=True, slots=True)
class Given:
    """The four things that a plain text cannot say of itself; None where nothing was given."""

    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        """Refuse a date or an address that makes no sense.

        Raises:
            OptionError: `--published` or `--url` cannot be understood.
        """
        if self.published is not None and dates.understood(self.published) is None:
            raise OptionError(
                "--published is not a date we understand; "
                "write 2018, 2018-11, 2018-11-20 or 2018-11-20T10:00:00Z."
            )
        longest = ReadingLimits().address_characters
        if self.url is not None and addresses.web_address(self.url, longest) is None:
            raise OptionError("--url is not an address; write it as https://host/path.")

    @property
    def of_one(self) -> bool:
        """Whether it can only be said of a single article."""
        return self.title is not None or self.url is not None
