"""How long Hypothesis searches: `default` in every run, `long` where one looks for trouble on purpose.

`mutation` only looks for a failure, with the same examples every time.
"""

from hypothesis import HealthCheck, Phase, settings

# No test asserts a time, and a busy machine is no fault of the code.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("default"), max_examples=2000)
settings.register_profile(
    "mutation",
    settings.get_profile("default"),
    max_examples=40,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
)
settings.load_profile("default")
