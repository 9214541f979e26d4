"""`python -m natoread`."""


def main() -> None:
    """Run the command line."""
