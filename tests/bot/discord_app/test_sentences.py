"""Plain sentences: by mention, in direct messages, and as replies."""

import re

from tests.bot.discord_app.stage import stage
from tests.local_discord import ChannelKind, Upload
from tests.local_discord.components import texts


async def test_a_mention_is_answered_below_the_message_without_pinging() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ben.type(on.channel, "@Apprentice houses: size 3?")
        answer = await on.ana.sees(on.channel, "houses: 6")
        assert answer.reply_to is said
        assert answer.pinged == []
        assert answer.labels == ["Right", "It was…", "Why?", "Edit what I read"]


async def test_a_lesson_in_a_sentence_is_only_proposed_until_its_author_saves_it() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 14")
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        by_ben = await (await on.ben.press(card, "Save it")).reply()
        assert "put to somebody else" in by_ben.text
        assert by_ben.is_ephemeral
        saved = await (await on.ana.press(card, "Save it")).reply()
        assert saved is card
        assert "Saved #6" in card.text


async def test_direct_messages_need_no_mention_and_are_a_community_of_their_own() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.ana.direct, "houses: size 3?")
        none = await on.ana.sees(on.ana.direct, "Nothing to predict yet")
        assert none.reply_to
        assert "apart from every server: ask there" in none.text
        await on.ana.type(on.ana.direct, "teach cats: weight 4 -> 9")
        card = await on.ana.sees(on.ana.direct, 'There is no task "cats"')
        card = await (await on.ana.press(card, "Create it")).reply()
        card = await (await on.ana.press(card, "I agree")).reply()
        assert "Saved #1 (cats)" in card.text


async def test_what_is_not_said_to_the_bot_is_not_heard() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "houses: size 3?")
        await on.ana.type(on.channel, "@Apprentice help")
        await on.ana.sees(on.channel, "Teach me by examples")
        assert not any("houses: 6" in m.text for m in on.ana.sees_now(on.channel))


async def test_a_reply_to_an_answer_puts_it_right_once_it_is_saved() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "@Apprentice houses: size 3?")
        answer = await on.ana.sees(on.channel, "houses: 6")
        await on.ana.type(on.channel, "it sold for 7", reply_to=answer)
        card = await on.ana.sees(on.channel, "Shall I learn that ?1 was 7?")
        saved = await (await on.ana.press(card, "Save it")).reply()
        assert "Learned as #6, thanks Ana." in saved.text
        await on.ana.type(on.channel, "and of size 4 with a garden?", reply_to=answer)
        await on.ana.sees(on.channel, lambda m: "size 4" in m.text and m.author is on.local.bot)


async def test_a_reply_to_a_commands_answer_is_heard_where_it_mentions_the_bot() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.zoe.run(on.channel, "/task edit", task="houses", answers="public")
        asked = await on.ana.run(on.channel, "/ask", task="houses", text="size 3")
        answer = await asked.reply()
        await on.ana.type(on.channel, "@Apprentice it was 7", reply_to=answer)
        await on.ana.sees(on.channel, "Shall I learn that ?1 was 7?")
        await on.ana.type(on.channel, "@Apprentice and with size 4?", reply_to=answer)
        await on.ana.sees(on.channel, lambda m: "size 4" in m.text and m.author is on.local.bot)
        await on.ana.type(on.channel, "@Apprentice 2 too high", reply_to=answer)
        await on.ana.sees(on.channel, "To put ?1 right")


async def test_a_table_in_a_mention_or_alone_in_a_direct_message_is_offered() -> None:
    table = Upload(filename="dogs.csv", data=b"size,price\n1,2\n2,4\n3,6\n")
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "@Apprentice please learn this", files=[table])
        card = await on.ana.sees(on.channel, "Import dogs.csv?")
        assert card.labels[:2] == ["New task dogs", "Into houses"]
        await on.ana.type(on.ana.direct, files=[table])
        direct = await on.ana.sees(on.ana.direct, "Import dogs.csv?")
        assert direct.labels[0] == "New task dogs"
        shown = await (await on.ana.press(direct, "New task dogs")).reply()
        assert '3 rows for a new task "dogs"' in shown.text


