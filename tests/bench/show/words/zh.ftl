bench-ask-first = 第一个问题？
bench-ask-second = 第二个问题？
bench-ask-third = 第三个问题？
bench-thanks = 已记下：{ $last } 谢谢。
bench-burst = 连发。
bench-urgent = 急。
bench-when = 理解为：{ $at }
bench-called = 应到 { $due }
