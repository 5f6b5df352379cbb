"""English: all that the bot says, by key."""

ENGLISH: dict[str, str] = {
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
    "no such answer": (
        "You got no answer ?{number} here, and were shown none; or its task was deleted."
    ),
    "not yours": "#{number} was taught by somebody else; only they or the task's keepers may.",
    "not your task": (
        'Only who keeps "{task}" can do this: its maker, members with its keepers role, '
        "and those who run the community."
    ),
    # Not understood
    "error help": 'Nothing was changed. "help" shows what I understand.',
    "no such topic": 'There is no help on "{name}". There is help on: {names}.',
    "no such command": 'There is no command "{name}".',
    "there is also": 'There is also a task "{name}".',
    "two answers": "Two answers are named, ?{one} and ?{other}. Say which one is meant.",
    "which answer": 'Expected the number of an answer, like 7 or ?7, not "{said}".',
    "unused for example": 'I cannot use "{text}" for #{number}.',
    "edits example": "A lesson is changed so: examples edit {number} -> …",
    "replied to answer": (
        "You replied to the answer ?{number}, but {command} is about a lesson. "
        "Reply to the card of the lesson, or say its number."
    ),
    "replied to example": (
        "You replied to the lesson #{number}, but {command} is about an answer. "
        "Reply to the answer, or say its number, like ?7."
    ),
    "replied to neither": (
        "The card that you replied to is about no one answer or lesson. "
        "Reply to the one that {command} is about, or say its number."
    ),
    "not of that card": "The card that you replied to is no answer; this is of your last one.",
    "did you mean": 'Did you mean "{name}"?',
    "no such subcommand": 'There is no command "{name}". There are: {names}.',
    "no such option": 'There is no option "{name}:" here. Options: {names}.',
    "no options": 'There is no option "{name}:" here.',
    "option empty": "Say what {option} is, as in {option}:value.",
    "option twice": '"{option}:" is there twice. Say it once.',
    "which choice": '"{option}:" takes one of {choices}, not "{said}".',
    "words left": (
        'I do not know what to do with "{words}". '
        'Several words that belong together go in quotes, as in name:"two words".'
    ),
    "no such task": 'There is no task "{name}" here. Tasks: {names}.',
    "two labels": 'A category needs at least two labels: labels:"bug, question"',
    "no tasks yet": "Nothing to predict yet. Start with a lesson: teach houses: size 1 -> 2",
    "a command": '"{name}"',
    "no question": 'I do not take "{text}" as a question. Did you mean {commands}?',
    "asks otherwise": 'I predict {target}. Does that ask for it? "{text}"',
    "is it asked": 'That tells me something rather than asks: "{text}"',
    "cannot do": "I cannot do that: I only learn from what you teach me, and predict.",
    "cannot do but": (
        'I cannot do that: I only learn and predict. Does it ask for {target}? "{text}"'
    ),
    "predict it": "Predict it",
    "ask it anyway": "If it is a question: ask {task}: {text}",
    "numbered command": '"{name} {number}"',
    "edit command": '"examples edit {number} -> {value}"',
    "correct in words": "In words: correct ?{number} {truth}",
    "change unread": 'I found nothing in "{text}" that changes the question ?{number}.',
    "learn other": "Is this to be learned? Its case is another than that of ?{number}.",
    "other by difference": (
        '"{text}" tells of another case than ?{number}, and I cannot tell all of it. '
        "As a lesson: teach {task} … -> …"
    ),
    "supposed": 'I take "{text}" for what ?{number} would be in another case, and learn nothing.',
    "reply unread": 'I cannot tell from "{text}" what ?{number} was.',
    "said how far": 'I cannot take "{text}" for one true {name}.',
    "answered before": "?{number} was answered {answer}",
    "carried over": "As in ?{number}: {values}",
    "no base": (
        '"{text}" is more or less than what? ?{number} does not say {name}. '
        'Say {name} itself, as in "and {name} …?"'
    ),
    "more than what": (
        '"{text}" says how much more or less than before, and I have no answer of yours to go on '
        "from. Say the whole amount."
    ),
    "more of which": (
        '"{text}" says how much more or less, and I cannot tell of what in ?{number}. '
        "Name the field, or say its whole amount."
    ),
    "which field": 'Which one do you mean by "{text}"?',
    "ask with a change": 'To ask the same with a change, reply "and if {field} were …?"',
    "correct so": "To put ?{number} right ({about}), say the true answer: correct ?{number} …",
    "which outcome": 'Does that say how ?{number} turned out? "{text}"',
    "counted": "{count:example|examples}",
    "labels counted": "{count:label|labels}",
    "means range": (
        "80 %: eight of ten true values should lie inside the range that is shown behind an "
        'answer. "why" shows what it rests on.'
    ),
    "means retrained": (
        "Not retrained yet: what was taught counts at once, by simple rules; a model is trained "
        'from it later and used only if it is better. "model status" shows how far that is.'
    ),
    "means shares": (
        "These are the methods that an answer is made of, each with its share. "
        '"why" shows the examples and fields behind it.'
    ),
    "means numbers": (
        '#4 is an example that was taught: "examples show". ?1 is an answer that I gave: "why".'
    ),
    "in all": "in all",
    "taught by you": "taught by you",
    "of the newest": "Counted among the newest {count:example|examples}.",
    "learn truth": "Learn {truth}",
    "one field each": '"{name}" would be one field.',
    "social": 'Glad to help. Tell me what you know, or ask me; "help" shows how.',
    "speaks now": "I answer you in English from now on.",
    "speaks not": "I do not speak {language}: I answer in English or in Chinese.",
    "remark": 'All right. Tell me what you know, or ask me; "help" shows how.',
    "nothing for me": "That is nothing that I can predict or learn. What I can be asked:",
    "nothing read": "I found nothing of {task} in that.",
    "can be asked": "{target}, from {fields}",
    "can be asked so": "{target}, from {fields}. For example: {example}",
    "no sums": "I work out no totals, records or who taught most. What was taught shows it:",
    "how was it": "What was ?{number} really? I said {answer}.",
    "how was that": "What was ?{number} really?",
    "how task new": (
        'I do not know what to do with "{words}". A task is made like this: '
        'task new name:"my houses" predict:number fields:"size: number; garden: yes/no"'
    ),
    "compares": (
        "I predict {target} for one case at a time and compare none. Ask about each on its own."
    ),
    "asks for a field": (
        "You ask for {name}, but {task} predicts {target}. Say what you know of {fields}, and I "
        "predict {target}."
    ),
    "asks for another": (
        "I predict {target} as whoever asks would give it, for nobody else, and tell nobody's "
        "ratings. {name} can ask me."
    ),
    "asks for the records": (
        "I predict {target} of one case from what you say of it, and search for none. "
        "What was taught: {command}"
    ),
    "what was taught": "What was taught: {command}",
    "asks what matters": "What an answer rests on, I say after it: {command}",
    "classify for": "{task}: classify it",
    "fits no task": 'I found nothing of a task in "{text}". Which task do you mean?',
    "which task": "Which task do you mean?",
    "which reading": 'How do you mean "{text}" for {name}?',
    "no number given": '"{name}" expects one number{unit}, like 3 or 420k; nothing was given.',
    "several numbers": '"{name}" expects one number{unit}, like 3 or 420k; "{text}" has several.',
    "other currency": (
        '"{name}" is in {unit}, and "{text}" is in {said}. '
        "I convert no currencies: say it in {unit}."
    ),
    "no clear number": (
        '"{name}" expects one number{unit}, like 3 or 420k; I cannot tell which "{text}" is.'
    ),
    "said what not": '"{text}" says what {name} was not. What was it? Say that alone.',
    "first lesson form": (
        '"{said}" has no answer after an arrow. A first lesson gives what is known, an arrow and '
        "the answer, for example: area 90 m², rooms 3, district Kreuzberg -> 420k €"
    ),
    "first lesson fields": "Expected 1 to {most} fields, not {count}.",
    "first lesson number": '"{said}" can mean {readings}; write it so that only one is meant.',
    "first lesson time": (
        '"{said}" can be {minutes} min {seconds} s or {minutes} h {seconds} min; write it so.'
    ),
    "save without": 'Save it without "{names}"',
    "scale by": "{ends} by {step}",
    "off the scale": '"{name}" is a rating on the scale {scale}; {said} is not.',
    "between ratings": (
        '"{name}" is a rating on the scale {scale}, in steps of {step}; {said} is between two.'
    ),
    "no yes or no": '"{name}" expects yes or no, not "{text}".',
    "no date": '"{name}" expects a date like 2026-05-31, not "{text}".',
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
    "read otherwise": "Something has changed since that card; this is what I read now:",
    "several lessons": "{task}: these are several lessons. Which one shall I learn first?",
    "shall i learn": "Shall I learn this? {lesson}",
    "learn amended": "Shall I learn it with {change}?",
    "reply to lesson unread": (
        'I read nothing of what waits there for your yes in "{text}", and changed nothing. '
        "Say a field with its value, or press a button of that card."
    ),
    "target then": "What is {name} then? Nothing is saved before you say it.",
    "leave it be": "Leave it",
    "learn which": 'What of that lesson is "{text}"?',
    "none about": 'I find no answer that you got, and no lesson of yours, about "{about}".',
    "not instead": '"{new}" cannot stand in place of "{old}".',
    "nothing was": 'Nothing of {what} was "{old}".',
    "which of answer": "What of ?{number} is {new}?",
    "told of which": "Which lesson is to say {change}?",
    "lesson of its own": "Save it as a new one",
    "change which": "What of #{number} is {change}?",
    "change amended": "Change #{number}: {change}?",
    "file unread": (
        "Not read: {files}. To learn the rows of a table: {importing}; "
        "to ask many questions: {batch}."
    ),
    "expects yes or no": '"{name}" expects yes or no, not "{said}".',
    "expects a date": '"{name}" expects a date like 2026-05-31, not "{said}".',
    "expects a number": '"{name}" expects a number, not "{said}".',
    "expects a smaller number": '"{name}" expects a number between -1e15 and 1e15, not {said}.',
    "expects a word": (
        '"{name}" expects a word or a few, at most {limit} characters, not "{said}".'
    ),
    "expects text": '"{name}" expects some text.',
    "text too long": '"{name}" takes at most {limit} characters, not {length}.',
    "no such option of": '"{name}" is one of {options}; "{said}" is not.',
    "no name": (
        "A name must start with a letter or digit, have at most {limit} characters and none of "
        ': = > , at its end; "{said}" does not.'
    ),
    "not on the scale": '"{name}" is a rating on the scale {scale}; {said} is not.',
    "scale goes up": "A scale goes up by a step, as 1-5 does; {scale} does not.",
    "scale too long": (
        "A scale has at most {limit} numbers and ends on one of them; {scale} does not."
    ),
    "most fields": "A task has at most {limit} fields, not {count}.",
    "direct apart": (
        "Direct messages are apart from every server: ask there what a server was taught."
    ),
    "offer closed": "Answered, or replaced by what was said since.",
    "dropped question": "No longer asked: {question}",
    "undo before card": "This called off the card only; another undo takes back what you taught.",
    "unsaved before": "Not saved, for this was not answered: {question}",
    "unsaved before all": "What you taught before is not saved: its question was not answered.",
    "cases told": "That tells of several cases: {cases}. Please teach me one at a time.",
    "one lesson": "One lesson at a time, please: here are two arrows.",
    "no target": ("I could not read what the answer is. Put it after an arrow: … -> {target}"),
    "no field read": (
        "I could not find any of the fields of {task} in that. Name them, as in "
        '"name: value". Its fields: {fields}.'
    ),
    "saved": "Saved #{number} ({task}).",
    "repeats": "You taught me the same as #{number}.",
    "said before": "You taught me that already, as #{number}.",
    "confirmed": "#{number} says so already. Thanks, {name}: now you confirm it.",
    "says otherwise": (
        "Your #{number} says {truth} of the same. Both count; "
        "to drop that one: examples delete {number}"
    ),
    "replace it": "Replace it",
    "keep both": "Keep both",
    "kept both": "All right, both count.",
    "replaced": "{numbers} no longer counts; #{number} says {truth} instead.",
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
    "taken back already": "#{number} was taken back before. Nothing was changed.",
    "taken back many": "Took back {count:example|examples} of {task}. They no longer count.",
    "taken back before": "They were taken back before. Nothing was changed.",
    "take back this": "Take back this example? It then no longer counts.",
    "take back these": "Take back these {count} examples? They then no longer count.",
    "take back it": "Take back #{number}",
    "take back all": "Take back all {count}",
    "take back of task": "{task}: take back {count}",
    "take back which": "Which of these do you want to take back?",
    "more with words": 'And {count} more: say more of the words, or "examples delete" a number.',
    "no example with": 'No example that counts says "{about}". "examples list" shows all.',
    "restored many": "{count:example|examples} of {task} count again.",
    "as before": "#{number} says again what it said before ({task}).",
    "as before many": "{count:example|examples} of {task} are again as they were.",
    "step partly": "{count:example|examples} changed since and stay as they are.",
    "step stale": "{numbers} changed since, so nothing was taken back.",
    "step gone": "That was taken back already, or is too long ago.",
    "changed after": "#{number} was changed after that. Undo the change first.",
    "replaced since": "{numbers} was taken back for #{number}. Undo that first, or neither counts.",
    "undo change of": "Undo the change of #{number}",
    "undo this change": "Undo this change? The example then says what it said before.",
    "undo which": "Is the change to be undone, or the example to be taken back?",
    "undo that": "Undo that",
    "take back too": "Take back #{number} too",
    "counts no longer": "Already decided: {numbers} no longer counts.",
    "rated since": "#{number} is your rating of the same by now. Take that back first.",
    "redo": "Redo",
    "change so": "Change #{number} to this?",
    "change it": "Change it",
    "odd edit": "{value} is far outside what I have seen. Change #{number} to it?",
    "no lesson last": "What you did last was no lesson. Nothing was taken back.",
    "undo before": "Take back that one",
    "before that": "Before that: {lesson}",
    "lesson is in": "#{number} is taught to {task}. Nothing was changed.",
    "move lesson": "To move it, take it back and type: teach {task}: {lesson}",
    "asked of other": "Of which task shall I ask that instead?",
    "did judge": (
        "You said whether ?{number} was right. I learned nothing from that; "
        "to say otherwise: correct ?{number} …"
    ),
    "did create task": "You made the task {task}. To remove it: task delete {task}",
    "did edit task": "You changed the task {task}. To change it back: task edit {task} …",
    "did delete task": "You deleted a task. It does not come back.",
    "did bind task": "You bound a channel to {task}. To free it: task unbind",
    "did unbind task": "You freed a channel. To bind it again: task bind",
    "did roll back": "You rolled {task} back. To train it anew: model learn {task}",
    "did set up": "You changed how I am set up here. To change it back: setup",
    "nothing to undo": "There is no lesson of yours to take back.",
    "restored": "#{number} counts again ({task}).",
    "unchanged": "#{number} counts already, as you say ({task}).",
    "undo": "Undo",
    "restore which": "Which of these is to count again?",
    "restore this": "Let this count again?",
    "as before then": "Let #{number} be as it was before the last change?",
    "redo then": "Make the last change of #{number} again?",
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
    "new item": "Nobody has rated that {field} yet: {item}",
    "not given": "not given: {fields}",
    "not given widens": "not given: {fields} (widens the range by {share})",
    "ignored": "I ignored: {words}",
    "near one": "I don't know “{text}” as {name}. Did you mean {value}?",
    "not listed": "“{text}” is none of what {name} can be: {listed}.",
    "is it that": "Is “{text}” the {name}?",
    "field for target": (
        "“{said}” says what {name} is, and {name} is a field. What stands behind the arrow is the "
        "answer; write fields before it, as in  {name} 3 -> 100"
    ),
    "no item": "I could not read which {item} you rate. Name it, as in “{task}: {item}: … -> 4”.",
    "unreadable money": (
        "{name} is in {unit}, and “{text}” is in {said}. I convert no currencies: "
        "say it in {unit}, or leave it out."
    ),
    "unreadable": "I cannot read “{text}” as {name}. Write it in full, or leave it out.",
    "is it a question": "Is {name} {value}? A question mark stands behind it.",
    "is it meant": "Is {name} {value}? You wrote “{text}”.",
    "part of text": "No, it belongs to {name}",
    "is new": "“{text}” is new",
    "leave it out": "Leave it out",
    "name is value": "{name}: {value}",
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
    "nothing taught": 'Nothing was taught for "{task}" yet.',
    "said again": "?{number}: I said {answer}",
    "questions teach nothing": (
        "A question teaches nothing, so there is nothing to take back. What you asked is in "
        '"privacy see", and "privacy erase" erases it.'
    ),
    "small talk": (
        "I have no life and no taste of my own: I only predict what I was taught. "
        '"help" shows what I understand.'
    ),
    "no answer with that": (
        "I gave you no answer with that. To ask it now: ask, the task, and what you know of it."
    ),
    "answer was about": "?{number} was about {about}.",
    "truth of answer": "?{number} {task}: {truth}",
    "your last answer": "The last answer that you got is ?{number} ({task}).",
    "ask with value": "Ask with {value}",
    "nothing asked": "You have not asked anything yet. Try: ask houses: size 6",
    "glad": "Glad to hear it. Noted for ?{number}.",
    "right is no example": 'If you know the true value, "{button}" teaches it to me.',
    "noted none": "Noted for ?{number}: none of these.",
    "label missing": "If a label is missing, add it: task edit {task} labels:…",
    "how to correct": "Say the true answer: correct 435, or correct ?7 435",
    "learned": "Learned as #{number}, thanks {name}.",
    "instead of": "Instead of {was}.",
    "former dropped": "Instead of {was}: #{number} no longer counts.",
    "former stays": "You said {was} before; #{number} still counts, since others confirmed it.",
    "now i say": "For this I'd now say {now}; it was {was}.",
    "set aside": "{truth} is kept as an example, but it is far from the others: "
    "answers follow it only once more examples agree.",
    "why title": "Why {answer}?",
    "why for you": "For you I'd say {answer}. Why:",
    "by own ratings": "?{number} was answered to another member, by what they rated.",
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
    "form hint name": "a word or a few, like flats",
    "form hint labels": "bug, question, feature",
    "form hint fields": "area: number m²; os: linux | mac; post: text",
    "form hint unit": "€, kg, min or 1-5",
    "form more": "More: {names}",
    "form twice": "{names} has a line of its own in the form and stands in another, too.",
    "hint number": "a number, like 3 or 420k",
    "hint number in": "a number in {unit}, like 3 or 420k",
    "hint date": "a day, like 2026-05-31 or May 31",
    "hint text": "in any words",
    "hint yes or no": "yes or no",
    "hint rating": "a rating, {scale}",
    "hint one of": "one of: {labels}",
    "hint label": "a word or a few",
    "which kind": 'A task predicts a "number", a "category", a "rating" or "yes/no", not "{said}".',
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
    "task unchanged": "{task} is like that already. Nothing was changed.",
    "one unit at a time": "Change one unit at a time: I ask what becomes of what was taught.",
    "convert the taught": "From {before} to {after}: what becomes of what was taught?",
    "rename the unit": "{after} instead of {before} in what was taught ({count})? Numbers stay.",
    "no unit": "no unit",
    "task exists": 'There is a task "{task}" already.',
    "convert them": "Convert the {count} examples",
    "only the unit": "Only rename the unit",
    "if converted": "Converted: {old} -> {new}",
    "if renamed": "Only renamed: {old} -> {new}",
    "too many to convert": "I convert {limit} examples at most: export, change and import them.",
    "reads now": "No number was converted: #{number} said {old} and says {new} now.",
    "converted": "What was taught was converted. Answers given before keep their numbers.",
    "old examples keep": "What was taught stays as it was.",
    "how to edit a task": (
        'Say what to change: task edit {task} add:"garden: yes/no", rename:size to:area, '
        'retype:rooms to:category, remove:rooms, name:homes, unit:€, labels:"a, b", about:"…"'
    ),
    "how to rename": "Say the new name too: rename:{field} to:…",
    "how to retype": "Say the kind too: retype:{field} to:number (or category, yes/no, date, text)",
    "field exists": 'There is a field "{field}" already.',
    "really change": 'Change "{task}" like this?',
    "removed for good": "What was taught of a removed field no longer counts.",
    "remove it": "Remove “{before}”",
    "rename it": "Rename “{before}” to “{after}”",
    "really delete": 'Delete "{task}" with its {count:example|examples}, answers and versions?',
    "export first": "There is no way back. To keep a copy: task export {task} format:jsonl",
    "delete it": "Delete “{task}” with {count:example|examples}",
    "task deleted": 'Deleted "{task}" and its {count:example|examples}.',
    # Files
    "import file": "Import {file}?",
    "import as new": "New task {task}",
    "import into": "Into {task}",
    "how to import": (
        "Say which file: task import houses prices.csv (I show what I read before I learn it; "
        "to name the answer: target:price)"
    ),
    "import where": "Say which task the file is for: task import houses prices.csv",
    "columns beyond": "{count:column|columns} more have no button; name them with `kinds:`.",
    "day counted": "today is {day} (UTC)",
    "imported": "Learned {count:row|rows} for {task}.",
    "not imported": "{bad:row|rows} could not be read:",
    "import stopped": "Nothing was imported; {bad:row|rows} could not be read:",
    "import held": (
        "{count} of them far outside the others wait until confirmed: examples review {task}"
    ),
    "too many rows": "A file may have at most {limit} rows. Split it.",
    "too many columns": "A file may have at most {limit} columns; this one has {count}.",
    "import too large": "A file may have at most {limit} MiB; this one has {size} MiB. Split it.",
    "no rows": "I found no rows in {file}. Expected a line of headings and at least one row below.",
    "no text file": (
        "{file} is no text. I read .csv, .tsv, .txt, .json, .jsonl, .xlsx and .parquet."
    ),
    "no excel": (
        '{file} is an Excel file, which I cannot read here. Save it as "CSV UTF-8" and send that.'
    ),
    "old excel": '{file} is an old Excel file. Save it as .xlsx or as "CSV UTF-8" and send that.',
    "locked excel": "{file} has a password. Save it without one and send that.",
    "no workbook": '{file} could not be read as an Excel file. Save it again, or as "CSV UTF-8".',
    "workbook too large": (
        '{file} unpacks to more than I read. Save its first sheet as "CSV UTF-8".'
    ),
    "no parquet": (
        "{file} is a Parquet file, which I cannot read here. Save it as CSV and send that."
    ),
    "no parquet file": "{file} could not be read as a Parquet file. Save it as CSV and send that.",
    "encoding": "The file is not in UTF-8; I read it as {encoding}.",
    "format line": "Line {line} gives the formats of the columns and is not read.",
    "other signs": "The file is UTF-8 but for {count:sign|signs}, read as Windows-1252: {signs}.",
    "sheet read": (
        'Of its {count} sheets I read "{sheet}". To read another, write sheet:"…": {others}.'
    ),
    "no such sheet": 'It has no sheet "{name}"; it has {sheets}.',
    "no sheets": "{file} is no workbook, so it has no sheets to choose from.",
    "stray quote": "a quotation mark is out of place",
    "cell count": "expected {expected:cell|cells}, found {found}",
    "texts cut": (
        "{count:text is|texts are} longer than {limit} characters; I read only the start."
    ),
    "no json row": 'expected one JSON object, like {{"text": "crash at start", "label": "bug"}}',
    "tables joined": (
        "{count} tables with the same headings were read as one (headings in line {lines}); "
        "titles above them are not read."
    ),
    "table unread": "Another table was not read: line {line}, {columns}.",
    "row shifted": 'its cells look shifted by one column, from "{name}" on',
    "fill down": "Fill down {columns}",
    "filled down": "Filled with the value above: {columns} ({count:row|rows}).",
    "groups unfilled": (
        "Only the first row of each group has a value, it seems: {columns}. "
        "{count:row|rows} below would be learned without it."
    ),
    "which fill": 'Expected fill:down, to fill empty cells with the value above, not "{said}".',
    "table turned": (
        "The table stands on its side: its columns are read as rows, and lines count its columns."
    ),
    "title lines": "{count:line|lines} above the headings left out.",
    "headings missing": "The file has no headings, so the columns are numbered.",
    "headings repeated": (
        "{count:line repeats|lines repeat} the headings and {count:was|were} left out."
    ),
    "totals left out": "Totals and remarks left out (line {lines}).",
    "column number": "column {number}",
    "columns named": "Named by me, as their headings were empty or there twice: {columns}.",
    "no such column": 'There is no column "{name}". The columns are: {columns}.',
    "which column kind": (
        'Expected a column and its kind, like "zip: category; area: number m²; id: '
        'out" (number, category, text, yes/no, date, out), not "{said}".'
    ),
    "which dates": (
        'Expected dates:day or dates:month, for what comes first in 5/6/2024, not "{said}".'
    ),
    "which points": (
        'Expected points:decimal or points:thousands, for what 85.123 is, not "{said}".'
    ),
    "cell no number": '"{name}" is a number; "{cell}" is none that I can read',
    "cell no date": '"{name}" is a date; "{cell}" is none that I can read',
    "cell no yes/no": '"{name}" is yes or no; "{cell}" is neither',
    "cell no name": '"{name}" expects a word or a few, not "{cell}"',
    "cell no option": '"{name}" is one of {options}; "{cell}" is not',
    "cell no rating": '"{name}" is a rating on the scale {scale}; "{cell}" is not',
    "cell unclear": '"{name}" can be read in two ways: "{cell}"',
    "row without values": "no field has a value",
    "kinds of task": (
        'The fields of "{task}" have their kinds already; a column can only be left out, as in '
        'kinds:"id: out".'
    ),
    "row without answer": 'the answer is missing ("{name}")',
    "missing word": '"{word}" {count} × ({columns})',
    "missing told": "Taken as missing: {words}.",
    "spellings told": "Taken as one: {spellings}.",
    "commas told": "Read with a decimal comma: {columns}.",
    "clock told": "Times read as numbers: {columns}.",
    "clock as minutes": (
        '"{cell}" in "{column}" is read as {first} min {last} s; '
        'as hours: kinds:"{column}: number h".'
    ),
    "clock as hours": (
        '"{cell}" in "{column}" is read as {first} h {last} min; '
        'as minutes: kinds:"{column}: number min".'
    ),
    "no json table": (
        "This JSON is one object with very many values, and I see no rows in it. "
        "Send it as a list of objects, one for each row."
    ),
    "lists unread": "Lists of objects in a row were not read: {columns}.",
    "serials told": "A spreadsheet's numbers of days read as dates: {columns}.",
    "year told": "Dates without a year are taken to be of {year}: {columns}.",
    "times told": "Times of day left out ({columns}): of {cell} only the day is read.",
    "remarks told": "Remarks behind dates are not read: {columns}.",
    "epochs told": "Counts of seconds since 1970 read as dates: {columns}.",
    "rough told": (
        '{count:rough number is|rough numbers are} taken as exact, like "{cell}": {columns}.'
    ),
    "brackets told": "Brackets and marks behind numbers are not read: {columns}.",
    "columns left out": "Left out: {columns} ({reason}).",
    "out empty": "nothing in it",
    "out constant": "the same in each row",
    "out id": "it only tells rows apart",
    "out link": "links, addresses, telephone numbers or names of files",
    "out sparse": "filled in in hardly any row",
    "out only yes": "only ever yes where it is filled in",
    "out point": "points or shapes on a map",
    "column out": "left out",
    "out currencies": "several currencies; choose one with `kinds:`",
    "out scales": "times and plain numbers in turn, so no one amount; choose a kind with `kinds:`",
    "out chosen": "as you said",
    "no target column": (
        "None of the columns can be the answer (texts, dates, coordinates and numbers of rows "
        "cannot). The columns are: {columns}. Say which one and its kind: target:… "
        'kinds:"…: category"'
    ),
    "no such target": (
        'Expected a column "{name}" with the true answer of each row, or target:… to '
        "name it. The columns are: {columns}. To ask about the rows instead: {batch}"
    ),
    "empty target": 'The column "{name}" is empty, so it cannot be the answer.',
    "date target": (
        'The column "{name}" holds dates; I predict numbers and categories. Name another: target:…'
    ),
    "text target": (
        'The column "{name}" holds texts that are all different; I predict numbers and '
        "categories. Name another: target:…"
    ),
    "nothing to import": "Nothing was imported: no row could be read.",
    "import preview new": '{count:row|rows} for a new task "{task}". Import?',
    "import preview": '{count:row|rows} for "{task}". Import?',
    "import which target": 'Which column is the answer? Perhaps "{guess}":',
    "import which order": "Does the day or the month come first in {columns}?",
    "day first": "Day first",
    "month first": "Month first",
    "import which points": (
        "In {columns}, is a number like 85.123 a bit more than 85, or 85 thousand?"
    ),
    "points decimal": "A bit more than 85",
    "points thousands": "85 thousand",
    "import labels": "Answers: {labels}",
    "import now": "Import",
    "change a column": "Change a column…",
    "another target": "Another target…",
    "which target": "Which column is the answer?",
    "which column": "Which column?",
    "which kind of column": 'What does "{name}" hold?',
    "or type kinds": 'Or type it: kinds:"zip: category; area: number m²; id: out"',
    "kind number": "number",
    "kind category": "category",
    "kind text": "text",
    "kind yes/no": "yes/no",
    "kind date": "date",
    "kind item": "item",
    "kind member": "member",
    "kind rating": "rating",
    "kind out": "leave it out",
    "imported before": 'This file was imported into "{task}" on {day} already.',
    "import again": "Import again",
    "file gone": "I do not have the file any more. Please send it again.",
    "unread columns": "not read, as it has no such fields: {columns}",
    "bad row": "line {line}: {reason}",
    "more bad rows": "… and {count} more",
    "which format": 'I write "csv" or "jsonl", not "{said}".',
    "exported": "{count:example|examples} of {task}.",
    # Examples
    "none of yours": "None of the {count} examples of {task} is yours.",
    "no examples": "{task} has no examples yet.",
    "examples title": "{task}: {count:example|examples}",
    "sample number": "3",
    "sample category": "some",
    "sample yes/no": "yes",
    "sample date": "2026-05-31",
    "sample text": "some words",
    "sample item": "Arrival",
    "sample member": "Ana",
    "sample label": "label",
    "status": "status",
    "status active": "active",
    "status held": "held",
    "status withdrawn": "withdrawn",
    "status erased": "erased",
    "older": "Older…",
    "i had said": "Right before it was taught I had said {answer}.",
    "how to edit": "Say what changes: examples edit {number}: size 2 -> 4 (or one side alone)",
    "example changed": "Changed #{number}.",
    "says so already": "#{number} says so already. Nothing was changed.",
    "still withdrawn": "It was taken back and still does not count.",
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
    "duplicates count": "{count:exact copy|exact copies} of other examples, counted once",
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
    "stands in": "The files of {live} cannot be used here: an earlier version answers.",
    "training elsewhere": "Retraining, in another program on the same data",
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
    "roll back to": "Then {version} answers.",
    "rolls past": (
        "Versions in between may rest on lessons that were erased since; nobody goes back to them."
    ),
    "roll it back": "Roll “{task}” back from v{version}",
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
    "too few raters": (
        "For {task}, {count:more member has|more members have} to rate the same thing before I can "
        "answer you: nobody is shown a single rating.\n"
        "Your own ratings count for you at once."
    ),
    "own ratings only": "Only your own: single ratings of others are not shown.",
    "rating was": "Your rating was {was} before.",
    "votes": "{count:vote|votes}.",
    "votes mean": "{count:vote|votes}, mean {mean}.",
    "votes mean then": "{count:vote|votes}; with {then} the mean was {mean}.",
    "i said": "I said {answer}.",
    "few ratings left out": (
        "{count:rating|ratings} left out: what fewer than {fewest} members rated is not exported."
    ),
    # Cards
    "something else": "Something else…",
    "rows left out": "{count:row|rows} more",
    "file too large": "{name} is too large to be shown here.",
    # Failures
    "upload too large": "A file may have {limit} MiB; this one has {size} MiB. Split it.",
    "database unreachable": "I cannot reach my database.",
    "database unwritable": "I cannot save anything now: my disk is full, or may only be read.",
    "database damaged": "My database is damaged; whoever runs me has to restore a backup.",
    "database failed": "My database could not do this; whoever runs me finds more in the log.",
    "nothing saved": "Nothing of this was saved or changed.",
    "not kept": "I could not keep this answer: my disk is full, or may only be read.",
    "operator must act": "Something is wrong where I run; whoever runs me has to put it right.",
    "took too long": "That took too long.",
    "left the server": "That was on a server that you or I have left.",
    "went wrong": "Something went wrong on my side.",
    "nothing lost": "What was saved before is safe. Please try again.",
    "told beside": "The reply is for {name} alone, who alone sees it.",
    "told directly": "I told you in a direct message: that is for you alone.",
    "cannot tell directly": (
        "That is for you alone, and I cannot write to you directly. Use a command, whose reply "
        "only you see, or let members of this server write to you."
    ),
    "cannot post": "I cannot write there: the channel is gone, or I may not. Ask those who manage.",
    # Permissions
    "View Channel": "View Channel",
    "Send Messages": "Send Messages",
    "Embed Links": "Embed Links",
    "Attach Files": "Attach Files",
    "Read Message History": "Read Message History",
    # Commands
    "/task": "What is predicted",
    "/task new": "Make a task by a form or by options",
    "/task list": "List the tasks",
    "/task show": "Show a task: its fields and how much it was taught",
    "/task edit": "Change a task: fields, labels, who sees answers, who may teach",
    "/task delete": "Delete a task with all that was taught",
    "/task import": "Teach from a CSV or JSONL file",
    "/task export": "Get what was taught as a file",
    "/task unbind": "Free a channel from its task",
    "/task bind": "Make a task the one that a channel is about",
    "/teach": "Teach an example; the first one makes the task",
    "/ask": "Ask for what nobody has taught yet",
    "/batch": "Answer a file of questions with a file of answers",
    "/correct": "Say the true answer to what you asked",
    "/why": "What an answer rests on, and thanks to whom",
    "/undo": "Take back a lesson",
    "/examples": "What was taught",
    "/examples list": "List what was taught",
    "/examples show": "Show one example",
    "/examples edit": "Change what an example says",
    "/examples delete": "Take an example back",
    "/examples restore": "Let an example count again",
    "/examples review": "List examples that wait or look wrong",
    "/model": "How good the answers are",
    "/model status": "How a task's model does",
    "/model history": "The versions of a task's model",
    "/model learn": "Retrain in the background; kept only if it is better",
    "/model stop": "Stop a retraining",
    "/model rollback": "Let the version before answer again",
    "/model card": "The model's card, with pictures",
    "/quiz": "Guess what was taught, or tell me what I am least sure of",
    "/privacy": "What is stored of you",
    "/privacy see": "See what is stored of you",
    "/privacy export": "Get all that is stored of you",
    "/privacy erase": "Erase all that you left",
    "/privacy opt-out": "Store nothing more of you",
    "/setup": "Set the bot up: what it stores, who may teach, a first task",
    "/help": "What can be said, with examples",
    "menu ask about this": "Ask about this",
    "menu teach from this": "Teach from this",
    # Options
    "option about": "What the task is for",
    "option add": "A new field, as in garden: yes/no",
    "option answers": "Who sees the answers",
    "option bad": "What to do with rows that cannot be read",
    "option balanced": "Whether a rare label counts as much as a frequent one",
    "option by": "Whose examples",
    "option channel": "Which channel; this one if left out",
    "option fields": "One after another, as in area: number m²; os: linux | mac; post: text",
    "option file": "A table: .csv, .tsv, .json, .jsonl or .xlsx",
    "option format": "CSV for spreadsheets, JSONL without loss",
    "option keepers": "The role that may change the task",
    "option kinds": "What columns hold, as in zip: category; area: number m²; id: out",
    "option points": "What a point in numbers like 85.123 is for",
    "option sheet": "Which sheet of a workbook to read",
    "option fill": "down fills empty cells of groups with the value above",
    "option dates": "What comes first in dates like 5/6/2024",
    "option labels": "The labels, if it predicts a category, as in bug, question",
    "option lesson": "What is, then an arrow, then the answer: size 1 -> 2",
    "option moderators": "The channel where what members report is shown",
    "option name": "The task's name",
    "option number": "The example's or the answer's number",
    "option outcome": "After how many days I ask how it turned out, as in 1; never for not at all",
    "option predict": "A number, a category or a rating",
    "option scale": "The scale, if members rate, as in 1-5",
    "option remove": "The field to remove",
    "option rename": "The field to rename",
    "option retype": "The field whose kind to change",
    "option target": "What the answer is called",
    "option task": "Which task",
    "option makers": "The role that may make tasks; everyone for all",
    "option teachers": "The role that may teach; everyone for all",
    "option template": "A first task to start from",
    "option text": "What you know, in any order",
    "option to": "The new name or kind",
    "option topic": "What to explain",
    "option truth": "The true answer",
    "option unit": "The unit, if it predicts a number, as in €",
    # Forms
    "teach it": "Teach",
    "import it": "Import CSV",
    "what is known": "What is known",
    "which file": "A CSV with headings; the last column is the answer",
    "about another task": "If it is about another task, choose that one.",
    "another task": "Another task…",
    "no words kept": "I did not keep the words of ?{number}. Please ask again and name the task.",
    "edit what i read": "Edit what I read",
    # Rights
    "not a teacher": 'Only members with the role "{role}" teach {task}.',
    "not offered": (
        '{task} is taught by members with the role "{role}" alone: I do not learn that from you.'
    ),
    "instead of teaching": (
        'You can ask {task}, see why ("why") and its lessons ("examples list"). To teach it, ask '
        "one of them, or who runs the community for that role."
    ),
    "not a manager": "Only those who manage this community can do this.",
    "stale task": "This task is gone: it was deleted meanwhile.",
    "edited since": "You edited your message; this is about its new words.",
    "edited away": "You took this back from me; nothing of it was saved.",
    "edited late": "You edited your message, but I go by what it said before.",
    "edited lesson": "#{number} stays as it is. To change it: examples edit {number} -> …",
    "edited send anew": "Send the new words as a new message.",
    "role mentioned": "You mentioned my role, so Discord does not show me your words. Mention me.",
    "command not permitted": "This server's settings do not let you use {command} here.",
    "not your card": "This is somebody else's answer: only they can press its buttons. Ask me.",
    "not your offer": "This question was put to somebody else. Ask me yourself, and I ask you.",
    "answers publicly": "Answers are seen by everyone",
    "taught by role": 'Taught by members with the role "{role}"',
    "kept by role": 'Changed by members with the role "{role}" too',
    # Outcomes
    "asks outcome": "{days:day|days} after an answer I ask how it turned out",
    "asks on": "on {day} I ask once how it turned out",
    "which days": (
        "Say after how many days I ask how it turned out, from 1 to {limit}, or never: outcome:1, "
        'not "{said}".'
    ),
    "how did it turn out": "{task}: how did it turn out?",
    "about as i said": "About {value}, as I said",
    "as i said": "{value}, as I said",
    "another number": "Another number…",
    "another label": "Another label…",
    "did not happen": "It did not happen",
    "lapsed": "Noted: ?{number} did not happen, so there is nothing to learn from it.",
    "asked by": "?{number} · asked by {name}",
    # Places
    "not bound": "No task is bound to this channel.",
    "unbound here": "This channel is not about one task any more.",
    "unbound there": "{place} is not about one task any more.",
    "unbound means": "The task stays as it is; here it has to be named again.",
    "no places": "Say which channel: there is none here. task bind houses channel:…",
    "bound here": "This channel is about {task} now.",
    "bound there": "#{place} is about {task} now.",
    "bound already": "It is about {task} already. Nothing was changed.",
    "bound means": "There the task need not be named, in threads neither.",
    # Setting up
    "setup title": "Setting up",
    "set up": "Set up.",
    "setup stored": (
        "What members teach and ask is stored here, for this community alone, and trains only its "
        "own models. Nobody's lessons are kept before they agreed; everyone can see, export and "
        "erase theirs. I read only what is said to me."
    ),
    "setup ways": (
        "setup teachers:… says who may teach (a role, or everyone), setup moderators:… where "
        "reports go; each task can have its own: task edit"
    ),
    "permissions there": "I have the permissions that I need in this channel.",
    "permissions lacking": "In this channel I lack: {names}. Give them to me in its settings.",
    "tasks here": "Tasks: {names}",
    "no tasks here": "No task yet: start from a template, or teach a first lesson.",
    "makers set": 'Members with the role "{role}" make tasks.',
    "everyone makes": "Everyone makes tasks.",
    "moderators set": "Reports go to #{place}.",
    "teachers set": 'Members with the role "{role}" teach.',
    "everyone teaches": "Everyone teaches.",
    "which template": 'There is no template "{said}". Templates: {names}.',
    "two of each": "Teach 2 of each label to get first guesses.",
    # Batches and quizzes
    "how to batch": "Say which file: batch houses questions.csv (with headings as the fields)",
    "too many questions": "A file may have at most {limit} questions. Split it.",
    "no questions": "No row could be read as a question.",
    "answered": "Answered {count:row|rows} of {task}; {bad} could not be read.",
    "quiz unsure": "I was not sure of ?{number}. What was it really?",
    "quiz guess": "Guess: what is the {name} of #{number}?",
    "guess it": "Guess…",
    "guessed right": "Right: #{number} is {answer}.",
    "guessed": "#{number} is {answer}.",
    "you said": "You said {answer}.",
    "again": "Another one",
    # Privacy
    "privacy title": "What is stored of you, {name}",
    "stored lessons": "{count:lesson|lessons}{tasks}",
    "stored answers": "{count:answer|answers} that you asked for",
    "stored about": "{count:question or lesson|questions or lessons} of others on what you wrote",
    "stored verdicts": "{count:verdict|verdicts} of yours on answers",
    "stored offers": "{count:offer that waits|offers that wait} for a button",
    "stored planned": "{count:question|questions} still to come: how it turned out",
    "stored tasks": "{count:task|tasks} that you made",
    "stored notes": "{count:note|notes} of what you did",
    "stored consent": "Consent to learn from what you teach: {consent}",
    "privacy ways": (
        '"privacy export" gives you all of it, "privacy erase" removes it, '
        '"privacy opt-out" stops storing more.'
    ),
    "exported mine": "All of yours: {count:lesson|lessons} and {asked:answer|answers}.",
    "nothing stored": "Nothing is stored of you.",
    "really erase": "Erase your {count:lesson|lessons} and {asked:answer|answers}?",
    "no way back": "There is no way back. To keep a copy first: privacy export",
    "erase it all": "Erase my {count:lesson|lessons} and {asked:answer|answers}",
    "erased": "Erased {count:lesson|lessons} and all else that was stored of you.",
    "erased details": "The next answer is as if you had never taught.",
    "erased too": "Gone too: {what}",
    "erased models": (
        "What retrainings took from it stays in the models of {tasks} until a better one takes "
        "their place. Nobody can roll back to the earlier ones."
    ),
    "erased nameless": "Tasks that you made and notes of what was done stay, without your name.",
    "erased opted out": "That you opted out is kept, so that nothing more is stored.",
    "erased remains": (
        "I cannot take back what I already showed or sent, what others exported, and back-ups."
    ),
    "opted out": "Nothing more of you is stored from now on. You can still ask.",
    "taught before": (
        'Your {count:lesson|lessons} from before still count; "privacy erase" removes them.'
    ),
    # Messages
    "no words": "There are no words in that message that I may read.",
    "others unlearned": (
        "I learn nothing from what another member wrote, unless whoever runs me has the "
        "permission for it and says so in the settings."
    ),
    "author opted out": "Who wrote this has opted out: I keep nothing of it.",
    "noted": "Noted for ?{number}.",
    "teach from title": "Teach this to {task}",
    "to moderators": "Send to moderators",
    "sent to moderators": "Sent ?{number} to the moderators.",
    "moderators gone": (
        "The moderators' channel is not here any more. Set another: setup moderators:…"
    ),
    "no places here": (
        "There are no channels or roles here to name. Do this in the server that it is for."
    ),
    "no such channel": (
        'There is no channel "{said}" here, or it is not the only one. Name it by #channel.'
    ),
    "no such role": 'There is no role "{said}" here, or it is not the only one. Name it by @role.',
    "channel closed": "You do not see #{place} or may not write in it, so you cannot choose it.",
    "channel closed to me": (
        "I do not see #{place} or may not write in it. I need View Channel and Send Messages."
    ),
    "not a maker": 'Only members with the role "{role}" make tasks here.',
    "no moderators": "There is no moderators' channel yet: setup moderators:…",
    "confirm": "Confirm",
    "not that": "Not {label}",
    "reported by": "?{number} · reported by {name}",
    "message by": "Message by {name}",
    "message at": "Message by {name}: {link}",
    "decided so": "{name}: {truth}",
    "reported already": "This message was reported already.",
    "ask two more": "Ask two more",
    "two decide": "Two who agree decide.",
    "voted": "Noted for ?{number}: {count} of 2 say so.",
    "decided": "?{number} is decided already.",
    "own report": "?{number} is about you, or by you: others decide on it.",
    "stays as said": "Nothing was changed: ?{number} stays {said}, as you said (#{example}).",
    "right after all": "The answer was right",
    "was that right": "Was ?{number} right?",
    "was it right": "Was ?{number} right: {answer}?",
    "not saved": "All right, nothing was saved.",
    "how to save": "What I am to learn, I am told with teach.",
    "edit last": 'To change what you taught last: "examples edit {number} -> {value}"',
    "undo instead": 'To take back what you did last: "undo"',
    "of that": "It is of {name}",
    "lesson or answer": "Do you mean the lesson {lesson} or the answer {answer}?",
    "which is so": "You name {names}, but {number} is about something else. What is {truth}?",
    "shall i correct": "Shall I learn that ?{number} was {truth}?",
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
task:flats may stand right after teach; further on, such words are part of what you say.
undo takes the last lesson back; a changed task is changed back by task edit.""",
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
task unbind                      frees this channel again
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
Importing: a table with headings, one example a row (.csv, .tsv, .txt, .json, .jsonl, .xlsx).
First you see what I would learn: each column's kind, the answer, three rows, what is left out.
task import prices prices.csv              makes the task from the columns if it is new
task import prices prices.csv target:cost  another column is the answer
task import prices prices.csv bad:stop     import nothing if any row is bad
task import prices prices.csv kinds:"zip: category; area: number m²; id: out"
task import prices prices.csv dates:day    the day comes first in 5/6/2024
task import prices prices.csv points:thousands   85.123 is 85 thousand
task import prices prices.csv fill:down    a group's value stands in its first row alone
task import prices prices.xlsx sheet:2024  which sheet of a workbook is read
task export prices · task export prices format:jsonl (without loss)
At most 8 MiB and 20,000 rows a file.""",
    "template price-guess": "Price guess",
    "template price-guess task": "flats",
    "template price-guess fields": (
        "area: number m²; rooms: number; district: category; floor: number"
    ),
    "template price-guess target": "price",
    "template price-guess unit": "€",
    "template price-guess about": "What a flat goes for",
    "template price-guess lesson": "3-bed, 90 m², district Kreuzberg, floor 2 -> € 420k",
    "template triage": "Triage",
    "template triage task": "triage",
    "template triage fields": "post: text; os: linux | mac | windows",
    "template triage target": "topic",
    "template triage labels": "rendering, fonts, install, config, bug",
    "template triage about": "Which topic a support post belongs to",
    "template triage lesson": "cursor flickers on resize, mac -> rendering",
    "template film-night": "Film night",
    "template film-night task": "movies",
    "template film-night fields": (
        "title: item; genre: category; year: number; length: number min; director: category"
    ),
    "template film-night target": "stars",
    "template film-night about": "How much the round will like a film, in 1 to 5 stars",
    "template film-night lesson": "Alien, sci-fi, 1979, 117 min, Scott -> 5",
    "template turnout": "Turnout",
    "template turnout task": "turnout",
    "template turnout fields": "event: category; weekday: category; said yes: number",
    "template turnout target": "people",
    "template turnout about": "How many will come",
    "template turnout lesson": "event: board games, weekday: Friday, said yes: 20 -> 15",
}
