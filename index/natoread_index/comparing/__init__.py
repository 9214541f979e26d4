"""Whether two releases are one, and what changed between its versions."""
