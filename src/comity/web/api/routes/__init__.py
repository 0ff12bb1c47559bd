"""The addresses of the interface, one module for each kind of thing."""
