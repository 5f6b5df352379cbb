"""Who was shown an answer: what is known of old ones is whether their task answers publicly."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

PREDICTION = sa.table(
    "prediction",
    sa.column("community_id", sa.Text()),
    sa.column("task_id", sa.BigInteger()),
    sa.column("audience", sa.String()),
)
SETTING = sa.table(
    "setting",
    sa.column("community_id", sa.Text()),
    sa.column("name", sa.Text()),
    sa.column("value", sa.JSON()),
)


def upgrade() -> None:
    column = sa.Column("audience", sa.String(20), nullable=False, server_default="asker")
    with op.batch_alter_table("prediction") as table:
        table.add_column(column)
    connection = op.get_bind()
    rules = connection.execute(sa.select(SETTING).where(SETTING.c.name.like("task %"))).all()
    for community, name, value in rules:
        task = name.removeprefix("task ")
        if task.isdigit() and isinstance(value, dict) and value.get("public"):
            here = PREDICTION.c.community_id == community, PREDICTION.c.task_id == int(task)
            connection.execute(sa.update(PREDICTION).where(*here).values(audience="everyone"))


def downgrade() -> None:
    with op.batch_alter_table("prediction") as table:
        table.drop_column("audience")
