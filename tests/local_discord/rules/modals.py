"""What a form may be made of."""

from tests.local_discord.basics import Json
from tests.local_discord.components import SELECTS, Kind
from tests.local_discord.errors import InvalidForm
from tests.local_discord.rules.components import check_options, check_select, check_unique
from tests.local_discord.rules.lengths import (
    Path,
    check_count,
    check_length,
    check_optional,
    not_among,
    required,
)

MAX_FIELDS = 5
_IN_LABEL = (
    Kind.TEXT_INPUT,
    *sorted(SELECTS),
    Kind.FILE_UPLOAD,
    Kind.RADIO_GROUP,
    Kind.CHECKBOX_GROUP,
    Kind.CHECKBOX,
)


def check_modal(modal: Json) -> None:
    """Check a form.

    Raises:
        InvalidForm: a part is not as Discord takes it.
    """
    path: Path = ("data",)
    check_length(modal.get("custom_id"), least=1, most=100, path=(*path, "custom_id"))
    check_length(modal.get("title"), least=1, most=45, path=(*path, "title"))
    components = modal.get("components") or []
    path = (*path, "components")
    check_count(components, least=1, most=MAX_FIELDS, path=path)
    for position, component in enumerate(components):
        _check_top(component, (*path, position))
    check_unique(components, path)


def _check_top(component: Json, path: Path) -> None:
    match component.get("type"):
        case Kind.LABEL:
            check_length(component.get("label"), least=1, most=45, path=(*path, "label"))
            check_optional(
                component.get("description"), least=1, most=100, path=(*path, "description")
            )
            if not isinstance(component.get("component"), dict):
                raise required((*path, "component"))
            _check_field(component["component"], (*path, "component"))
        case Kind.TEXT:
            check_length(component.get("content"), least=1, most=4000, path=(*path, "content"))
        case Kind.ROW:
            check_count(component["components"], least=1, most=1, path=(*path, "components"))
            child, at = component["components"][0], (*path, "components", 0)
            check_length(child.get("label"), least=1, most=45, path=(*at, "label"))
            _check_field(child, at)
        case _:
            raise not_among(path, "type", (1, 10, 18))


def _check_field(field: Json, path: Path) -> None:
    kind = field.get("type")
    if kind not in _IN_LABEL:
        raise not_among(path, "type", [int(each) for each in _IN_LABEL])
    check_length(field.get("custom_id"), least=1, most=100, path=(*path, "custom_id"))
    match kind:
        case Kind.TEXT_INPUT:
            _check_text_input(field, path)
        case Kind.RADIO_GROUP:
            check_options(field, least=2, most=10, path=path)
        case Kind.CHECKBOX_GROUP:
            check_options(field, most=10, path=path)
        case Kind.FILE_UPLOAD:
            if not 1 <= (field.get("max_values") or 1) <= 10:
                raise InvalidForm((*path, "max_values"), "NUMBER_TYPE_MAX", "1 to 10 files")
        case _ if kind in SELECTS:
            check_select(field, path)


def _check_text_input(field: Json, path: Path) -> None:
    if field.get("style") not in (1, 2):
        raise not_among(path, "style", (1, 2))
    check_optional(field.get("placeholder"), most=100, path=(*path, "placeholder"))
    least, most = field.get("min_length") or 0, field.get("max_length") or 4000
    if not 0 <= least <= most <= 4000:
        message = f"0 ≤ min_length ≤ max_length ≤ 4000, but they are {least} and {most}."
        raise InvalidForm((*path, "min_length"), "NUMBER_TYPE_MAX", message)
    if field.get("value"):
        check_length(field["value"], least=least, most=most, path=(*path, "value"))
