"""What a message may be made of: rows, buttons, selects, and the cards of components v2."""

from collections.abc import Sequence

from tests.local_discord.basics import Json
from tests.local_discord.components import ONLY_V2, SELECTS, Kind, texts, walk
from tests.local_discord.errors import InvalidForm
from tests.local_discord.rules.lengths import (
    Path,
    check_count,
    check_length,
    check_optional,
    not_among,
    required,
)

MAX_ROWS = 5
MAX_BUTTONS = 5
MAX_OPTIONS = 25
MAX_COMPONENTS = 40
MAX_TEXT = 4000
_LINK = 5
_PREMIUM = 6
_ON_TOP = (Kind.ROW, *sorted(ONLY_V2 - {Kind.THUMBNAIL}))
_IN_CONTAINER = tuple(kind for kind in _ON_TOP if kind != Kind.CONTAINER)


def check_components(components: Sequence[Json], *, is_v2: bool, path: Path) -> None:
    """Check all components of a message.

    Raises:
        InvalidForm: one is not as Discord takes it.
    """
    if is_v2:
        _check_v2(components, path)
    else:
        check_count(components, most=MAX_ROWS, path=path)
    for position, component in enumerate(components):
        allowed = _ON_TOP if is_v2 else (Kind.ROW,)
        _check(component, allowed, (*path, position))
    check_unique(components, path)


def check_unique(components: Sequence[Json], path: Path) -> None:
    """Check that no custom id and no id stands twice."""
    seen: set[object] = set()
    for component in walk(components):
        for key in ("custom_id", "id"):
            value = component.get(key)
            if value and (key, value) in seen:
                message = "Component custom id cannot be duplicated"
                raise InvalidForm((*path, key), f"COMPONENT_{key.upper()}_DUPLICATED", message)
            seen.add((key, value))


def _check_v2(components: Sequence[Json], path: Path) -> None:
    total = sum(1 for _ in walk(components))
    if total > MAX_COMPONENTS:
        message = f"The total number of components is {total}, at most {MAX_COMPONENTS} may be."
        raise InvalidForm(path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", message)
    length = sum(map(len, texts(components)))
    if length > MAX_TEXT:
        message = f"The total displayable text is {length}, at most {MAX_TEXT} may be."
        raise InvalidForm(path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message)


def _check(component: Json, allowed: Sequence[int], path: Path) -> None:
    kind = component.get("type")
    if kind not in allowed:
        raise not_among(path, "type", [int(each) for each in allowed])
    match kind:
        case Kind.ROW:
            _check_row(component, path)
        case Kind.SECTION:
            _check_section(component, path)
        case Kind.CONTAINER:
            _check_children(component, _IN_CONTAINER, most=MAX_COMPONENTS, path=path)
        case Kind.TEXT:
            check_length(component.get("content"), least=1, most=MAX_TEXT, path=(*path, "content"))
        case Kind.GALLERY:
            check_count(component.get("items", ()), least=1, most=10, path=(*path, "items"))
        case Kind.BUTTON:
            _check_button(component, path)
        case _ if kind in SELECTS:
            check_select(component, path)


def _check_children(component: Json, allowed: Sequence[int], *, most: int, path: Path) -> None:
    path = (*path, "components")
    children = component.get("components") or []
    check_count(children, least=1, most=most, path=path)
    for position, child in enumerate(children):
        _check(child, allowed, (*path, position))


def _check_row(row: Json, path: Path) -> None:
    allowed = (Kind.BUTTON, *sorted(SELECTS))
    _check_children(row, allowed, most=MAX_BUTTONS, path=path)
    children = row["components"]
    if len(children) > 1 and any(child["type"] in SELECTS for child in children):
        message = "A select fills its row alone."
        raise InvalidForm((*path, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message)


def _check_section(section: Json, path: Path) -> None:
    _check_children(section, (Kind.TEXT,), most=3, path=path)
    if "accessory" not in section:
        raise required((*path, "accessory"))
    _check(section["accessory"], (Kind.BUTTON, Kind.THUMBNAIL), (*path, "accessory"))


def _check_button(button: Json, path: Path) -> None:
    check_optional(button.get("label"), most=80, path=(*path, "label"))
    style = button.get("style")
    if style not in range(1, 7):
        raise not_among(path, "style", range(1, 7))
    if style == _LINK:
        check_length(button.get("url"), least=1, most=512, path=(*path, "url"))
    if style in (_LINK, _PREMIUM):
        if button.get("custom_id"):
            message = "A custom id and url cannot both be specified"
            raise InvalidForm(path, "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", message)
        return
    check_length(button.get("custom_id"), least=1, most=100, path=(*path, "custom_id"))
    if not button.get("label") and not button.get("emoji"):
        raise InvalidForm(path, "BUTTON_COMPONENT_INVALID_LABEL", "A label or emoji is required")


def check_select(select: Json, path: Path) -> None:
    """Check a select of a message or a form.

    Raises:
        InvalidForm: its options or bounds are not as Discord takes them.
    """
    check_length(select.get("custom_id"), least=1, most=100, path=(*path, "custom_id"))
    check_optional(select.get("placeholder"), most=150, path=(*path, "placeholder"))
    least, most = bounds(select)
    if not 0 <= least <= most <= MAX_OPTIONS or most < 1:
        message = f"0 ≤ min_values ≤ max_values ≤ 25, but they are {least} and {most}."
        raise InvalidForm((*path, "min_values"), "NUMBER_TYPE_MAX", message)
    if select["type"] == Kind.STRING_SELECT:
        check_options(select, most=MAX_OPTIONS, path=path)


def bounds(component: Json) -> tuple[int, int]:
    """Return how many must and may be chosen."""
    least, most = component.get("min_values"), component.get("max_values")
    return (1 if least is None else least), (1 if most is None else most)


def check_options(component: Json, *, most: int, path: Path, least: int = 1) -> None:
    """Check the options of a select, radio group or checkbox group."""
    path = (*path, "options")
    options = component.get("options") or []
    check_count(options, least=least, most=most, path=path)
    for position, option in enumerate(options):
        at = (*path, position)
        check_length(option.get("label"), least=1, most=100, path=(*at, "label"))
        check_length(option.get("value"), least=1, most=100, path=(*at, "value"))
        check_optional(option.get("description"), most=100, path=(*at, "description"))
    values = [option["value"] for option in options]
    if len(set(values)) < len(values):
        message = "The specified option value is already used"
        raise InvalidForm(path, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message)
    if component["type"] == Kind.STRING_SELECT and bounds(component)[1] > len(options):
        message = f"max_values is greater than the {len(options)} options."
        raise InvalidForm(path, "BASE_TYPE_BAD_LENGTH", message)
