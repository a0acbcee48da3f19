"""One file an engine, each run by `worker.py` in a process and with a Python of its own.

To add an engine: `<name>.py` with a class `Engine(Peer)` (see peer.py), its row in `ENGINES` of engines_bench.py.
"""
