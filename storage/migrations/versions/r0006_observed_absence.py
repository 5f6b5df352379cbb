"""How much of a community's absence was observed; of what left before, none yet."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("community", sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True))
    absent: sa.Column[float] = sa.Column(
        "absent_s", sa.Double(), nullable=False, server_default="0"
    )
    op.add_column("community", absent)


def downgrade() -> None:
    op.drop_column("community", "absent_s")
    op.drop_column("community", "looked_at")
