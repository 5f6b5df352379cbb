"""English of the templates: first tasks, as those who speak it would write them."""

TEMPLATES: dict[str, str] = {
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
