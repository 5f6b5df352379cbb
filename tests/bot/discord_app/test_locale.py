"""Each member reads their own language."""

from typing import cast

import discord
import pytest

from bot.discord_app.commands import app_commands_of
from core.assistant.languages import is_chinese
from core.assistant.wording import CATALOGUES, language_of, say
from tests.bot.discord_app.stage import stage
from tests.local_discord import Allow


async def test_a_member_who_reads_chinese_is_answered_in_chinese() -> None:
    async with stage() as on:
        lin = on.local.member("Lin", on.guild, locale="zh-CN")
        async with on.bot():
            await on.teach_houses()
            card = await (await lin.run(on.channel, "/ask", text="size 3")).reply()
            assert card.labels == ["对", "其实是…", "为什么？", "修改我读到的内容"]
            assert "5 个例子" in card.text
            await lin.type(on.channel, "@Apprentice houses: 大小 size 3")
            assert "个例子" in (await lin.sees(on.channel, "houses: 6")).text


async def test_the_commands_are_described_in_chinese_too() -> None:
    async with stage() as on, on.bot():
        [registered] = on.local.requests("PUT", "/applications/{application_id}/commands")
        described = {
            c["name"]: c.get("description_localizations")
            for c in cast("list[dict[str, object]]", registered.body)
        }
        assert described["help"] == {"zh-CN": "可以说什么，附例子", "zh-TW": "可以说什么，附例子"}


def test_every_command_and_option_is_worded() -> None:
    assert len(app_commands_of()) == 15
    assert {"en", "zh"} == set(CATALOGUES)


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh-CN", "zh"),
        ("zh-TW", "zh"),
        ("en-US", "en"),
        ("en-GB", "en"),
        ("de", "en"),
        ("ja", "en"),
    ],
)
def test_a_locale_is_spoken_to_in_the_nearest_language(locale: str, language: str) -> None:
    assert locale in {each.value for each in discord.Locale}
    assert language_of(locale) == language
    assert say("undo", locale=locale) == CATALOGUES[language]["undo"]


async def test_a_template_and_its_answers_are_chinese_for_who_reads_traditional_script() -> None:
    async with stage() as on:
        lin = on.local.member("Lin", on.guild, locale="zh-TW")
        role = on.local.role("Keepers", on.guild, permissions=int(Allow.MANAGE_GUILD))
        on.local.give(lin, role)
        async with on.bot():
            made = await (await lin.run(on.channel, "/setup", template="turnout")).reply()
            assert "任务“到场”准备好了。" in made.text
            assert made.labels == ["教一个", "导入 CSV"]


async def test_who_writes_chinese_is_answered_so_until_a_command_tells_their_language() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ben.type(on.channel, "@Apprentice 你好，这个机器人怎么用？")
        await on.ben.sees(on.channel, "用例子教我", after=said)
        said = await on.ben.type(on.channel, "@Apprentice houses: size 3")
        await on.ben.sees(on.channel, "个例子", after=said)
        await (await on.ben.run(on.channel, "/help")).reply()
        said = await on.ben.type(on.channel, "@Apprentice 大小 3？")
        await on.ben.sees(on.channel, "What I can be asked", after=said)


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        *(("排队：周三，人数3", True), ("ferry 排队 queue", False), ("how long?", False)),
        ('task new name:聚餐 predict:number unit:元 fields:"人数: number; 喝酒: yes/no"', True),
        ('task new name:flats predict:number fields:"area: number m²; 区: category"', False),
        *(("東京の天気は？", False), ("", False), ("3", False)),
    ],
)
def test_a_text_mostly_of_han_characters_is_chinese(text: str, *, is_it: bool) -> None:
    assert is_chinese(text) is is_it


async def test_who_says_in_which_language_is_answered_so_where_they_write() -> None:
    async with stage() as on, on.bot():
        await on.teach_houses()
        said = await on.ben.type(on.channel, "@Apprentice speak Chinese")
        await on.ben.sees(on.channel, "从现在起你写的话我用中文回答", after=said)
        await (await on.ben.run(on.channel, "/help")).reply()
        said = await on.ben.type(on.channel, "@Apprentice houses: size 3")
        await on.ben.sees(on.channel, "个例子", after=said)
