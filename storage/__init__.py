"""Storage: the ports on SQLite or PostgreSQL, and artifacts in a folder."""
