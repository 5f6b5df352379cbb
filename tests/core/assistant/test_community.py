"""What concerns a community: channels, roles, setting up, files of questions, quizzes, replies."""

import re
from dataclasses import replace

import pytest

from core.assistant.incoming import Attachment, Command, Message, Press
from core.assistant.reply import Choice, Reply, Tone
from core.assistant.templates import TEMPLATES
from core.domain.identity import CommunityId, MemberId
from tests.core.assistant.chatting import Chat, shown


async def taught_houses(chat: Chat) -> None:
    for size in range(1, 6):
        await chat.say(f"teach houses: size {size} -> {2 * size}")


async def in_place(chat: Chat, text: str, place: str = "7") -> Reply:
    sender = replace(chat.sender("Ana"), place=place)
    return await chat.assistant.handle(Message(sender=sender, text=text))


async def test_a_channel_means_its_task_where_none_is_named() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.say("teach cats: size 1 -> 9")
    assert "Which task" in (await in_place(chat, "ask size 3")).title
    bound = await in_place(chat, "task bind cats")
    assert "This channel is about cats now." in bound.title
    assert "cats" in (await in_place(chat, "ask size 3")).title
    assert "houses" in (await in_place(chat, "ask houses: size 3")).title
    assert "Which task" in (await in_place(chat, "ask size 3", place="8")).title


async def test_a_bound_channel_can_be_freed() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.say("teach cats: size 1 -> 9")
    assert (await in_place(chat, "task unbind")).tone is Tone.ERROR
    await in_place(chat, "task bind cats")
    assert "not about one task" in (await in_place(chat, "task unbind")).title
    assert "Which task" in (await in_place(chat, "ask size 3")).title
    assert "cats" in shown(await chat.hear("task list"))


async def test_a_channel_whose_task_was_deleted_is_free() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.say("teach cats: size 1 -> 9")
    await in_place(chat, "task bind cats")
    await chat.say("task delete cats")
    assert "houses" in (await in_place(chat, "ask size 3")).title
    assert "not about one task" in (await in_place(chat, "task unbind")).title


async def test_another_task_is_one_press_away_where_there_are_several() -> None:
    chat = Chat()
    await taught_houses(chat)
    labels = [choice.label for choice in (await chat.hear("ask size 3")).choices]
    assert "Another task…" not in labels
    await chat.say("teach cats: size 1 -> 9")
    await chat.say("teach cats: size 3 -> 27")
    await chat.hear("ask houses: size 3")
    again = await chat.press("Another task…", filled={"task": "cats"})
    assert again.title.startswith("cats:")
    assert "size 3" in shown(again)


async def test_a_task_of_items_does_not_take_any_words_for_a_title() -> None:
    chat = Chat()
    await chat.say('task new name:films predict:rating scale:1-5 fields:"title: item"')
    await chat.say('task new name:scam predict:category labels:"scam, ham" fields:"post: text"')
    reply = await chat.hear("free nitro for all of you")
    assert reply.tone is Tone.ASK
    assert "films" not in " ".join(choice.label for choice in reply.choices)


async def test_where_there_are_no_channels_it_is_said() -> None:
    chat = Chat()
    await taught_houses(chat)
    assert "Say which channel" in (await chat.hear("task bind houses")).title


async def test_a_file_of_questions_becomes_a_file_of_answers() -> None:
    chat = Chat()
    await taught_houses(chat)
    file = Attachment(name="q.csv", content=b"size,note\n1,=HYPERLINK()\n,x\n5,y\n")
    reply = await chat.hear("batch houses", file=file)
    assert "Answered 2 rows of houses; 1 could not be read." in reply.title
    lines = reply.files[0].content.decode().splitlines()
    assert lines[0] == "size,note,answer (answer),80 % from,80 % to"
    assert lines[1] == "1,'=HYPERLINK(),6.0,5.0,7.0"


async def test_a_batch_without_a_file_says_what_it_needs() -> None:
    chat = Chat()
    await taught_houses(chat)
    assert "Say which file" in (await chat.hear("batch houses")).title


async def test_a_quiz_asks_what_it_was_least_sure_of_else_lets_guess() -> None:
    chat = Chat()
    await taught_houses(chat)
    guess = await chat.hear("quiz houses")
    assert "Guess: what is the answer of #" in guess.title
    told = await chat.press(guess.choices[0], filled={"guess": "999"})
    assert "You said 999." in shown(told)
    await chat.hear("ask houses: size 6")
    asked = await chat.hear("quiz houses")
    assert "I was not sure of ?1" in asked.title
    learned = await chat.press(asked.choices[0], filled={"truth": "12"})
    assert "Learned as #6" in learned.title


