"""Another case told by what it had more or less than the last answer's, and how it turned out."""

from dataclasses import replace

import pytest

from core.assistant.incoming import Message
from core.assistant.reply import Reply, Tone
from tests.core.assistant.chatting import Chat, shown

FLATS = (
    'task new name:flats predict:number unit:€ fields:"area: number m²; rooms: number"',
    "teach flats area: 60 rooms: 2 -> 600",
    "teach flats area: 80 rooms: 3 -> 750",
    "teach flats area: 100 rooms: 4 -> 980",
)
FLAT = "flats: 85 m², 3 rooms?"
EXAM_FIELDS = "词汇量: number 个; 每天学习: number 小时; 备考: number 周"
EXAM = (
    f'task new name:六级 predict:number unit:分 fields:"{EXAM_FIELDS}"',
    "teach 六级 词汇量: 5000 每天学习: 2 备考: 8 -> 450",
    "teach 六级 词汇量: 6000 每天学习: 3 备考: 10 -> 520",
    "teach 六级 词汇量: 4500 每天学习: 1.5 备考: 6 -> 430",
)
EXAMINED = "六级：词汇量5000，每天学习2小时，备考8周？"


async def said(lines: tuple[str, ...], asked: str, text: str, *, replying: bool) -> Reply:
    chat = Chat()
    for line in lines:
        await chat.say(line)
    await chat.hear(asked)
    sender = replace(chat.sender("Ana"), locale="en")
    message = Message(sender=sender, text=text, in_reply_to=1 if replying else None)
    return await chat.assistant.handle(message)


@pytest.mark.parametrize("replying", [False, True])
@pytest.mark.parametrize(
    ("lines", "asked", "text", "lesson"),
    [
        (FLATS, FLAT, "mine had two more rooms and cost 900", "area 85 m² · rooms 5 → € 900"),
        (FLATS, FLAT, "ours has 20 m² more, sold for 900", "area 105 m² · rooms 3 → € 900"),
        (EXAM, EXAMINED, "我每天比他少学半小时，考了455", "每天学习 1.5 小时 · 备考 8 周 → 455 分"),
        (EXAM, EXAMINED, "我同学比我少背一千个词，考了465", "词汇量 4,000 个 · 每天学习 2 小时"),
    ],
)
async def test_a_case_with_a_difference_is_offered_as_a_lesson_of_its_own(
    lines: tuple[str, ...], asked: str, text: str, lesson: str, replying: bool
) -> None:
    reply = await said(lines, asked, text, replying=replying)
    assert reply.tone is Tone.ASK
    assert reply.title == "Is this to be learned? Its case is another than that of ?1."
    assert lesson in reply.lines[0]
    assert "ignored" not in shown(reply)


async def test_the_other_case_is_learned_once_it_is_agreed_to() -> None:
    chat = Chat()
    for line in (*FLATS, FLAT):
        await chat.say(line)
    reply = await chat.say("mine had two more rooms and cost 900")
    assert reply.tone is Tone.DONE
    assert "area 85 m² · rooms 5 → € 900" in shown(reply)


@pytest.mark.parametrize("replying", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "我比他多背了1000词，考了500",
        "我比他早两周开始，结果510",
        "我比他多备考两周，考了500",
        "他比我每天多学1小时，我考了460",
    ],
)
async def test_what_another_case_had_is_asked_for_where_it_is_not_sure(
    text: str, replying: bool
) -> None:
    reply = await said(EXAM, EXAMINED, text, replying=replying)
    assert reply.tone is Tone.ERROR
    assert "tells of another case than ?1" in shown(reply)
    assert not reply.choices


@pytest.mark.parametrize(
    ("lines", "asked", "text"),
    [
        (FLATS, FLAT, "200 more than you said, it was 900"),
        (FLATS, FLAT, "my wife was late and it cost 900"),
        (EXAM, EXAMINED, "比上次好，考了500"),
        (EXAM, EXAMINED, "比你说的高一点，考了500"),
    ],
)
async def test_what_is_compared_with_the_answer_tells_its_truth(
    lines: tuple[str, ...], asked: str, text: str
) -> None:
    reply = await said(lines, asked, text, replying=True)
    assert reply.title.startswith("Shall I learn that ?1 was")
