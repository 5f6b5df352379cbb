"""Film night: members rate, each gets their own answer, and nobody sees a single rating."""

from core.assistant.incoming import Attachment
from core.assistant.reply import Reply, Tone
from core.domain.example import Example
from core.domain.ratings import means_from_json, means_name
from core.domain.task import Task
from tests.core.assistant.chatting import Chat, shown

FIELDS = "title: item; genre: category; year: number; length: number min; director: category"
ARRIVAL = "Arrival, sci-fi, 2016, 116 min, Villeneuve"


async def film_night() -> Chat:
    """Return a community that rates films; all are shown what it answers."""
    chat = Chat()
    await chat.say(f'task new name:films predict:rating scale:1-5 fields:"{FIELDS}"')
    await chat.say("task edit films answers:public")
    return chat


async def rated(chat: Chat, *ratings: tuple[str, str, int]) -> None:
    for who, lesson, rating in ratings:
        await chat.say(f"teach films: {lesson} -> {rating}", by=who)


async def films(chat: Chat) -> tuple[Task, list[Example]]:
    async with chat.open_work() as work:
        [task] = await work.tasks.all(chat.sender("Ana").community)
        return task, [e for e in await work.examples.changed_since(task.id, 0) if e.counts]


def buttons(reply: Reply) -> list[str]:
    return [choice.label for choice in reply.choices]


async def test_a_rating_task_says_its_scale_and_who_rates() -> None:
    reply = await (await film_night()).hear("task show films")
    assert "title (item)" in shown(reply)
    assert "answer (1–5)" in shown(reply)
    assert "rater (member)" in shown(reply)


async def test_an_unknown_scale_is_refused_by_what_came() -> None:
    reply = await Chat().hear('task new name:films predict:rating scale:good fields:"title: item"')
    assert reply.tone is Tone.ERROR
    assert "'good'" in shown(reply)


async def test_a_film_is_read_in_order_and_answered_with_rating_buttons() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", ARRIVAL, 5))
    reply = await chat.hear("ask films: Dune, sci-fi, 2021, 155 min, Villeneuve")
    assert "title Dune · genre sci-fi · year 2021 · length 155 min" in shown(reply)
    assert buttons(reply) == ["1", "2", "3", "4", "5", "Why?", "Edit what I read"]
    assert "rater" not in shown(reply)


async def test_each_members_press_is_their_own_rating() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", ARRIVAL, 5))
    asked = await chat.hear("ask films: Dune")
    await chat.press(asked.choices[3], by="Ana")
    consent = await chat.press(asked.choices[1], by="Ben")
    assert consent.tone is Tone.ASK
    assert "nobody is shown a single rating" in shown(consent)
    reply = await chat.press(consent.choices[0], by="Ben")
    assert "2 votes." in shown(reply)
    assert "I said" not in shown(reply)
    task, examples = await films(chat)
    assert task.rater is not None
    found = [(e.author, e.values[task.rater.key], e.target) for e in examples[1:]]
    assert found == [("test:ana", "test:ana", 4.0), ("test:ben", "test:ben", 2.0)]


async def test_pressing_again_changes_ones_rating() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", ARRIVAL, 5))
    asked = await chat.hear("ask films: Dune")
    for place in (3, 1):
        reply = await chat.press(asked.choices[place])
    assert "1 vote. I said 5." in shown(reply)
    await chat.say("teach films: title Dune -> 3")
    assert [e.target for e in (await films(chat))[1]] == [5.0, 3.0]


async def test_the_mean_is_shown_once_it_hides_each_single_rating() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", ARRIVAL, 5), ("Ben", "Arrival", 4))
    reply = await chat.say("teach films: Arrival -> 3", by="Cem")
    assert "3 votes, mean 4." in shown(reply)
    assert "4.5" not in shown(reply)


