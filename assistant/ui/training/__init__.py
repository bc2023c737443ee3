"""培训: quizzes and case drills on a projector, and the same on paper."""
