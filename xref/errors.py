"""Everything that can stop xref, in one tree.

    XrefError                 the base: caught once, in `cli`, and answered with exit code 2
    ├── InputError            what the user handed over cannot be used
    │   ├── SourceMissing     no such file, folder or address
    │   ├── SourceUnreadable  it is there, but there is no text to be had from it
    │   ├── OptionError       an option's value makes no sense
    │   ├── PolicyError       a file of house rules is not in the form
    │   └── SignOffError      a file of sign-offs is not in the form
    ├── FetchError            an address did not answer, or not with something we take
    ├── CorpusError           the corpus file cannot be used
    │   ├── CorpusMissing     there is no corpus at that path yet
    │   ├── NotACorpus        the file is something else
    │   ├── CorpusTooNew      written by a newer xref
    │   ├── CorpusUnwritable  no permission, disk full, or locked by another process
    │   └── EncoderMismatch   its vectors were made by another encoder
    ├── RegistryError         the outlet registry cannot be read
    ├── ModelError            an encoder or a judge cannot be loaded
    └── OutputError           the report cannot be written

Each message is one sentence on what happened and one on what to do next.
"""


class XrefError(Exception):
    """We had to stop; the message says why and what to do next."""


class InputError(XrefError):
    """What we were given to read cannot be used."""


class SourceMissing(InputError):
    """There is nothing at the place we were pointed to."""


class SourceUnreadable(InputError):
    """The source is there, but no article text can be had from it."""


class OptionError(InputError):
    """An option's value makes no sense to us."""


class PolicyError(InputError):
    """A file of house rules is missing or not in the form."""


class SignOffError(InputError):
    """A file of sign-offs is not in the form."""


class FetchError(XrefError):
    """The address did not answer, or not with something we take."""

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        retry_after: str | None = None,
        passing: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        """The status the server answered with, if it answered."""
        self.retry_after = retry_after
        """The server's own word on when to come again."""
        self.passing = passing
        """Whether it may well go better at another time."""


class CorpusError(XrefError):
    """The corpus file cannot be used."""


class CorpusMissing(CorpusError):
    """There is no corpus at that path yet."""


class NotACorpus(CorpusError):
    """The file exists, but it is not an xref corpus."""


class CorpusTooNew(CorpusError):
    """The corpus was written by a newer xref than this one."""


class CorpusUnwritable(CorpusError):
    """We may not write to the corpus, the disk is full, or another process holds it."""


class EncoderMismatch(CorpusError):
    """The corpus holds vectors of another encoder than the one asked for."""


class RegistryError(XrefError):
    """The registry of outlets cannot be read."""


class ModelError(XrefError):
    """An encoder or a judge cannot be loaded."""


class OutputError(XrefError):
    """The result cannot be written where it was asked for."""