async def test_only_those_who_run_the_community_set_it_up() -> None:
    chat = Chat()
    assert (await chat.hear("setup")).tone is Tone.ERROR
    boss = replace(chat.sender("Zoe"), is_manager=True)
    reply = await chat.assistant.handle(Message(sender=boss, text="setup"))
    template = next(c for c in reply.choices if c.label == "Price guess")
    made = await chat.assistant.handle(Press(sender=boss, action=template.action))
    assert 'Task "flats" is ready.' in made.title
    wrong = await chat.assistant.handle(Message(sender=boss, text="setup template:x"))
    assert "price-guess, triage" in wrong.title


@pytest.mark.parametrize("locale", ["en", "zh-CN"])
@pytest.mark.parametrize("template", list(TEMPLATES))
async def test_every_template_understands_its_own_lesson(template: str, locale: str) -> None:
    chat = Chat()
    boss = replace(chat.sender("Zoe"), is_manager=True, locale=locale)
    made = await chat.assistant.handle(Press(sender=boss, action=f"template:{template}"))
    lesson = next(line for line in made.lines if " -> " in line)
    taught = await chat.say(lesson[lesson.index("teach ") :], by="Zoe")
    assert taught.title.startswith("Saved #1"), shown(taught)
    assert not {"not given", "未给出"} & set(re.split("[\n:：]", shown(taught)))


async def test_a_template_speaks_the_language_of_who_asks_for_it() -> None:
    chat = Chat()
    boss = replace(chat.sender("Lin"), is_manager=True, locale="zh-CN")
    made = await chat.assistant.handle(Press(sender=boss, action="template:price-guess"))
    assert made.title == "任务“房价”准备好了。"
    assert "面积 (数字, m²), 室 (数字), 区域 (类别), 楼层 (数字)" in shown(made)
    boss = replace(boss, locale="de")
    made = await chat.assistant.handle(Press(sender=boss, action="template:price-guess"))
    assert made.title == 'Task "flats" is ready.'


async def test_the_role_that_teaches_is_asked_for() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.hear("task edit houses teachers:77:Brokers")
    refused = await chat.hear("teach houses: size 9 -> 18", by="Ben")
    assert 'Only members with the role "Brokers" teach houses.' in refused.title
    ben = replace(chat.sender("Ben"), roles=frozenset({"77"}))
    asked = await chat.assistant.handle(Message(sender=ben, text="teach houses: size 9 -> 18"))
    assert "may I store" in asked.title
    opened = await chat.hear("task edit houses teachers:everyone")
    assert "Taught by" not in shown(opened)


async def test_a_form_is_made_anew_from_its_action() -> None:
    chat = Chat()
    await taught_houses(chat)
    form = await chat.assistant.form(Press(sender=chat.sender("Ana"), action="edit:5"))
    assert isinstance(form, Choice)
    assert form.inputs[0].value == "size: 5 -> 10"
    gone = await chat.assistant.form(Press(sender=chat.sender("Ana"), action="edit:99"))
    assert isinstance(gone, Reply)
    assert gone.tone is Tone.ERROR


async def test_a_reply_that_says_a_truth_is_offered_to_be_learned() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.hear("ask houses: size 6")
    message = Message(sender=chat.sender("Ana"), text="it sold for 13", in_reply_to=1)
    offer = await chat.assistant.handle(message)
    assert "Shall I learn that ?1 was 13?" in offer.title
    learned = await chat.press(offer.choices[0])
    assert "Learned as #6" in learned.title
    more = replace(message, text="and of size 3?")
    assert "houses" in (await chat.assistant.handle(more)).title


async def test_what_another_wrote_is_asked_about_but_not_learned() -> None:
    chat = Chat()
    await taught_houses(chat)
    command = Command(
        sender=chat.sender("Ana"), name="ask about this", text="size 3", author=MemberId("test:x")
    )
    answer = await chat.assistant.handle(command)
    assert "houses: 6" in answer.title
    corrected = await chat.say("correct 7")
    assert "Noted for ?1." in corrected.title
    async with chat.open_work() as work:
        [task] = await work.tasks.all(CommunityId(chat.community))
        assert await work.examples.count(task.id) == 5


async def test_suggestions_fit_what_was_begun() -> None:
    chat = Chat()
    await taught_houses(chat)
    ana = chat.sender("Ana")
    suggest = chat.assistant.suggest
    assert await suggest(ana, "task", "hou", given={}) == [("houses", "houses")]
    assert await suggest(ana, "number", "#5", given={}) == [("#5 size 5 → 10", "5")]
    assert await suggest(ana, "text", "si", given={"task": "houses"}) == [("size:", "size:")]
    assert await suggest(ana, "unit", "x", given={}) == ()
