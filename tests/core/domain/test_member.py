import pytest

from core.domain.identity import MemberId
from core.domain.member import names_apart

FIRST, SECOND, THIRD = MemberId("d:7"), MemberId("d:8"), MemberId("d:10")


@pytest.mark.parametrize(
    ("names", "apart"),
    [
        (("Alex", "Ben", "Cy"), ("Alex", "Ben", "Cy")),
        (("Alex", "Alex", "Alex"), ("Alex", "Alex (2)", "Alex (3)")),
        (("Alex", "Alex", "Alex (2)"), ("Alex", "Alex (3)", "Alex (2)")),
        (("小明", "小明", "小红"), ("小明", "小明 (2)", "小红")),
        (("Alex", "Al\u200bex", "Ａlex"), ("Alex", "Al\u200bex (2)", "Ａlex (3)")),
        (("alex", "Alex ", "Ben"), ("alex", "Alex  (2)", "Ben")),
    ],
)
def test_names_that_look_alike_are_numbered(names: tuple[str, ...], apart: tuple[str, ...]) -> None:
    ids = (FIRST, SECOND, THIRD)
    reversed_ = dict(reversed(list(zip(ids, names, strict=True))))
    assert names_apart(reversed_) == dict(zip(ids, apart, strict=True))
