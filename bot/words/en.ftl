comma = {", "}
dot = {" · "}
span-days = { $hours ->
    [0] { $days }d
   *[other] { $days }d{ $hours }h
}
span-hours = { $minutes ->
    [0] { $hours }h
   *[other] { $hours }h{ $minutes }m
}
span-minutes = { $minutes }m
more-lines = … and { $count ->
    [one] one more line
   *[other] { $count } more lines
}
