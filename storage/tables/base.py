"""What all tables share: names of constraints, and columns that say what they hold."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Enum, Integer, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator

from core.domain.example import ExampleStatus
from core.domain.forecast import Audience, Verdict
from core.domain.identity import (
    CommunityId,
    ExampleId,
    MemberId,
    PredictionId,
    ProposalId,
    RunId,
    StepId,
    TaskId,
    VersionId,
)
from core.domain.member import Consent
from core.domain.step import StepKind
from core.domain.version import RunStatus, VersionStatus
from core.errors import DatabaseDamaged

NAMES = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}
BigId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts up only a column that is declared INTEGER."""


class Utc(TypeDecorator[datetime]):
    """A moment: aware and in UTC on both sides, also where the database keeps no zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Return the moment in UTC; refuse one that does not say its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"Expected an aware time, not {value!r}.")
        return value.astimezone(UTC)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:  # noqa: ANN401
        """Return what reads the column, and says so where it holds no moment."""
        read = super().result_processor(dialect, coltype)

        def checked(value: Any) -> Any:  # noqa: ANN401 - whatever the driver gives
            try:
                return read(value) if read else value
            except (TypeError, ValueError) as error:
                raise DatabaseDamaged("The database is damaged: restore a backup.") from error

        return checked

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Return the moment, aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def storable(text: str) -> str:
    """Return text that people typed, without the two things that a database may refuse.

    PostgreSQL takes no NUL, and neither takes half a surrogate pair; both become marks.
    """
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()


class ChatText(TypeDecorator[str]):
    """Text as :func:`storable` makes it, whether it is written or looked for."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Return the text as any database takes it."""
        return None if value is None else storable(value)


def words(kind: type[StrEnum]) -> Enum:
    """Return a text column type that holds the values of an enumeration."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=20,
        values_callable=lambda members: [str(member) for member in members],
    )


RowId = Annotated[int, mapped_column(BigId, primary_key=True)]
Json = Annotated[Any, mapped_column(JSON(none_as_null=True))]


class Row(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: ChatText,
        datetime: Utc,
        **dict.fromkeys((CommunityId, MemberId), ChatText),
        **dict.fromkeys(
            (TaskId, ExampleId, PredictionId, VersionId, RunId, ProposalId, StepId), BigId
        ),
        **{
            kind: words(kind)
            for kind in (
                ExampleStatus,
                VersionStatus,
                RunStatus,
                Verdict,
                Consent,
                Audience,
                StepKind,
            )
        },
    }
