"""Forms of Chinese words that ask, and of those that only look like it."""

import re
from typing import Final

HOW_MANY: Final = r"(?<![十百千万亿好])几(?![十百千万亿乎率])"
"""It asks how many; 几百, 十几 and 好几 are amounts that are not known exactly."""
DONE_OR_NOT: Final = r"(?:[了过到完好成着见]|(?<![晚早路墙身天车马以])上)没有?[\s?？!！。]*$"
"""It asks whether something has been done: 抢到没, 中了没有."""
_WHETHER: Final = re.compile(
    r"^(?:[今明][天晚早日]|周末|晚上)?(?:是否|会不会|能不能|有没有|要不要|可不可以)"
    r"|^(?:(?:[今明][天晚早日]|周末|晚上)会?|会)(?=..)(?<!会(?=[议员计所场展费馆客谈]))"
    r"|(?:与否|(?<=..)预测|[吗没])$|了$"
)
_EITHER: Final = re.compile(r"^(.)[不没]\1(.*)$")
"""A name that asks for a verb: 打不打, 是否打, 打了没, 今晚会加班吗."""


def verb_asked(name: str) -> str:
    """Return the verb or noun of a name, without the words that only ask for it: 打 of 打不打."""
    bare = _WHETHER.sub("", _WHETHER.sub("", name)) or name
    return _EITHER.sub(r"\1\2", bare) or name
