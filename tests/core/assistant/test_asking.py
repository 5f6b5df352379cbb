from core.assistant.reply import Tone
from tests.core.assistant.chatting import Chat, shown
from tests.core.assistant.test_teaching import taught_houses


async def test_an_answer_has_a_number_an_interval_and_what_was_read() -> None:
    chat = Chat()
    await taught_houses(chat)
    reply = await chat.hear("ask houses: size 6")
    assert reply.tone is Tone.ANSWER
    assert "80 %" in reply.title
    assert "size 6" in shown(reply)
    assert "?1" in shown(reply)
    assert "5 examples" in shown(reply)
    assert "(Ana)" in shown(reply)
    assert [choice.label for choice in reply.choices] == [
        "Right",
        "It was…",
        "Why?",
        "Edit what I read",
    ]


async def test_a_plain_question_needs_no_command() -> None:
    chat = Chat()
    await taught_houses(chat)
    assert (await chat.hear("what would a house of size 3 go for?")).tone is Tone.ANSWER
    assert (await chat.hear("houses: size 3")).tone is Tone.ANSWER


async def test_a_correction_becomes_an_example_and_shows_what_changed() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.hear("ask houses: size 6")
    reply = await chat.press("It was…", filled={"truth": "15"})
    assert "Learned as #6, thanks Ana" in reply.title
    assert "I'd now say" in shown(reply)
    assert "size 6 → 15" in shown(reply)


async def test_a_correction_can_be_typed() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.hear("ask houses: size 6")
    await chat.hear("ask houses: size 7")
    assert "size 7 → 15" in shown(await chat.say("correct 15"))
    assert "size 6 → 13" in shown(await chat.say("correct ?1 13"))


async def test_anybody_may_correct_an_answer_that_all_were_shown_after_agreeing() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.hear("task edit houses answers:public")
    reply = await chat.hear("ask houses: size 6", by="Ana")
    correct = reply.choices[1]
    reply = await chat.press(correct, by="Ben", filled={"truth": "13"})
    assert reply.tone is Tone.ASK
    reply = await chat.press(reply.choices[0], by="Ben")
    assert "thanks Ben" in reply.title


async def test_a_task_without_examples_says_so() -> None:
    chat = Chat()
    await chat.say('task new name:houses predict:number fields:"size: number"')
    reply = await chat.hear("ask houses: size 6")
    assert reply.tone is Tone.ERROR
    assert "taught" in shown(reply)


async def test_a_category_is_declined_until_two_labels_are_taught() -> None:
    chat = Chat()
    await chat.say("teach triage: post: it crashes at start -> bug")
    reply = await chat.hear("ask triage: post: it crashes again")
    assert reply.tone is Tone.ERROR
    assert "at least one other label" in shown(reply)
    await chat.say("teach triage: post: how do I install it -> question")
    assert "bug 50 %" in (await chat.hear("ask triage: post: it crashes again")).title


async def test_right_makes_an_example_of_a_category_but_not_of_a_number() -> None:
    chat = Chat()
    await chat.say("teach triage: post: it crashes at start -> bug")
    await chat.say("teach triage: post: how do I install it -> question")
    await chat.hear("ask triage: post: crash crash")
    assert "#3" in (await chat.press("Right")).title
    await taught_houses(chat)
    await chat.hear("ask houses: size 6")
    await chat.press("Right")
    assert "5 examples" in shown(await chat.hear("task show houses"))


async def test_why_names_the_examples_and_their_teachers() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.hear("ask houses: size 6")
    reply = await chat.press("Why?")
    assert "#1 size 1 | → 2" in shown(reply)
    assert "Teachers move it by: Ana +5.00" in shown(reply)
    assert shown(await chat.hear("why")) == shown(reply)
    assert shown(await chat.hear("why ?1")) == shown(reply)


async def test_the_task_is_asked_for_when_several_fit() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.say("teach ships: size 1 -> 100")
    reply = await chat.hear("size 3")
    assert reply.tone is Tone.ASK
    assert [choice.label for choice in reply.choices] == ["houses", "ships", "None of these"]
    reply = await chat.press("ships")
    assert reply.title.startswith("ships:")


