import pytest

from core.assistant.reply import Tone
from core.domain.member import Consent
from tests.core.assistant.chatting import Chat, shown


async def taught_houses(chat: Chat, *, by: str = "Ana") -> None:
    for size in range(1, 6):
        await chat.say(f"teach houses: size {size} -> {2 * size}", by=by)


async def test_the_first_lesson_proposes_the_task_it_shows() -> None:
    chat = Chat()
    reply = await chat.hear("teach flats: area 90 m², district Kreuzberg -> 420k €")
    assert reply.tone is Tone.ASK
    assert "area (number, m²)" in shown(reply)
    assert "district (category)" in shown(reply)
    assert "€" in shown(reply)
    assert not (await chat.hear("task list")).table


async def test_nothing_is_stored_before_the_member_has_agreed() -> None:
    chat = Chat()
    await chat.hear("teach houses: size 1 -> 2")
    reply = await chat.press("Create it")
    assert "may I store" in reply.title
    reply = await chat.press("No")
    assert "nothing was changed" in reply.title
    async with chat.open_work() as work:
        assert not await work.tasks.all(chat.sender("Ana").community)
        assert (
            await work.members.get(chat.sender("Ana").community, chat.sender("Ana").member) is None
        )


async def test_consent_is_asked_once() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    reply = await chat.hear("teach houses: size 2 -> 4")
    assert reply.title.startswith("Saved #2")
    async with chat.open_work() as work:
        member = await work.members.get(chat.sender("Ana").community, chat.sender("Ana").member)
    assert member is not None
    assert member.consent is Consent.AGREED


async def test_a_lesson_is_shown_as_it_was_read_and_counted() -> None:
    chat = Chat()
    reply = await chat.say("teach houses: size 1, garden: yes -> 2")
    assert "size 1 · garden yes → 2" in shown(reply)
    assert "1 example" in shown(reply)


async def test_a_lesson_delivered_twice_is_stored_once() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    first = await chat.say("teach houses: size 2 -> 4", delivery="message:7")
    again = await chat.say("teach houses: size 2 -> 4", delivery="message:7")
    assert first.title == "Saved #2 (houses)."
    assert again.title == "#2 counts already, as you say (houses)."
    assert "2 examples" in shown(again)


async def test_undo_takes_the_lesson_back_and_restore_brings_it_again() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    await chat.say("teach houses: size 2 -> 4")
    reply = await chat.press("Undo")
    assert "Took back #2" in reply.title
    assert "1 example" in shown(await chat.hear("task show houses"))
    reply = await chat.press((await chat.hear("examples show 2")).choices[0])
    assert reply.title == "#2 counts again (houses)."
    assert "2 examples" in shown(reply)


async def test_undo_in_words_takes_the_newest_lesson_of_the_member() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2", by="Ana")
    await chat.say("teach houses: size 2 -> 4", by="Ben")
    assert "#1" in (await chat.say("undo", by="Ana")).title
    assert (await chat.say("undo", by="Ana")).tone is Tone.ERROR


async def test_undo_takes_back_the_lesson_that_is_named_and_no_other() -> None:
    chat = Chat()
    for size in (1, 2, 3):
        await chat.say(f"teach houses: size {size} -> {2 * size}")
    assert "Took back #2" in (await chat.hear("undo 2")).title
    assert (await chat.hear("undo 99")).tone is Tone.ERROR
    assert (await chat.hear("undo banana")).tone is Tone.ERROR
    assert "2 examples" in shown(await chat.hear("task show houses"))


async def test_a_value_far_outside_the_history_is_held_until_confirmed() -> None:
    chat = Chat()
    for size in range(1, 7):
        await chat.say(f"teach flats: area {size * 20} -> {size * 100}k")
    reply = await chat.hear("teach flats: area 90 -> 412")
    assert reply.tone is Tone.ASK
    assert [choice.label for choice in reply.choices] == [
        "Yes, 412,000",
        "No, 412",
        "Cancel",
    ]
    assert "6 examples" in shown(await chat.hear("task show flats"))
    reply = await chat.press(reply.choices[0])
    assert "area 90 → 412,000" in shown(reply)
    assert "7 examples" in shown(reply)


async def test_a_held_value_counts_once_it_is_confirmed_as_it_is() -> None:
    chat = Chat()
    for size in range(1, 7):
        await chat.say(f"teach flats: area {size * 20} -> {size * 100}k")
    reply = await chat.say("teach flats: area 90 -> 412")
    assert "→ 412" in shown(reply)
    assert "7 examples" in shown(reply)


async def test_the_same_lesson_by_the_same_member_is_said_to_count_once() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    assert "the same as #1" in shown(await chat.say("teach houses: size 1 -> 2"))


async def test_members_who_disagree_are_both_kept_and_told() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2", by="Ana")
    reply = await chat.say("teach houses: size 1 -> 3", by="Ben")
    assert "#1 says otherwise" in shown(reply)
    assert "2 examples" in shown(reply)


async def test_a_plain_sentence_with_an_arrow_is_saved_only_after_a_press() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    reply = await chat.hear("houses: size 2 -> 4")
    assert reply.tone is Tone.ASK
    assert "1 example" in shown(await chat.hear("task show houses"))
    reply = await chat.press(reply.choices[0])
    assert reply.title.startswith("Saved #2")


