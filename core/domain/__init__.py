"""The project's words as frozen values that check themselves; needs only Python and numpy."""
