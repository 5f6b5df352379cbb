"""Filling in a form, field by field, as the app lets a member do it."""

from collections.abc import Iterator, Mapping, Sequence

from tests.local_discord.acting.typing_commands import Resolved
from tests.local_discord.basics import Json
from tests.local_discord.components import Kind
from tests.local_discord.errors import Refused
from tests.local_discord.files import Upload
from tests.local_discord.rules.components import bounds
from tests.local_discord.state import Modal


def labelled(modal: Modal) -> Iterator[tuple[str, Json]]:
    """Yield each field with its label."""
    for component in modal.components:
        if component["type"] == Kind.LABEL:
            yield component["label"], component["component"]
        elif component["type"] == Kind.ROW:
            field = component["components"][0]
            yield field["label"], field


def form_data(modal: Modal, values: Mapping[str, object], resolved: Resolved) -> Json:
    """Return what a submission sends; values are given by label or custom id.

    Raises:
        Refused: a field is unknown, missing, or filled as the app would not let it.
    """
    left = dict(values)
    components = [_submitted(component, left, resolved) for component in modal.components]
    if left:
        names = [label for label, _ in labelled(modal)]
        raise Refused(f"The form {modal.title!r} has {names}, no {sorted(left)}.")
    data: Json = {"custom_id": modal.custom_id, "components": components}
    return data | ({"resolved": resolved.data} if resolved.data else {})


def _submitted(component: Json, left: dict[str, object], resolved: Resolved) -> Json:
    number = {"id": component.get("id", 0)}
    match component["type"]:
        case Kind.LABEL:
            field = component["component"]
            value = _take(left, component["label"], field)
            return {"type": 18, **number, "component": _field(field, value, resolved)}
        case Kind.ROW:
            field = component["components"][0]
            value = _take(left, field["label"], field)
            return {"type": 1, **number, "components": [_field(field, value, resolved)]}
    return {"type": component["type"], **number}


def _take(left: dict[str, object], label: str, field: Json) -> object:
    for key in (label, field["custom_id"]):
        if key in left:
            return left.pop(key)
    return None


def _field(field: Json, value: object, resolved: Resolved) -> Json:
    body: Json = {
        "type": field["type"],
        "id": field.get("id", 0),
        "custom_id": field["custom_id"],
    }
    match field["type"]:
        case Kind.TEXT_INPUT:
            return body | {"value": _text(field, value)}
        case Kind.CHECKBOX:
            return body | {"value": bool(field.get("default") if value is None else value)}
        case Kind.RADIO_GROUP:
            chosen = chosen_values(field, _listed(value))
            return body | {"value": chosen[0] if chosen else None}
        case Kind.FILE_UPLOAD:
            return body | {"values": _files(field, value, resolved)}
        case Kind.STRING_SELECT | Kind.CHECKBOX_GROUP:
            return body | {"values": chosen_values(field, _listed(value))}
    things = [resolved.id_of(each) for each in _listed(value) or ()]
    _check_number(field, len(things))
    return body | {"values": things}


def _text(field: Json, value: object) -> str:
    text = field.get("value") or "" if value is None else value
    if not isinstance(text, str):
        raise Refused(f"A text field takes text, not {value!r}.")
    is_required = field.get("required", True)
    if not text and not is_required:
        return ""
    least, most = field.get("min_length") or (1 if is_required else 0), field.get("max_length")
    if not least <= len(text) <= (most or 4000):
        raise Refused(f"A text of {len(text)} characters does not fit in {least} to {most}.")
    return text


def _listed(value: object) -> Sequence[object] | None:
    if value is None or (isinstance(value, Sequence) and not isinstance(value, str)):
        return value
    return [value]


def chosen_values(field: Json, wanted: Sequence[object] | None) -> list[str]:
    """Return the values of the options named by label or value; of the defaults if none is.

    Raises:
        Refused: there is no such option, or too few or many are chosen.
    """
    options = field["options"]
    if wanted is None:
        chosen = [option["value"] for option in options if option.get("default")]
    else:
        chosen = [_option(options, each) for each in wanted]
    if field["type"] == Kind.RADIO_GROUP:
        field = field | {"min_values": 1, "max_values": 1}
    _check_number(field, len(chosen))
    return chosen


def _option(options: Sequence[Json], wanted: object) -> str:
    for key in ("value", "label"):
        for option in options:
            if option[key] == wanted:
                value: str = option["value"]
                return value
    labels = [option["label"] for option in options]
    raise Refused(f"The options are {labels}, there is no {wanted!r}.")


def _check_number(field: Json, number: int) -> None:
    least, most = bounds(field)
    if field["type"] == Kind.CHECKBOX_GROUP and field.get("max_values") is None:
        most = len(field["options"])
    if number == 0 and not field.get("required", True):
        return
    if not least <= number <= most:
        raise Refused(f"{number} chosen where {least} to {most} must be: {field}")


def _files(field: Json, value: object, resolved: Resolved) -> list[str]:
    uploads = [each for each in _listed(value) or () if isinstance(each, Upload)]
    _check_number(field, len(uploads))
    return [resolved.id_of(upload) for upload in uploads]
