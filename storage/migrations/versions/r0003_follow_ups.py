"""When it is asked how a prediction turned out."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "follow_up",
        sa.Column("prediction_id", ID, nullable=False, autoincrement=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("prediction_id", name="pk_follow_up"),
        sa.ForeignKeyConstraint(
            ["prediction_id"],
            ["prediction.id"],
            name="fk_follow_up_prediction_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_follow_up_due_at", "follow_up", ["due_at"])


def downgrade() -> None:
    op.drop_table("follow_up")
