"""Sound in and out; the only place of soundfile, sounddevice and soxr."""
