"""Where answers were shown, so that they are told by number only to those who may read there."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("prediction") as table:
        table.add_column(sa.Column("place", sa.Text(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("prediction") as table:
        table.drop_column("place")
