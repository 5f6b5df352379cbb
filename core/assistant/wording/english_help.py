"""English help: the first line is the title."""

from core.assistant.wording.english_templates import TEMPLATES

HELP: dict[str, str] = TEMPLATES | {
    "help": """\
Teach me by examples, ask me, put me right. I learn at once.
teach houses: size 1 -> 2        a lesson; the first one makes the task
ask houses: size 6               a question; every answer says how sure it is
correct 15                       the true answer to what you asked last
why                              what the last answer rests on, and thanks to whom
undo                             take back your last lesson
task list · examples list · model card · privacy see
More: help teach, help ask, help task, help examples, help model, help privacy, help import""",
    "help teach": """\
Teaching: what is, then an arrow, then the answer.
teach flats: area 90 m², rooms 3, district Kreuzberg -> 420k €
teach triage: post: cursor flickers after update, os: mac -> rendering
teach houses: size 1, garden: yes -> 2
The first lesson of a new name makes the task from what it shows. Leave out what you don't know.
A plain sentence with an arrow works too; I ask before I save it.
undo takes the last lesson back.""",
    "help ask": """\
Asking: say what you know, in any order; leave out the rest.
ask flats: 3 rooms, 90 m², Kreuzberg
batch flats questions.csv        a file of questions; you get a file of answers
quiz flats                       guess what was taught, or tell me what I was least sure of
why · why ?7                     the examples, teachers and fields behind an answer
right · right ?7                 the answer was right
correct 435k · correct ?7 435k   it was not: I learn the true answer and say what I'd say now""",
    "help task": """\
Tasks: what can be predicted.
task new name:triage predict:category labels:"bug, question" fields:"post: text; os: linux | mac"
task new name:prices predict:number unit:€ fields:"area: number m²; sold: date; garden: yes/no"
task new name:films predict:rating scale:1-5 fields:"title: item; genre: category"
task list · task show houses
task edit houses add:"garden: yes/no"   (rename:size to:area, retype:rooms to:category,
    remove:rooms, name:homes, unit:€, labels:"a, b", target:price, about:"what it is for",
    balanced:yes so that a rare label counts as much as a frequent one,
    answers:public or private, teachers:role, keepers:role,
    outcome:1 asks a day later how it turned out, outcome:never does not)
task bind houses channel:…       in that channel the task need not be named
task import houses prices.csv · task export houses format:jsonl · task delete houses
setup                            for those who manage the community: a first task, who may teach""",
    "help examples": """\
Examples: what was taught.
examples list houses · examples list houses by:me
examples show 41 · examples edit 41: size 2 -> 4 · examples delete 41 · examples restore 41
examples review houses           those that wait to be confirmed, or look wrong""",
    "help model": """\
Models: how good they are.
model status houses · model card houses   figures and pictures, all honest
model learn houses               retrain in the background; kept only if it is better
model stop houses · model history houses · model rollback houses""",
    "help privacy": """\
Privacy: what is stored of you is yours.
privacy see · privacy export · privacy erase · privacy opt-out
Erasing takes effect in the very next answer.""",
    "help import": """\
Importing: a CSV with headings, one example a row; the last column is the answer.
task import prices prices.csv              makes the task from the columns if it is new
task import prices prices.csv target:cost  another column is the answer
task import prices prices.csv bad:stop     import nothing if any row is bad
task export prices · task export prices format:jsonl (without loss)
At most 8 MiB and 20,000 rows a file.""",
}