async def test_two_means_tell_nobodys_rating() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", ARRIVAL, 5), ("Ben", "Arrival", 4), ("Cem", "Arrival", 3))
    for who, rating, votes in (("Dan", 1, 4), ("Dan", 5, 4), ("Eve", 1, 5)):
        reply = await chat.say(f"teach films: Arrival -> {rating}", by=who)
        assert f"{votes} votes; with 3 the mean was 4." in shown(reply)
    await chat.say("undo", by="Eve")
    reply = await chat.say("teach films: Arrival -> 2", by="Eve")
    assert "with 3 the mean was 4." in shown(reply)
    reply = await chat.say("teach films: Arrival -> 2", by="Fay")
    assert "6 votes, mean 3.5." in shown(reply)
    reply = await chat.say("teach films: Arrival -> 1", by="Ana")
    assert "mean 3.5." in shown(reply)


async def test_a_known_film_brings_its_side_fields_along() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", ARRIVAL, 5), ("Ben", "Heat", 3))
    assert "director Villeneuve" in shown(await chat.hear("ask films: Arrival", by="Ben"))


async def test_nobody_sees_what_another_member_rated() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", "Arrival", 5), ("Ana", "Heat", 2), ("Ben", "Heat", 4))
    for line in ("ask films: Heat", "why", "examples list films", "examples review films"):
        said = shown(await chat.hear(line, by="Ben"))
        assert "→ 5" not in said, line
        assert "→ 2" not in said, line
        assert "Ana" not in said, line
    for line in ("examples show 2", "examples edit 2: Heat -> 1", "examples delete 2"):
        reply = await chat.hear(line, by="Ben")
        assert reply.tone is Tone.ERROR, line
        assert "→ 2" not in shown(reply)
    assert "#3" in shown(await chat.hear("examples list films", by="Ben"))


async def test_not_even_the_tasks_maker_sees_or_changes_a_single_rating() -> None:
    chat = await film_night()
    await rated(chat, ("Ben", "Heat", 4))
    assert (await chat.hear("examples show 1", by="Ana")).tone is Tone.ERROR
    assert (await chat.hear("examples delete 1", by="Ana")).tone is Tone.ERROR


async def test_why_names_fields_and_answers_whoever_presses() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", "Arrival", 5), ("Ben", "Heat", 4))
    await chat.hear("ask films: Heat", by="Ana")
    reply = await chat.hear("why ?1", by="Ben")
    assert not (reply.table and reply.table.rows)
    assert "Thanks" not in shown(reply)
    assert "When ?1 was asked" not in shown(reply)


async def test_an_export_holds_only_what_enough_members_rated_and_no_names() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", "Heat", 2), *((who, "Arrival", 4) for who in ("Ana", "Ben", "Cem")))
    for form in ("csv", "jsonl"):
        reply = await chat.hear(f"task export films format:{form}")
        text = reply.files[0].content.decode()
        assert text.count("Arrival") == 3
        assert "Heat" not in text
        assert "test:" not in text.replace('"created_by": "test:ana"', "")
        assert "Ana" not in text
        assert "1 rating left out" in shown(reply)


async def test_an_exported_task_comes_back_as_a_task_of_ratings() -> None:
    chat = await film_night()
    await rated(chat, *((who, "Arrival", 4) for who in ("Ana", "Ben", "Cem")))
    [file] = (await chat.hear("task export films format:jsonl")).files
    reply = await chat.say("task import nights films.jsonl", file=file)
    assert "answer (1–5)" in shown(reply)
    assert (await chat.hear("ask nights: Arrival")).choices[4].label == "5"


async def test_a_form_gives_the_scale_where_a_number_has_its_unit() -> None:
    chat = Chat()
    form = (await chat.hear("task new")).choices[0]
    filled = {"name": "books", "predict": "rating", "fields": "title: item", "unit": "0-10"}
    assert "answer (0–10)" in shown(await chat.press(form, filled=filled))


async def test_a_long_scale_is_typed_instead_of_pressed() -> None:
    chat = Chat()
    await chat.say('task new name:wines predict:rating scale:80-100 fields:"wine: item"')
    await chat.say("teach wines: Barolo -> 92")
    reply = await chat.hear("ask wines: Barolo")
    assert buttons(reply) == ["Right", "It was…", "Why?", "Edit what I read"]


