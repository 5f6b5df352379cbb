"""The terminal: a chat typed or piped."""
