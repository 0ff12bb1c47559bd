"""Profiles of the tracks of policy."""
