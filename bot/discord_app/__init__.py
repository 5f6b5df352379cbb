"""The Discord front end: it translates what members do, and renders what the assistant replies."""
