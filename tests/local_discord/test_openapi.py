import pytest

from tests.local_discord.basics import Json
from tests.local_discord.openapi import SPECIFICATION, is_present, violations

if not is_present():
    pytest.skip(
        f"Discord's specification is not beside the project ({SPECIFICATION.name}): what the bot"
        " sends is not held to it",
        allow_module_level=True,
    )
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
MESSAGES = "/channels/{channel_id}/messages"


def _row(*components: Json) -> Json:
    return {"type": 1, "components": list(components)}


def test_a_plain_message_is_allowed() -> None:
    assert violations("POST", MESSAGES, {"content": "hello", "tts": False}) == []


def test_a_wrong_type_of_component_is_named_with_its_place() -> None:
    body = {"components": [_row({"type": 10, "content": "text in a row"})]}
    (said,) = violations("POST", MESSAGES, body)
    assert "body['components'][0]['components'][0]: type 10 is none of [2, 3," in said


def test_a_label_too_long_is_named_with_its_place() -> None:
    field = {"type": 4, "custom_id": "a", "style": 1}
    label = {"type": 18, "label": "x" * 46, "component": field}
    modal = {"type": 9, "data": {"custom_id": "m", "title": "t", "components": [label]}}
    (said,) = violations("POST", CALLBACK, modal)
    assert "body['data']['components'][0]['label']" in said
    assert said.endswith("is too long")


def test_an_answer_of_an_unknown_kind_is_not_allowed() -> None:
    assert violations("POST", CALLBACK, {"type": 99}) != []


def test_ids_may_be_integers_as_discord_py_sends_them() -> None:
    assert violations("POST", "/users/@me/channels", {"recipient_id": 12345}) == []


def test_commands_are_checked_to_the_last_option() -> None:
    option = {"type": 3, "name": "lesson", "description": ""}
    command = {"name": "teach", "description": "Teach", "options": [option]}
    (said,) = violations("PUT", "/applications/{application_id}/commands", [command])
    assert "body[0]['options'][0]['description']" in said
