"""From text to releases: where they begin, and what their words say of kind, speaker and date."""
