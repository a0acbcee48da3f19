"""Dialogs ask, check and give back a value; they are opened with open(), never exec()."""
