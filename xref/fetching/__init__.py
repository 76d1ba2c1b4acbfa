"""What comes from the web: pages (and, one day, feeds and archives), fetched politely.

Nothing in here reads a body; `articles` does.
"""