async def test_a_lesson_without_an_answer_says_what_is_missing() -> None:
    chat = Chat()
    await chat.say("teach houses: size 1 -> 2")
    reply = await chat.say("teach houses: size 3")
    assert reply.tone is Tone.ERROR
    assert "after an arrow" in shown(reply)
    assert "1 example" in shown(await chat.hear("task show houses"))


async def test_an_offer_is_taken_once_and_by_the_one_it_was_made_to() -> None:
    chat = Chat()
    reply = await chat.hear("teach houses: size 1 -> 2")
    [create, _] = reply.choices
    assert (await chat.press(create, by="Ben")).tone is Tone.ERROR
    assert (await chat.press(create, by="Ana")).tone is Tone.ASK
    assert (await chat.press(create, by="Ana")).tone is Tone.ERROR


async def test_labels_without_examples_are_named() -> None:
    chat = Chat()
    await chat.say(
        'task new name:triage predict:category labels:"bug, question" fields:"post: text"'
    )
    reply = await chat.say("teach triage: post: it crashes -> bug")
    assert 'still none for "question"' in shown(reply)


async def test_a_label_outside_the_list_is_not_saved_but_asked_for() -> None:
    chat = Chat()
    await chat.say(
        'task new name:triage predict:category labels:"bug, question" fields:"post: text"'
    )
    reply = await chat.say("teach triage: post: it crashes -> zebra")
    assert reply.tone is Tone.ASK
    assert "bug" in shown(reply)


async def test_teach_alone_opens_the_form_of_the_only_task() -> None:
    chat = Chat()
    assert (await chat.hear("teach")).form is None
    await chat.say("teach houses: size 1 -> 2")
    form = (await chat.hear("teach")).form
    assert form is not None
    assert [each.label for each in form.inputs] == ["size", "answer"]
    await chat.say("teach cats: weight 4 -> 9")
    assert (await chat.hear("teach")).form is None


_WALKS = (
    "task new name:walks predict:number unit:£ "
    'fields:"dog: category; duration: number min; weather: category"'
)
_STROLLS = (
    "task new name:遛狗 predict:number unit:元 "
    'fields:"狗: category; 时长: number 分钟; 天气: category"'
)


@pytest.mark.parametrize(
    ("task", "lesson"),
    [
        (_WALKS, "teach walks: dog Luna, 60 min, weather in the rain -> 18"),
        (_WALKS, "teach walks: Luna, 60 min, the weather in the rain -> 18"),
        (_STROLLS, "teach 遛狗: 豆豆, 60 分钟, 天气在下雨 -> 18"),
    ],
)
async def test_a_fields_own_name_is_no_part_of_its_value(task: str, lesson: str) -> None:
    chat = Chat()
    await chat.say(task)
    reply = await chat.say(lesson)
    assert reply.tone is Tone.ASK
    assert not (await chat.say("examples")).table


@pytest.mark.parametrize(
    ("task", "lesson", "saved"),
    [
        (_WALKS, "teach walks: Luna, 60 min, pouring rain -> 18", "weather pouring rain"),
        (_STROLLS, "teach 遛狗: 豆豆, 60 分钟, 大雨 -> 18", "天气 大雨"),
    ],
)
async def test_a_value_in_its_place_needs_no_name(task: str, lesson: str, saved: str) -> None:
    chat = Chat()
    await chat.say(task)
    assert saved in shown(await chat.say(lesson))


@pytest.mark.parametrize(
    ("task", "first", "lesson"),
    [
        (_WALKS, "dog Otto, 30 min", "teach walks: Otto and Luna together, 40 min -> 20"),
        (_WALKS, "dog Otto, 30 min", "teach walks: Luna & Otto, 40 min -> 20"),
        (_WALKS, "dog Otto, 30 min", "teach walks: dog: Otto or Luna, 40 min -> 20"),
        (_WALKS, "dog Otto, 30 min", "teach walks: dog Otto or Luna, 40 min -> 20"),
        (_STROLLS, "狗 豆豆, 30 分钟", "teach 遛狗: 豆豆和花花一起, 40 分钟 -> 20"),
        (_STROLLS, "狗 豆豆, 30 分钟", "teach 遛狗: 豆豆、花花，40 分钟 -> 20"),
    ],
)
async def test_a_known_name_joined_to_another_is_not_saved_alone(
    task: str, first: str, lesson: str
) -> None:
    chat = Chat()
    await chat.say(task)
    name = task.split("name:")[1].split(maxsplit=1)[0]
    await chat.say(f"teach {name}: {first} -> 10")
    assert (await chat.say(lesson)).tone is Tone.ASK


@pytest.mark.parametrize(
    ("task", "first", "lesson", "saved"),
    [
        (_WALKS, "Otto, 30 min, dry", "teach walks: Otto and dry, 40 min -> 20", "dog Otto"),
        (_WALKS, "Otto, 30 min, dry", "teach walks: Otto and me, 40 min -> 20", "dog Otto"),
        (_STROLLS, "豆豆, 30 分钟, 晴", "teach 遛狗: 豆豆和我, 40 分钟 -> 20", "狗 豆豆"),
    ],
)
async def test_a_known_name_beside_something_else_is_read(
    task: str, first: str, lesson: str, saved: str
) -> None:
    chat = Chat()
    await chat.say(task)
    name = task.split("name:")[1].split(maxsplit=1)[0]
    await chat.say(f"teach {name}: {first} -> 10")
    assert saved in shown(await chat.say(lesson))
