"""Since when a retraining is carried out; until then it waits for its turn."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column(
        "retraining_run", sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True)
    )
    # As far as anybody knows, what was started before had begun.
    op.execute("UPDATE retraining_run SET begun_at = started_at")


def downgrade() -> None:
    op.drop_column("retraining_run", "begun_at")
