"""The tour: a few small bubbles beside the real controls, which show a beginner how to work on the sample article."""
