"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(20)
JSON = sa.JSON()


def upgrade() -> None:
    create_people()
    create_taught()
    create_answered()
    create_trained()


def downgrade() -> None:
    for table in ("version", "retraining_run", "feedback", "prediction", "example", "task"):
        op.drop_table(table)
    for table in ("audit_entry", "proposal", "setting", "member", "community"):
        op.drop_table(table)


def create_people() -> None:
    op.create_table(
        "community",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("examples_numbered", sa.Integer(), nullable=False),
        sa.Column("predictions_numbered", sa.Integer(), nullable=False),
        primary("community", "id"),
    )
    op.create_table(
        "member",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("consent", WORD, nullable=False),
        primary("member", "community_id", "id"),
        foreign("member", "community_id", "community.id"),
    )
    op.create_table(
        "setting",
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", JSON, nullable=True),
        primary("setting", "community_id", "name"),
        foreign("setting", "community_id", "community.id"),
    )
    create_offers_and_audit()


def create_offers_and_audit() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("payload", JSON, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        primary("proposal", "id"),
        foreign("proposal", "community_id", "community.id"),
        sqlite_autoincrement=True,
    )
    index("proposal", "community_id", "member_id")
    index("proposal", "made_at")
    op.create_table(
        "audit_entry",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Text(), nullable=True),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        primary("audit_entry", "id"),
        foreign("audit_entry", "community_id", "community.id"),
    )
    index("audit_entry", "community_id", "id")


def create_taught() -> None:
    op.create_table(
        "task",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("fields", JSON, nullable=False),
        sa.Column("target", JSON, nullable=False),
        sa.Column("keys_given", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("versions_numbered", sa.Integer(), nullable=False),
        primary("task", "id"),
        foreign("task", "community_id", "community.id"),
        unique("task", "community_id", "name"),
        unique("task", "community_id", "id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "example",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("task_id", ID, nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("values", JSON, nullable=False),
        sa.Column("target_number", sa.Double(), nullable=True),
        sa.Column("target_label", sa.Text(), nullable=True),
        sa.Column("status", WORD, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("taught_at", MOMENT, nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("foretold", JSON, nullable=True),
        primary("example", "id"),
        of_task_and_community("example"),
        unique("example", "community_id", "number"),
        unique("example", "community_id", "source"),
        unique("example", "task_id", "revision"),
        sqlite_autoincrement=True,
    )
    index("example", "community_id", "author")
    index("example", "task_id", "number")
    index("example", "task_id", "status", "target_label")


def create_answered() -> None:
    op.create_table(
        "prediction",
        sa.Column("id", ID, nullable=False),
        sa.Column("community_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("task_id", ID, nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("values", JSON, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("answer", JSON, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        primary("prediction", "id"),
        of_task_and_community("prediction"),
        unique("prediction", "community_id", "number"),
        unique("prediction", "community_id", "source"),
        sqlite_autoincrement=True,
    )
    index("prediction", "community_id", "asked_by", "number")
    index("prediction", "community_id", "task_id")
    op.create_table(
        "feedback",
        sa.Column("id", ID, nullable=False),
        sa.Column("prediction_id", ID, nullable=False),
        sa.Column("member_id", sa.Text(), nullable=False),
        sa.Column("verdict", WORD, nullable=False),
        sa.Column("example_id", ID, nullable=True),
        sa.Column("given_at", MOMENT, nullable=False),
        primary("feedback", "id"),
        foreign("feedback", "prediction_id", "prediction.id", ondelete="CASCADE"),
        foreign("feedback", "example_id", "example.id", ondelete="SET NULL"),
        unique("feedback", "prediction_id", "member_id"),
    )
    index("feedback", "example_id")


def create_trained() -> None:
    op.create_table(
        "version",
        sa.Column("id", ID, nullable=False),
        sa.Column("task_id", ID, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("artifact", sa.Text(), nullable=False),
        sa.Column("comparison", JSON, nullable=False),
        sa.Column("trials", JSON, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("examples", sa.Integer(), nullable=False),
        primary("version", "id"),
        foreign("version", "task_id", "task.id", ondelete="CASCADE"),
        unique("version", "task_id", "number"),
        sqlite_autoincrement=True,
    )
    one_a_task("ix_version_live", "version", "status = 'live'")
    op.create_table(
        "retraining_run",
        sa.Column("id", ID, nullable=False),
        sa.Column("task_id", ID, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("requested_by", sa.Text(), nullable=True),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("lease_until", MOMENT, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("examples", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=True),
        sa.Column("comparison", JSON, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("figures", JSON, nullable=False),
        primary("retraining_run", "id"),
        foreign("retraining_run", "task_id", "task.id", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    index("retraining_run", "task_id", "id")
    one_a_task("ix_retraining_run_running", "retraining_run", "status = 'running'")


def primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def foreign(
    table: str, column: str, refers_to: str, ondelete: str | None = None
) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [refers_to], name=name, ondelete=ondelete)


def of_task_and_community(table: str) -> sa.ForeignKeyConstraint:
    """Lead a row to its task and, by the same key, to the task's community."""
    return sa.ForeignKeyConstraint(
        ["community_id", "task_id"],
        ["task.community_id", "task.id"],
        name=f"fk_{table}_community_id_task_id",
        ondelete="CASCADE",
    )


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def one_a_task(name: str, table: str, condition: str) -> None:
    where = sa.text(condition)
    op.create_index(
        name, table, ["task_id"], unique=True, sqlite_where=where, postgresql_where=where
    )