async def test_a_table_in_another_encoding_is_read_the_same_on_every_way() -> None:
    rows = "评论,类别\n太好了😀,好\n❤ok,好\n差,坏\n不行,坏\n"
    table = Upload(filename="t.csv", data=rows.encode("gb18030"))
    async with stage() as on, on.bot():
        by_command = await on.ana.run(on.channel, "/task import", task="评论", file=table)
        shown = (await by_command.reply()).text
        await on.ana.type(on.channel, "@Apprentice import 评论", files=[table])
        card = await on.ana.sees(on.channel, "Import t.csv?")
        offered = await (await on.ana.press(card, "New task 评论")).reply()
        assert "太好了😀" in shown
        assert offered.text == shown


async def test_a_channel_bound_to_a_task_means_it_in_threads_and_forum_posts_too() -> None:
    async with stage() as on:
        forum = on.local.channel("help", on.guild, kind=ChannelKind.FORUM)
        async with on.bot():
            await on.triage()
            await on.teach_houses()
            bound = await (await on.zoe.run(on.channel, "/task bind", task="triage")).reply()
            assert "This channel is about triage now." in bound.text
            thread = on.local.thread("glyphs", on.channel)
            await on.ana.type(thread, "@Apprentice it flickers")
            assert "rendering" in (await on.ana.sees(thread, "triage:")).text
            post = await on.ana.post(forum, "Flickering", "it flickers, help")
            exchange = await on.zoe.run(post, "/task bind", task="triage")
            assert "is about triage" in (await exchange.reply()).text
            await on.ana.type(post, "@Apprentice it flickers")
            await on.ana.sees(post, "triage:")


async def test_a_forum_is_bound_by_its_name_and_freed_again() -> None:
    async with stage() as on:
        forum = on.local.channel("help", on.guild, kind=ChannelKind.FORUM)
        async with on.bot():
            await on.triage()
            await on.teach_houses()
            bound = await on.zoe.run(on.channel, "/task bind", task="triage", channel=forum)
            assert "#help is about triage now." in (await bound.reply()).text
            post = await on.ana.post(forum, "Flickering", "it flickers, help")
            await on.ana.type(post, "@Apprentice it flickers")
            await on.ana.sees(post, "triage:")
            freed = await on.zoe.run(on.channel, "/task unbind", channel=forum)
            assert "not about one task any more" in (await freed.reply()).text


async def test_commands_in_a_reply_can_be_clicked() -> None:
    async with stage() as on, on.bot():
        shown = await (await on.ana.run(on.channel, "/help")).reply()
        assert "/task list" in shown.text
        [content, *_] = texts(shown.components)
        assert re.search(r"</task list:\d+>", content)
        assert re.search(r"</teach:\d+>", content)


async def test_a_form_is_opened_from_a_message_and_long_lists_are_turned_over() -> None:
    async with stage() as on, on.bot():
        await on.ana.type(on.channel, "@Apprentice task new")
        card = await on.ana.sees(on.channel, "What shall I learn to predict?")
        form = await (await on.ana.press(card, "Fill in the form…")).modal()
        sent = await on.ana.submit(form, {"Name": "sizes", "Predicts": "number"})
        assert 'Task "sizes" is ready.' in (await sent.reply()).text
        await on.teach_houses()
        for size in range(6, 18):
            exchange = await on.ana.run(
                on.channel, "/teach", task="houses", lesson=f"size {size} -> {2 * size}"
            )
            await exchange.reply()
        listed = await (await on.ana.run(on.channel, "/examples list", task="houses")).reply()
        assert "#17 size 17" in listed.text
        turned = await (await on.ana.press(listed, "Older…")).reply()
        assert turned is listed
        assert "#1 size 1 " in listed.text


async def test_a_reply_in_words_presses_the_button_of_an_offer() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        for words, outcome in (("yes, please", "Saved #6"), ("不要", "nothing was changed")):
            await on.ana.type(on.channel, f"@Apprentice houses: size 7 -> 14, {words}")
            card = await on.ana.sees(on.channel, f"14, {words}")
            said = await on.ben.type(on.channel, words, reply_to=card)
            not_his = "问别人" if words == "不要" else "put to somebody else"
            await on.ben.sees(on.channel, not_his, after=said)
            assert card.labels
            await on.ana.type(on.channel, words, reply_to=card)
            await on.ana.sees(on.channel, outcome)


async def test_words_typed_while_a_card_is_open_are_about_that_card() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        for words, outcome in (
            ("undo", "nothing was changed"),
            ("取消", "nothing was changed"),
            ("no, 14", "Shall I learn it with answer 14"),
            ("yes", "Saved #6"),
        ):
            if outcome != "Saved #6":
                lesson = await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 24")
                await on.ana.sees(on.channel, "Shall I learn this?", after=lesson)
            said = await on.ana.type(on.channel, f"@Apprentice {words}")
            await on.ana.sees(on.channel, outcome, after=said)
        said = await on.ana.type(on.channel, "@Apprentice undo")
        await on.ana.sees(on.channel, "#6", after=said)


