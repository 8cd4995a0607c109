"""How long Hypothesis searches: `default` in every run, `long` where one looks for trouble on purpose."""

from hypothesis import HealthCheck, settings

# No test asserts a time, and a busy machine is no fault of the code.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("default"), max_examples=2000)
settings.load_profile("default")
