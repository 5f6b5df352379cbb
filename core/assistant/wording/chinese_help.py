"""Chinese help: the first line is the title. Commands stay as they are typed."""

from core.assistant.wording.chinese_templates import TEMPLATES

HELP: dict[str, str] = TEMPLATES | {
    "help": """\
用例子教我，向我提问，纠正我。我立刻学会。
teach houses: size 1 -> 2        教一个例子；第一个例子会建立任务
ask houses: size 6               提问；每个回答都说明把握有多大
correct 15                       告诉我上一个问题的正确答案
why                              上一个回答的依据，以及要感谢谁
undo                             撤回你最后教的例子
task list · examples list · model card · privacy see
更多：help teach、help ask、help task、help examples、help model、help privacy、help import""",
    "help teach": """\
教学：先写情况，再写箭头，最后写答案。
teach flats: area 90 m², rooms 3, district Kreuzberg -> 420k €
teach triage: post: cursor flickers after update, os: mac -> rendering
teach houses: size 1, garden: yes -> 2
新名字的第一个例子会据此建立任务。不知道的内容可以不写。
带箭头的普通句子也可以；保存之前我会先问你。
undo 撤回最后一个例子。""",
    "help ask": """\
提问：写出你知道的，顺序随意；其余可以不写。
ask flats: 3 rooms, 90 m², Kreuzberg
batch flats questions.csv        一个问题文件，换回一个答案文件
quiz flats                       猜猜教过的例子，或告诉我我最没把握的答案
why · why ?7                     回答背后的例子、老师和字段
right · right ?7                 回答是对的
correct 435k · correct ?7 435k   回答不对：我学会正确答案，并说出现在的回答""",
    "help task": """\
任务：可以预测的东西。
task new name:triage predict:category labels:"bug, question" fields:"post: text; os: linux | mac"
task new name:prices predict:number unit:€ fields:"area: number m²; sold: date; garden: yes/no"
task list · task show houses
task edit houses add:"garden: yes/no"   (rename:size to:area, retype:rooms to:category,
    remove:rooms, name:homes, unit:€, labels:"a, b", target:price, about:"用途",
    balanced:yes 让少见的标签与常见的同等重要，
    answers:public 或 private, teachers:身份组， keepers:身份组，
    outcome:1 一天后问结果如何，outcome:never 不问)
task bind houses channel:…       在那个频道里不必说出任务名
task import houses prices.csv · task export houses format:jsonl · task delete houses
setup                            给管理者：第一个任务，谁可以教""",
    "help examples": """\
例子：教过的内容。
examples list houses · examples list houses by:me
examples show 41 · examples edit 41: size 2 -> 4 · examples delete 41 · examples restore 41
examples review houses           等待确认的，或看起来不对的""",
    "help model": """\
模型：它有多准。
model status houses · model card houses   如实的数字和图表
model learn houses               在后台重新训练；更好才采用
model stop houses · model history houses · model rollback houses""",
    "help privacy": """\
隐私：保存的关于你的内容归你所有。
privacy see · privacy export · privacy erase · privacy opt-out
删除在下一个回答里立即生效。""",
    "help import": """\
导入：带标题行的 CSV,一行一个例子；最后一列是答案。
task import prices prices.csv              任务不存在时，按列建立
task import prices prices.csv target:cost  指定另一列为答案
task import prices prices.csv bad:stop     只要有一行不对就什么也不导入
task export prices · task export prices format:jsonl（无损）
每个文件最多 8 MiB、20,000 行。""",
}
