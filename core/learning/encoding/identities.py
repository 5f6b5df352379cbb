"""Items and members as columns: levels as a category has, but few of them.

The experts for ratings keep the whole of who rated what; the shared columns hold only those that
are met most often, so that they stay few however many there are.
"""

from typing import ClassVar

from core.domain.fields import FieldKind
from core.learning.encoding.categories import CategoryEncoder

MOST_LEVELS = 64
"""How many items, and how many members, get a column of their own."""


class ItemEncoder(CategoryEncoder):
    """What is rated, one-hot."""

    kind: ClassVar[FieldKind] = FieldKind.ITEM


class MemberEncoder(CategoryEncoder):
    """Who rates, one-hot."""

    kind: ClassVar[FieldKind] = FieldKind.MEMBER
