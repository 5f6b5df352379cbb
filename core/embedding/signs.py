"""What tokenizers written in Rust can read."""


def well_formed(text: str) -> str:
    """Return the text with a question mark for each half of a sign that lacks its other half."""
    return text.encode("utf-8", "replace").decode()
