"""The words of which small talk consists, and of which what agrees with an answer does."""

import re

from core.assistant.word_sets import word_set

SOCIAL_WORDS = word_set(
    "hi hello hey hiya yo morning evening afternoon night bye goodbye cya later thanks thank "
    "thx ty "
    "you cheers ok okay k alright fine great cool nice awesome amazing good well done job bot wow "
    "lol haha hahaha lmao welcome sorry please so much very a lot again all everyone there sure oh "
    "hm hmm ah got it i see understood see love mate man bro buddy dude pal friend folks guys for "
    "that this the your help helpful info gotcha noted perfect brilliant lovely makes sense ta "
    "tysm yay too now then np"
)
SOCIAL_KEYS = word_set(
    "hi hello hey hiya yo morning bye goodbye cya thanks thank thx ty cheers ok okay k alright "
    "fine "
    "great cool nice awesome amazing good well wow lol haha hahaha lmao welcome sorry sure hm hmm "
    "ah oh got see gotcha noted perfect brilliant lovely ta tysm makes yay np"
)
"""One of these must be among the words; ``you again`` alone may be a title."""
SOCIAL_HAN = re.compile(
    r"(?>谢谢|谢啦|多谢|感谢|谢|你们|你|您|大家|好的|好吧|好|嗨|哈+|嘿+|再见|拜拜|嗯+|哦+|行|可以|"
    r"没事|早上|早安|早|懂|了解|赞|牛|给力|靠谱|老板|大佬|朋友|兄弟|们|帮忙|哇|我(?=懂|知道|明白|了解)|"
    r"晚上|晚安|厉害|真棒|太棒|棒|不错|知道|明白|收到|辛苦|抱歉|对不起|不好意思|了|啊|呀|吧|的|"
    r"啦|哒|咯|真|很|太|都)++"
)
AGREEING = word_set(
    "yes yep yeah yea yup ya aye that thats this was is its it right correct exactly spot on true "
    "absolutely totally indeed precisely bang quite very so you were are youre the answer last one "
    "prediction guess accurate dead nailed got bingo 100 completely pretty much oh ok wow nice "
    "great good well"
)
AGREEING_KEYS = word_set(
    "yes yep yeah yea yup aye right correct exactly spot true precisely accurate nailed bingo"
)
"""One of these must be among the words that agree with an answer."""
AGREEING_HAN = re.compile(
    r"(?=.*(?:对|没错|正确|准|(?:^|嗯|哦)是的?$))"
    r"(?:嗯+|哦|啊|是|对|没错|正确|准|上一[条个次]|上条|刚才|刚刚|这[个条次]?|那[个条次]?|你|的|答案|"
    r"回答|预测|判断|说|猜|答|蒙|得|都|就|很|真|挺|非常|完全|确实|全|了|呀|哦|吧|哈|果然|还)+"
)
"""The same in Chinese: 对的, 没错, 上一条答案是对的."""
