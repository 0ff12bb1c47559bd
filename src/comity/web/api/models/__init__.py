"""What the REST interface answers with, as types: the OpenAPI document follows from them."""