async def test_ones_own_privacy_export_holds_ones_ratings() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", "Heat", 2), ("Ben", "Heat", 4))
    text = (await chat.hear("privacy export", by="Ben")).files[0].content.decode()
    assert '"target": 4.0' in text
    assert '"target": 2.0' not in text


async def test_an_imported_file_is_the_senders_own_ratings_the_last_of_each_item() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", "Heat", 2))
    file = Attachment(
        name="mine.csv", content=b"title,rater,answer\nHeat,Ben,5\nJaws,Ben,1\nJaws,Ben,3\n"
    )
    await chat.say("task import films mine.csv", file=file)
    task, examples = await films(chat)
    assert task.rater is not None
    assert sorted(e.target for e in examples if isinstance(e.target, float)) == [3.0, 5.0]
    assert {e.values[task.rater.key] for e in examples} == {"test:ana"}


async def test_opting_out_leaves_the_ratings_but_not_whose_they_are() -> None:
    chat = await film_night()
    await rated(chat, ("Ana", "Heat", 2))
    await chat.say("privacy opt-out")
    task, [example] = await films(chat)
    assert task.rater is not None
    assert task.rater.key not in example.values
    assert example.target == 2.0


async def test_a_rating_outside_the_scale_is_asked_for_with_the_scale() -> None:
    chat = await film_night()
    for said in ("6", "0", "3.5", "great"):
        reply = await chat.say(f"teach films: title Heat -> {said}")
        assert reply.tone is Tone.ASK
    assert "1–5" in shown(await chat.say("teach films: title Heat -> 6"))


async def test_ratings_are_said_in_stars_and_out_of_five() -> None:
    chat = await film_night()
    for film, said in (("Heat", "★★★★☆"), ("Jaws", "3/5"), ("Alien", "2 out of 5"), ("Big", "1")):
        assert (await chat.say(f"teach films: {film} -> {said}")).tone is Tone.DONE
    assert [e.target for e in (await films(chat))[1]] == [4.0, 3.0, 2.0, 1.0]


async def test_who_rates_is_never_typed_retyped_or_removed() -> None:
    chat = await film_night()
    reply = await chat.hear("ask films: Heat, rater: Ben")
    assert "rater Ben" not in shown(reply)
    for change in ("remove:rater", "retype:rater to:text", "retype:genre to:member"):
        assert (await chat.hear(f"task edit films {change}")).tone is Tone.ERROR, change
    assert (await chat.say("task edit films rename:rater to:who")).tone is Tone.DONE


async def test_a_mean_that_was_told_when_each_had_its_own_setting_still_hides_the_next() -> None:
    chat = await film_night()
    await rated(chat, *((who, "Arrival", 4) for who in ("Ana", "Ben", "Cem")))
    task, examples = await films(chat)
    async with chat.open_work() as work:
        name = means_name(task.id)
        [(digest, told)] = means_from_json(await work.settings.get(task.community, name)).items()
        await work.settings.put(task.community, name, None)
        old = [examples[-1].revision, told.mean, told.count]
        await work.settings.put(task.community, f"mean {task.id} {digest}", old)
    reply = await chat.say("teach films: Arrival -> 1", by="Dan")
    assert "with 3 the mean was 4." in shown(reply)


async def test_another_rating_of_ones_own_keeps_what_was_said_of_the_item() -> None:
    chat = Chat()
    fields = "stall: item; taste: category"
    await chat.say(f'task new name:stalls predict:rating scale:1-5 fields:"{fields}"')
    await chat.say("teach stalls: stall Old Wang, taste sweet -> 5", by="Ana")
    await chat.say("teach stalls: stall Old Wang, taste hot -> 4", by="Ben")
    await chat.say("teach stalls: stall Old Wang -> 4", by="Ana")
    assert "taste sweet" in shown(await chat.hear("examples show 1", by="Ana"))
