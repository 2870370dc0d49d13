"""Whether an entry agrees with what a page or a registry says of the same work. Pure functions.

Each answer is True, False, or None where one side says nothing: what is not known is no difference.
"""
