"""From what is typed to what it asks for, and where a text answers it."""
