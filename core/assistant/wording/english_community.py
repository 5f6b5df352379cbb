"""English of what concerns a community: forms, rights, places, privacy; and the help."""

from core.assistant.wording.english_help import HELP

COMMUNITY: dict[str, str] = HELP | {
    # Forms
    "teach it": "Teach",
    "import it": "Import CSV",
    "what is known": "What is known",
    "which file": "A CSV with headings; the last column is the answer",
    "edit what i read": "Edit what I read",
    # Rights
    "not a teacher": 'Only members with the role "{role}" teach {task}.',
    "not a manager": "Only those who manage this community can do this.",
    "stale task": "This task is gone: it was deleted meanwhile.",
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
    "no places": "Say which channel: there is none here. task bind houses channel:…",
    "bound here": "This channel is about {task} now.",
    "bound there": "#{place} is about {task} now.",
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
    "i said": "I said {answer}.",
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
    "stored consent": "Consent to learn from what you teach: {consent}",
    "privacy ways": (
        '"privacy export" gives you all of it, "privacy erase" removes it, '
        '"privacy opt-out" stops storing more.'
    ),
    "exported mine": "All of yours: {count:lesson|lessons} and {asked:answer|answers}.",
    "nothing stored": "Nothing is stored of you.",
    "really erase": "Erase your {count:lesson|lessons} and {asked:answer|answers}?",
    "no way back": "There is no way back. To keep a copy first: privacy export",
    "erase it all": "Erase it all",
    "erased": "Erased {count:lesson|lessons} and all else that was stored of you.",
    "erased details": "The next answer is as if you had never taught.",
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
    "noted": "Noted for ?{number}.",
    "teach from title": "Teach this to {task}",
    "to moderators": "Send to moderators",
    "sent to moderators": "Sent ?{number} to the moderators.",
    "no moderators": "There is no moderators' channel yet: setup moderators:…",
    "confirm": "Confirm",
    "not that": "Not {label}",
    "reported by": "?{number} · reported by {name}",
    "ask two more": "Ask two more",
    "two decide": "Two who agree decide.",
    "voted": "Noted for ?{number}: {count} of 2 say so.",
    "decided": "?{number} is decided already.",
    "shall i correct": "Shall I learn that ?{number} was {truth}?",
}
