"""Since when a community is left."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("community", sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_community_left_at", "community", ["left_at"])


def downgrade() -> None:
    op.drop_index("ix_community_left_at", "community")
    op.drop_column("community", "left_at")
