"""The door to the scheduler: in a checkout its folder stands on top."""

from scheduler import *
