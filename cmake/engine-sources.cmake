# What makes an engine another one: the files whose hash `engine_hash` is, as patterns below the project.
set(tiredness_engine_sources "core/include/*.[ch]pp" "core/src/*.[ch]pp" "core/json/*.[ch]pp" "core/texts/*.[ch]pp" "wasm/*.[ch]pp")
