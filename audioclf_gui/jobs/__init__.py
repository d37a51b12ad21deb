"""What a person can ask for, once: the command line prints these jobs, the window paints them.

A job is a generator of frozen events, and what it comes to is its return value. It is given a frozen
request and a `ProjectView`, so it may run in any thread; what it wants in the project it yields as one of
the values of `jobs.writing`, and whoever owns the project writes them.
"""
