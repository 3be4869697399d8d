"""Example messages in Dutch, to read and to try things on: every event of the standard once, in reading order.

Files 01 to 05, 09 and 10 tell of one employee of a bakery; 06, 07 and 11 of a driver. All people, companies and numbers are
invented, and all messages are marked as a test (TestJN), so that a receiver who gets one by mistake does not act on it.
"""
