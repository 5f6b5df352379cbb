"""English."""

from core.assistant.wording.english_discord import DISCORD

ENGLISH: dict[str, str] = DISCORD | {
    # Consent and rights
    "consent": "Before I save your first lesson: may I store what you teach and learn from it?",
    "consent again": "You opted out. May I store what you teach and learn from it after all?",
    "consent details": (
        "It stays in this community, trains only its model, and is credited to you. "
        'See, export or erase it at any time: "privacy".'
    ),
    "consent not asked": "not asked",
    "consent agreed": "agreed",
    "consent opted out": "opted out",
    "i agree": "I agree",
    "not yours": "#{number} was taught by somebody else; only they or the task's maker change it.",
    "not your task": 'Only the member who made "{task}" can do this.',
    # Not understood
    "error help": 'Nothing was changed. "help" shows what I understand.',
    "no such command": 'There is no command "{name}".',
    "no such task": 'There is no task "{name}" here. Tasks: {names}.',
    "two labels": 'A category needs at least two labels: labels:"bug, question"',
    "no tasks yet": "Nothing to predict yet. Start with a lesson: teach houses: size 1 -> 2",
    "which task": "Which task do you mean?",
    "which reading": 'How do you mean "{text}" for {name}?',
    "which number": 'Expected a number like 41 or #41, not "{said}".',
    "no number": "Which one? Say its number, like 41.",
    "too long": "A message may have at most {limit} characters; this one has {length}.",
    "stale button": "This button no longer leads anywhere. Please type what you want.",
    "stale offer": "This offer is gone: taken, dropped or too old. Please type it again.",
    "dropped": "All right, nothing was changed.",
    "no": "No",
    # Values
    "value yes": "yes",
    "value no": "no",
    "value none": "nothing",
    "more fields": "… {count} more",
    "list comma": ", ",
    "list end": "{others} and {last}",
    "none of these": "None of these",
    # Teaching
    "how to teach": "Say what is, then an arrow, then the answer: teach houses: size 1 -> 2",
    "propose task": 'There is no task "{name}" yet. Shall I make it from this?',
    "create it": "Create it",
    "save it": "Save it",
    "shall i learn": "Shall I learn this? {lesson}",
    "no target": ("I could not read what the answer is. Put it after an arrow: … -> {target}"),
    "no field read": (
        "I could not find any of the fields of {task} in that. Name them, as in "
        '"name: value". Its fields: {fields}.'
    ),
    "saved": "Saved #{number} ({task}).",
    "repeats": "You taught me the same as #{number}; it counts once.",
    "differs": "#{number} says otherwise of the same question. I keep both.",
    "left out": "not given: {fields}",
    "examples count": "{count:example|examples}",
    "untaught labels": "still none for {labels}",
    "one label": "teach a second label to get first guesses",
    "far outside": "#{number} is far outside what I have seen. Is it right?",
    "held": "It does not count until you say so.",
    "slipped under": "{value} is {factor} times under the others. Did you mean {meant}?",
    "slipped over": "{value} is {factor} times over the others. Did you mean {meant}?",
    "yes as it is": "Yes, {value}",
    "no as it is": "No, {value}",
    "no forget it": "No, forget it",
    "cancel": "Cancel",
    "taken back": "Took back #{number}. It no longer counts.",
    "nothing to undo": "There is no lesson of yours to take back.",
    "restored": "#{number} counts again ({task}).",
    "undo": "Undo",
    "restore": "Restore",
    "edit": "Edit…",
    "the lesson": "The lesson",
    # Asking
    "how to ask": "Say what you know: ask {task}: {fields} …",
    "only one label": (
        'So far I was only taught "{label}" in {task}. Teach me at least one other label first.'
    ),
    "number answer": "{center}  (80 %: {between})",
    "count answer": "about {center}  (80 %: {between})",
    "not better": 'Not better than "{factor} × {field}" yet.',
    "rule basis": "by rule: {rule} · {count}",
    "basis median": "median",
    "basis most frequent": "most frequent",
    "basis nearest example": "nearest example",
    "v0": "not retrained yet",
    "no better number": "Not better than always saying the median yet.",
    "no better category": "Not better than always saying the most frequent label yet.",
    "not given": "not given: {fields}",
    "not given widens": "not given: {fields} (widens the range by {share})",
    "ignored": "I made nothing of: {words}",
    "like": "like {examples}",
    "unfamiliar": "Careful: this is unlike anything I was taught.",
    "undecided": "I hesitate between {first} and {second}.",
    "right": "Right",
    "correct": "It was…",
    "correct price": "It sold for…",
    "correct label": "Wrong…",
    "why": "Why?",
    "true value": "The true value",
    "true label": "The true label",
    "nothing asked": "You have not asked anything yet. Try: ask houses: size 6",
    "glad": "Glad to hear it. Noted for ?{number}.",
    "right is no example": 'If you know the true value, "{button}" teaches it to me.',
    "noted none": "Noted for ?{number}: none of these.",
    "label missing": "If a label is missing, add it: task edit {task} labels:…",
    "how to correct": "Say the true answer: correct 435, or correct ?7 435",
    "learned": "Learned as #{number}, thanks {name}.",
    "now i say": "For this I'd now say {now}; it was {was}.",
    "why title": "Why {answer}?",
    "why rule": "So little was taught that I only say the {rule} of it.",
    "it was": "When ?{number} was asked I had said {was}.",
    "effects": "Fields move it by: {effects}",
    "thanks": "Teachers move it by: {names}",
    "effects title": "What moves answer ?{number}",
    "moves by unit": "moves the answer by ({unit})",
    "by points": "{size} points",
    "points": "share of the likeliest label",
    "example": "example",
    "taught by": "taught by",
    "moves it by": "moves it by",
    # Tasks
    "default target": "answer",
    "how to make a task": "What shall I learn to predict?",
    "task form": (
        'Fill in the form, or type: task new name:triage predict:category labels:"bug, question" '
        'fields:"post: text; os: linux | mac"'
    ),
    "or by lesson": "Or just teach the first lesson: teach houses: size 1 -> 2",
    "fill in": "Fill in the form…",
    "form name": "Name",
    "form predict": "Predicts",
    "form labels": "Labels of a category, such as bug, question",
    "form fields": "Fields (area: number m²; os: linux | mac; post: text)",
    "form unit": "Unit of a number (€) or scale of a rating (1-5)",
    "which kind": 'A task predicts a "number", a "category" or a "rating", not "{said}".',
    "task ready": 'Task "{task}" is ready.',
    "first lesson": "Teach it: teach {task}: {lesson}",
    "task inputs": "From: {fields}",
    "task target": "Predicts: {target}",
    "labels count alike": "Every label counts alike, however often it was taught.",
    "yes or no": "{option} is yes or no, as in {option}:yes.",
    "tasks title": "{count:task|tasks}",
    "task": "task",
    "predicts": "predicts",
    "examples": "examples",
    "version": "version",
    "taught labels": "Taught: {labels}",
    "held count": "{count} waiting to be confirmed",
    "task changed": "Changed {task}.",
    "old examples keep": "What was taught stays as it was.",
    "how to edit a task": (
        'Say what to change: task edit {task} add:"garden: yes/no", rename:size to:area, '
        'retype:rooms to:category, remove:rooms, name:homes, unit:€, labels:"a, b", about:"…"'
    ),
    "how to rename": "Say the new name too: rename:{field} to:…",
    "how to retype": "Say the kind too: retype:{field} to:number (or category, yes/no, date, text)",
    "field exists": 'There is a field "{field}" already.',
    "really delete": 'Delete "{task}" with its {count:example|examples}, answers and versions?',
    "export first": "There is no way back. To keep a copy: task export {task} format:jsonl",
    "delete it": "Delete it",
    "task deleted": 'Deleted "{task}" and its {count:example|examples}.',
    # Files
    "how to import": (
        "Say which file: task import houses prices.csv (the last column is the answer, "
        "or name it: target:price)"
    ),
    "import where": "Say which task the file is for: task import houses prices.csv",
    "imported": "Learned {count:row|rows} for {task}.",
    "not imported": "{bad:row|rows} could not be read:",
    "import stopped": "Nothing was imported; {bad:row|rows} could not be read:",
    "import held": (
        "{count} of them far outside the others wait until confirmed: examples review {task}"
    ),
    "unread columns": "not read, as it has no such fields: {columns}",
    "bad row": "line {line}: {reason}",
    "more bad rows": "… and {count} more",
    "which format": 'I write "csv" or "jsonl", not "{said}".',
    "exported": "{count:example|examples} of {task}.",
    # Examples
    "no examples": "{task} has no examples yet.",
    "examples title": "{task}: {count:example|examples}",
    "status": "status",
    "older": "Older…",
    "i had said": "Right before it was taught I had said {answer}.",
    "how to edit": "Say what changes: examples edit {number}: size 2 -> 4 (or only -> 4)",
    "example changed": "Changed #{number}.",
    "review title": "{count:example|examples} of {task} to look at",
    "review ways": (
        "It is right: examples restore {number} · change it: examples edit {number} -> … · "
        "take it back: examples delete {number}"
    ),
    "nothing odd": "Nothing in {task} looks odd.",
    "waits": "waits to be confirmed",
    "looks odd": "unlike the others",
    "reason": "why",
    # Models
    "status title": "{task}: {version}",
    "duplicates count": "{count:repeat|repeats} by the same member, not counted twice",
    "faded count": (
        "{count:older example no longer counts|older examples no longer count}: "
        "the newer ones foretell better without them"
    ),
    "error against naive number": (
        "Off by {error} on average on its own examples, each left out in turn; "
        "always saying the median: {naive}"
    ),
    "error against naive category": (
        "Wrong in {error} of its own examples, each left out in turn; "
        "always saying the most frequent: {naive}"
    ),
    "coverage": "{share} of the truths lie in the 80 % ranges",
    "calibration": "It is {sure} sure on average, and right in {right}",
    "experts": "What counts: {shares}",
    "suspects count": "{count:example|examples} unlike the others: examples review {task}",
    "training now": "Retraining: {done} ({stage})",
    "training started": "Retraining {task} on {count:example|examples} in the background.",
    "training already": "{task} is being retrained already.",
    "keeps answering": "I keep answering meanwhile, and tell you when it is done.",
    "stop it": "Stop it",
    "training stopped": "Stopped retraining {task}. Everything is as before.",
    "no training": "{task} is not being retrained.",
    "no versions": "{task} was not retrained yet: model learn {task}",
    "history title": "Versions of {task}",
    "history note": (
        "Errors on the same examples, none of them learned by the model that was judged; "
        "sure = how sure it is that the new one is better."
    ),
    "fitted on": "fitted on",
    "its error": "error",
    "live error": "live one's",
    "naive error": "naive",
    "sure": "sure",
    "nothing to roll back": "{task} has no version to roll back: it was not retrained yet.",
    "really roll back": "Roll {task} back from v{version} to what answered before?",
    "roll it back": "Roll it back",
    "rolled back": "{task} is rolled back; it answers as: {version}.",
    "examples stay": "All examples stay and still count.",
    "card title": "Model card of {task}: {version}",
    "record begins": "Before learning each",
    "record number": (
        "Before learning each of {count:example|examples} I was off by {error} on average; "
        "the running median by {naive}"
    ),
    "record category": (
        "Before learning each of {count:example|examples} I was wrong in {error}; "
        "the most frequent label so far in {naive}"
    ),
    "compared number": (
        "On {count:example|examples} it had not learned: off by {new} on average; before: {old}; "
        "always the median: {naive}. {sure} sure that it is better; 90 % is needed."
    ),
    "compared category": (
        "On {count:example|examples} it had not learned: wrong in {new}; before: {old}; always "
        "the most frequent: {naive}. {sure} sure that it is better; 90 % is needed."
    ),
    "teachers": "Taught by: {names}",
    "honest note": "All figures are from examples that the model had not learned at the time.",
    "run running": "{task} is being retrained.",
    "run promoted": "{task}: {version} is better and answers from now on.",
    "run refused": "{task}: {version} is not clearly better, so I answer as before.",
    "run cancelled": "{task}: the retraining was stopped and changed nothing.",
    "run failed": "{task}: the retraining failed and changed nothing. {reason}",
    # Pictures
    "picture title": "{task}: how well it does",
    "this bot": "this bot",
    "running median": "running median",
    "most frequent": "most frequent label",
    "error in": "mean error of the last {window}{unit}",
    "share wrong": "wrong of the last {window}",
    "record title": "Each example before it was learned",
    "examples taught": "examples taught",
    "trials title": "Predicted against true",
    "said": "predicted",
    "was": "true",
    # Ratings
    "consent ratings": (
        "Where things are rated, your ratings also tell me your taste; "
        "nobody is shown a single rating of yours."
    ),
    "rater": "rater",
    "your taste": "your taste",
    "rating hidden": "#{number} is another member's rating; single ratings are not shown.",
    "own ratings only": "Only your own: single ratings of others are not shown.",
    "votes": "{count:vote|votes}.",
    "votes mean": "{count:vote|votes}, mean {mean}.",
    "i said": "I said {answer}.",
    "few ratings left out": (
        "{count:rating|ratings} left out: what fewer than {fewest} members rated is not exported."
    ),
}
