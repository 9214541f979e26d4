"""The command line: one module a verb, imported only when that verb is asked for.

Exit codes: 0 found or done, 1 no match, 2 usage, 3 trouble with the library, its index or a file
of `add`, 130 interrupted.
"""

NO_MATCH, USAGE, TROUBLE, INTERRUPTED = 1, 2, 3, 130

PLAIN = "natoread: a dialogue in place of the app"
"""What the root of the command line notes for the verb that opens the app."""
