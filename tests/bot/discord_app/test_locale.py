"""Each member reads their own language."""

from typing import cast

from bot.discord_app.commands import app_commands_of
from core.assistant.wording import CATALOGUES
from tests.bot.discord_app.stage import stage


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
