"""The line that makes a task which was described in plain words."""

import re

from core.assistant.reading import completed

_PREDICTS = re.compile(
    r"(?P<name>[^:：]{1,60}?)\s*+[:：,]?\s*+\b(?:predicts?|predicting)\s+(?:the\s+)?"
    r"(?P<target>[^\s,(]{1,40})(?:\s*+(?:\bin\s+(?P<unit>\S{1,20})|[(](?P<bracketed>[^)]{1,20})[)]))?"
    r"\s++(?:from|by|with|given|using|based on)\s+(?P<fields>.{1,1000})",
    re.IGNORECASE | re.DOTALL,
)


def new_task_line(text: str) -> str:
    """Return the command that a description such as this means; empty where it is none.

    ``houses: predict price in € from area in m², rooms, fuel (category)``
    """
    found = _PREDICTS.fullmatch(text.strip().rstrip("."))
    if found is None:
        return ""
    name, unit = found["name"].strip(), found["unit"] or found["bracketed"]
    name = "-".join(name.split())
    in_unit = f" unit:{unit}" if unit else ""
    target = found["target"]
    fields = completed(found["fields"])
    return f"task new name:{name} predict:number target:{target}{in_unit} fields:{fields}"
