"""Files as people have them: bytes to rows, rows to typed columns, columns to lessons."""
