"""Communities with several tasks, for tests of what is typed after an answer."""

from datetime import datetime, timedelta
from itertools import count

from core.assistant.reply import Tone
from tests.core.assistant.chatting import NOW, Chat
from tests.fakes import memory_work

FLATS = (
    "task new name:flats predict:number unit:€ target:price "
    'fields:"area: number m²; rooms: number; district: category; balcony: yes/no"'
)
FERRY = (
    "task new name:ferry predict:number unit:min target:time "
    'fields:"wind: number km/h; rain: yes/no"'
)
MARKET = (
    "task new name:菜价 predict:number unit:元 target:价格 "
    'fields:"品种: category; 重量: number 斤; 晴天: yes/no"'
)


class Time:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


async def community() -> Chat:
    """Return a chat with three tasks, each of which learned three lessons."""
    time = Time()
    chat = Chat(clock=time, open_work=memory_work(time))
    for line in (
        FLATS,
        "teach flats: 80 m², 3 rooms, Mitte, balcony -> 300k",
        "teach flats: 90 m², 3 rooms, Wedding, no balcony -> 310k",
        "teach flats: 70 m², 2 rooms, Kreuzberg, no balcony -> 260k",
        FERRY,
        "teach ferry: wind 10, no rain -> 40",
        "teach ferry: wind 40, rain -> 60",
        "teach ferry: wind 20, rain -> 47",
        MARKET,
        "teach 菜价: 品种 白菜, 重量 2斤, 晴天 -> 6",
        "teach 菜价: 品种 五花肉, 重量 1斤, 没有晴天 -> 20",
        "teach 菜价: 品种 土豆, 重量 3斤, 晴天 -> 9",
    ):
        reply = await chat.say(line)
        assert reply.tone in (Tone.DONE, Tone.ASK), reply
    return chat


BAKERY = (
    "task new name:面包店 predict:number unit:个 target:卖出 "
    'fields:"星期: category; 天气: category; 气温: number 度; 促销: yes/no"'
)


async def bakery() -> Chat:
    """Return a chat whose categories have one or two Chinese characters."""
    chat = Chat(clock=Time())
    for line in (
        BAKERY,
        "teach 面包店: 周一, 晴, 20度, 不促销 -> 80",
        "teach 面包店: 周六, 雨, 15度, 促销 -> 120",
        "teach 面包店: 周日, 晴, 25度, 促销 -> 150",
        "teach 面包店: 周三, 阴, 18度, 不促销 -> 75",
    ):
        await chat.say(line)
    return chat


BAND = (
    "task new name:rehearsal predict:number unit:people target:attendance "
    'fields:"weekday: category; weather: category; exam week: yes/no; pizza: yes/no"'
)


async def band() -> Chat:
    """Return a chat about who comes to rehearsals."""
    chat = Chat()
    for line in (
        BAND,
        "teach rehearsal: Tuesday, sunny, no exam week, pizza -> 22",
        "teach rehearsal: Thursday, rainy, exam week, no pizza -> 9",
    ):
        await chat.say(line)
    return chat


RIDES = (
    "task new name:rides predict:number unit:min "
    'fields:"distance: number km; rain: yes/no; place: category"'
)
GIFTS = (
    "task new name:礼金 predict:number unit:元 target:金额 "
    'fields:"关系: 同学 | 同事 | 亲戚; 人数: number; 地点: category"'
)
DOGS = 'task new name:dogs predict:category labels:"calm, nervous, aggressive" fields:"post: text"'


class Seconds:
    """A clock that goes on with each look at it."""

    def __init__(self) -> None:
        self._seconds = count()

    def __call__(self) -> datetime:
        return NOW + timedelta(seconds=next(self._seconds) / 100)


async def asked() -> Chat:
    """Return a chat with three tasks, and one answer that a member may still put right."""
    clock = Seconds()
    chat = Chat(clock=clock, open_work=memory_work(clock))
    for line in (
        DOGS,
        "teach dogs: barked at the car -> aggressive",
        "teach dogs: slept on the sofa -> calm",
        GIFTS,
        "teach 礼金: 同事, 人数2, 地点酒店 -> 500",
        "teach 礼金: 同学, 人数1, 地点楼上 -> 300",
        RIDES,
        "teach rides: distance 5, place Mitte, no rain -> 20",
        "teach rides: distance 10, place Mitte, rain -> 45",
        "teach rides: distance 7, place Kreuzberg, no rain -> 28",
        "ask rides: distance 6, Mitte",
    ):
        await chat.say(line)
    return chat
