"""All that the terminal itself says; what the bot says comes from the assistant."""

TAGLINE = "learns what you teach it, and says how sure it is"

FIRST_STEPS = (
    ("teach houses: size 3 -> 6", "teach an example; the first one makes the task"),
    ("ask houses: size 6", "ask for what nobody has taught yet"),
    ("help", "see what else there is"),
)

KEPT = "What you teach is kept in {folder}"
NOT_KEPT = "Nothing is kept: all of it is forgotten when you leave"
HINT = "Tab completes · a number presses a choice · quit leaves"

MAY_BE_EMPTY = "(or nothing)"
THINKING = "thinking …"
INTERRUPTED = "Stopped; what was not yet saved is not saved."
NO_CHOICE = "The last reply has no choice {number}; nothing was changed."
CANCELLED = "Cancelled; nothing was changed."
TELL_OUTCOME = "or say it: correct ?{number} and what it was"
TAKEN_AS_YES = "taken as yes: {labels}"
TAKEN_SO_FAR = "taken as yes, but the question above comes first: {labels}"
TAKEN_IN_VAIN = "taken as yes, but the error above is what came of it: {labels}"
NOT_TAKEN = (
    "not taken as yes: {label}. Write it in full, give yes or the number of a choice as the next "
    "line, or run with --yes"
)
WENT_WRONG = (
    "Something went wrong here ({kind}); the log in the data folder has the details. "
    "What was saved before stays saved."
)

PICTURE = "picture"
FILE = "file"

RETRAINING = "Retraining"

NO_FILE = 'There is no file "{name}" here. Give its path, as in  task import houses ~/houses.csv'
NOT_A_FILE = '"{name}" is not a file that can be read: expected a .csv or .jsonl file.'
FILE_TOO_LARGE = '"{name}" has {size_mib:.1f} MiB; a file may have {limit_mib} MiB. Split it.'
FILE_UNREADABLE = '"{name}" cannot be read: {reason}.'
FILES_REMOVED = "Also gone from {folder}: the lines typed, pictures, your own exports ({count})."
FILES_LEFT = "Still in {folder}, as they hold what others taught too; delete them yourself: {names}"
NO_HISTORY = "The lines you type are not kept for the next time: {path} cannot be used ({reason})."
CANNOT_FORGET = "The pictures and exports in {folder} could not be removed: {reason}."
CANNOT_SAVE = "Cannot save a file in {folder}: {reason}. Choose another folder in APPRENTICE_DATA."
