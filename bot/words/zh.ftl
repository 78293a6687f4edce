comma = 、
dot = {" · "}
span-days = { $hours ->
    [0] { $days }天
   *[other] { $days }天{ $hours }小时
}
span-hours = { $minutes ->
    [0] { $hours }小时
   *[other] { $hours }小时{ $minutes }分
}
span-minutes = { $minutes }分钟
more-lines = ……还有 { $count } 行
