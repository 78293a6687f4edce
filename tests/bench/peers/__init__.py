"""The peers, each in the environment of its own that tests/bench/peers.lock fills."""
