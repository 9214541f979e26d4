"""Following feeds: what is fetched from where, politely and safely, and how it gets in.

Nothing here reads the environment: proxies and the clock are handed in. httpx, which takes 150 ms,
is imported by `natoread_index.following.syncing` and those below it alone.
"""
