"""A training process that speaks no frames."""

import sys

if __name__ == "__main__":
    sys.stdout.write("Hello, I am a library that greets its users.")
    sys.stdout.flush()
    sys.stdin.read()
