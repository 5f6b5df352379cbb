"""How something turned out, said in passing after an answer that is a label."""

import pytest

from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown


async def taught(lines: tuple[str, ...]) -> Chat:
    """Return a chat in which these lines were said."""
    chat = Chat()
    for line in lines:
        assert (await chat.say(line)).tone in (Tone.DONE, Tone.ANSWER)
    return chat


MATCHES = (
    'task new name:matches predict:yes/no target:played fields:"wind: number; place: category"',
    "teach matches: wind 10, place 奥体 -> yes",
    "teach matches: wind 50, place Ferry -> no",
    "ask matches: wind 40, place Ferry",
)
GAMES = (
    'task new name:games predict:category labels:"win, lose, draw" fields:"opponent: category"',
    "teach games: opponent Rovers -> win",
    "teach games: opponent City -> lose",
    "ask games: opponent Rovers",
)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "it got called off",
            "it was cancelled",
            "sadly it didn't happen",
            "thanks, it got rained off",
            "they had fun",
        ),
        *("没打成，风太大了", "结果没去成", "下雨没打"),
    ],
)
async def test_words_that_are_no_label_are_asked_about(text: str) -> None:
    chat = await taught(MATCHES)
    reply = await chat.hear(text)
    assert reply.tone is Tone.ASK
    assert text in reply.title
    labels = [choice.label for choice in reply.choices]
    assert labels == ["played: yes", "played: no", "None of these"]
    learned = await chat.press("played: no")
    assert learned.title == "Learned as #3, thanks Ana."
    assert "3 examples" in shown(learned)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *(("turned out it was a no", "no"), ("turned out yes", "yes"), ("结果是不", "no")),
        *(("thanks, it was a yes", "yes"), ("in the end: nope", "no")),
    ],
)
async def test_a_bare_yes_or_no_is_offered_as_the_outcome(text: str, label: str) -> None:
    chat = await taught(MATCHES)
    reply = await chat.hear(text)
    assert reply.title == f"Shall I learn that ?1 was {label}?"
    assert "3 examples" in shown(await chat.press(f"Learn {label}"))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        *(("we won", "win"), ("turned out we lost", "lose"), ("drew", "draw")),
        *(("结果是 win", "win"), ("it was a draw in the end", "draw")),
    ],
)
async def test_a_label_in_another_form_is_offered_as_the_outcome(text: str, label: str) -> None:
    chat = await taught(GAMES)
    assert (await chat.hear(text)).title == f"Shall I learn that ?1 was {label}?"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "what if it was 20 km/h",
            "that's great",
            "thanks!",
            "thanks, that helps",
            "thank you so much",
            "will it be played?",
        ),
        *("I'm going home", "wind 20", "谢谢", "会打吗？"),
    ],
)
async def test_what_tells_no_outcome_is_not_asked_about_as_one(text: str) -> None:
    chat = await taught(MATCHES)
    assert "turned out" not in (await chat.hear(text)).title


async def test_nothing_turned_out_before_anything_was_asked() -> None:
    chat = await taught(MATCHES[:-1])
    assert "turned out" not in (await chat.hear("it got called off")).title


@pytest.mark.parametrize("text", ["人均52", "人均 52元", "人均：52", "人均才52元"])
async def test_the_name_of_the_target_with_an_amount_is_offered_as_the_outcome(text: str) -> None:
    chat = await taught(
        (
            'task new name:餐厅 predict:number unit:元 target:人均 fields:"菜系: category"',
            "teach 餐厅: 菜系 川菜 -> 60",
            "teach 餐厅: 菜系 粤菜 -> 90",
            "ask 餐厅: 菜系 川菜",
        )
    )
    assert "that ?1 was 52" in (await chat.hear(text)).title
