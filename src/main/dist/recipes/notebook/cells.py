# %% The student's cell. nbgrader: "Autograded answer".
answer_2_3 = ...

# %% The teacher's cell. nbgrader: "Autograder tests", with the points of the question.
from nabla_check import check

check("2.3", answer_2_3)
