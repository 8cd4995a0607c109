"""The door to the decks that ship: in a checkout their folder stands on top."""

from decks import *
