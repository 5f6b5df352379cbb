"""Everything that can go wrong on purpose.

::

    ApprenticeError
    ├── UserError          the person in the chat can put it right; the message is worded for them
    │   ├── InvalidValue       a value that breaks a rule of its type
    │   ├── NotFound           what was named is not there (or is another community's)
    │   ├── NotAllowed         the member may not do this
    │   ├── Conflict           it exists already, or is under way
    │   └── NothingTaught      a prediction was asked for before any example
    └── OperatorError      whoever runs the bot can put it right
        ├── StorageError       the database cannot be used as it is
        │   ├── DatabaseUnreachable   it, or the way to it, is down
        │   ├── DatabaseUnwritable    the disk is full, or may only be read
        │   └── DatabaseDamaged       what is in it cannot be read
        ├── ArtifactError      a model file is damaged, missing or foreign
        └── WorkerError        the training process died, ran over a limit or spoke nonsense

Messages say what was expected, what came instead, and what to do. Anything else is a bug.
"""


class ApprenticeError(Exception):
    """The root: every error that the program raises on purpose."""


class UserError(ApprenticeError):
    """The person in the chat can put it right."""

    def __init__(self, message: str, *, key: str = "", **parts: str) -> None:
        """Keep what was wrong.

        Args:
            message: in English.
            key: of the sentence that says the same to a member, in any language.
            parts: of that sentence.
        """
        super().__init__(message)
        self.key = key
        self.parts = parts


class InvalidValue(UserError, ValueError):
    """A value breaks a rule of its type."""


class NotFound(UserError):
    """What was named is not there, or belongs to another community."""


class NotAllowed(UserError):
    """The member may not do this."""


class Conflict(UserError):
    """It exists already, or is under way."""


class NothingTaught(UserError):
    """A prediction was asked for before any example was taught."""

    @classmethod
    def of(cls, task: str) -> "NothingTaught":
        """Return the error of a task by its name."""
        return cls(f'Nothing was taught for "{task}" yet.', task=task)


class OperatorError(ApprenticeError):
    """Whoever runs the bot can put it right."""


class StorageError(OperatorError):
    """The database cannot be used as it is."""


class DatabaseUnreachable(StorageError):
    """The database, or the way to it, is down."""


class DatabaseUnwritable(StorageError):
    """The disk is full, or may only be read."""


class DatabaseDamaged(StorageError):
    """What is in the database cannot be read."""


class ArtifactError(OperatorError):
    """A model file is damaged, missing or foreign."""


class WorkerError(OperatorError):
    """The training process died, ran over a limit or answered nonsense."""
