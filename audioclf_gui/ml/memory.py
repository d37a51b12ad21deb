"""How much memory the computer has, for those who ask before torch is loaded."""

import os


def computer_bytes() -> int:
    """What its processor can use."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows has no sysconf
        return 8 * 2**30