async def test_a_reply_to_an_offer_puts_its_lesson_right() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        for words in ("no, 14", "不对，是十四"):
            lesson = await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 24")
            card = await on.ana.sees(on.channel, "Shall I learn this?", after=lesson)
            said = await on.ana.type(on.channel, words, reply_to=card)
            amended = await on.ana.sees(on.channel, "Shall I learn it with", after=said)
            assert "14" in amended.text
            await (await on.ana.press(amended, "No")).reply()


async def test_a_far_lesson_with_a_label_counts_once_it_is_confirmed() -> None:
    async with stage() as on, on.bot():
        for km, label in ((5, "easy"), (8, "hard"), (6, "easy")):
            await on.settled(on.ana, "hikes", f"km {km} -> {label}")
        for number, words in ((4, ""), (5, "yes")):
            lesson = await on.ana.type(on.channel, "@Apprentice hikes: km 9000 -> hard")
            card = await on.ana.sees(on.channel, "Shall I learn this?", after=lesson)
            held = await (await on.ana.press(card, "Save it")).reply()
            assert "far outside" in held.text
            if words:
                said = await on.ana.type(on.channel, words, reply_to=held)
                await on.ana.sees(on.channel, f"Saved #{number}", after=said)
            else:
                saved = await (await on.ana.press(held, "Yes, hard")).reply()
                assert f"Saved #{number}" in saved.text


async def test_a_reply_to_a_saved_card_puts_that_example_right() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.settled(on.ana, "cats", "size 1 -> 1")
        await on.ana.type(on.channel, "@Apprentice houses: size 7 -> 24")
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        await (await on.ana.press(card, "Save it")).reply()
        await on.settled(on.ana, "houses", "size 8 -> 16")
        for words in ("my mistake, it was 14", "说错了，是14", "14"):
            said = await on.ana.type(on.channel, words, reply_to=card)
            which = await on.ana.sees(on.channel, "of #7 is 14?", after=said)
            assert which.labels == ["size 14", "answer 14", "None of these"]
        said = await on.ana.type(on.channel, "-> 14", reply_to=card)
        asked = await on.ana.sees(on.channel, "Change #7: answer 14?", after=said)
        said = await on.ana.type(on.channel, "sorry, that was quite wrong", reply_to=card)
        await on.ana.sees(on.channel, "A lesson is changed so", after=said)
        said = await on.ben.type(on.channel, "no, 13", reply_to=card)
        refused = await on.ben.sees(on.channel, "#7", after=said)
        assert "Change it" not in refused.labels
        changed = await (await on.ana.press(asked, "Change it")).reply()
        assert "size 7 → 14" in changed.text
        said = await on.ana.type(on.channel, "undo", reply_to=card)
        told = await on.ana.sees(on.channel, "#7 was changed after that", after=said)
        assert told.labels == ["Undo that"]


async def test_a_question_in_reply_to_a_saved_card_is_of_that_cards_task() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.settled(on.ana, "cats", "size 1 -> 1")
        await on.ana.type(on.channel, "@Apprentice cats: size 7 -> 24")
        card = await on.ana.sees(on.channel, "Shall I learn this?")
        await (await on.ana.press(card, "Save it")).reply()
        for words, answer in (("and size 9?", "cats: "), ("houses: size 9?", "houses: ")):
            said = await on.ana.type(on.channel, words, reply_to=card)
            await on.ana.sees(on.channel, answer, after=said)


async def test_a_member_who_is_mentioned_is_shown_by_name_and_never_by_id() -> None:
    async with stage() as on:
        tom = on.local.member("Tom 7", on.guild)
        async with on.bot():
            await on.teach_houses()
            await on.ana.type(on.channel, f"@Apprentice houses: <@{tom.user.id}> sold size 6 -> 12")
            card = await on.ana.sees(on.channel, "Shall I learn this?")
            assert "Tom sold" in card.text
            assert str(tom.user.id) not in card.text
            await on.ana.type(on.channel, f"@Apprentice houses: <@{tom.user.id}> size 6?")
            answer = await on.ana.sees(on.channel, "Tom size 6")
            assert str(tom.user.id) not in f"{answer.text} {answer.labels}"
