"""Reading whatever people have: bytes in, releases out, each form known by its content."""
