"""Every error svod raises on purpose.

SvodError
├── UnreadableDocumentError    the bytes of a source cannot become text
├── UnsupportedLanguageError   no plug-in and no fallback can read a language
├── MalformedLexiconError      a data file breaks its schema
├── DamagedCaseError           a case folder is not whole, or is not a case
├── UnknownReferenceError      an id names nothing in the case
├── InvalidDecisionError       a decision cannot be made as asked
├── UnprintableRecordError     the typesetter cannot set a record
└── UnusableTilesError         a file of map tiles cannot be drawn
"""

__all__ = [
    "DamagedCaseError",
    "InvalidDecisionError",
    "MalformedLexiconError",
    "SvodError",
    "UnknownReferenceError",
    "UnprintableRecordError",
    "UnreadableDocumentError",
    "UnsupportedLanguageError",
    "UnusableTilesError",
]


class SvodError(Exception):
    """Base class; catch this to catch everything svod can report."""


class UnreadableDocumentError(SvodError):
    """The bytes of a source cannot become text.

    Attributes:
        source: Path of the source, as the caller gave it.
        reason: What went wrong, as one clause without a full stop.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(source, reason)  # both, so the error can be pickled
        self.source = source
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot read {self.source}: {self.reason}"


class UnsupportedLanguageError(SvodError):
    """No plug-in and no fallback can read a language.

    Attributes:
        tag: BCP 47 tag of the language.
    """

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag

    def __str__(self) -> str:
        return f"no language plug-in reads {self.tag!r}"


class MalformedLexiconError(SvodError):
    """A data file breaks its schema.

    Attributes:
        file: Name of the data file, inside the package.
        reason: What is wrong, as one clause without a full stop.
    """

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason

    def __str__(self) -> str:
        return f"data file {self.file}: {self.reason}"


class DamagedCaseError(SvodError):
    """A case folder is not whole, or is not a case.

    Attributes:
        case: Path of the case folder.
        reason: What is wrong, as one clause without a full stop.
    """

    def __init__(self, case: str, reason: str) -> None:
        super().__init__(case, reason)
        self.case = case
        self.reason = reason

    def __str__(self) -> str:
        return f"case {self.case}: {self.reason}"


class UnknownReferenceError(SvodError):
    """An id, or the beginning of one, names nothing in the case, or several things.

    Attributes:
        reference: The id, as the caller gave it.
    """

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference

    def __str__(self) -> str:
        return f"no id in this case, or more than one, begins with {self.reference!r}"


class InvalidDecisionError(SvodError):
    """A decision cannot be made as asked; nothing was written.

    Attributes:
        reason: Why not, as one clause without a full stop.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"cannot decide this: {self.reason}"


class UnprintableRecordError(SvodError):
    """The typesetter cannot set a record.

    Attributes:
        reason: What the typesetter says.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        return f"the PDF cannot be set: {self.reason}"


class UnusableTilesError(SvodError):
    """A file of map tiles cannot be drawn.

    Attributes:
        file: Path of the file, as the caller gave it.
        reason: Why not, as one clause without a full stop.
    """

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason

    def __str__(self) -> str:
        return f"map tiles {self.file}: {self.reason}"
