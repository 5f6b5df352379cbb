"""Files beside words that are about no file: it is said that they were not read."""

import pytest

from tests.bot.discord_app.stage import stage
from tests.local_discord import Upload

TEXT = Upload(filename="things.txt", data=b"a lamp\na chair\n")
TABLE = Upload(filename="dogs.csv", data=b"size,price\n1,2\n2,4\n3,6\n")
QUESTIONS = Upload(filename="sizes.csv", data=b"size\n1\n2\n3\n")


@pytest.mark.parametrize("said", ["houses: size 3?", "houses: size 7 -> 14", "help", "why"])
async def test_a_text_file_beside_a_sentence_is_said_not_to_be_read(said: str) -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, f"@Apprentice {said}", files=[TEXT])
        card = await on.ana.sees(on.channel, "Not read: things.txt.")
        assert "batch" in card.text
        assert "task import" in card.text


async def test_a_table_is_offered_and_the_file_after_it_said_not_to_be_read() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "@Apprentice learn this", files=[TABLE, TEXT])
        card = await on.ana.sees(on.channel, "Import dogs.csv?")
        assert "Not read: things.txt." in card.text
        await on.ana.type(on.channel, "@Apprentice import houses", files=[TABLE])
        alone = await on.ana.sees(on.channel, "Import dogs.csv?", after=card)
        assert "Not read" not in alone.text


async def test_a_table_of_questions_names_the_command_that_answers_them() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        await on.ana.type(on.channel, "@Apprentice how much are these houses?", files=[QUESTIONS])
        card = await on.ana.sees(on.channel, "Import sizes.csv?")
        refused = await (await on.ana.press(card, "Into houses")).reply()
        assert "batch" in refused.text