async def test_the_task_that_fits_alone_is_taken() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.say("teach boats: length 3, sails 2 -> 100")
    assert (await chat.hear("length 4, sails 1")).title.startswith("boats:")


async def test_a_question_for_a_task_that_is_not_there_says_so() -> None:
    chat = Chat()
    assert "Nothing to predict yet" in (await chat.hear("prices: 3 rooms")).title
    await taught_houses(chat)
    reply = await chat.hear("prices: 3 rooms")
    assert reply.title == 'There is no task "prices" here. Tasks: houses.'


async def test_help_on_a_topic_may_be_asked_for_in_any_form() -> None:
    chat = Chat()
    about = await chat.hear("help privacy")
    for line in ("help privacy erase", "help Privacy"):
        assert await chat.hear(line) == about
    assert await chat.hear("help tasks") == await chat.hear("help task")


async def test_nonsense_gets_a_sentence_and_changes_nothing() -> None:
    chat = Chat()
    for line in ("", "?", "blah", "teach", "ask", "correct", "why ?99", "->", "undo", "::", "a: b"):
        reply = await chat.hear(line)
        assert reply.title


async def test_nothing_crosses_between_communities() -> None:
    chat = Chat()
    other = Chat(community="terminal:other", open_work=chat.open_work)
    await taught_houses(chat)
    asked = await chat.hear("ask houses: size 6")
    assert (await other.hear("ask houses: size 6")).tone is Tone.ERROR
    assert (await other.hear("examples show 1")).tone is Tone.ERROR
    for choice in asked.choices:
        assert (await other.press(choice, filled={"truth": "1"})).tone is Tone.ERROR
    reply = await other.say("teach houses: size 1 -> 7")
    assert reply.title == "Saved #1 (houses)."


async def test_the_button_that_puts_an_answer_right_fits_what_is_asked() -> None:
    chat = Chat()
    await chat.say('task new name:flats predict:number unit:€ fields:"area: number"')
    for area in (40, 50, 60, 70, 80):
        await chat.say(f"teach flats: area {area} -> {area}00")
    asked = await chat.hear("ask flats: area 90")
    assert asked.choices[1].label == "It sold for…"
    assert '"It sold for…" teaches it to me.' in shown(await chat.press("Right"))
    await chat.say('task new name:posts predict:category labels:"bug, idea" fields:"post: text"')
    await chat.say("teach posts: post: it fails -> bug")
    await chat.say("teach posts: post: add a button -> idea")
    asked = await chat.hear("ask posts: post: it hangs")
    assert [choice.label for choice in asked.choices][:3] == ["Right", "Wrong…", "Why?"]


async def test_an_answer_none_of_whose_labels_fits_is_noted_and_teaches_nothing() -> None:
    chat = Chat()
    labels = 'labels:"bug, idea, spam"'
    await chat.say(f'task new name:posts predict:category {labels} fields:"post: text"')
    await chat.say("teach posts: post: it fails -> bug")
    await chat.say("teach posts: post: add a button -> idea")
    await chat.hear("ask posts: post: who is in?")
    noted = await chat.press("None of these")
    assert noted.title == "Noted for ?1: none of these."
    assert "task edit posts labels:…" in shown(noted)
    assert "2 examples" in shown(await chat.hear("task show posts"))


async def test_a_model_that_is_no_better_than_a_rule_says_so() -> None:
    chat = Chat()  # whose predictor always says the mean
    for size in (1, 2, 3, 10):
        await chat.say(f"teach houses: size {size} -> {2 * size}")
    assert 'Not better than "2 × size" yet.' in shown(await chat.hear("ask houses: size 4"))


async def test_members_who_judge_one_answer_alike_are_witnesses_of_one_lesson() -> None:
    chat = Chat()
    await taught_houses(chat)
    await chat.hear("task edit houses answers:public")
    await chat.say("ask houses: size 7")
    assert "#6" in shown(await chat.say("correct 15"))
    assert "already, as #6" in shown(await chat.say("correct ?1 15"))
    reply = shown(await chat.say("correct ?1 15", by="Ben"))
    assert "#6 says so already. Thanks, Ben" in reply
    assert "6 examples" in shown(await chat.hear("task show houses"))
    assert "7 examples" in shown(await chat.say("correct ?1 16", by="Cem"))
